import type { Block, FoundBlock, TextEdit } from '../../model.ts';
import { isRow } from '../../shared/block-kinds.ts';
import type { Group } from './groups.ts';
import { isPassed, kitMoves } from './kit-moves.ts';
import type { Piece, Version } from './pieces.ts';
import { isHeading, placeBlock } from './place-block.ts';

/** Blocks as a whole: what comes in, what goes, and what could not. */
export interface MergedBlocks {
  readonly edits: readonly Exclude<TextEdit, { readonly kind: 'words' }>[];
  /** Ranks of the person's blocks that go: nothing is to be done to their words. */
  readonly removed: ReadonlySet<number>;
  /** Groups that the kit dropped and that stay, for the person worked there. */
  readonly kept: readonly Group[];
  /** Next blocks that have no table to go into, and those whose table has other columns. */
  readonly homeless: readonly Version[];
  readonly misfits: readonly Version[];
}

/** A piece as it stands in the file, in one paragraph that nobody touched and that may go. */
function isUntouched({ pieces: [rank = -1, ...more], mine: [at = -1, ...others] }: Group, context: Context): boolean {
  const { pieces, mine, keys } = context;
  const [base, found] = [pieces[rank]?.base, mine[at]];
  return more.length === 0 && others.length === 0 && base !== undefined && found !== undefined
    && base.gist.key === keys[at] && base.block.kind === found.kind && !found.pinned && !found.locked;
}

interface Context {
  readonly pieces: readonly Piece[];
  readonly mine: readonly FoundBlock[];
  /** What each of the person's blocks says. */
  readonly keys: readonly string[];
}

const hasOtherShape = (a: Block, b: Block): boolean => a.kind !== b.kind || a.depth !== b.depth || a.cells.length !== b.cells.length;

/** Blocks of next that share a number stand and go together: the rows of one table, or what is under one heading. */
interface Homes {
  readonly tables: readonly (number | undefined)[];
  readonly sections: readonly number[];
}

function numberHomes(next: readonly Version[]): Homes {
  const count = (isFirst: (block: Block, rank: number) => boolean): readonly number[] => {
    let home = 0;
    return next.map(({ block }, rank) => (home += isFirst(block, rank) ? 1 : 0));
  };
  const tables = count(({ kind }, rank) => kind === 'header-row' || (kind === 'row' && !isRow(next[rank - 1]?.block.kind)));
  return { tables: tables.map((table, rank) => (isRow(next[rank]?.block.kind) ? table : undefined)), sections: count(({ kind }) => isHeading(kind)) };
}

/**
 * Walks the kit's blocks in their order and keeps a place in the person's file: what is new goes after the block it
 * follows, what the kit dropped, moved or gave another shape goes only where the person left it as it was.
 */
