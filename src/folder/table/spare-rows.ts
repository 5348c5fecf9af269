import type { FoundRow, Row } from '../../model.ts';
import { cellAt, contentColumns, isBlank, isOurs } from './found-cell.ts';
import type { OurRows, SheetSides } from './side.ts';

/** A row into which a new one of ours can go: nothing stands in it but formulas of ours that wait for figures. */
export function isFree(row: FoundRow, { base, next }: SheetSides): boolean {
  if (row.id !== null || row.hasMore) return false;
  const waits = (key: string): boolean => [base, next].some((side) => {
    const ours = side.cell(side.spare, key);
    return ours.formula !== undefined && isOurs(cellAt(row, key), ours);
  });
  return contentColumns(next.sheet.columns).every(({ key }) => {
    const found = cellAt(row, key);
    return found.locked !== true && (isBlank(found) || waits(key));
  });
}

/**
 * Gives each new row of ours a row of the file: first in its own section, after the row that it follows, then anywhere
 * above the totals. A row is known to be free by what stands in it, not by its place: people sort.
 * @param free rows that may be filled, in the order of the file
 * @returns undefined when there are too few
 */
export function placeRows(
  added: readonly Row[], free: readonly FoundRow[], sides: SheetSides, matched: OurRows,
): ReadonlyMap<Row, FoundRow> | undefined {
  const layout = layoutOf(sides, matched);
  const left = new Set(free.filter(({ number }) => number < layout.firstTotal));
  const placed = new Map<Row, FoundRow>();
  const take = (row: Row, from: number, to: number): void => {
    const after = layout.numberBefore(row, placed);
    const inside = [...left].filter(({ number }) => number > from && number < to);
    const slot = inside.find(({ number }) => number > after) ?? inside[0];
    if (!slot) return;
    left.delete(slot);
    placed.set(row, slot);
  };
  for (const row of added) take(row, ...layout.sectionOf(row));
  for (const row of added) if (!placed.has(row)) take(row, 0, Infinity);
  return placed.size === added.length ? placed : undefined;
}

interface Layout {
  /** Number of the first total in the file. */
  readonly firstTotal: number;
  /** Between which row numbers of the file the section of a row lies; nowhere when its section is gone. */
  sectionOf(row: Row): readonly [from: number, to: number];
  /** Number of the nearest row before it, in our order, that has a place in the file. */
  numberBefore(row: Row, placed: ReadonlyMap<Row, FoundRow>): number;
}

function layoutOf({ next: { sheet } }: SheetSides, matched: OurRows): Layout {
  const numberOf = (row: Row): number | undefined => (row.id === null ? undefined : matched.get(row.id)?.number);
  const numbersOf = (roles: readonly Row['role'][]): readonly number[] =>
    sheet.rows.flatMap((row) => (roles.includes(row.role) ? numberOf(row) ?? [] : []));
  const borders = numbersOf(['section', 'total']);
  return {
    firstTotal: Math.min(...numbersOf(['total']), Infinity),
    sectionOf(row) {
      const section = sheet.rows.slice(0, sheet.rows.indexOf(row)).findLast(({ role }) => role === 'section');
      const from = section ? numberOf(section) : 0;
      if (from === undefined) return [0, 0];
      return [from, Math.min(...borders.filter((number) => number > from), Infinity)];
    },
    numberBefore(row, placed) {
      const before = sheet.rows.slice(0, sheet.rows.indexOf(row));
      const neighbour = before.findLast((other) => numberOf(other) !== undefined || placed.has(other));
      return (neighbour && (placed.get(neighbour)?.number ?? numberOf(neighbour))) ?? 0;
    },
  };
}
