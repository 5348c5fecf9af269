import type { FoundRow, FoundSheet, Row, Sheet } from '../model.ts';
import { rowNumber } from '../shared/sheet-places.ts';
import { cellText } from '../shared/cell-text.ts';
import { asFound, contentColumns } from './table/found-cell.ts';

/** One of our sheets as it reads in a workbook that nobody touched; formulas stay in the words of `Formula`. */
export function sheetToFound(sheet: Sheet): FoundSheet {
  return {
    name: sheet.name,
    preface: sheet.preface.map((line) => asFound(line, String)),
    rows: sheet.rows.map((row, index) => foundRow(row, rowNumber(sheet, index), sheet)),
    headers: Object.fromEntries(sheet.columns.map(({ key, title }) => [key, cellText(title)])),
  };
}

const foundRow = ({ id, cells }: Row, number: number, sheet: Sheet): FoundRow => ({
  number,
  id,
  cells: Object.fromEntries(contentColumns(sheet.columns).map(({ key }) => [key, asFound(cells[key], String)])),
  hasMore: false,
});
