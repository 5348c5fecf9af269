import type { Column, Sheet } from '../../model.ts';
import { headerRow } from '../../shared/sheet-places.ts';
import { fold } from '../../shared/words.ts';
import type { Worksheet } from './worksheet.ts';

/** Lines that a person may have put above our table; headers further down are not looked for. */
const MOST_LINES_ABOVE = 300;

export interface FoundHeader {
  readonly row: number;
  /** How many of our titles stand in it. */
  readonly titles: number;
}

/** What titles are compared by; those without letters or digits stay as they are. */
export const titleKey = (title: string): string => fold(title) || title.trim();

/**
 * The row that carries most of our titles, at least half of them; of equal ones the nearest to where we wrote it.
 * Undefined when there is none.
 */
export function findHeader(layout: Sheet, sheet: Worksheet): FoundHeader | undefined {
  // Letter by letter first: to compare by words takes longer than to read the file.
  return headerBy((title) => title.trim(), layout, sheet) ?? headerBy(titleKey, layout, sheet);
}

function headerBy(keyOf: (title: string) => string, layout: Sheet, sheet: Worksheet): FoundHeader | undefined {
  const expected = headerRow(layout);
  const titles = new Set(layout.columns.map(({ title }) => keyOf(title)));
  let best: FoundHeader | undefined;
  for (const [row, { cells }] of sheet.rows) {
    if (row > expected + MOST_LINES_ABOVE) break;
    const words = new Set([...cells.values()].flatMap(({ value }) => (typeof value === 'string' ? [keyOf(value)] : [])));
    const found = { row, titles: [...titles].filter((title) => words.has(title)).length };
    if (found.titles * 2 >= titles.size && isBetter(found, best, expected)) best = found;
  }
  return best;
}

function isBetter(found: FoundHeader, best: FoundHeader | undefined, expected: number): boolean {
  if (!best || found.titles !== best.titles) return found.titles > (best?.titles ?? 0);
  return Math.abs(found.row - expected) < Math.abs(best.row - expected);
}

/** Our columns whose title stands in the header, by key; of two that bear it, the one that follows its neighbour. */
export function columnsByTitle(columns: readonly Column[], header: ReadonlyMap<number, string>): Map<string, number> {
  const bearing = new Map<string, number[]>();
  for (const [column, title] of header) bearing.set(titleKey(title), [...bearing.get(titleKey(title)) ?? [], column]);
  const found = new Map<string, number>();
  const taken = new Set<number>();
  let last = 0;
  for (const { key, title } of columns) {
    const free = (bearing.get(titleKey(title)) ?? []).filter((column) => !taken.has(column));
    const nearest = free.toSorted((a, b) => Math.abs(a - last - 1) - Math.abs(b - last - 1))[0];
    if (nearest === undefined) continue;
    found.set(key, nearest);
    taken.add(nearest);
    last = nearest;
  }
  return found;
}
