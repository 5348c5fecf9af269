import type { BudgetRules, Cents } from '../model.ts';
import { ownId } from '../shared/workbook-words.ts';
import type { Situation } from './meet-rule.ts';

/** The lines of one purchase family, which public procurement adds up. */
export interface FamilySum {
  readonly family: string;
  readonly amount: Cents;
}

const ADDED = 'Lignes ajoutées';

/**
 * The expenses of the event by purchase family, the greatest first: what is planned, or what was spent when that is more.
 * Lines that people added have no family of the kit and stand together; so does what is kept for the unexpected.
 */
export function purchasesByFamily({ budget, observed }: Pick<Situation, 'budget' | 'observed'>, rules: BudgetRules): readonly FamilySum[] {
  const families = new Map([...rules.lines.map(({ id, family }) => [id, family] as const), [ownId('imprevus'), rules.contingency.family]]);
  const seen = observed?.budget?.lines.filter(({ kind }) => kind === 'expense')
    .map(({ id, planned, actual }) => ({ id: id ?? '', amount: Math.max(planned ?? 0, actual ?? 0) }));
  const planned = [...budget.lines.map(({ line, amount }) => ({ id: line.id, amount })), { id: ownId('imprevus'), amount: budget.contingency.amount }];
  const sums = new Map<string, Cents>();
  for (const { id, amount } of seen ?? planned) {
    const family = families.get(id) ?? ADDED;
    sums.set(family, (sums.get(family) ?? 0) + amount);
  }
  return [...sums].map(([family, amount]) => ({ family, amount }))
    .filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
}
