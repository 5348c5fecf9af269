import type { Sheet } from '../../model.ts';
import type { Tab } from './workbook.ts';
import type { Grid, Worksheet } from './worksheet.ts';

/** A cell of a sheet; rows and columns from 1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** One of our sheets and where its parts stand in a person's workbook. */
export interface Place {
  readonly layout: Sheet;
  readonly tab: Tab;
  /** The sheet as it stands in the file. */
  readonly sheet: Worksheet;
  /** What its cells hold: as in the file, or as they will be after a patch. */
  readonly grid: Grid;
  /** Number of the header row. */
  readonly header: number;
  /** Column by key, for those that are still there, and the other way round. */
  readonly columns: ReadonlyMap<string, number>;
  readonly keys: ReadonlyMap<number, string>;
  /** What stands in « N° », by row number, under the header. */
  readonly ids: ReadonlyMap<number, string>;
}

/** The ids of the rows under the header. */
export function idsIn(grid: Grid, header: number, column: number | undefined): ReadonlyMap<number, string> {
  const ids = new Map<number, string>();
  if (column === undefined) return ids;
  for (const [row, cells] of grid) {
    const value = row > header ? cells.get(column)?.value : undefined;
    const id = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    if (id !== '') ids.set(row, id);
  }
  return ids;
}

export const idKey = (layout: Pick<Sheet, 'columns'>): string | undefined =>
  layout.columns.find(({ format }) => format === 'id')?.key;
