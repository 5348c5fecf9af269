import { completeAnswers } from '../../answers/complete-answers.ts';
import { showAnswer } from '../../answers/show-answer.ts';
import { withAnswer, type Questionnaire, type WizardState } from '../../answers/wizard-state.ts';
import type { Answers, AnswerValue, Choice, Question, WeighedDay } from '../../model.ts';
import { longDate } from '../../shared/dates.ts';
import { proposalsInWords } from '../date-words.ts';
import { askQuestion, type Asker } from './ask-question.ts';
import { askMenu, type MenuReply } from './menu.ts';
import type { WizardOptions } from './wizard.ts';

/** The question that stands for the date while nobody knows it, and the events that a date has to avoid. */
export const PERIOD = 'periode';
const EVENTS = 'evenements_voisins';
const LATER = 'plus-tard';

const WHY = [
  '',
  'Pourquoi ces dates ? Ce sont des jours ouvrés de votre période, encore à venir. D’abord celles que le moins de raisons sérieuses gênent, '
    + 'puis celles que le plus de raisons soutiennent. À égalité, l’outil change de semaine, puis de jour de la semaine.',
  'D’où viennent les raisons ? Des règles du kit, du calendrier de votre territoire et de vos réponses. Le tableau de bord donnera leurs sources.',
];

/** What became of the offer, and the answers with what was said meanwhile. */
export interface Offered {
  readonly kind: 'picked' | 'later' | 'back' | 'stop';
  readonly given: Answers;
}

/** The date is not known but its period is, and the questions have gone beyond it. */
export function isOfferDue({ given, current }: WizardState, { questions, context }: Questionnaire): boolean {
  const rank = (id: string | undefined): number => questions.findIndex((question) => question.id === id);
  const { answers } = completeAnswers(questions, given, context);
  return given[PERIOD] !== undefined && answers['date'] === 'a-definir' && (current === undefined || rank(current) > rank(PERIOD));
}

/**
 * Shows the days to choose from with their reasons, and asks for one. Ids: `periode.dates` (a day, `evenements_voisins` to
 * name an event that must be avoided, `plus-tard`), then that question.
 */
export async function offerDates(
  given: Answers, weigh: NonNullable<WizardOptions['weighDates']>, asker: Asker & Pick<WizardOptions, 'saveDraft'>,
): Promise<Offered> {
  const { kit, context, print } = asker;
  const questionOf = (id: string): Question | undefined => kit.questions.find((question) => question.id === id);
  const record = async (question: Question, value: AnswerValue | undefined, answers: Answers): Promise<Answers> => {
    const answered = withAnswer(question, value, answers, { questions: kit.questions, context });
    print(`${question.label} ${value === undefined ? 'Pas de réponse.' : showAnswer(question, value, context)}`);
    await asker.saveDraft(answered);
    return answered;
  };
  const [date, events] = [questionOf('date'), questionOf(EVENTS)];
  const dates = weigh(given);
  if (dates.length === 0 || !date) {
    print('Cette période n’a plus de jour ouvré à venir : l’outil n’a pas de date à proposer.');
    return { kind: 'later', given };
  }
  proposalsInWords(dates).forEach(print);
  const reply = await askDate(dates, events, asker);
  if (reply.kind !== 'picked') return { kind: reply.kind, given };
  if (reply.value === LATER) return { kind: 'later', given };
  if (reply.value !== EVENTS || !events) {
    const { [PERIOD]: _, ...others } = given;
    return { kind: 'picked', given: await record(date, reply.value, others) };
  }
  const asked = await askQuestion(events, given, undefined, asker);
  if (asked.kind === 'stop') return { kind: 'stop', given };
  return offerDates(asked.kind === 'answer' ? await record(events, asked.value, given) : given, weigh, asker);
}

type DateReply = Extract<MenuReply, { kind: 'picked' }> | { readonly kind: 'back' | 'stop' };

/** « Why » is shown as often as asked. */
async function askDate(dates: readonly WeighedDay[], events: Question | undefined, { prompter, print }: Asker): Promise<DateReply> {
  const choices: readonly Choice[] = [
    ...dates.map((day) => ({ value: day.date, label: longDate(day.date) })),
    ...(events ? [{ value: EVENTS, label: 'Signaler un événement à éviter…' }] : []),
    { value: LATER, label: 'Aucune, plus tard' },
  ];
  const label = dates.length === 1 ? 'Retenir cette date ?' : 'Retenir une de ces dates ?';
  for (;;) {
    const reply = await askMenu(prompter, { id: `${PERIOD}.dates`, label, help: 'Vous pourrez toujours en changer.', choices, current: LATER, hasWhy: true });
    if (reply.kind === 'picked') return reply;
    if (reply.kind !== 'why') return { kind: reply.kind };
    WHY.forEach(print);
  }
}
