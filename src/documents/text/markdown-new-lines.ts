import type { Block, BlockKind, TextEdit } from '../../model.ts';
import { isListed, isRow } from '../../shared/block-kinds.ts';
import { groupBy } from '../../shared/group-by.ts';
import { writeMarkdown } from './markdown.ts';
import { writeInlines } from './markdown-inlines.ts';
import { itemsAfter, itemsBefore, joinsList } from './markdown-list-lines.ts';
import type { PlacedMarkdown } from './markdown-placed.ts';
import { isList, type PlacedBlock } from './markdown-placed-block.ts';

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

/** A new block goes on what `block` stands in: its table, list, quote or box. */
function joins(placed: PlacedMarkdown, block: PlacedBlock, added: Block): boolean {
  const { found, unit, items } = block;
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

/** How many of the new blocks at the end go on what comes next: the top of a list, a table that has lost its header. */
function countJoiningNext(placed: PlacedMarkdown, next: PlacedBlock | undefined, added: readonly Block[]): number {
  if (!next) return 0;
  const fits = (block: Block): boolean => (block.kind === 'row'
    ? next.found.kind === 'row' && next.found.cells.length === block.cells.length
    : isListed(block.kind) && next.isItem && next.items.length === 1 && block.depth === 0 && joinsList(placed, next, block));
  return added.length - 1 - added.findLastIndex((block) => !fits(block));
}

/** New blocks between two that stay: on the first, on their own, on the second. */
interface Gap {
  readonly block: PlacedBlock | undefined;
  readonly next: PlacedBlock | undefined;
  readonly joining: readonly Block[];
  readonly others: readonly Block[];
}

function writeGap(placed: PlacedMarkdown, { block, next, joining, others }: Gap): readonly NewLines[] {
  const chunks: NewLines[] = [];
  const isSplit = block !== undefined && block.unit === next?.unit;
  const isTight = block?.isTight === true;
  for (const lines of block && joining.length > 0 ? writeInto(placed, block, joining) : []) {
    chunks.push({ after: (block?.last ?? 0) - 1, lines, joinsBefore: isTight, joinsAfter: isTight && isSplit });
  }
  const count = isSplit ? 0 : countJoiningNext(placed, next, others);
  const between = others.slice(0, others.length - count);
  if (between.length > 0) {
    const after = block ? (isSplit ? block.last : block.unit.last) - 1 : placed.front - 1;
    chunks.push({ after, lines: writeMarkdown(between).trimEnd().split('\n'), joinsBefore: false, joinsAfter: false });
  }
  if (!next || count === 0) return chunks;
  const last = others.slice(-count);
  const isRows = last[0]?.kind === 'row';
  (isRows ? writeInto(placed, next, last) : itemsBefore(placed, next, last)).forEach((lines, rank) => {
    chunks.push({ after: next.first - 1, lines, joinsBefore: next.isTight && (isRows || rank > 0), joinsAfter: next.isTight });
  });
  return chunks;
}

/**
 * Writes new blocks as lines where they go: rows into their table, items into their list with the marks of the person,
 * all else on its own.
 * @param removed ranks of blocks that go
 */
export function writeInserts(placed: PlacedMarkdown, edits: readonly InsertEdit[], removed: ReadonlySet<number>): Inserted {
  const ranks = [...placed.blocks.keys()].filter((rank) => !removed.has(rank));
  const blocks = ranks.flatMap((rank) => placed.blocks[rank] ?? []);
  let [near, canJoin] = [-1, true];
  const moved = edits.toSorted((a, b) => a.after - b.after).map((edit) => {
    for (; (ranks[near + 1] ?? Infinity) <= edit.after; near += 1) canJoin = true;
    const block = blocks[near];
    const isJoined = canJoin && block !== undefined && joins(placed, block, edit.block);
    // What comes behind a block on its own stays behind it.
    canJoin = isJoined;
    return { edit, isJoined, after: placeBehind(blocks, near, isJoined, isListed(edit.block.kind)) };
  });
  const inserted = [...groupBy(moved, ({ after }) => after)].map(([after, here]) => {
    const [joining, others] = [here.filter(({ isJoined }) => isJoined), here.filter(({ isJoined }) => !isJoined)];
    const [joined, rest] = [joining, others].map((list) => list.map(({ edit }) => edit.block)) as [Block[], Block[]];
    return {
      chunks: writeGap(placed, { block: blocks[after], next: blocks[after + 1], joining: joined, others: rest }),
      edits: [...joining, ...others].map(({ edit }) => ({ ...edit, after: ranks[after] ?? -1 })),
    };
  });
  return { chunks: inserted.flatMap(({ chunks }) => chunks), edits: inserted.flatMap((one) => one.edits) };
}
