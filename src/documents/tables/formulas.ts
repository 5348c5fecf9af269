import type { Cell, Column, Formula, Row, Sheet } from '../../model.ts';

/**
 * Live formulas of our tables, each made together with its right value, so that the two cannot drift apart.
 * In a column of money a value is in integer cents, and the workbook counts in euros: both round to the cent.
 */

/** What a program that does not calculate would read in the cell. */
export function cachedValue(cell: Cell | undefined): string | number | null {
  return typeof cell === 'object' && cell !== null ? cell.value : (cell ?? null);
}

/** The number in a cell, or null when it is empty or holds words. */
export function numberIn(cell: Cell | undefined): number | null {
  const value = cachedValue(cell);
  return typeof value === 'number' ? value : null;
}

/** The letter of the column with this key, for instance `C`. */
export function letterOf(columns: readonly Column[], key: string): string {
  const index = columns.findIndex((column) => column.key === key);
  if (index < 0 || index > 25) throw new Error(`no column "${key}" between A and Z`);
  return String.fromCharCode(65 + index);
}

/**
 * One number times another of the same row; empty while one of them is missing.
 * @param unknown a word that people and we write for a number that nobody knows
 */
export function product(columns: readonly Column[], cells: Row['cells'], left: string, right: string, unknown?: string): Formula {
  const [a, b] = [`${letterOf(columns, left)}{row}`, `${letterOf(columns, right)}{row}`];
  const [x, y] = [numberIn(cells[left]), numberIn(cells[right])];
  return {
    formula: `IF(OR(${a}="",${b}=""${unknown === undefined ? '' : `,${b}="${unknown}"`}),"",ROUND(${a}*${b},2))`,
    value: x === null || y === null ? '' : Math.round(x * y),
  };
}

/** Real minus planned; empty while the real one is not known. */
export function difference(columns: readonly Column[], cells: Row['cells'], real: string, planned: string): Formula {
  const [a, b] = [`${letterOf(columns, real)}{row}`, `${letterOf(columns, planned)}{row}`];
  const x = numberIn(cells[real]);
  return { formula: `IF(${a}="","",${a}-N(${b}))`, value: x === null ? '' : x - (numberIn(cells[planned]) ?? 0) };
}

/**
 * The sum of everything between the header and this row. Written with INDEX so that a row inserted right under the
 * header or right above the total is summed too.
 */
export function sumAbove(columns: readonly Column[], above: readonly Row[], key: string): Term {
  const letter = letterOf(columns, key);
  return {
    formula: `SUM(${letter}$\{first}:INDEX(${letter}:${letter},ROW()-1))`,
    value: above.reduce((sum, row) => sum + (numberIn(row.cells[key]) ?? 0), 0),
  };
}

/** A formula that always gives a number, and can be a part of another. */
export type Term = Formula & { readonly value: number };

/** A cell of another row or sheet, as a part of formulas. Empty counts as 0, as it does in a workbook. */
export function refer(sheet: Pick<Sheet, 'name' | 'rows'>, row: string, key: string): Term {
  const found = sheet.rows.find(({ id }) => id === row);
  if (!found) throw new Error(`no row "${row}" in the sheet "${sheet.name}"`);
  return { formula: `{ref:${sheet.name}|${row}|${key}}`, value: numberIn(found.cells[key]) ?? 0 };
}

/** A cell of another row or sheet as it is, words too. */
export function copyOf(sheet: Pick<Sheet, 'name' | 'rows'>, row: string, key: string): Formula {
  const found = sheet.rows.find(({ id }) => id === row);
  return { formula: refer(sheet, row, key).formula, value: cachedValue(found?.cells[key]) ?? 0 };
}

export const plus = (a: Term, b: Term): Term => ({ formula: `${a.formula}+${b.formula}`, value: a.value + b.value });
export const minus = (a: Term, b: Term): Term => ({ formula: `${a.formula}-${b.formula}`, value: a.value - b.value });
