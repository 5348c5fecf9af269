import type { Cell, Column, Sheet } from '../../model.ts';
import { columnsByTitle } from './find-header.ts';
import { idKey, idsIn } from './place.ts';
import type { CellValue } from './values.ts';
import type { CellContent, Grid } from './worksheet.ts';

/**
 * Where each of our columns stands now, by key: by its title, else, when a person gave it another, by its neighbours
 * and by what is in it. A key that is missing is a column that is gone. Undefined when « N° » is.
 */
export function findColumns(layout: Sheet, grid: Grid, header: number): ReadonlyMap<string, number> | undefined {
  const titles = new Map([...grid.get(header) ?? []]
    .flatMap(([column, { value }]) => (typeof value === 'string' && value.trim() !== '' ? [[column, value] as const] : [])));
  const found = columnsByTitle(layout.columns, titles);
  const ids = idKey(layout);
  if (ids === undefined) return found;
  if (!found.has(ids)) {
    const column = columnOfIds(layout, grid, header, new Set(found.values()));
    if (column === undefined) return undefined;
    found.set(ids, column);
  }
  const rows = idsIn(grid, header, found.get(ids));
  for (const gap of gapsOf(layout.columns, found)) {
    const free = freeColumns(gap, new Set(found.values()), titles);
    if (free.length !== gap.columns.length) continue;
    gap.columns.forEach((column, rank) => {
      const place = free[rank];
      if (place !== undefined && looksLike(column, place, layout, grid, rows)) found.set(column.key, place);
    });
  }
  return found;
}

/** The column that holds most of our ids, at least half of them. */
function columnOfIds(layout: Sheet, grid: Grid, header: number, taken: ReadonlySet<number>): number | undefined {
  const ids = new Set(layout.rows.flatMap(({ id }) => (id === null ? [] : [id])));
  const counts = new Map<number, number>();
  for (const [row, cells] of grid) {
    for (const [column, { value }] of cells) {
      if (row > header && typeof value === 'string' && ids.has(value)) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  const [best] = [...counts].filter(([column, count]) => !taken.has(column) && count * 2 >= ids.size).sort(([, a], [, b]) => b - a);
  return best?.[0];
}

/** Columns of ours in a row whose title was not found, and the places of those around them. */
interface Gap {
  readonly columns: readonly Column[];
  readonly after: number;
  /** Undefined: nothing of ours follows. */
  readonly before?: number;
}

function gapsOf(columns: readonly Column[], found: ReadonlyMap<string, number>): readonly Gap[] {
  const gaps: Gap[] = [];
  let [after, missing]: [number, Column[]] = [0, []];
  for (const column of columns) {
    const place = found.get(column.key);
    if (place === undefined) {
      missing.push(column);
    } else {
      if (missing.length > 0) gaps.push({ columns: missing, after, before: place });
      [after, missing] = [place, []];
    }
  }
  return missing.length > 0 ? [...gaps, { columns: missing, after }] : gaps;
}

function freeColumns(gap: Gap, taken: ReadonlySet<number>, titles: ReadonlyMap<number, string>): readonly number[] {
  const end = gap.before ?? gap.after + gap.columns.length + 1;
  const between = Array.from({ length: Math.max(0, end - gap.after - 1) }, (_, rank) => gap.after + 1 + rank);
  // A title that was cleared still has its column, but a column without title at the end is only the empty sheet.
  return between.filter((column) => !taken.has(column) && (gap.before !== undefined || titles.has(column)));
}

/**
 * At least half of what we wrote in the column has a cell of the same sort in it now. In a column of theirs we wrote next
 * to nothing: what stands in it must suit the column.
 */
function looksLike(column: Column, place: number, layout: Sheet, grid: Grid, ids: ReadonlyMap<number, string>): boolean {
  const cellsById = new Map([...ids].map(([row, id]) => [id, grid.get(row)?.get(place)]));
  if (column.owner === 'person') {
    const filled = [...cellsById.values()].flatMap((cell) => (cell && cell.value !== null ? [cell.value] : []));
    return filled.filter((value) => suits(value, column)).length * 2 >= filled.length;
  }
  const pairs = layout.rows.flatMap(({ id, cells }) => {
    const wrote = cells[column.key] ?? null;
    return wrote === null || id === null || !cellsById.has(id) ? [] : [[wrote, cellsById.get(id)] as const];
  });
  return pairs.filter(([wrote, found]) => isSameSort(wrote, found, column.format)).length * 2 >= pairs.length;
}

function suits(value: CellValue, { format, choices }: Column): boolean {
  if (choices) return choices.includes(String(value));
  return format === 'text' || typeof value === 'number';
}

function isSameSort(wrote: Cell, found: CellContent | undefined, format: Column['format']): boolean {
  if (typeof wrote === 'object' || !found) return found?.formula !== undefined;
  const isFigure = typeof wrote === 'number' || format === 'date';
  return typeof found.value === (isFigure ? 'number' : 'string');
}
