import type { CellEdit, FoundSheet, Sheet } from '../../model.ts';
import { rowNumber } from '../../shared/sheet-places.ts';
import { isLost, knownRows } from './lost-references.ts';
import { edit, note, NOTHING_TO_DO, together, type Pieces } from './pieces.ts';

/**
 * The formulas of a sheet that a person's workbook gets, for the rows that this workbook has. One whose row a person took
 * out is left empty, and the sheet is named.
 * @param sheets those of the file, and the new ones
 */
export function newSheet(sheet: Sheet, sheets: readonly (FoundSheet | Sheet)[], edits: readonly CellEdit[]): Pieces {
  const known = knownRows(sheets, edits);
  const formulas = sheet.rows.flatMap((row, index) => sheet.columns.flatMap(({ key }) => {
    const content = row.cells[key];
    return typeof content === 'object' && content !== null
      ? edit(sheet.name, { row: rowNumber(sheet, index), key }, isLost(content, known) ? null : content).edits : [];
  }));
  const hasLost = formulas.some(({ content }) => content === null);
  return together([{ ...NOTHING_TO_DO, edits: formulas }, hasLost ? note({ code: 'formula-changed', place: `feuille ${sheet.name}` }) : NOTHING_TO_DO]);
}
