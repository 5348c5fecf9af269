import type { Column, IncomeType, Plan, PlannedIncome, Row, Sheet } from '../../model.ts';
import { formatEuros } from '../../shared/money.ts';
import { INCOME_SHEET, OWN_FUNDS } from '../../shared/workbook-words.ts';
import { askingSentence } from '../asking-words.ts';
import { sumAbove } from './formulas.ts';
import { idColumn, item, ours, prefaceOf, spare, theirs, tintNote, total } from './layout.ts';

/** How far a funder is, in the drop-down list of « État ». */
export const incomeStates = ['À voter', 'À demander', 'Demandé', 'Promis', 'Obtenu', 'Refusé'] as const;

/** How each third of the 2018 event is called in the workbook. */
export const shareNames: Readonly<Record<IncomeType['share'], string>> = {
  'public-local': 'Public local',
  prive: 'Privé',
  national: 'National ou européen',
};

export const incomeColumns: readonly Column[] = [
  idColumn,
  ours('recette', 'Recette', 32, 'text', { label: true }),
  ours('part', 'Origine', 14, 'choice', { choices: Object.values(shareNames) }),
  ours('prevu', 'Prévu', 14, 'money'),
  theirs('reel', 'Réel', 14, 'money'),
  theirs('etat', 'État', 14, 'choice', { choices: incomeStates }),
  ours('compte', 'Compte M57', 10),
  ours('conseil', 'Conseil', 50),
  theirs('notes', 'Notes', 30),
];

/** Every funder that was named, with its amount when it is known. */
export function incomeSheet(plan: Plan): Sheet {
  const lines = [...plan.budget.income.map((income) => incomeRow(income, plan)), ...spare()];
  return {
    name: INCOME_SHEET,
    preface: prefaceOf('Recettes', plan, tintNote),
    columns: incomeColumns,
    rows: [...lines, total('total', {
      recette: 'Total des recettes',
      prevu: sumAbove(incomeColumns, lines, 'prevu'),
      reel: sumAbove(incomeColumns, lines, 'reel'),
    })],
    landscape: true,
  };
}

function incomeRow(income: PlannedIncome, plan: Plan): Row {
  const advice = income.id === OWN_FUNDS ? envelopeWords(plan) : [askingSentence(income, plan), income.advice].filter(Boolean).join(' ');
  return item(income.id, {
    recette: income.label,
    part: shareNames[income.share],
    prevu: income.unknownAmount ? null : income.amount,
    etat: (income.id === OWN_FUNDS ? 'À voter' : 'À demander') satisfies (typeof incomeStates)[number],
    compte: income.account === '' ? null : income.account,
    conseil: advice === '' ? null : advice,
  });
}

/** What was announced and what the budget takes of it are two amounts. */
const envelopeWords = ({ budget: { envelope } }: Plan): string =>
  (envelope === 0 ? '' : `Ce que ce budget emploie de l’enveloppe annoncée, ${formatEuros(envelope)}.`);
