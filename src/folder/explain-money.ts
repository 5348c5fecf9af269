import type { Account, BudgetLine, IncomeType, InKindLine, Level, Plan, PlannedIncome, PlannedLine, Quantity } from '../model.ts';
import { usualTime } from '../shared/ask-by.ts';
import { incomeAccount } from '../shared/build-budget.ts';
import { factWords } from '../shared/fact-words.ts';
import { formatEuros, formatNumber } from '../shared/money.ts';
import { answersTo, linesOf, questionsBehind, questionsOf, sourcesOf, whenInWords, type Explanation } from './explanation.ts';

const LEVELS = ['sobre', 'courant', 'confort'] as const satisfies readonly Level[];

/** A line of the expenses: how many, at what price, and on which account. */
export function explainExpense(line: BudgetLine, plan: Plan): Explanation {
  const planned = plan.budget.lines.find((candidate) => candidate.line.id === line.id);
  const { price } = line;
  const prices = price ? `${LEVELS.map((level) => `${level} : ${formatEuros(price[level])}`).join(' ; ')}. Votre niveau : ${plan.budget.level}`
    : 'inconnu : devis à demander';
  return {
    kind: 'expense', id: line.id, title: line.label,
    lines: linesOf({
      'Prévu': planned ? amountInWords(planned) : 'absente de ce budget',
      'Quantité': quantityInWords(line.quantity, line.unit, plan),
      'Prix d’une unité': prices,
      'Sans argent': planned?.free ? `compté à zéro. ${line.free ?? ''}` : undefined,
      'Elle compte': whenInWords(line.when, plan),
      'Compte M57': accountInWords(line.account, plan),
      'Famille d’achat': line.family,
    }),
    answers: answersTo([
      'niveau', ...quantityQuestions(line.quantity), ...questionsOf(line.when), ...(planned?.free ? ['budget', 'financeurs'] : []), 'nomenclature',
    ], plan),
    sources: sourcesOf(line, plan.kit),
  };
}

const amountInWords = ({ amount, quantity, price }: PlannedLine): string => (price === null
  ? 'devis à demander : la ligne compte pour zéro dans les totaux, mais elle n’est pas gratuite'
  : `${formatEuros(amount)} = ${formatNumber(quantity)} × ${formatEuros(price)}`);

export function explainContingency(plan: Plan): Explanation {
  const { contingency } = plan.kit.budget;
  const { amount, percent } = plan.budget.contingency;
  return {
    kind: 'expense', id: contingency.id, title: contingency.label,
    lines: linesOf({
      'Prévu': `${formatEuros(amount)} : ${formatNumber(percent)} % des autres dépenses (${formatEuros(plan.budget.expenses - amount)})`,
      'Part': `${LEVELS.map((level) => `${level} : ${formatNumber(contingency.percent[level])} %`).join(' ; ')}. Votre niveau : ${plan.budget.level}`,
      'Compte M57': accountInWords(contingency.account, plan),
    }),
    answers: answersTo(['niveau', 'nomenclature'], plan),
    sources: sourcesOf(contingency, plan.kit),
  };
}

/** A funder that was named, by its number in the workbook: `region`, `region--2`. */
export function explainFunder(income: PlannedIncome, plan: Plan): Explanation {
  const type = plan.kit.budget.income.find(({ id }) => id === income.id.replace(/--\d+$/, ''));
  const planned = income.unknownAmount ? 'montant inconnu : compté pour zéro' : `${formatEuros(income.amount)}, le montant de votre réponse`;
  return incomeOf(income.id, income.label, type, planned, plan);
}

/** A kind of funder that nobody named. */
export const explainIncomeType = (type: IncomeType, plan: Plan): Explanation =>
  incomeOf(type.id, type.label, type, 'rien : il n’est pas parmi vos financeurs', plan);