export function mergeBlocks(groups: readonly Group[], context: Context): MergedBlocks {
  const { pieces, mine } = context;
  const groupOf = new Map(groups.flatMap((group) => group.pieces.map((rank) => [rank, group] as const)));
  const ours = new Set(groups.flatMap((group) => group.mine));
  const moves = kitMoves(pieces, groups);
  const ranks = [...pieces.keys()].filter((rank) => pieces[rank]?.next).sort((a, b) => (pieces[a]?.rank ?? 0) - (pieces[b]?.rank ?? 0));
  const { tables, sections } = numberHomes(ranks.flatMap((rank) => pieces[rank]?.next ?? []));

  const edits: MergedBlocks['edits'][number][] = [];
  const [removed, homeless, misfits] = [new Set<number>(), [] as Version[], [] as Version[]];
  /** Those of the removed that leave no block in their place. */
  const gone = new Set<number>();
  const remove = (at: number, isReplaced = false): void => {
    removed.add(at);
    if (!isReplaced) gone.add(at);
    edits.push({ kind: 'remove', block: at });
  };
  const isDropped = (group: Group): boolean => group.pieces.every((rank) => !pieces[rank]?.next);
  for (const group of groups) if (isDropped(group) && isUntouched(group, context)) remove(group.mine[0] ?? -1);

  /** The rank in the person's file after which what comes next belongs; -1: at the very start. */
  let place = -1;
  /** The last row that stands in the table of this number. */
  let lastRow: { readonly table: number; readonly at: number } | undefined;
  const isOurs = (at: number): boolean => ours.has(at);
  const insert = (after: number, block: Block, table: number | undefined): void => {
    edits.push({ kind: 'insert', after, block });
    place = after;
    if (table !== undefined) lastRow = { table, at: after };
  };
  /** The place of the first row that is left of those that come later in the table. */
  const followingRow = (index: number): number | undefined => {
    const later = ranks.findIndex((rank, other) => other > index && tables[other] === tables[index] && groupOf.has(rank) && !moves.has(rank));
    return groupOf.get(ranks[later] ?? -1)?.mine[0];
  };
  const isNewTable = (table: number): boolean =>
    ranks.every((rank, other) => tables[other] !== table || !pieces[rank]?.base || moves.has(rank));
  /** The person deleted the whole section. */
  const isGoneSection = (section: number | undefined): boolean => {
    const old = ranks.filter((rank, other) => sections[other] === section && pieces[rank]?.base);
    return old.length > 0 && !old.some((rank) => groupOf.has(rank));
  };
  /** A row goes after the one it follows in its table, or before the one it precedes. */
  const bringIn = (version: Version, index: number): void => {
    const { block } = version;
    const table = tables[index];
    if (isGoneSection(sections[index])) {
      homeless.push(version);
      return;
    }
    if (table === undefined) return insert(placeBlock(place, block, mine, isOurs), block, table);
    const previous = lastRow?.table === table ? lastRow.at : undefined;
    const following = previous === undefined ? followingRow(index) : undefined;
    if (previous === undefined && following === undefined) {
      if (isNewTable(table)) insert(placeBlock(place, { kind: 'header-row', depth: 0 }, mine, isOurs), block, table);
      else homeless.push(version);
      return;
    }
    const neighbour = previous !== undefined && isNewTable(table) ? undefined : mine[previous ?? following ?? -1];
    if (neighbour && neighbour.cells.length !== block.cells.length) misfits.push(version);
    else insert(previous ?? (following ?? 0) - 1, block, table);
  };
  /** True when the person's file has it already where the kit wants it: a run that was killed half way. */
  const isInPlace = (at: number): boolean =>
    at > place && mine.slice(place + 1, at).every((_, offset) => !ours.has(place + 1 + offset) || gone.has(place + 1 + offset));

  /** On its way a block passes only those that the kit lets it pass: where the person moved its new neighbour, it stays. */
  const mayMove = (rank: number, at: number): boolean => groups.every((other) => {
    const [index = -1] = other.pieces;
    const [there = -1] = other.mine;
    const isOnTheWay = at < place ? at < there && there <= place : place < there && there < at;
    return !isOnTheWay || gone.has(there) || !pieces[index]?.base || !pieces[index].next || isPassed(pieces[rank], pieces[index], rank < index);
  });

  ranks.forEach((rank, index) => {
    const { base, next } = pieces[rank] ?? {};
    const group = groupOf.get(rank);
    if (!next || (!group && base)) return;
    const at = group?.mine[0];
    if (!group || at === undefined) return bringIn(next, index);
    if (base && isUntouched(group, context) && moves.has(rank) && !isInPlace(at) && mayMove(rank, at)) {
      remove(at);
      return bringIn(next, index);
    }
    if (base && isUntouched(group, context) && hasOtherShape(base.block, next.block)) {
      remove(at, true);
      insert(at, next.block, tables[index]);
    } else place = group.mine.at(-1) ?? place;
    if (tables[index] !== undefined) lastRow = { table: tables[index], at };
  });
  return { edits, removed, kept: groups.filter((group) => isDropped(group) && !removed.has(group.mine[0] ?? -1)), homeless, misfits };
}
