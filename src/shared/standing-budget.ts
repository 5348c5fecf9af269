import type { Cents, Observed, ObservedLine, ObservedMoney, Plan } from '../model.ts';
import { OWN_FUNDS, ownId } from './workbook-words.ts';

/** An expense that cost more than what was planned for it. */
export interface OverspentLine {
  readonly id: string | null;
  readonly label: string;
  readonly planned: Cents;
  readonly actual: Cents;
  /** `actual` less `planned`, above 0. */
  readonly over: Cents;
}

/** The money as the workbook tells it, or as planned while nobody can be read. */
export interface StandingBudget {
  readonly planned: ObservedMoney;
  readonly actual: ObservedMoney;
  /** Planned income less planned expenses: below 0, money is missing. */
  readonly balance: Cents;
  /** What funders who have not granted it yet are planned to bring. */
  readonly hoped: Cents;
  /** What was spent beyond all planned expenses; 0 while it fits. */
  readonly over: Cents;
  /** The lines that cost more than planned, the greatest difference first. */
  readonly overspent: readonly OverspentLine[];
  readonly lines: readonly ObservedLine[];
  /** Lines of the plan whose price nobody knows yet: no total holds them. */
  readonly toQuote: number;
}

/** Where the money stands, in cents. */
export function standingBudget(plan: Plan, observed: Observed['budget']): StandingBudget {
  const { expenses, incomeTotal } = plan.budget;
  const planned = observed?.planned ?? { expenses, income: incomeTotal };
  const actual = observed?.actual ?? { expenses: 0, income: 0 };
  const lines = observed?.lines ?? plannedLines(plan);
  return {
    planned, actual, lines,
    toQuote: plan.budget.lines.filter(({ line, price }) => price === null && isOpen(lines, line.id)).length,
    balance: planned.income - planned.expenses,
    hoped: lines.filter(isHoped).reduce((sum, line) => sum + (line.planned ?? 0), 0),
    over: Math.max(0, actual.expenses - planned.expenses),
    overspent: lines.flatMap(overspent).sort((a, b) => b.over - a.over),
  };
}

/** The line is there, without an amount. */
const isOpen = (lines: readonly ObservedLine[], id: string): boolean =>
  lines.some((line) => line.kind === 'expense' && line.id === id && (line.planned ?? 0) + (line.actual ?? 0) === 0);

const isHoped = ({ id, kind, granted, actual }: ObservedLine): boolean =>
  kind === 'income' && id !== OWN_FUNDS && granted !== true && actual === null;

/** In the order of the workbook. */
const plannedLines = ({ kit, budget: { lines, contingency, income } }: Plan): readonly ObservedLine[] => [
  ...lines.map(({ line: { id, label }, amount }) => plannedLine(id, label, 'expense', amount)),
  plannedLine(ownId('imprevus'), kit.budget.contingency.label, 'expense', contingency.amount),
  ...income.map(({ id, label, amount }) => plannedLine(id, label, 'income', amount)),
];

const plannedLine = (id: string, label: string, kind: ObservedLine['kind'], planned: Cents): ObservedLine =>
  ({ id, label, kind, planned, actual: null });

function overspent({ id, label, kind, planned, actual }: ObservedLine): readonly OverspentLine[] {
  const over = (actual ?? 0) - (planned ?? 0);
  return kind === 'expense' && over > 0 ? [{ id, label, planned: planned ?? 0, actual: actual ?? 0, over }] : [];
}
