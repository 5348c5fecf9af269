import type { DocumentSpec, Plan, TableDocument } from '../../model.ts';
import { holds } from '../../shared/condition.ts';
import { balanceSheet } from './budget-balance.ts';
import { expensesSheet } from './budget-expenses.ts';
import { incomeSheet } from './budget-income.ts';
import { inKindSheet } from './budget-in-kind.ts';
import { purchasesSheet } from './budget-purchases.ts';
import { scenariosSheet } from './budget-scenarios.ts';
import { sharedSheet } from './budget-shared.ts';

/**
 * Planned and real money of the event, with live totals; help in kind stays in an annex. What only some kits have comes
 * last, a sheet each: a sheet can be added to a person's workbook, a row of totals cannot.
 */
export function buildBudget(spec: DocumentSpec, path: string, plan: Plan): TableDocument {
  const { purchases, scenarios, shared } = plan.kit.budget;
  const expenses = expensesSheet(plan);
  const income = incomeSheet(plan);
  const balance = balanceSheet(plan, expenses, income);
  const sheets = [
    expenses, income, inKindSheet(plan), balance,
    ...(purchases ? [purchasesSheet(plan, purchases, expenses)] : []),
    ...(scenarios ? [scenariosSheet(plan, scenarios, { expenses, income, balance })] : []),
    ...(shared && holds(shared.when, plan.facts) ? [sharedSheet(plan, shared, expenses)] : []),
  ];
  return { kind: 'table', spec, path, sheets };
}
