import type { Answers, AnswerValue, Question } from '../model.ts';
import { isGiven } from '../shared/condition.ts';
import type { AnswerContext } from './answer-context.ts';
import { completeAnswers } from './complete-answers.ts';

/** What is being gone through. `first`: the nine and what they entail. `closing`: asked once all is reviewed. */
export type Stage =
  | { readonly kind: 'first' | 'closing' | 'review' }
  | { readonly kind: 'chapter'; readonly chapter: string }
  | { readonly kind: 'one'; readonly question: string };

export interface WizardState {
  readonly given: Answers;
  readonly stage: Stage;
  /** Id of the question on the screen; none on the review page. */
  readonly current?: string;
  /** Ids shown since the wizard started: going forward again after « back » shows them again. */
  readonly seen: readonly string[];
}

export interface Questionnaire {
  readonly questions: readonly Question[];
  readonly context: AnswerContext;
}

/** The chapter whose questions are asked on the review page. */
export const CLOSING_CHAPTER = 'relecture';

/** The questions of a stage that apply to the answers so far, in order. */
export function questionsOf(stage: Stage, given: Answers, { questions, context }: Questionnaire): readonly Question[] {
  const { applicable } = completeAnswers(questions, given, context);
  const firstChapters = new Set(questions.filter(({ essential }) => essential).map(({ chapter }) => chapter));
  switch (stage.kind) {
    case 'first': return applicable.filter(({ chapter }) => firstChapters.has(chapter));
    case 'closing': return applicable.filter(({ chapter }) => chapter === CLOSING_CHAPTER);
    case 'chapter': return applicable.filter(({ chapter }) => chapter === stage.chapter);
    case 'one': return applicable.filter(({ id }) => id === stage.question);
    case 'review': return [];
  }
}

/** True when going forward has to stop at this question: not answered yet, or seen before and gone back from. */
export function isPending(question: Question, { given, seen, stage }: WizardState): boolean {
  const asked = seen.includes(question.id);
  switch (stage.kind) {
    case 'first': return given[question.id] === undefined || asked;
    case 'closing': return given[question.id] === undefined && !asked;
    default: return true;
  }
}

/**
 * The answers with this one. A default that is accepted in the first round is an answer; later it stays a proposal, so
 * that it keeps following the others. Undefined takes the answer away.
 */
export function withAnswer(
  question: Question, value: AnswerValue | undefined, given: Answers, form: Questionnaire,
): Answers {
  const { [question.id]: _, ...others } = given;
  if (value === undefined) return others;
  const proposal = completeAnswers(form.questions, others, form.context).answers[question.id];
  const inFirst = form.questions.some(({ essential, chapter }) => essential && chapter === question.chapter);
  const same = proposal !== undefined && JSON.stringify(proposal) === JSON.stringify(value);
  const nothing = proposal === undefined && !isGiven(value);
  return !inFirst && (same || nothing) ? others : { ...given, [question.id]: value };
}
