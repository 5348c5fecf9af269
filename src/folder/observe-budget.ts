import type { Cents, FoundCell, FoundRow, Observed, ObservedLine, ObservedMoney, Row } from '../model.ts';
import { toCents } from '../shared/money.ts';
import { readAmount } from '../shared/read-amount.ts';
import { GRANTED, ownId, TO_ASK } from '../shared/workbook-words.ts';
import type { ObservedSheet } from './observe.ts';
import { cellAt, isOurs, numberIn, textIn } from './table/found-cell.ts';
import { matchRows } from './table/match-rows.ts';
import { sideOf, type Side } from './table/side.ts';

/**
 * The money as it stands, in cents. Totals are added up again: the values kept in a workbook may be older than its
 * lines, or absent.
 */
export function observeBudget(expenses: ObservedSheet, income: ObservedSheet): NonNullable<Observed['budget']> {
  const spent = linesOf(expenses, 'expense', 'poste');
  const received = linesOf(income, 'income', 'recette');
  const lines = [...spent, ...received];
  const money = (key: 'planned' | 'actual'): ObservedMoney => ({ expenses: sum(spent, key), income: sum(received, key) });
  const uncalculated = [expenses, income].flatMap(({ found }) => found.rows)
    .filter((row) => ['prevu', 'reel', 'quantite', 'prix'].some((key) => isUncalculated(cellAt(row, key)))).length;
  return { lines, planned: money('planned'), actual: money('actual'), ...(uncalculated > 0 && { uncalculated }) };
}

/** The lines above the first total, then the share kept for the unexpected, which is reckoned from them. */
function linesOf({ found, written }: ObservedSheet, kind: ObservedLine['kind'], label: string): readonly ObservedLine[] {
  const side = sideOf(written, String);
  const matched = matchRows({ base: side, mine: found, next: side });
  const ids = new Map([...matched].map(([id, row]) => [row, id]));
  const end = found.rows.findIndex((row) => side.rows.get(ids.get(row) ?? '')?.role === 'total');
  const lines = (end < 0 ? found.rows : found.rows.slice(0, end)).flatMap((row): readonly ObservedLine[] => {
    const id = ids.get(row) ?? null;
    const line: ObservedLine = {
      id, label: textIn(row, label) ?? '', kind, planned: plannedOf(row, id, side), actual: amountIn(row, 'reel'),
      ...(kind === 'income' && isAsked(row) && { asked: true }),
      ...(kind === 'income' && textIn(row, 'etat') === GRANTED && { granted: true }),
    };
    return id === null && line.label === '' && line.planned === null && line.actual === null ? [] : [line];
  });
  const unexpected = matched.get(ownId('imprevus'));
  if (!unexpected) return lines;
  return [...lines, {
    id: ownId('imprevus'), label: textIn(unexpected, label) ?? '', kind,
    planned: shareOf(unexpected, sum(lines, 'planned'), side), actual: amountIn(unexpected, 'reel'),
  }];
}

/** « État » of a line of income says more than « À demander », the word that we wrote. */
const isAsked = (row: FoundRow): boolean => ![null, ...TO_ASK].some((word) => word === textIn(row, 'etat'));

/** The number in the cell; where our formula stands in it, what this formula gives. */
function plannedOf(row: FoundRow, id: string | null, side: Side): Cents | null {
  if (!isFormulaOfOurs(row, id === null ? side.spare : side.rows.get(id), side)) return amountIn(row, 'prevu');
  const [quantity, price] = [numberIn(row, 'quantite'), numberIn(row, 'prix')];
  return quantity === null || price === null ? null : Math.round(quantity * price);
}

function shareOf(row: FoundRow, whole: Cents, side: Side): Cents | null {
  const percent = numberIn(row, 'quantite');
  if (!isFormulaOfOurs(row, side.rows.get(ownId('imprevus')), side)) return amountIn(row, 'prevu');
  return percent === null ? null : Math.round((whole * percent) / 100);
}

function isFormulaOfOurs(row: FoundRow, ours: Row | undefined, side: Side): boolean {
  const written = side.cell(ours, 'prevu');
  return written.formula !== undefined && isOurs(cellAt(row, 'prevu'), written);
}

/** A number, or an amount that somebody typed as a text: « 145,20 », « 80 € ». */
function amountIn(row: FoundRow, key: string): Cents | null {
  const typed = readAmount(textIn(row, key) ?? '');
  const amount = numberIn(row, key) ?? (typed === undefined ? null : toCents(typed));
  return amount === null ? null : Math.round(amount);
}

/** Formulas of people whose result the file does not keep: the program that they work with has to calculate them again. */
const isUncalculated = ({ value, formula }: FoundCell): boolean => formula !== undefined && value === null;

const sum = (lines: readonly ObservedLine[], key: 'planned' | 'actual'): Cents =>
  lines.reduce((total, line) => total + (line[key] ?? 0), 0);
