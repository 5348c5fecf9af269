import type { Column, Formula, Plan, PurchaseLimit, Row, Sheet } from '../../model.ts';
import { formatEuros, toCents } from '../../shared/money.ts';
import { numberAnswer } from '../../shared/read-answer.ts';
import { ownId } from '../../shared/workbook-words.ts';
import { numberDoubles, slug } from '../../shared/words.ts';
import { sumWhere } from './conditional-sums.ts';
import { letterOf, minus, numberIn, plus, refer, sumAbove, type Term } from './formulas.ts';
import { idColumn, item, ours, prefaceOf, spare, theirs, tintNote, total } from './layout.ts';

const name = 'Achats';

const columns: readonly Column[] = [
  idColumn,
  ours('famille', 'Famille d’achat', 30, 'text', { label: true }),
  ours('prevu', 'Prévu', 13, 'money'),
  ours('reel', 'Réel', 13, 'money'),
  ours('compte', 'Compté\u00a0: le plus grand', 14, 'money'),
  theirs('annee', 'Déjà acheté dans l’année', 15, 'money'),
  ours('total', 'Total à regarder', 14, 'money'),
  ours('part', 'Part du seuil (%)', 10, 'number'),
  ours('lecture', 'Où vous en êtes', 27),
  theirs('notes', 'Notes', 26),
];

/** Each purchase family of the kit and the whole event, beside what public procurement lets buy without publicity. */
export function purchasesSheet(plan: Plan, rule: PurchaseLimit, expenses: Sheet): Sheet {
  const names = familiesOf(plan);
  const ids = numberDoubles(names.map(slug));
  const families = names.map((family, rank) => item(ids[rank] ?? '', judged({ ...familyCells(family, expenses) }, rule)));
  const lines = [...families, ...spare(judged(familyCells('', expenses), rule))];
  const others = total('autres', judged(otherCells(lines, expenses), rule));
  return {
    name,
    preface: prefaceOf('Achats par famille', plan, tintNote, ...rule.says),
    columns,
    rows: [...lines, others, ...wholeRows(plan, rule, [...lines, others], expenses)],
    landscape: true,
  };
}

/** In the order of the kit, whatever the plan: rows do not come and go, and a family that a person takes up counts. */
const familiesOf = ({ kit: { budget } }: Plan): readonly string[] =>
  [...new Set([...budget.lines.map(({ family }) => family), budget.contingency.family])];

const cell = (key: string): string => `${letterOf(columns, key)}{row}`;

/** Formulas that wait for the name of a family. */
function familyCells(family: string, expenses: Sheet): Row['cells'] {
  const sum = (key: string): Formula => {
    const { formula, value } = sumWhere(expenses, key, { famille: { formula: cell('famille'), value: family } });
    return ifNamed(formula, family === '' ? '' : value);
  };
  const [prevu, reel] = [sum('prevu'), sum('reel')];
  const most = Math.max(Number(prevu.value), Number(reel.value));
  return {
    famille: family === '' ? null : family, prevu, reel,
    compte: ifNamed(greater, family === '' ? '' : most),
    total: ifNamed(`${cell('compte')}+N(${cell('annee')})`, family === '' ? '' : most),
  };
}

const ifNamed = (formula: string, value: Formula['value']): Formula => ({ formula: `IF(${cell('famille')}="","",${formula})`, value });
const greater = `IF(${cell('prevu')}>${cell('reel')},${cell('prevu')},${cell('reel')})`;

/** Lines that people added with a family of their own, or with none. */
function otherCells(lines: readonly Row[], expenses: Sheet): Row['cells'] {
  const rest = (key: string): Term => minus(refer(expenses, ownId('total'), key), sumAbove(columns, lines, key));
  const [prevu, reel] = [rest('prevu'), rest('reel')];
  const most = Math.max(prevu.value, reel.value);
  return { famille: 'Autres lignes, sans famille de cette liste', prevu, reel, compte: { formula: greater, value: most }, total: { formula: cell('compte'), value: most } };
}

function wholeRows(plan: Plan, rule: PurchaseLimit, above: readonly Row[], expenses: Sheet): readonly Row[] {
  const compte = sumAbove(columns, above, 'compte');
  const event = total('total', judged({
    famille: 'Tout l’événement',
    prevu: refer(expenses, ownId('total'), 'prevu'), reel: refer(expenses, ownId('total'), 'reel'),
    compte, total: { formula: cell('compte'), value: compte.value },
  }, rule));
  const known = toCents(numberAnswer(plan.answers, 'achats_annee') ?? 0);
  const whole = refer({ name, rows: [event] }, ownId('total'), 'compte');
  const year = total('annee', judged({
    famille: 'Avec vos achats du même genre de l’année', compte: whole, annee: known,
    total: plus(whole, { formula: `N(${cell('annee')})`, value: known }),
  }, rule));
  const limit = total('seuil', {
    famille: 'Seuil de dispense, hors taxes', total: rule.limit,
    lecture: `Alerte dès ${formatEuros(warned(rule))} (${rule.warnPercent}\u00a0%)`,
  });
  return [event, year, limit];
}

const warned = ({ limit, warnPercent }: PurchaseLimit): number => Math.round((limit * warnPercent) / 100);

/** The share of the limit, and what it means: live, since people change what is above. */
function judged(cells: Row['cells'], rule: PurchaseLimit): Row['cells'] {
  const limit = `{ref:${name}|${ownId('seuil')}|total}`;
  const amount = numberIn(cells['total']);
  const unless = (formula: string, value: Formula['value']): Formula =>
    ({ formula: `IF(${cell('total')}="","",${formula})`, value: amount === null ? '' : value });
  const [reached, near, under] = WORDS;
  const words = (amount ?? 0) >= rule.limit ? reached : (amount ?? 0) >= warned(rule) ? near : under;
  return {
    ...cells,
    part: unless(`ROUND(100*${cell('total')}/${limit},1)`, Math.round((1000 * (amount ?? 0)) / rule.limit) / 10),
    lecture: unless(
      `IF(${cell('total')}>=${limit},"${reached}",IF(100*${cell('total')}>=${rule.warnPercent}*${limit},"${near}","${under}"))`, words),
  };
}

const WORDS = ['Atteint ou passe le seuil', 'Approche du seuil', 'Sous le seuil'] as const;
