import type { Sheet, TableDocument } from '../../model.ts';
import { headerRow, quoteSheetName, rowNumber } from '../../shared/sheet-places.ts';
import { letterOf } from './formulas.ts';

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
