import type {
  Account, Answers, Budget, BudgetRules, Cents, Facts, IncomeType, Level, PlannedIncome, PlannedInKind, PlannedLine,
} from '../model.ts';
import { holds } from './condition.ts';
import { toCents } from './money.ts';
import { quantityOf } from './quantity.ts';
import { numberAnswer, recordsAnswer } from './read-answer.ts';
import { numberDoubles } from './words.ts';
import { OWN_FUNDS } from './workbook-words.ts';

/**
 * The budget in integer cents. `budget` is what the organiser puts in; each named funder adds its amount. With no money
 * at all every line that can be done for free is; what is left is a gap, and is said. A line whose price nobody knows counts
 * as nothing, and is not free.
 */
export function buildBudget(rules: BudgetRules, answers: Answers, facts: Facts): Budget {
  const level = (answers['niveau'] ?? 'sobre') as Level;
  const envelope = toCents(numberAnswer(answers, 'budget') ?? 0);
  const accountOf = (account: Account): string => (answers['nomenclature'] === 'abregee' ? account.abregee : account.developpee);

  const funders = plannedFunders(rules, answers, facts, accountOf);
  const funded = sum(funders.map(({ amount }) => amount));
  const noMoney = envelope + funded === 0;

  const lines = rules.lines.filter((line) => holds(line.when, facts)).map((line): PlannedLine => {
    const asked = line.price?.[level] ?? null;
    const free = line.free !== undefined && (noMoney || asked === 0);
    const price = free ? 0 : asked;
    const quantity = quantityOf(line.quantity, facts);
    return { line, quantity, price, amount: Math.round(quantity * (price ?? 0)), account: accountOf(line.account), free };
  });
  const paid = sum(lines.map(({ amount }) => amount));
  const percent = rules.contingency.percent[level];
  const contingency = Math.round((paid * percent) / 100);
  const expenses = paid + contingency;

  const own: PlannedIncome = {
    id: OWN_FUNDS,
    label: 'Autofinancement',
    amount: Math.min(envelope, Math.max(0, expenses - funded)),
    unknownAmount: false,
    account: '',
    share: 'public-local',
    advice: '',
  };
  const income = [own, ...funders];
  const incomeTotal = sum(income.map(({ amount }) => amount));
  return {
    level,
    envelope,
    lines,
    contingency: { amount: contingency, percent, account: accountOf(rules.contingency.account) },
    expenses,
    income,
    incomeTotal,
    gap: Math.max(0, expenses - incomeTotal),
    inKind: plannedInKind(rules, facts),
  };
}

function plannedFunders(
  rules: BudgetRules, answers: Answers, facts: Facts, accountOf: (account: Account) => string,
): readonly PlannedIncome[] {
  const funders = recordsAnswer(answers, 'financeurs').flatMap((funder) => {
    const type = rules.income.find(({ id }) => id === funder['type']);
    return type ? [{ type, amount: funder['montant'] }] : [];
  });
  const ids = numberDoubles(funders.map(({ type }) => type.id));
  return funders.map(({ type, amount }, index) => {
    const { account, note } = incomeAccount(type, facts);
    return {
      id: ids[index] ?? type.id,
      label: type.label,
      amount: typeof amount === 'number' ? toCents(amount) : 0,
      unknownAmount: typeof amount !== 'number',
      account: accountOf(account),
      share: type.share,
      advice: note === undefined ? type.advice : `${type.advice} ${note}`,
      ...(type.askBefore && { askBefore: type.askBefore }),
    };
  });
}

/** The account depends on who receives the money: a commune of one's own grouping, or another. */
export function incomeAccount({ account, accountCases = [] }: IncomeType, facts: Facts): { readonly account: Account; readonly note?: string } {
  const found = accountCases.find(({ when }) => holds(when, facts));
  return found ? { account: found, ...(found.note !== undefined && { note: found.note }) } : { account };
}

function plannedInKind(rules: BudgetRules, facts: Facts): readonly PlannedInKind[] {
  return rules.inKind.filter((line) => holds(line.when, facts)).map((line) => {
    const quantity = quantityOf(line.quantity, facts);
    return { line, quantity, amount: quantity * (line.rate ?? 0) };
  });
}

const sum = (amounts: readonly Cents[]): Cents => amounts.reduce((total, amount) => total + amount, 0);
