import type { Sheet } from '../model.ts';

/** Where things stand in the sheets that we write. */

/** The number, from 1, of the header row: the preface, one blank line, then the header. */
export function headerRow(sheet: Pick<Sheet, 'preface'>): number {
  return sheet.preface.length === 0 ? 1 : sheet.preface.length + 2;
}

/** The number, from 1, of the row at this place in `sheet.rows`. */
export function rowNumber(sheet: Pick<Sheet, 'preface'>, index: number): number {
  return headerRow(sheet) + 1 + index;
}

/** A sheet name as formulas and defined names want it, for instance `'Apports en nature'`. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
