import type { BudgetRules, Column, Formula, Plan, PlannedLine, Row, Sheet } from '../../model.ts';
import { EXPENSES_SHEET, ownId, TO_QUOTE } from '../../shared/workbook-words.ts';
import { inUnits } from '../units.ts';
import { cachedValue, difference, letterOf, plus, product, refer, sumAbove } from './formulas.ts';
import { idColumn, item, ours, prefaceOf, spare, theirs, tintNote, total } from './layout.ts';

const name = EXPENSES_SHEET;

const columns: readonly Column[] = [
  idColumn,
  ours('poste', 'Poste', 30, 'text', { label: true }),
  ours('famille', 'Famille d’achat', 17),
  ours('quantite', 'Quantité', 11, 'number'),
  ours('unite', 'Unité', 13),
  ours('prix', 'Prix unitaire', 12, 'money'),
  ours('prevu', 'Prévu', 13, 'money'),
  theirs('reel', 'Réel', 13, 'money'),
  ours('ecart', 'Écart', 13, 'money'),
  ours('compte', 'Compte M57', 10),
  ours('libelle', 'Libellé du compte', 22),
  ours('gratuit', 'Sans argent, comment', 34),
  theirs('notes', 'Notes', 22),
];

/** Every paid or free line, then the share kept for the unexpected, then the total. */
export function expensesSheet(plan: Plan): Sheet {
  const word = quoteWord(plan.kit.budget);
  const lines = [...plan.budget.lines.map((line) => lineRow(line, word)), ...spare(live({}, word))];
  const subtotal = totalRow('sous-total', 'Total avant imprévus', lines);
  const contingency = contingencyRow(plan, subtotal);
  return {
    name,
    preface: prefaceOf('Dépenses', plan, tintNote, accountNote),
    columns,
    rows: [...lines, subtotal, contingency, grandTotal(subtotal, contingency, word === undefined ? {} : quotesIn(lines))],
    landscape: true,
  };
}

/** The word for a price that nobody knows, where the kit has such a line: the formulas of older kits stay as they are. */
export const quoteWord = ({ lines }: BudgetRules): string | undefined => (lines.some(({ price }) => price === undefined) ? TO_QUOTE : undefined);

/** The formulas of one line: planned amount, and what the real one adds. */
function live(cells: Row['cells'], word: string | undefined): Row['cells'] {
  const priced = { ...cells, prevu: product(columns, cells, 'quantite', 'prix', word) };
  return { ...priced, ecart: difference(columns, priced, 'reel', 'prevu') };
}

function lineRow({ line, quantity, price, account, free }: PlannedLine, word: string | undefined): Row {
  return item(line.id, live({
    poste: line.label,
    famille: line.family,
    quantite: quantity,
    unite: inUnits(quantity, line.unit),
    prix: price ?? TO_QUOTE,
    compte: account,
    libelle: line.account.label,
    gratuit: free && word !== undefined && line.free !== undefined ? `Gratuit. ${line.free}` : line.free ?? null,
  }, word));
}

function totalRow(id: string, poste: string, above: readonly Row[]): Row {
  return total(id, {
    poste,
    prevu: sumAbove(columns, above, 'prevu'),
    reel: sumAbove(columns, above, 'reel'),
    ecart: sumAbove(columns, above, 'ecart'),
  });
}

function contingencyRow({ kit, budget }: Plan, subtotal: Row): Row {
  const { percent, account } = budget.contingency;
  const base = refer({ name, rows: [subtotal] }, subtotal.id ?? '', 'prevu');
  const prevu = {
    formula: `ROUND(${base.formula}*${letterOf(columns, 'quantite')}{row}/100,2)`,
    value: Math.round((base.value * percent) / 100),
  };
  const cells = {
    poste: kit.budget.contingency.label,
    famille: kit.budget.contingency.family,
    quantite: percent,
    unite: '% du total',
    prevu,
    compte: account,
    libelle: kit.budget.contingency.account.label,
    gratuit: 'À garder : c’est ce qui évite de supprimer au dernier moment.',
  };
  return total('imprevus', { ...cells, ecart: difference(columns, cells, 'reel', 'prevu') });
}

/** How many lines wait for a quote: they are in no total, and are not free. */
function quotesIn(lines: readonly Row[]): Row['cells'] {
  const prices = letterOf(columns, 'prix');
  const counted = `COUNTIFS(${prices}$\{first}:INDEX(${prices}:${prices},ROW()-1),"${TO_QUOTE}")`;
  const count = lines.filter(({ cells }) => cachedValue(cells['prix']) === TO_QUOTE).length;
  const unless = (then: string, value: Formula['value']): Formula => ({ formula: `IF(${counted}=0,"",${then})`, value: count === 0 ? '' : value });
  return { quantite: unless(counted, count), unite: unless(`"${TO_QUOTE}"`, TO_QUOTE), gratuit: unless(`"${NOT_COUNTED}"`, NOT_COUNTED) };
}

const NOT_COUNTED = 'À demander, hors du total';

function grandTotal(subtotal: Row, contingency: Row, quotes: Row['cells']): Row {
  const sheet = { name, rows: [subtotal, contingency] };
  const both = (key: string) => plus(refer(sheet, ownId('sous-total'), key), refer(sheet, ownId('imprevus'), key));
  const cells = { poste: 'Total des dépenses', ...quotes, prevu: both('prevu'), reel: both('reel') };
  const [reel, prevu] = [`${letterOf(columns, 'reel')}{row}`, `${letterOf(columns, 'prevu')}{row}`];
  return total('total', {
    ...cells,
    ecart: {
      formula: `IF(${reel}=0,"",${reel}-${prevu})`,
      value: cells.reel.value === 0 ? '' : cells.reel.value - cells.prevu.value,
    },
  });
}

const accountNote = 'Comptes M57 : libellés de 2024, à vérifier avec le service de gestion comptable. Une association a les siens.';
