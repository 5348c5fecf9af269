import type { Formula, Row, Sheet } from '../../model.ts';
import { quoteSheetName } from '../../shared/sheet-places.ts';
import { cachedValue, letterOf, numberIn, type Term } from './formulas.ts';

/** Words by column: the rows that have all of them. The words of another cell are given as it is called in the formula. */
type Where = Readonly<Record<string, string | Formula>>;

/**
 * How many rows of a sheet hold these words, wherever people put them. Whole columns, so that a row inserted anywhere
 * counts. Words are compared as in a workbook: without regard to upper case.
 */
export function countWhere(sheet: Sheet, where: Where): Term {
  return { formula: `COUNTIFS(${criteria(sheet, where)})`, value: rowsWhere(sheet, where).length };
}

/** The sum of one column over these rows. */
export function sumWhere(sheet: Sheet, key: string, where: Where): Term {
  return {
    formula: `SUMIFS(${columnOf(sheet, key)},${criteria(sheet, where)})`,
    value: rowsWhere(sheet, where).reduce((sum, row) => sum + (numberIn(row.cells[key]) ?? 0), 0),
  };
}

/** The sum of a whole column of a sheet without totals. */
export const sumAll = (sheet: Sheet, key: string): Term =>
  ({ formula: `SUM(${columnOf(sheet, key)})`, value: sheet.rows.reduce((sum, row) => sum + (numberIn(row.cells[key]) ?? 0), 0) });

const columnOf = (sheet: Sheet, key: string): string => {
  const letter = letterOf(sheet.columns, key);
  return `${quoteSheetName(sheet.name)}!$${letter}:$${letter}`;
};

const criteria = (sheet: Sheet, where: Where): string => Object.entries(where)
  .map(([key, words]) => `${columnOf(sheet, key)},${typeof words === 'string' ? inFormula(words) : words.formula}`).join(',');

const rowsWhere = ({ rows }: Sheet, where: Where): readonly Row[] => rows.filter(({ cells }) => Object.entries(where).every(([key, words]) =>
  String(cachedValue(cells[key]) ?? '').toLowerCase() === String(cachedValue(words)).toLowerCase()));

/** A text as formulas write it. */
export const inFormula = (words: string): string => `"${words.replaceAll('"', '""')}"`;
