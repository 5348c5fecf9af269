import type { FoundRow, FoundSheet, Sheet } from '../../model.ts';
import { findPlaces } from './find-places.ts';
import { findPreface } from './find-preface.ts';
import { rowReader, type CellReader } from './read-cell.ts';
import type { Place } from './place.ts';
import { openWorkbook } from './workbook.ts';
import type { SheetRow } from './worksheet.ts';

export type ReadXlsx =
  | { readonly ok: true; readonly sheets: readonly FoundSheet[] }
  | { readonly ok: false; readonly why: 'unreadable' | 'layout-changed' };

/**
 * Our sheets as they stand in a person's workbook, those that are still there. `sheets` is the layout that we last
 * wrote: its names, its columns, its ids. Texts are as in the file: what we wrote reads back as `cellText`
 * (shared/cell-text.ts) made it.
 */
export function readXlsx(bytes: Uint8Array, sheets: readonly Sheet[]): ReadXlsx {
  const workbook = openWorkbook(bytes);
  if (!workbook) return { ok: false, why: 'unreadable' };
  const places = findPlaces(workbook, sheets);
  if (typeof places === 'string') return { ok: false, why: places };
  return { ok: true, sheets: places.map((place) => foundSheet(place, places, workbook.from1904)) };
}

function foundSheet(place: Place, places: readonly Place[], from1904: boolean): FoundSheet {
  const { layout, header, columns } = place;
  const read = (row: number): CellReader => rowReader(place, row, places, from1904);
  const titles = read(header);
  return {
    name: layout.name,
    preface: findPreface(place).map((at) => (at ? read(at.row)(at.column, 'text') : { value: null, locked: true })),
    rows: rowNumbers(place).map((number) => foundRow(place, number, read(number))),
    headers: Object.fromEntries([...columns].map(([key, column]) => [key, String(titles(column, 'text').value ?? '')])),
  };
}

function foundRow(place: Place, number: number, read: CellReader): FoundRow {
  const cells = place.layout.columns.flatMap(({ key, format }) => {
    const column = place.columns.get(key);
    return column === undefined ? [] : [[key, read(column, format)] as const];
  });
  const others = [...place.sheet.rows.get(number)?.cells ?? []].filter(([column]) => !place.keys.has(column));
  return {
    number,
    id: place.ids.get(number) ?? null,
    cells: Object.fromEntries(cells),
    hasMore: others.some(([, { value, formula }]) => value !== null || formula !== undefined),
  };
}

/**
 * The rows under the header: up to the last that holds something, then the blank ones that we wrote after it, as far as
 * they are still there. A stray sign a million rows further down does not make a million rows.
 */
function rowNumbers({ layout, sheet, header, keys }: Place): readonly number[] {
  const under = [...sheet.rows].filter(([row]) => row > header);
  const last = under.findLast(([, row]) => holdsSomething(row))?.[0] ?? header;
  const spares = layout.rows.filter(({ role }) => role === 'spare').length;
  const written = under.filter(([row, { cells }]) => row <= last || (row <= last + spares && [...keys.keys()].some((key) => cells.has(key))));
  const end = written.at(-1)?.[0] ?? header;
  const isDense = end - header <= 2 * under.length + MOST_BLANKS;
  return isDense ? Array.from({ length: end - header }, (_, rank) => header + 1 + rank) : written.map(([row]) => row);
}

/** Rows without anything that are still listed one by one. */
const MOST_BLANKS = 1000;

const holdsSomething = ({ cells }: SheetRow): boolean =>
  [...cells.values()].some(({ value, formula }) => value !== null || formula !== undefined);
