import type { AnswerContext } from '../../answers/answer-context.ts';
import { expectedForm } from '../../answers/expected-form.ts';
import { showAnswer } from '../../answers/show-answer.ts';
import { typeAnswer } from '../../answers/type-answer.ts';
import type { AskRequest, TextRequest } from '../../io/prompter.ts';
import type { AnswerValue, Authority, Choice, Question } from '../../model.ts';

/** The answer as it stands when the question is shown. */
export interface Draft {
  readonly value: AnswerValue | undefined;
  /** Said by the person; else a default. */
  readonly given: boolean;
  readonly progress: string | undefined;
  /** The first question of all. */
  readonly isFirst?: boolean;
  readonly check: AskRequest['check'];
}

export interface RequestContext {
  readonly search: (typed: string) => readonly Authority[];
  readonly context: AnswerContext;
}

/** Typed alone, takes an answer away. */
export const ERASE = '-';

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
      if (question.required || question.defaults.length > 0 || question.computed) {
        return { ...common, kind: 'choice', choices, ...(current !== undefined && { current }) };
      }
      // The cursor waits on « no answer »: one Entrée too many must not say yes for anybody.
      return { ...common, kind: 'choice', choices: [...choices, NO_ANSWER], current: current ?? NO_ANSWER.value };
    }
    case 'choices':
      return {
        ...common, kind: 'choices', choices: question.choices ?? [], current: listOf(value), open: question.open,
      };
    default:
      return { ...common, kind: 'text', help: textHelp(question, draft), ...suggestionFor(question, draft) };
  }
}

function suggestionFor(question: Question, { value, given }: Draft): Pick<TextRequest, 'suggestion'> {
  if (value === undefined) return {};
  return { suggestion: { text: typeAnswer(question, value), raw: value, from: given ? 'given' : 'proposed' } };
}

/** The help of the kit, how a list is typed, and how to take back an answer that nothing would replace. */
function textHelp(question: Question, { given }: Draft): string {
  const form = ['records', 'roles'].includes(question.type) ? ` Écrivez ${expectedForm(question)}.` : '';
  const replaced = question.required || question.defaults.length > 0 || question.computed !== undefined;
  return `${question.help}${form}${given && !replaced ? ' « - » pour ne plus répondre.' : ''}`;
}

/** The words and checks that every request of a question shares. */
export function commonPart({ id, label, help }: Question, { check, progress, isFirst = false }: Draft) {
  return { id, label, help, check, hasWhy: true, isFirst, ...(progress !== undefined && { progress }) };
}

export const listOf = (value: AnswerValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

const asChoice = ({ id, label }: Authority): Choice => ({ value: id, label });
