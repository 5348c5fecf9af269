import type { Cell, Column, Plan, Row, Scenarios, Sheet } from '../../model.ts';
import { formatNumber } from '../../shared/money.ts';
import { ownId, TO_QUOTE } from '../../shared/workbook-words.ts';
import { copyOf, letterOf, minus, product, refer, sumAbove, type Term } from './formulas.ts';
import { levelRows, moneyRows } from './budget-scenario-money.ts';
import { bySize, SCENARIOS_SHEET, sizesOf, SIZES, type SizedBudget } from './budget-sizes.ts';
import { idColumn, item, ours, prefaceOf, spare, total } from './layout.ts';

const columnsFor = (budgets: readonly SizedBudget[]): readonly Column[] => [
  idColumn,
  ours('poste', 'Poste', 38, 'text', { label: true }),
  ours('prix', 'Prix unitaire', 12, 'money'),
  ours('unite', 'Unité', 17),
  ...budgets.flatMap(({ size, people, title }) => [
    ours(`nombre-${size}`, `${title}\u00a0: quantité`, 11, 'number'),
    ours(size, `${title}\u00a0: ${formatNumber(people)} personnes`, 15, 'money'),
  ]),
  ours('lecture', 'Ce qui change', 36),
];

/** What the sheets that it reads are called here. */
interface Others {
  readonly expenses: Sheet;
  readonly income: Sheet;
  readonly balance: Sheet;
}

/**
 * The same budget for fewer and for more people, made by what makes the plan. Prices and the middle column are those that
 * stand in the workbook, so that a quote that somebody types counts here too.
 */
export function scenariosSheet(plan: Plan, rule: Scenarios, others: Others): Sheet {
  const budgets = sizesOf(plan, rule);
  const sheet = { columns: columnsFor(budgets), budgets, ...others };
  const lines = [...lineRows(plan, sheet), ...spare({}, 3)];
  const sums = sumRows(sheet, lines);
  return {
    name: SCENARIOS_SHEET,
    preface: prefaceOf('Scénarios selon le nombre de personnes', plan, rule.why,
      'Vos prix et vos devis comptent ici. Le nombre de jours, le repas et le niveau restent ceux de vos réponses.'),
    columns: sheet.columns,
    rows: [...lines, ...sums, ...moneyRows(sheet, sums), ...levelRows(plan, budgets)],
    landscape: true,
  };
}

interface Parts extends Others {
  readonly columns: readonly Column[];
  readonly budgets: readonly SizedBudget[];
}

const at = (columns: readonly Column[], key: string): string => `${letterOf(columns, key)}{row}`;

/** Every line of one of the budgets, in the order of the kit. */
function lineRows({ kit }: Plan, { columns, budgets, expenses }: Parts): readonly Row[] {
  const known = new Map(budgets.flatMap(({ budget }) => budget.lines).map((planned) => [planned.line.id, planned] as const));
  return kit.budget.lines.flatMap(({ id }) => known.get(id) ?? []).map(({ line, price }): Row => {
    const isPlanned = expenses.rows.some(({ id }) => id === line.id);
    const prix: Cell = isPlanned ? copyOf(expenses, line.id, 'prix') : price ?? TO_QUOTE;
    const quantities = budgets.map(({ size, budget }) => [`nombre-${size}`, budget.lines.find((found) => found.line.id === line.id)?.quantity ?? 0] as const);
    const [fewer = 0, , more = 0] = quantities.map(([, quantity]) => quantity);
    const cells = { poste: line.label, prix, unite: line.unit, ...Object.fromEntries(quantities), lecture: readingOf(fewer, more) };
    const amounts = SIZES.map((size) => [size, size === 'prevu' && isPlanned
      ? copyOf(expenses, line.id, 'prevu') : product(columns, cells, `nombre-${size}`, 'prix', TO_QUOTE)] as const);
    return item(line.id, { ...cells, ...Object.fromEntries(amounts) });
  });
}

/** How a quantity goes with the number of people. */
function readingOf(fewer: number, more: number): string {
  if (fewer === more) return 'Ne change pas';
  return fewer === 0 ? 'À partir d’un certain nombre' : 'Suit le nombre';
}

/** The lines that people added cost the same whatever the number; the rest is reckoned anew. */
function sumRows({ columns, budgets, expenses }: Parts, lines: readonly Row[]): readonly Row[] {
  const spent = (row: string): Term => refer(expenses, ownId(row), 'prevu');
  const rest = minus(spent('sous-total'), sumAbove(columns, lines, 'prevu'));
  const added = total('ajoutees', {
    poste: 'Vos lignes ajoutées ou changées', lecture: 'Comptées telles quelles',
    ...bySize((size) => (size === 'prevu' ? rest : { formula: at(columns, 'prevu'), value: rest.value })),
  });
  const percent = refer(expenses, ownId('imprevus'), 'quantite');
  const unexpected = total('imprevus', {
    poste: 'Imprévus', lecture: 'Même part du total',
    ...bySize((size): Cell => {
      const above = sumAbove(columns, [...lines, added], size);
      return size === 'prevu' ? spent('imprevus')
        : { formula: `ROUND(${above.formula}*${percent.formula}/100,2)`, value: Math.round((above.value * percent.value) / 100) };
    }),
  });
  const all = total('total', {
    poste: 'Total des dépenses', lecture: 'Hors devis à demander',
    ...bySize((size) => (size === 'prevu' ? spent('total') : sumAbove(columns, [...lines, added, unexpected], size))),
  });
  const sheet = { name: SCENARIOS_SHEET, rows: [all] };
  const each = total('par-personne', {
    poste: 'Dépenses par personne', lecture: 'Quantité\u00a0: les personnes',
    ...Object.fromEntries(budgets.flatMap(({ size, people }) => {
      const whole = refer(sheet, ownId('total'), size);
      return [[`nombre-${size}`, people], [size, {
        formula: `IF(N(${at(columns, `nombre-${size}`)})=0,"",ROUND(${whole.formula}/${at(columns, `nombre-${size}`)},2))`,
        value: people > 0 ? Math.round(whole.value / people) : '',
      }]];
    })),
  });
  return [added, unexpected, all, each];
}
