import type { AnswerContext } from '../answers/answer-context.ts';
import { showAnswer } from '../answers/show-answer.ts';
import { typeAnswer } from '../answers/type-answer.ts';
import type { AskRequest } from '../io/prompter.ts';
import type { AnswerValue, Authority, Choice, Question } from '../model.ts';

/** The answer as it stands when the question is shown. */
export interface Draft {
  readonly value: AnswerValue | undefined;
  /** Said by the person; else a default. */
  readonly given: boolean;
  readonly progress: string | undefined;
  readonly check: AskRequest['check'];
}

export interface RequestContext {
  readonly search: (typed: string) => readonly Authority[];
  readonly context: AnswerContext;
}

const YES_NO: readonly Choice[] = [{ value: 'oui', label: 'Oui' }, { value: 'non', label: 'Non' }];
/** For a question that may stay without an answer and has no default to fall back on. */
const NO_ANSWER: Choice = { value: '', label: 'Pas de réponse pour l’instant' };

/** What a prompter is asked for a question. */
export function requestFor(question: Question, draft: Draft, { search, context }: RequestContext): AskRequest {
  const common = commonPart(question, draft);
  const { value } = draft;
  switch (question.type) {
    case 'authority': {
      const current = typeof value === 'string' ? { value, label: showAnswer(question, value, context) } : undefined;
      return { ...common, kind: 'search', search: (typed) => search(typed).map(asChoice), ...(current && { current }) };
    }
    case 'yes-no': case 'choice': {
      const choices = question.type === 'choice' ? question.choices ?? [] : YES_NO;
      const current = value === undefined ? undefined : typeAnswer(question, value);
      const mayStayOpen = !question.required && (current === undefined || question.defaults.length === 0 && !question.computed);
      return { ...common, kind: 'choice', choices: mayStayOpen ? [...choices, NO_ANSWER] : choices, ...(current !== undefined && { current }) };
    }
    case 'choices':
      return { ...common, kind: 'choices', choices: question.choices ?? [], current: listOf(value), open: question.open };
    default: {
      const text = value === undefined ? undefined : typeAnswer(question, value);
      return { ...common, kind: 'text', ...(text !== undefined && { suggestion: { text, from: draft.given ? 'given' : 'proposed' } }) };
    }
  }
}

/** The words and checks that every request of a question shares. */
export function commonPart({ id, label, help }: Question, { check, progress }: Draft) {
  return { id, label, help, check, hasWhy: true, ...(progress !== undefined && { progress }) };
}

export const listOf = (value: AnswerValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

const asChoice = ({ id, label }: Authority): Choice => ({ value: id, label });
