import type { Column, Formula, IncomeType, Plan, Row, Sheet } from '../../model.ts';
import { numberAnswer } from '../../shared/read-answer.ts';
import { quoteSheetName } from '../../shared/sheet-places.ts';
import { OWN_FUNDS, ownId } from '../../shared/workbook-words.ts';
import { quoteWord } from './budget-expenses.ts';
import { incomeColumns, shareNames } from './budget-income.ts';
import { letterOf, minus, numberIn, refer } from './formulas.ts';
import type { Term } from './formulas.ts';
import { idColumn, item, ours, prefaceOf, section, spare, theirs } from './layout.ts';

/** What the national event of Nantes cost in 2018, in cents [CR19]: a ceiling to compare with, not a target. */
const nationalEvent2018 = 17_000_000;

const name = 'Équilibre';

const columns: readonly Column[] = [
  idColumn,
  ours('ligne', 'Ligne', 40, 'text', { label: true }),
  ours('prevu', 'Prévu', 16, 'money'),
  ours('reel', 'Réel', 16, 'money'),
  ours('nombre', 'Nombre ou part (%)', 12, 'number'),
  ours('lecture', 'Comment lire', 64),
  theirs('notes', 'Notes', 34),
];

/** The one page that says whether the money is there: everything in it is computed from the other sheets. */
export function balanceSheet(plan: Plan, expenses: Sheet, income: Sheet): Sheet {
  return {
    name,
    preface: prefaceOf('Équilibre du budget', plan,
      'Rien à écrire ici, sauf vos notes : les montants viennent des autres feuilles.'),
    columns,
    rows: [
      ...balanceRows(plan, expenses, income), ...envelopeRows(plan, income), ...spare({}, 1),
      ...comparisonRows(income), ...spare({}, 1),
    ],
    landscape: true,
  };
}

function balanceRows(plan: Plan, expenses: Sheet, income: Sheet): readonly Row[] {
  const spent = (key: string) => refer(expenses, ownId('total'), key);
  const received = (key: string) => refer(income, ownId('total'), key);
  const people = numberAnswer(plan.answers, 'jauge') ?? null;
  return [
    section('bloc-equilibre', { ligne: 'Ce qui entre, ce qui sort' }),
    item('depenses', {
      ligne: 'Dépenses',
      prevu: spent('prevu'),
      reel: spent('reel'),
      lecture: `Total de la feuille «\u00a0Dépenses\u00a0», imprévus compris${quoteWord(plan.kit.budget) === undefined ? '' : ', hors devis à demander'}.`,
    }),
    item('recettes', {
      ligne: 'Recettes',
      prevu: received('prevu'),
      reel: received('reel'),
      lecture: 'Total de la feuille « Recettes ».',
    }),
    item('solde', {
      ligne: 'Recettes moins dépenses',
      prevu: minus(received('prevu'), spent('prevu')),
      reel: minus(received('reel'), spent('reel')),
      lecture: `Au-dessous de zéro, il manque de l’argent. À zéro, le budget est à l’équilibre${plan.budget.income.some(({ id }) => id !== OWN_FUNDS) ? ', si les aides demandées sont accordées' : ''}.`,
    }),
    item('par-personne', {
      ligne: 'Dépenses par personne attendue',
      prevu: perPerson(spent('prevu'), people),
      reel: perPerson(spent('reel'), people),
      nombre: people,
      lecture: 'Nombre : les personnes attendues.',
    }),
  ];
}

/** What was announced and what the plan leaves of it. */
function envelopeRows({ budget: { envelope } }: Plan, income: Sheet): readonly Row[] {
  const used: Term = income.rows.some(({ id }) => id === OWN_FUNDS)
    ? refer(income, OWN_FUNDS, 'prevu') : { formula: '0', value: 0 };
  const announced = item('enveloppe', {
    ligne: 'Enveloppe annoncée',
    prevu: envelope,
    lecture: 'Ce que vous avez dit pouvoir mettre.',
  });
  return [
    announced,
    item('non-affecte', {
      ligne: 'Non affecté',
      prevu: minus(refer({ name, rows: [announced] }, 'enveloppe', 'prevu'), used),
      lecture: 'L’enveloppe moins l’autofinancement de la feuille «\u00a0Recettes\u00a0».',
    }),
  ];
}

function perPerson(amount: Term, people: number | null): Formula {
  const count = `${letterOf(columns, 'nombre')}{row}`;
  return {
    formula: `IF(N(${count})=0,"",ROUND(${amount.formula}/${count},2))`,
    value: people ? Math.round(amount.value / people) : '',
  };
}

function comparisonRows(income: Sheet): readonly Row[] {
  return [
    section('bloc-repere', { ligne: 'Repère : l’événement national de 2018 (source CR19)' }),
    item('repere-2018', {
      ligne: 'Nantes, 2018, tout compris',
      prevu: nationalEvent2018,
      lecture: 'Deux jours, à l’échelle du pays. Un plafond pour comparer, pas un but.',
    }),
    shareRow(income, 'prive', 'En 2018 : un tiers.'),
    shareRow(income, 'public-local', 'En 2018 : un tiers.'),
    shareRow(income, 'national', 'En 2018 : le dernier tiers, dont l’origine n’est pas précisée.'),
  ];
}

function shareRow(income: Sheet, share: IncomeType['share'], lecture: string): Row {
  const whole = refer(income, ownId('total'), 'prevu');
  const column = (key: string) => {
    const letter = letterOf(incomeColumns, key);
    return `${quoteSheetName(income.name)}!$${letter}:$${letter}`;
  };
  const matching = income.rows.filter((row) => row.cells['part'] === shareNames[share]);
  const amount = {
    formula: `SUMIF(${column('part')},"${shareNames[share]}",${column('prevu')})`,
    value: matching.reduce((sum, row) => sum + (numberIn(row.cells['prevu']) ?? 0), 0),
  };
  return item(`part-${share}`, {
    ligne: `Vos recettes : ${shareNames[share].toLowerCase()}`,
    prevu: amount,
    nombre: {
      formula: `IF(${whole.formula}=0,"",ROUND(100*${amount.formula}/${whole.formula},1))`,
      value: whole.value === 0 ? '' : Math.round((1000 * amount.value) / whole.value) / 10,
    },
    lecture,
  });
}
