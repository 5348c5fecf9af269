import type { Budget, Cents, ObservedLine } from '../../model.ts';
import type { StandingBudget } from '../../shared/standing-budget.ts';
import { ownId } from '../../shared/workbook-words.ts';

/** One row of a picture of the budget. */
export interface Share {
  readonly label: string;
  /** What is planned. */
  readonly amount: Cents;
  /** What was spent or received. */
  readonly actual: Cents;
  /** Printed instead of the planned amount. */
  readonly note?: string;
  readonly look: 'expense' | 'income' | 'gap';
}

const CONTINGENCY = ownId('imprevus');
const ADDED = 'Lignes ajoutées par vous';

/** The expenses by family, the dearest first, and the income by source, as the workbook has them. */
export function budgetShares(budget: Budget, money: StandingBudget): { readonly expenses: readonly Share[]; readonly income: readonly Share[] } {
  return { expenses: byFamily(budget, money), income: bySource(budget, money) };
}

function byFamily({ lines, contingency }: Budget, { lines: all }: StandingBudget): readonly Share[] {
  const spent = all.filter(({ kind, id }) => kind === 'expense' && id !== CONTINGENCY);
  const familyOf = ({ id }: ObservedLine): string => lines.find(({ line }) => line.id === id)?.line.family ?? ADDED;
  const families = [...new Set(spent.map(familyOf))].map((label): Share => {
    const own = spent.filter((line) => familyOf(line) === label);
    return { label, amount: sum(own, 'planned'), actual: sum(own, 'actual'), look: 'expense' };
  });
  const rest = all.filter(({ id }) => id === CONTINGENCY).map(({ label, planned, actual }): Share => {
    // Somebody may have kept another share for the unexpected.
    const isOurs = planned === Math.round((sum(spent, 'planned') * contingency.percent) / 100);
    return { label: isOurs ? `${label} (${contingency.percent}\u00a0%)` : label, amount: planned ?? 0, actual: actual ?? 0, look: 'expense' };
  });
  return [...families.sort((a, b) => b.amount - a.amount), ...rest].filter(({ amount, actual }) => amount > 0 || actual > 0);
}

function bySource({ income }: Budget, { lines, balance }: StandingBudget): readonly Share[] {
  const isAsked = (id: string | null): boolean => income.some((source) => source.id === id && source.unknownAmount);
  const sources = lines.filter(({ kind }) => kind === 'income').map(({ id, label, planned, actual }): Share => ({
    label, amount: planned ?? 0, actual: actual ?? 0, look: 'income', ...((planned ?? 0) === 0 && isAsked(id) && { note: 'à demander' }),
  })).filter(({ amount, actual, note }) => amount > 0 || actual > 0 || note !== undefined);
  return balance < 0 ? [...sources, { label: 'Reste à trouver', amount: -balance, actual: 0, look: 'gap' }] : sources;
}

const sum = (lines: readonly ObservedLine[], key: 'planned' | 'actual'): Cents => lines.reduce((total, line) => total + (line[key] ?? 0), 0);
