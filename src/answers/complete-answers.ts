import type { Answers, AnswerValue, Facts, Question } from '../model.ts';
import type { Position, Problem } from '../problem.ts';
import { choose, holds } from '../shared/condition.ts';
import type { AnswerContext } from './answer-context.ts';
import { checkAnswer } from './check-answer.ts';
import { checkTogether } from './check-together.ts';

/** Answers completed by the defaults that follow from them. */
export interface Completed {
  /** One value per question that applies and has one, in the order of the kit. */
  readonly answers: Answers;
  /** The questions that apply to these answers. */
  readonly applicable: readonly Question[];
  /** Ids of the answers that nobody gave: defaults, which follow the others when they change. */
  readonly proposed: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Walks the questions in order. A question whose condition does not hold has no answer, even if one was given; a given
 * answer wins over the default; a default is computed anew from the answers before it, never stored.
 * @param at where each given answer was read, for problems between answers
 */
export function completeAnswers(
  questions: readonly Question[], given: Answers, context: AnswerContext, at: Readonly<Record<string, Position>> = {},
): Completed {
  const answers: Record<string, AnswerValue> = {};
  const applicable: Question[] = [];
  const proposed = new Set<string>();
  const problems: Problem[] = [];
  for (const question of questions) {
    const facts = context.facts(answers);
    if (!holds(question.when, facts)) continue;
    applicable.push(question);
    const own = given[question.id];
    if (own !== undefined) {
      answers[question.id] = own;
      continue;
    }
    const value = defaultOf(question, answers, facts, context);
    if (value === undefined) continue;
    const checked = checkAnswer(question, value, context);
    if (checked.ok) {
      answers[question.id] = checked.value;
      proposed.add(question.id);
    } else {
      problems.push(...checked.problems);
    }
  }
  return { answers, applicable, proposed, problems: [...problems, ...checkTogether(questions, answers, at)] };
}

function defaultOf(
  { defaults, computed }: Question, answers: Answers, facts: Facts, context: AnswerContext,
): AnswerValue | undefined {
  return choose(defaults, facts) ?? (computed && context.computed[computed](answers));
}
