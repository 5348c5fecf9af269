import { completeAnswers } from '../../answers/complete-answers.ts';
import { showAnswer } from '../../answers/show-answer.ts';
import { CLOSING_CHAPTER, questionsOf, type Stage, type WizardState } from '../../answers/wizard-state.ts';
import type { Choice } from '../../model.ts';
import { askMenu, type MenuReply } from './menu.ts';
import type { WizardOptions } from './wizard.ts';

/** `again`: show the menu once more. */
export type ReviewChoice =
  | { readonly kind: 'confirmed' | 'stopped' | 'back' | 'again' }
  | { readonly kind: 'open'; readonly stage: Stage };

const ENTRIES: readonly Choice[] = [
  { value: 'confirmer', label: 'Oui, préparer le dossier' },
  { value: 'changer', label: 'Changer une réponse…' },
  { value: 'preciser', label: 'Préciser un sujet…' },
  { value: 'arreter', label: 'Arrêter ici et reprendre plus tard' },
];

/** The menu under the review page. Ids of its requests: `relecture`, `relecture-reponse`, `relecture-chapitre`. */
export async function askReview(state: WizardState, options: WizardOptions): Promise<ReviewChoice> {
  const detail = chaptersToDetail(state, options).length > 0;
  const choices = ENTRIES.filter(({ value }) => detail || value !== 'preciser');
  const reply = await askMenu(options.prompter, { id: 'relecture', label: 'Tout est juste ?', choices, hasWhy: false });
  if (reply.kind === 'stop') return { kind: 'stopped' };
  if (reply.kind !== 'picked') return { kind: 'back' };
  switch (reply.value) {
    case 'confirmer': return { kind: 'confirmed' };
    case 'changer': return pickAnswer(state, options);
    case 'preciser': return pickChapter(state, options);
    default: return { kind: 'stopped' };
  }
}

async function pickAnswer({ given }: WizardState, { kit, context, prompter }: WizardOptions): Promise<ReviewChoice> {
  const { answers, applicable } = completeAnswers(kit.questions, given, context);
  const choices = applicable.map((question): Choice => {
    const value = answers[question.id];
    const hint = value === undefined ? 'pas de réponse' : showAnswer(question, value, context);
    return { value: question.id, label: question.label, hint };
  });
  const label = 'Quelle réponse voulez-vous changer ?';
  return opened(
    await askMenu(prompter, { id: 'relecture-reponse', label, choices, hasWhy: false }),
    (question) => ({ kind: 'one', question }),
  );
}

async function pickChapter(state: WizardState, options: WizardOptions): Promise<ReviewChoice> {
  const label = 'Quel sujet voulez-vous préciser ?';
  const choices = chaptersToDetail(state, options);
  return opened(
    await askMenu(options.prompter, { id: 'relecture-chapitre', label, choices, hasWhy: false }),
    (chapter) => ({ kind: 'chapter', chapter }),
  );
}

function chaptersToDetail({ given }: WizardState, { kit, context }: WizardOptions): readonly Choice[] {
  const form = { questions: kit.questions, context };
  const first = questionsOf({ kind: 'first' }, given, form).map(({ chapter }) => chapter);
  return kit.chapters
    .filter(({ id }) => id !== CLOSING_CHAPTER && !first.includes(id))
    .filter(({ id }) => questionsOf({ kind: 'chapter', chapter: id }, given, form).length > 0)
    .map(({ id, title }) => ({ value: id, label: title }));
}

function opened(reply: MenuReply, stage: (value: string) => Stage): ReviewChoice {
  if (reply.kind === 'stop') return { kind: 'stopped' };
  return reply.kind === 'picked' ? { kind: 'open', stage: stage(reply.value) } : { kind: 'again' };
}
