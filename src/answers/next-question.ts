import type { Answers, AnswerValue, Question } from '../model.ts';
import type { Questionnaire, Stage, WizardState } from './wizard-state.ts';
import { isPending, questionsOf, withAnswer } from './wizard-state.ts';

/** The wizard as a value: every function takes a state and gives the next one; nothing here asks or prints. */

/** Begins, or resumes, at the first question without an answer. */
export function startWizard(given: Answers, form: Questionnaire): WizardState {
  return forward({ given, stage: { kind: 'first' }, seen: [] }, form);
}

/** The question to show, or the review page. */
export function nextQuestion(state: WizardState, form: Questionnaire): Question | 'review' {
  return form.questions.find(({ id }) => id === state.current) ?? 'review';
}

/** Records an answer (undefined: none) and goes forward. */
export function answerQuestion(state: WizardState, value: AnswerValue | undefined, form: Questionnaire): WizardState {
  const question = nextQuestion(state, form);
  if (question === 'review') return state;
  return forward({ ...state, given: withAnswer(question, value, state.given, form) }, form);
}

/** The question before this one in its stage, whoever answered it; before the first of all, stays. */
export function goBack(state: WizardState, form: Questionnaire): WizardState {
  const atTheEnd = state.stage.kind === 'review' || state.stage.kind === 'closing';
  const stage: Stage = atTheEnd ? { kind: 'first' } : state.stage;
  const round = questionsOf(stage, state.given, form);
  const here = atTheEnd ? round.length : round.findIndex(({ id }) => id === state.current);
  const previous = round[here - 1];
  if (previous) return show(state, stage, previous);
  return stage.kind === 'first' ? state : { ...without(state), stage: { kind: 'review' } };
}

/** Shows a question again: in the first round where one is, from the review page that one alone. */
export function showAgain(state: WizardState, id: string, form: Questionnaire): WizardState {
  if (state.stage.kind === 'first') return { ...state, current: id };
  return openStage(state, { kind: 'one', question: id }, form);
}

/** From the review page: go through a chapter, or change one answer. */
export function openStage(state: WizardState, stage: Stage, form: Questionnaire): WizardState {
  return forward({ ...without(state), stage }, form);
}

/** « 3 sur 9 »: the rank of the last essential question reached, among those that apply. */
export function progress(state: WizardState, form: Questionnaire): string {
  const essential = form.questions.filter((question) => question.essential);
  const here = form.questions.findIndex(({ id }) => id === state.current);
  const reached = essential.filter((question) => form.questions.indexOf(question) <= here).length;
  return `${Math.max(1, reached)} sur ${essential.length}`;
}

/**
 * The next pending question of the stage; after the last one, what the answers made necessary, then the questions of
 * the review page, then that page.
 */
function forward(state: WizardState, form: Questionnaire): WizardState {
  const order = form.questions.map(({ id }) => id);
  const here = state.current === undefined ? -1 : order.indexOf(state.current);
  const next = questionsOf(state.stage, state.given, form)
    .find((question) => order.indexOf(question.id) > here && isPending(question, state));
  if (next) return show(state, state.stage, next);
  const entailed = questionsOf({ kind: 'first' }, state.given, form)
    .find(({ id, required }) => state.given[id] === undefined && (required || !state.seen.includes(id)));
  if (entailed) return show(state, { kind: 'first' }, entailed);
  const closing: Stage = { kind: 'closing' };
  const last = questionsOf(closing, state.given, form)
    .find((question) => isPending(question, { ...state, stage: closing }));
  return last ? show(state, closing, last) : { ...without(state), stage: { kind: 'review' } };
}

const show = ({ given, seen }: WizardState, stage: Stage, { id }: Question): WizardState =>
  ({ given, stage, current: id, seen: seen.includes(id) ? seen : [...seen, id] });

const without = ({ given, seen, stage }: WizardState): WizardState => ({ given, seen, stage });
