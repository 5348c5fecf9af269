import type { ColumnFormat, FoundCell } from '../../model.ts';
import { canonicalFormula } from './canonical-formula.ts';
import { foundValue } from './cell-units.ts';
import { formulaOf } from './formula-of-cell.ts';
import { locksOfRow } from './locks.ts';
import type { Place } from './place.ts';

/** Reads one cell of a row. */
export type CellReader = (column: number, format: ColumnFormat) => FoundCell;

const NOTHING: FoundCell = { value: null };

/** What stands in the cells of a row of one of our sheets, in the words of our layouts. */
export function rowReader(place: Place, row: number, places: readonly Place[], from1904: boolean): CellReader {
  const cells = place.sheet.rows.get(row)?.cells;
  const isLocked = locksOfRow(place.sheet, row);
  return (column, format) => {
    const cell = cells?.get(column);
    const isBlank = !cell || (cell.value === null && !cell.formula);
    if (isBlank && !isLocked(column, cell)) return NOTHING;
    const tokens = cell && formulaOf(cell, place.sheet, row, column);
    return {
      value: foundValue(cell?.value ?? null, format, from1904),
      ...(tokens && { formula: canonicalFormula(tokens, place, row, places) }),
      ...(isLocked(column, cell) && { locked: true }),
    };
  };
}