function incomeOf(id: string, title: string, type: IncomeType | undefined, planned: string, plan: Plan): Explanation {
  return {
    kind: 'income', id, title,
    lines: linesOf({ 'Prévu': planned, 'Conseil': type?.advice, 'Compte M57': type && accountInWords(incomeAccount(type, plan.facts).account, plan),
      'Délai habituel': type?.askBefore && usualTime(type.askBefore) }),
    answers: answersTo(['financeurs', 'nomenclature'], plan),
    sources: type ? sourcesOf(type, plan.kit) : [],
  };
}

/** What the organiser pays: what the funders leave, up to the envelope. */
export function explainOwnFunds({ id, label, amount }: PlannedIncome, plan: Plan): Explanation {
  const { envelope, expenses, incomeTotal, gap } = plan.budget;
  return {
    kind: 'income', id, title: label,
    lines: linesOf({
      'Prévu': `${formatEuros(amount)} : les dépenses (${formatEuros(expenses)}) moins les autres recettes (${formatEuros(incomeTotal - amount)}), `
        + `sans dépasser l’enveloppe (${formatEuros(envelope)})`,
      'Il manque': gap > 0 ? formatEuros(gap) : undefined,
    }),
    answers: answersTo(['budget', 'financeurs'], plan),
    sources: [],
  };
}

export function explainTotals(id: string, plan: Plan): Explanation {
  const { expenses, incomeTotal, contingency, gap, lines } = plan.budget;
  return {
    kind: 'total', id, title: 'Totaux du budget',
    lines: linesOf({
      'Dépenses': `${formatEuros(expenses)} : ${lines.length} lignes (${formatEuros(expenses - contingency.amount)}) et les imprévus (${formatEuros(contingency.amount)})`,
      'Recettes': formatEuros(incomeTotal),
      'Il manque': gap > 0 ? formatEuros(gap) : 'rien',
      'À savoir': 'Dans le classeur, les totaux suivent ce que vous y changez.',
    }),
    answers: answersTo(['budget', 'financeurs', 'niveau'], plan),
    sources: [],
  };
}

export function explainInKind(line: InKindLine, plan: Plan): Explanation {
  const planned = plan.budget.inKind.find((candidate) => candidate.line.id === line.id);
  const rate = line.rate === undefined ? 'à fixer par votre collectivité' : formatEuros(line.rate);
  return {
    kind: 'in-kind', id: line.id, title: line.label,
    lines: linesOf({
      'Valeur': planned ? `${formatEuros(planned.amount)} = ${formatNumber(planned.quantity)} × ${rate}` : 'absent de ce budget',
      'Quantité': quantityInWords(line.quantity, line.unit, plan),
      'Comment la calculer': line.method,
      'Il compte': whenInWords(line.when, plan),
    }),
    answers: answersTo([...quantityQuestions(line.quantity), ...questionsOf(line.when)], plan),
    sources: sourcesOf(line, plan.kit),
  };
}

const quantityQuestions = ({ of }: Quantity): readonly string[] => (of === undefined ? [] : questionsBehind(of));

/** « le nombre de personnes attendues, soit 80, × 0,5, arrondi au-dessus, au moins 1 (unité : heure) ». */
function quantityInWords({ of, times, min }: Quantity, unit: string, { kit, facts }: Plan): string {
  const counted = `(unité : ${unit})`;
  if (of === undefined) return `${formatNumber(Math.max(times, min))}, un forfait ${counted}`;
  const words = Object.hasOwn(factWords, of) ? factWords[of] : undefined;
  const name = words && 'of' in words ? words.of : `la réponse à « ${kit.questions.find(({ id }) => id === of)?.label ?? of} »`;
  const factor = times === 1 ? '' : `, × ${formatNumber(times)}, arrondi au-dessus`;
  return `${name}, soit ${formatNumber(Number(facts[of] ?? 0))}${factor}${min > 0 ? `, au moins ${formatNumber(min)}` : ''} ${counted}`;
}

const accountInWords = (account: Account, { answers }: Plan): string =>
  (answers['nomenclature'] === 'abregee' ? `${account.abregee} (nomenclature abrégée)` : account.developpee) + `, ${account.label}`;
