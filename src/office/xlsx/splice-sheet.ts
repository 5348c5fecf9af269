import { splice, type Splice } from '../xml-node.ts';
import { hull, printArea } from './address.ts';
import { writeCell, withKeptValue, type WrittenCell } from './write-cell.ts';
import type { KeptValue } from './recalculate.ts';
import type { SheetCell, SheetRow, Worksheet } from './worksheet.ts';

/**
 * A sheet with some cells written and the values of its formulas kept anew. All else keeps its characters; cells and
 * rows that were not there come in their order, and nothing moves. `under` is the row from which a new cell may take
 * the look of its neighbours. Undefined when two changes fall on one place.
 */
export function spliceSheet(sheet: Worksheet, cells: readonly WrittenCell[], kept: readonly KeptValue[], under: number): string | undefined {
  const written = new Set(cells.map(({ row, column }) => `${row} ${column}`));
  const changes = [
    ...byRow(cells).flatMap(([number, inRow]) => {
      const styled = inRow.toSorted((a, b) => a.column - b.column).map((cell) => withStyle(cell, sheet, under));
      const row = sheet.rows.get(number);
      return row ? changesInRow(sheet.xml, row, styled) : [newRow(sheet, number, styled)];
    }),
    ...kept.filter(({ row, column }) => !written.has(`${row} ${column}`)).flatMap((value) => changeOfKept(sheet, value)),
    ...changeOfDimension(sheet, cells),
  ];
  return splice(sheet.xml, changes);
}

function byRow(cells: readonly WrittenCell[]): readonly (readonly [number, readonly WrittenCell[]])[] {
  const rows = new Map<number, WrittenCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows].sort(([a], [b]) => a - b);
}

/** A cell keeps its style; a new one takes that of the nearest cell of its column, above first. */
function withStyle(cell: WrittenCell, { rows }: Worksheet, under: number): WrittenCell {
  const own = rows.get(cell.row)?.cells.get(cell.column);
  if (own) return { ...cell, style: own.style };
  const near = Array.from({ length: NEAR }, (_, step) => [cell.row - step - 1, cell.row + step + 1]).flat()
    .filter((row) => row > under)
    .map((row) => rows.get(row)?.cells.get(cell.column))
    .find((other) => other !== undefined);
  return { ...cell, style: near?.style };
}

const NEAR = 100;

function changesInRow(xml: string, row: SheetRow, cells: readonly WrittenCell[]): readonly Splice[] {
  const added = cells.filter(({ column }) => !row.cells.has(column));
  const replaced = cells.flatMap((cell): readonly Splice[] => {
    const old = row.cells.get(cell.column);
    return old ? [{ start: old.start, end: old.end, text: writeCell(cell) }] : [];
  });
  if (added.length === 0) return replaced;
  // `spans` says between which columns the cells of the row are.
  const opening = xml.slice(row.start, row.inner).replace(/\s+spans\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  if (row.inner === row.end) {
    return [{ start: row.start, end: row.end, text: `${opening.replace(/\s*\/>$/, '>')}${added.map(writeCell).join('')}</row>` }];
  }
  const inserted = added.map((cell): Splice => {
    const at = placeInRow(row, cell.column);
    return { start: at, end: at, text: writeCell(cell) };
  });
  const isSame = opening === xml.slice(row.start, row.inner);
  return [...isSame ? [] : [{ start: row.start, end: row.inner, text: opening }], ...inserted, ...replaced];
}

/** Behind the last cell to the left. */
function placeInRow(row: SheetRow, column: number): number {
  const before = [...row.cells].findLast(([other]) => other < column);
  return before ? before[1].end : row.inner;
}

function newRow(sheet: Worksheet, number: number, cells: readonly WrittenCell[]): Splice {
  const before = [...sheet.rows].findLast(([other]) => other < number);
  const at = before ? before[1].end : 0;
  return { start: at, end: at, text: `<row r="${number}">${cells.map(writeCell).join('')}</row>` };
}

function changeOfKept({ xml, rows }: Worksheet, { row, column, value }: KeptValue): readonly Splice[] {
  const cell = rows.get(row)?.cells.get(column);
  if (!cell || isKept(cell, value)) return [];
  return [{ start: cell.start, end: cell.end, text: withKeptValue(xml, cell, value) }];
}

/** The file already keeps this value, or one that differs beyond what a spreadsheet shows. */
function isKept(cell: SheetCell, value: KeptValue['value']): boolean {
  if (value === undefined || !cell.kept) return value === undefined && !cell.kept;
  const [a, b] = [cell.value, value];
  if (typeof a === 'number' && typeof b === 'number') return a === b || Math.abs(a - b) < Math.abs(b) * 1e-14;
  return typeof a === 'object' || typeof b === 'object' ? JSON.stringify(a) === JSON.stringify(b) : a === b;
}

function changeOfDimension({ xml, dimension }: Worksheet, cells: readonly WrittenCell[]): readonly Splice[] {
  if (!dimension) return [];
  const area = cells.reduce((whole, { row, column }) => hull(whole, { top: row, bottom: row, left: column, right: column }), dimension.area);
  const tag = xml.slice(dimension.start, dimension.end);
  const text = tag.replace(/\bref\s*=\s*(?:"[^"]*"|'[^']*')/, `ref="${printArea(area)}"`);
  return printArea(area) === printArea(dimension.area) ? [] : [{ start: dimension.start, end: dimension.end, text }];
}
