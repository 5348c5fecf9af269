import type { Cell, Column, FoundCell, FoundRow } from '../../model.ts';
import { cellText } from '../../shared/cell-text.ts';

/** Cells of ours and of a person's workbook in one form, so that they can be compared. */

const NOTHING: FoundCell = { value: null };

/** A cell of ours as a person's program gives it back. Only a formula can give an empty text. */
export function asFound(cell: Cell | undefined, canonical: (formula: string) => string): FoundCell {
  if (typeof cell === 'string') return { value: cellText(cell) || null };
  if (typeof cell !== 'object' || cell === null) return { value: cell ?? null };
  const { formula, value } = cell;
  return { value: typeof value === 'string' ? cellText(value) : value, formula: canonical(formula) };
}

export const cellAt = (row: FoundRow, key: string): FoundCell => row.cells[key] ?? NOTHING;

export function textIn(row: FoundRow, key: string): string | null {
  const { value } = cellAt(row, key);
  return typeof value === 'string' ? value.trim() || null : null;
}

export function numberIn(row: FoundRow, key: string): number | null {
  const { value } = cellAt(row, key);
  return typeof value === 'number' ? value : null;
}

/** Nothing stands in it, or nothing but spaces. */
export const isBlank = (cell: FoundCell): boolean => cell.formula === undefined && essence(cell.value) === null;

/** Two formulas are compared, not what they give; texts but for their spaces. */
export function sameContent(a: FoundCell, b: FoundCell): boolean {
  if (a.formula !== undefined || b.formula !== undefined) return a.formula === b.formula;
  if (typeof a.value === 'number' && typeof b.value === 'number') return Math.abs(a.value - b.value) < 1e-6;
  return essence(a.value) === essence(b.value);
}

/** What is compared of a value: a text but for its spaces. */
export const essence = (value: FoundCell['value']): FoundCell['value'] =>
  (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || null : value);

/**
 * A formula of ours whose row was moved by a program that leaves formulas as they are (openpyxl's `insert_rows`): it
 * is ours but for the rows that it names.
 */
export function isLeftBehind(found: FoundCell, ours: FoundCell): boolean {
  if (found.formula === undefined || ours.formula === undefined || found.formula === ours.formula) return false;
  return withoutAddresses(found.formula) === withoutAddresses(ours.formula);
}

const withoutAddresses = (formula: string): string =>
  formula.replace(/\{ref:[^}]*\}|(?:'(?:[^']|'')*'!)?\$?[A-Z]{1,3}\$?(?:\d+|\{row\}|\{first\})/g, '#');

/** It still says what we wrote. */
export const isOurs = (found: FoundCell, ours: FoundCell): boolean => sameContent(found, ours) || isLeftBehind(found, ours);

/** The columns that hold more than the id, which is a part of the row itself. */
export const contentColumns = (columns: readonly Column[]): readonly Column[] => columns.filter(({ format }) => format !== 'id');
