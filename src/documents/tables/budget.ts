import type { DocumentSpec, Plan, TableDocument } from '../../model.ts';
import { balanceSheet } from './budget-balance.ts';
import { expensesSheet } from './budget-expenses.ts';
import { incomeSheet } from './budget-income.ts';
import { inKindSheet } from './budget-in-kind.ts';

/** Planned and real money of the event, with live totals; help in kind stays in an annex. */
export function buildBudget(spec: DocumentSpec, path: string, plan: Plan): TableDocument {
  const expenses = expensesSheet(plan);
  const income = incomeSheet(plan);
  const sheets = [expenses, income, inKindSheet(plan), balanceSheet(plan, expenses, income)];
  return { kind: 'table', spec, path, sheets };
}
