import { answerQuestion, goBack, nextQuestion, openStage, progress, showAgain, startWizard } from '../../answers/next-question.ts';
import type { WizardState } from '../../answers/wizard-state.ts';
import type { AnswerContext } from '../../answers/answer-context.ts';
import { showAnswer } from '../../answers/show-answer.ts';
import type { Answers, AnswerValue, Authority, Kit, WeighedDay } from '../../model.ts';
import type { Problem } from '../../problem.ts';
import type { Prompter } from '../../io/prompter.ts';
import { spoken } from '../../shared/printable.ts';
import { wrapWords } from '../../shared/wrap-words.ts';
import { askQuestion } from './ask-question.ts';
import { isOfferDue, offerDates, PERIOD } from './offer-dates.ts';
import { introduction, reviewPage } from './pages.ts';
import { askReview } from './review.ts';

export interface WizardOptions {
  readonly kit: Pick<Kit, 'chapters' | 'questions'>;
  /** Answers already known: a draft, a profile, flags. Their questions are not asked again in the first round. */
  readonly given: Answers;
  readonly context: AnswerContext;
  readonly prompter: Prompter;
  /** Authorities that match a few letters or a code, best first. */
  readonly search: (typed: string) => readonly Authority[];
  /** A problem as a sentence. */
  readonly explain: (problem: Problem) => string;
  /** The days to choose from while the date is not known, weighed, the best first. Absent: none are offered. */
  readonly weighDates?: (given: Answers) => readonly WeighedDay[];
  /** Called after every answer. */
  readonly saveDraft: (given: Answers) => Promise<void> | void;
  /** One line to the person, without its line end. */
  readonly print: (line: string) => void;
  /** Columns of the screen, to cut lines between words; absent where lines are read aloud or piped. */
  readonly width?: number;
}

export interface WizardOutcome {
  /** `stopped`: left before the end, by choice, Ctrl-C or the end of the input. */
  readonly kind: 'confirmed' | 'stopped';
  readonly given: Answers;
}

/** Asks until all is confirmed on the review page, or the person stops. Writes nothing but through `saveDraft`. */
export async function runWizard(options: WizardOptions): Promise<WizardOutcome> {
  const form = { questions: options.kit.questions, context: options.context };
  const print = (line: string): void =>
    wrapWords(spoken(line), options.width ?? Infinity, '    ').forEach((part) => options.print(part));
  introduction(options.prompter.style).forEach(print);
  let state = startWizard(options.given, form);
  let reviewed: Answers | undefined;
  let offeredFor: AnswerValue | undefined;
  for (;;) {
    if (options.weighDates && state.given[PERIOD] !== offeredFor && isOfferDue(state, form)) {
      const offered = await offerDates(state.given, options.weighDates, { ...options, print });
      if (offered.kind === 'stop') return { kind: 'stopped', given: offered.given };
      state = { ...state, given: offered.given };
      if (offered.kind === 'back') state = showAgain(state, PERIOD, form);
      else offeredFor = state.given[PERIOD];
      continue;
    }
    const question = nextQuestion(state, form);
    const inReview = state.stage.kind === 'closing' || question === 'review';
    if (inReview && reviewed !== state.given) {
      reviewPage(options.kit, state.given, options.context).forEach(print);
      reviewed = state.given;
    }
    if (question === 'review') {
      const choice = await askReview(state, options);
      if (choice.kind === 'confirmed' || choice.kind === 'stopped') return { kind: choice.kind, given: state.given };
      if (choice.kind === 'open') state = openStage(state, choice.stage, form);
      if (choice.kind === 'back') state = goBack(state, form);
      continue;
    }
    const rank = state.stage.kind === 'first' ? progress(state, form) : undefined;
    const reply = await askQuestion(question, state.given, rank, { ...options, print });
    if (reply.kind === 'stop') return { kind: 'stopped', given: state.given };
    if (reply.kind === 'back') {
      state = goBack(state, form);
      continue;
    }
    if (question.id === PERIOD) offeredFor = undefined;
    const before: WizardState = state;
    state = answerQuestion(state, reply.value, form);
    // The closing question is printed by itself: the whole page again would bury it.
    if (before.stage.kind === 'closing') reviewed = state.given;
    const shown = reply.value === undefined ? 'Pas de réponse.' : showAnswer(question, reply.value, options.context);
    print(`${question.label} ${shown}`);
    await options.saveDraft(state.given);
  }
}
