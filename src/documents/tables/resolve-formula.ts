import type { Sheet, TableDocument } from '../../model.ts';
import { letterOf } from './formulas.ts';

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

/**
 * Replaces `{row}`, `{first}` and `{ref:Sheet|row id|column key}` (see `Formula` in `model.ts`) by addresses.
 * A reference to nothing is a fault of the builder, not of an answer: it throws.
 */
export function resolveFormula(
  formula: string,
  table: Pick<TableDocument, 'sheets'>,
  sheet: Sheet,
  row: number,
): string {
  return formula
    .replaceAll('{row}', String(row))
    .replaceAll('{first}', String(headerRow(sheet)))
    .replace(/\{ref:([^|}]+)\|([^|}]+)\|([^|}]+)\}/g, (_, name: string, id: string, key: string) => {
      const target = table.sheets.find((candidate) => candidate.name === name);
      const index = target?.rows.findIndex((candidate) => candidate.id === id) ?? -1;
      if (!target || index < 0) throw new Error(`no row "${id}" in the sheet "${name}"`);
      const address = `$${letterOf(target.columns, key)}$${rowNumber(target, index)}`;
      return target === sheet ? address : `${quoteSheetName(name)}!${address}`;
    });
}
