import type { Block, BlockKind, TextEdit } from '../../model.ts';
import { isListed, isRow } from '../../shared/block-kinds.ts';
import { writeMarkdown } from './markdown.ts';
import { writeInlines } from './markdown-inlines.ts';
import { itemsAfter, itemsBefore, joinsList } from './markdown-list-lines.ts';
import type { PlacedMarkdown } from './markdown-placed.ts';
import type { PlacedBlock, Unit } from './markdown-placed-block.ts';

export type InsertEdit = Extract<TextEdit, { readonly kind: 'insert' }>;

/** New lines behind a line of the file. */
export interface NewLines {
  /** The rank of that line; -1: at the very start. */
  readonly after: number;
  readonly lines: readonly string[];
  /** No blank line is needed before or behind. */
  readonly joinsBefore: boolean;
  readonly joinsAfter: boolean;
}

export interface Inserted {
  readonly chunks: readonly NewLines[];
  /** The edits with the place where each block is then read: what follows a row may come behind its table. */
  readonly edits: readonly InsertEdit[];
}

const FRAMES: Readonly<Partial<Record<BlockKind, string>>> = {
  quote: 'blockquote_open', info: 'container_info_open', warning: 'container_warning_open',
};

const isList = ({ type }: Unit): boolean => /_list_open$/.test(type);

/** A new block goes on what `block` stands in: its table, list, quote or box. */
function joins(placed: PlacedMarkdown, block: PlacedBlock, added: Block, gone: ReadonlySet<Unit>): boolean {
  const { found, unit, items } = block;
  if (gone.has(unit)) return false;
  if (added.kind === 'row') return found.kind !== 'other' && isRow(found.kind) && found.cells.length === added.cells.length;
  if (isListed(added.kind)) return joinsList(placed, block, added);
  return found.kind === added.kind && FRAMES[added.kind] === unit.type && items.length === 0;
}

/** The rank behind which a new block can stand: not inside a table, a box, or an item that goes on. */
function placeBehind(blocks: readonly PlacedBlock[], after: number, isJoined: boolean, isItem: boolean): number {
  const unit = blocks[after]?.unit;
  const goesOn = (next: PlacedBlock | undefined): boolean => {
    if (!unit || !next || next.unit !== unit) return false;
    if (isJoined) return isItem && !next.isItem;
    return !isList(unit) || !next.isItem || next.items.length > 1;
  };
  let rank = after;
  while (goesOn(blocks[rank + 1])) rank += 1;
  return rank;
}

const prefixOf = ({ text, lines }: PlacedMarkdown, { first }: PlacedBlock): string => (
  /^[ \t>]*/.exec(text.slice(lines[first]?.start, lines[first]?.end))?.[0] ?? ''
);

/** One list of lines per block. */
function writeInto(placed: PlacedMarkdown, block: PlacedBlock, added: readonly Block[]): readonly (readonly string[])[] {
  if (added.some(({ kind }) => isListed(kind))) return itemsAfter(placed, block, added);
  const prefix = prefixOf(placed, block);
  return added.map(({ kind, cells }) => {
    if (kind === 'row') return [`${prefix}| ${cells.map((cell) => writeInlines(cell).replaceAll('\\\n', ' ')).join(' | ')} |`];
    return writeInlines(cells.flat()).split('\n').map((line) => prefix + line);
  });
}

/** How many of the new blocks at the end go on what comes next: the top of a list, a table without words in its header. */
function countJoiningNext(placed: PlacedMarkdown, next: PlacedBlock | undefined, added: readonly Block[], gone: ReadonlySet<Unit>): number {
  if (!next || gone.has(next.unit)) return 0;
  const isTop = next.isItem && next.items.length === 1 && next.first === next.unit.first;
  const fits = (block: Block): boolean => (block.kind === 'row'
    ? next.found.kind === 'row' && next.found.cells.length === block.cells.length
    : isListed(block.kind) && isTop && block.depth === 0 && joinsList(placed, next, block));
  return added.length - 1 - added.findLastIndex((block) => !fits(block));
}

/**
 * Writes new blocks as lines where they go: rows into their table, items into their list with the marks of the person,
 * all else on its own.
 * @param gone units of which no block stays
 */
export function writeInserts(placed: PlacedMarkdown, edits: readonly InsertEdit[], gone: ReadonlySet<Unit>): Inserted {
  const { blocks, front } = placed;
  const moved = edits.map((edit) => {
    const block = blocks[edit.after];
    const isJoined = block !== undefined && joins(placed, block, edit.block, gone);
    return { edit, isJoined, after: placeBehind(blocks, edit.after, isJoined, isListed(edit.block.kind)) };
  });
  const chunks: NewLines[] = [];
  const placedEdits: InsertEdit[] = [];

  for (const after of [...new Set(moved.map((one) => one.after))].sort((a, b) => a - b)) {
    const here = moved.filter((one) => one.after === after);
    const own = here.filter(({ edit, isJoined }) => isJoined || edit.after === after);
    const end = own.findIndex(({ isJoined }) => !isJoined);
    const joining = end === -1 ? own : own.slice(0, end);
    const others = here.filter((one) => !joining.includes(one)).sort((a, b) => a.edit.after - b.edit.after);
    const [block, next] = [blocks[after], blocks[after + 1]];
    const isSplit = block !== undefined && block.unit === next?.unit;

    const [joined, rest] = [joining, others].map((list) => list.map(({ edit }) => edit.block)) as [Block[], Block[]];
    const isTight = block?.isTight === true;
    if (block) {
      for (const lines of joined.length > 0 ? writeInto(placed, block, joined) : []) {
        chunks.push({ after: block.last - 1, lines, joinsBefore: isTight, joinsAfter: isTight && isSplit });
      }
    }
    const count = isSplit ? 0 : countJoiningNext(placed, next, rest, gone);
    const between = rest.slice(0, rest.length - count);
    const lineBefore = block ? (isSplit ? block.last : block.unit.last) - 1 : front - 1;
    if (between.length > 0) {
      chunks.push({ after: lineBefore, lines: writeMarkdown(between).trimEnd().split('\n'), joinsBefore: false, joinsAfter: false });
    }
    if (next && count > 0) {
      const isRows = rest.at(-1)?.kind === 'row';
      const written = isRows ? writeInto(placed, next, rest.slice(-count)) : itemsBefore(placed, next, rest.slice(-count));
      const joinsNext = next.isTight;
      written.forEach((lines, rank) => chunks.push({ after: next.first - 1, lines, joinsBefore: joinsNext && (isRows || rank > 0), joinsAfter: joinsNext }));
    }
    placedEdits.push(...[...joining, ...others].map(({ edit }) => ({ ...edit, after })));
  }
  return { chunks, edits: placedEdits };
}
