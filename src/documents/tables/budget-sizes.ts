import type { Answers, Budget, Cell, Level, Plan, Row, Scenarios } from '../../model.ts';
import { buildBudget } from '../../shared/build-budget.ts';
import { deriveFacts } from '../../shared/facts.ts';
import { numberAnswer } from '../../shared/read-answer.ts';

/** The name of the sheet that compares them. */
export const SCENARIOS_SHEET = 'Scénarios';

/** Keys of the columns of the scenarios. */
export const SIZES = ['moins', 'prevu', 'plus'] as const;
export type Size = (typeof SIZES)[number];

/** One cell for each number of people. */
export const bySize = (make: (size: Size) => Cell): Row['cells'] => Object.fromEntries(SIZES.map((size) => [size, make(size)]));

/** The plan for another number of people. */
export interface SizedBudget {
  readonly size: Size;
  readonly title: string;
  readonly people: number;
  readonly budget: Budget;
}

/** Fewer people, those expected, more people. */
export function sizesOf(plan: Plan, { fewer, more }: Scenarios): readonly SizedBudget[] {
  const people = numberAnswer(plan.answers, 'jauge') ?? 0;
  const share = (percent: number): number => Math.ceil((people * percent) / 100);
  const sized = (size: Size, title: string, count: number): SizedBudget => ({ size, title, people: count, budget: budgetFor(plan, count) });
  return [
    sized('moins', 'Moins', share(fewer)), { size: 'prevu', title: 'Prévu', people, budget: plan.budget }, sized('plus', 'Plus', share(more)),
  ];
}

/** @param level at its prices, as if there were money: all that can be paid is */
export function budgetFor(plan: Plan, people: number, level?: Level): Budget {
  const answers: Answers = {
    ...plan.answers, jauge: people,
    ...(level !== undefined && { niveau: level, budget: Math.max(1, numberAnswer(plan.answers, 'budget') ?? 0) }),
  };
  return buildBudget(plan.kit.budget, answers, { ...plan.facts, ...deriveFacts(answers) });
}
