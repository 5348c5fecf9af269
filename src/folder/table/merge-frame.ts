import type { FoundCell } from '../../model.ts';
import { isBlank, sameContent } from './found-cell.ts';
import { conflict, edit, NOTHING_TO_DO, together, type Pieces } from './pieces.ts';
import type { SheetSides } from './side.ts';
import { cellWords, columnPlace, prefacePlace } from './words.ts';

/** The lines above the table and the titles of our columns, which people may word as they like, or take away. */
export function mergeFrame({ base: { sheet: base }, mine, next: { sheet: next } }: SheetSides): Pieces {
  const lines = next.preface.map((line, rank) => mergeText(
    base.preface[rank] ?? '', mine.preface[rank] ?? { value: null }, line,
    () => edit(next.name, { preface: rank }, line), prefacePlace(next.name, rank)));
  const titles = next.columns.map((column) => mergeText(
    base.columns.find(({ key }) => key === column.key)?.title ?? '', { value: mine.headers[column.key] ?? null }, column.title,
    () => edit(next.name, { header: column.key }, column.title), columnPlace(next.name, column)));
  return together([...lines, ...titles]);
}

function mergeText(base: string, mine: FoundCell, next: string, take: () => Pieces, place: string): Pieces {
  const [was, will] = [{ value: base }, { value: next }];
  if (sameContent(was, will) || sameContent(mine, will) || isBlank(mine)) return NOTHING_TO_DO;
  if (sameContent(mine, was) && !mine.locked) return take();
  return conflict({ place, mine: cellWords(mine, 'text'), next, base });
}
