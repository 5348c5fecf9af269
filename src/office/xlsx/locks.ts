import { contains } from './address.ts';
import { isFilled, type CellContent, type Worksheet } from './worksheet.ts';

/**
 * Tells which cells of a row must not be written: those of an array or shared formula or of a data table, and those of
 * merged cells, but for the first of a merge within one row, which alone shows and holds the words of all.
 */
export function locksOfRow(sheet: Worksheet, row: number): (column: number, cell: CellContent | undefined) => boolean {
  const inRow = ({ top, bottom }: { readonly top: number; readonly bottom: number }): boolean => row >= top && row <= bottom;
  const [merges, filled] = [sheet.merges.filter(inRow), sheet.filled.filter(inRow)];
  return (column, cell) => (cell?.formula !== undefined && cell.formula.kind !== 'normal')
    || isFilled(filled, row, column)
    || merges.some((area) => contains(area, row, column) && (area.top !== area.bottom || area.left !== column));
}
