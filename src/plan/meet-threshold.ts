import type { Cents, Kit, ObservedLine, RuleTest } from '../model.ts';
import { askBy } from '../shared/ask-by.ts';
import { formatEuros, toCents } from '../shared/money.ts';
import { numberAnswer } from '../shared/read-answer.ts';
import { OWN_FUNDS } from '../shared/workbook-words.ts';
import type { Details, Situation } from './meet-rule.ts';
import { levelAbove } from './level-above.ts';
import { purchasesByFamily } from './purchases.ts';

/** The figure in its own unit (cents for money), what to say of it, and its details. */
interface Measured {
  readonly value: number;
  readonly isMoney: boolean;
  readonly nom?: string;
  readonly note?: string;
}

/** The details of a threshold when its figure is over it. Limits are written in euros, or in tasks and weeks. */
export function meetsThreshold(test: Extract<RuleTest, { kind: 'threshold' }>, situation: Situation, kit: Kit): Details | undefined {
  const { value, isMoney, ...said } = measure(test.figure, situation, kit);
  const limit = (written: number): number => (isMoney ? toCents(written) : written);
  if (value <= limit(test.over) || (test.upTo !== undefined && value > limit(test.upTo))) return undefined;
  return { ...said, ...(isMoney ? { montant: formatEuros(value) } : { nombre: String(value) }) };
}

function measure(figure: Extract<RuleTest, { kind: 'threshold' }>['figure'], situation: Situation, kit: Kit): Measured {
  const { schedule, budget, observed, facts } = situation;
  const planned = observed?.budget?.planned ?? { expenses: budget.expenses, income: budget.incomeTotal };
  switch (figure) {
    case 'gap': return { value: planned.expenses - planned.income, isMoney: true };
    case 'unspent': return { value: unspent(situation), isMoney: true, note: levelAbove(kit.budget, facts, budget.envelope + granted(situation)) };
    case 'excess-funding': return { value: planned.income - incomeOf(OWN_FUNDS, situation) - planned.expenses, isMoney: true };
    case 'expenses': return purchases(situation, kit, 0);
    case 'purchases-of-year': return purchases(situation, kit, toCents(numberAnswer(facts, 'achats_annee') ?? 0));
    case 'public-funding': return publicFunding(situation);
    case 'dropped-tasks': return { value: schedule.dropped.length, isMoney: false };
    case 'late-funders': return lateFunders(situation);
    case 'weeks-missing': return { value: schedule.weeksOfPlan - schedule.weeksAvailable, isMoney: false };
  }
}

/** What the envelope keeps once it has paid all that no granted money does; nothing while money is missing. */
function unspent(situation: Situation): Cents {
  const { budget, observed } = situation;
  const planned = observed?.budget?.planned ?? { expenses: budget.expenses, income: budget.incomeTotal };
  if (planned.expenses > planned.income) return 0;
  const own = incomeOf(OWN_FUNDS, situation);
  const beyond = (observed?.budget?.lines ?? []).filter(({ kind }) => kind === 'expense')
    .reduce((sum, line) => sum + Math.max(0, (line.actual ?? 0) - (line.planned ?? 0)), 0);
  return budget.envelope - Math.max(own, planned.expenses + beyond - granted(situation));
}

/** What others than the organiser pay for sure. */
const granted = ({ observed }: Situation): Cents => (observed?.budget?.lines ?? [])
  .filter((line) => line.kind === 'income' && line.id !== OWN_FUNDS && isGranted(line))
  .reduce((sum, { planned }) => sum + (planned ?? 0), 0);

const isGranted = ({ granted: said, actual }: ObservedLine): boolean => said === true || actual !== null;

/** `{note}`: the families that weigh most, since public procurement looks at each of them. */
function purchases(situation: Situation, kit: Kit, already: Cents): Measured {
  const families = purchasesByFamily(situation, kit.budget);
  const total = families.reduce((sum, { amount }) => sum + amount, 0);
  const note = families.slice(0, SHOWN).map(({ family, amount }) => `${family} (${formatEuros(amount)})`).join(', ');
  return { value: total + already, isMoney: true, note };
}

const SHOWN = 3;

function publicFunding(situation: Situation): Measured {
  const most = situation.budget.income
    .filter(({ share }) => share !== 'prive')
    .map(({ id, label }) => ({ label, amount: incomeOf(id, situation) }))
    .sort((a, b) => b.amount - a.amount)[0];
  return { value: most?.amount ?? 0, isMoney: true, nom: most?.label ?? '' };
}

/** Those whom nobody asked yet: `{nom}` names them. */
function lateFunders({ budget, schedule, today, observed }: Situation): Measured {
  const asked = new Set(observed?.budget?.lines.flatMap(({ id, kind, asked, actual }) => (kind === 'income' && (asked || actual !== null) ? [id] : [])));
  const late = budget.income.filter(({ id, askBefore }) =>
    askBefore && !asked.has(id) && askBy(askBefore, schedule.firstDay, today).state === 'late');
  return { value: late.length, isMoney: false, nom: [...new Set(late.map(({ label }) => label))].join(', ') };
}

/** What one line of income brings, as the workbook tells it, else as planned. */
function incomeOf(id: string, { budget, observed }: Situation): Cents {
  const seen = observed?.budget?.lines.find((line) => line.kind === 'income' && line.id === id);
  return seen ? seen.planned ?? 0 : budget.income.find((line) => line.id === id)?.amount ?? 0;
}
