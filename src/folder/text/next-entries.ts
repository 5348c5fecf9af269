import type { Block } from '../../model.ts';
import { isRow } from '../../shared/block-kinds.ts';
import type { Group } from './groups.ts';
import { kitMoves } from './kit-moves.ts';
import type { Version } from './pair-versions.ts';
import type { Piece } from './pieces.ts';
import { isHeading } from './place-block.ts';

/** One block of next, in the order of next, and what is known of it. */
export interface Entry {
  readonly piece: number;
  readonly base: Version | undefined;
  readonly next: Version;
  /** Where it is in the person's file. */
  readonly group: Group | undefined;
  /** The kit put it elsewhere and the person did not. */
  readonly isMoved: boolean;
  /** The rows of one table share a number. */
  readonly table: number | undefined;
  /** Nothing is left of the section that it belongs to: the person deleted it. */
  readonly isInGoneSection: boolean;
}

/** A number for each block, that grows at each first one of a run. */
function countRuns(blocks: readonly Block[], isFirst: (block: Block, rank: number) => boolean): readonly number[] {
  let run = 0;
  return blocks.map((block, rank) => (run += isFirst(block, rank) ? 1 : 0));
}

export function listEntries(pieces: readonly Piece[], groups: readonly Group[]): readonly Entry[] {
  const groupOf = new Map(groups.flatMap((group) => group.pieces.map((rank) => [rank, group] as const)));
  const moves = kitMoves(pieces, groups);
  const order = pieces.flatMap(({ base, next, rank }, piece) => (next ? [{ piece, base, next, rank, group: groupOf.get(piece) }] : []))
    .sort((a, b) => a.rank - b.rank);
  const blocks = order.map(({ next }) => next.block);
  const tables = countRuns(blocks, ({ kind }, rank) => kind === 'header-row' || (kind === 'row' && !isRow(blocks[rank - 1]?.kind)));
  const sections = countRuns(blocks, ({ kind }) => isHeading(kind));
  const sectionsWith = (isSo: (entry: (typeof order)[number]) => boolean): ReadonlySet<number | undefined> =>
    new Set(order.flatMap((entry, index) => (isSo(entry) ? [sections[index]] : [])));
  const [old, left] = [sectionsWith(({ base }) => base !== undefined), sectionsWith(({ base, group }) => base !== undefined && group !== undefined)];
  return order.map(({ rank: _, ...entry }, index) => ({
    ...entry,
    isMoved: moves.has(entry.piece),
    table: isRow(entry.next.block.kind) ? tables[index] : undefined,
    isInGoneSection: old.has(sections[index]) && !left.has(sections[index]),
  }));
}
