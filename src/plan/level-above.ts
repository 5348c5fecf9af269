import type { BudgetRules, Cents, Facts, Level } from '../model.ts';
import { buildBudget } from '../shared/build-budget.ts';
import { formatEuros } from '../shared/money.ts';

const ABOVE: Readonly<Partial<Record<Level, Level>>> = { sobre: 'courant', courant: 'confort' };

/**
 * A sentence that names the level above and what it costs, after a blank; nothing when this money does not pay for it, or
 * when its purchases come near the threshold that the kit warns of.
 */
export function levelAbove(rules: BudgetRules, facts: Facts, money: Cents): string {
  const niveau = ABOVE[(facts['niveau'] ?? 'sobre') as Level];
  if (niveau === undefined) return '';
  const above = { ...facts, niveau };
  const { expenses } = buildBudget(rules, above, above);
  const { purchases } = rules;
  const most = purchases ? Math.min(money, purchases.limit * purchases.warnPercent / 100) : money;
  return expenses > most ? '' : ` Le niveau ${niveau} (${formatEuros(expenses)}) tiendrait aussi dans l’enveloppe.`;
}
