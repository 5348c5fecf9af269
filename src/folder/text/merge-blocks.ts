import type { Block, FoundBlock, TextEdit } from '../../model.ts';
import { isRow } from '../../shared/block-kinds.ts';
import type { Group } from './groups.ts';
import { isPassed } from './kit-moves.ts';
import { listEntries, type Entry } from './next-entries.ts';
import type { Version } from './pair-versions.ts';
import type { Piece } from './pieces.ts';
import { placeBlock } from './place-block.ts';

/** Blocks as a whole: what comes in, what goes, and what could not. */
export interface MergedBlocks {
  readonly edits: readonly Exclude<TextEdit, { readonly kind: 'words' }>[];
  /** Ranks of the person's blocks that go: nothing is to be done to their words. */
  readonly removed: ReadonlySet<number>;
  /** Groups that the kit dropped and that stay, for the person worked there. */
  readonly kept: readonly Group[];
  /** Next blocks whose table or section the person deleted, and rows whose table has other columns now. */
  readonly homeless: readonly Version[];
  readonly misfits: readonly Version[];
}

export interface MergeContext {
  readonly pieces: readonly Piece[];
  readonly groups: readonly Group[];
  readonly mine: readonly FoundBlock[];
  /** What each of the person's blocks says. */
  readonly keys: readonly string[];
}

/** A piece as it stands in the file, in one paragraph that nobody touched and that may go. */
function isUntouched({ pieces: [rank = -1, ...more], mine: [at = -1, ...others] }: Group, { pieces, mine, keys }: MergeContext): boolean {
  const [base, found] = [pieces[rank]?.base, mine[at]];
  return more.length === 0 && others.length === 0 && base !== undefined && found !== undefined
    && base.gist.key === keys[at] && base.block.kind === found.kind && !found.pinned && !found.locked;
}

/** Another number of columns is none: it is a conflict of each row, for tables are never rebuilt. */
const hasOtherShape = (a: Block, b: Block): boolean => (a.kind !== b.kind || a.depth !== b.depth) && columnsOf(a) === columnsOf(b);
const columnsOf = ({ kind, cells }: Block): number => (isRow(kind) ? cells.length : 0);

/**
 * Walks the kit's blocks in their order and keeps a place in the person's file: what is new goes after the block it
 * follows, what the kit dropped, moved or gave another shape goes only where the person left it as it was.
 */
export function mergeBlocks(context: MergeContext): MergedBlocks {
  const { pieces, groups, mine } = context;
  const entries = listEntries(pieces, groups);
  const ours = new Set(groups.flatMap((group) => group.mine));
  const edits: MergedBlocks['edits'][number][] = [];
  const [homeless, misfits]: [Version[], Version[]] = [[], []];
  const removed = new Set<number>();
  /** Those of the removed that leave no block in their place. */
  const gone = new Set<number>();
  /** The rank in the person's file after which what comes next belongs; -1: at the very start. */
  let place = -1;
  /** The last row of the table of this number: what comes next in the table follows it. */
  let lastRow: { readonly table: number | undefined; readonly at: number; readonly columns: number | undefined } | undefined;

  const remove = (at: number): void => {
    removed.add(at);
    edits.push({ kind: 'remove', block: at });
  };
  const isDropped = (group: Group): boolean => group.pieces.every((rank) => !pieces[rank]?.next);
  for (const group of groups) {
    if (!isDropped(group) || !isUntouched(group, context)) continue;
    remove(group.mine[0] ?? -1);
    gone.add(group.mine[0] ?? -1);
  }

  const insert = (after: number, { next, table }: Entry, columns?: number): void => {
    edits.push({ kind: 'insert', after, block: next.block });
    place = after;
    if (table !== undefined) lastRow = { table, at: after, columns };
  };
  const freely = (block: Pick<Block, 'kind' | 'depth'>): Target => ({ after: placeBlock(place, block, mine, (at) => ours.has(at)) });
  /** A row goes after the one it follows in its table, or before the first that is left of those it precedes. */
  const findPlace = ({ next, table, isInGoneSection }: Entry): Target => {
    if (isInGoneSection) return { after: undefined };
    if (table === undefined) return freely(next.block);
    if (lastRow?.table === table) return { after: lastRow.at, columns: lastRow.columns };
    const ofTable = entries.filter((entry) => entry.table === table);
    if (ofTable.every(({ base, isMoved }) => !base || isMoved)) return freely({ kind: 'header-row', depth: 0 });
    const following = ofTable.find(({ group, isMoved }) => group && !isMoved)?.group?.mine[0];
    return following === undefined ? { after: undefined } : { after: following - 1, columns: mine[following]?.cells.length };
  };
  const fits = ({ columns }: Target, { block }: Version): boolean => columns === undefined || columns === block.cells.length;
  /** The person's file has it already where the kit wants it: a run that was killed half way. */
  const isInPlace = (at: number): boolean =>
    at > place && mine.slice(place + 1, at).every((_, offset) => !ours.has(place + 1 + offset) || gone.has(place + 1 + offset));
  /** On its way a block passes only those that the kit lets it pass: where the person moved its new neighbour, it stays. */
  const mayPass = (rank: number, at: number): boolean => entries.every(({ piece, base, group, isMoved }) => {
    const [there = -1] = group?.mine ?? [];
    const isOnTheWay = at < place ? at < there && there <= place : place < there && there < at;
    return !isOnTheWay || isMoved || !base || isPassed(pieces[rank], pieces[piece], rank < piece);
  });

  for (const entry of entries) {
    const { piece, base, next, group, isMoved, table } = entry;
    const [at] = group?.mine ?? [];
    if (!group || at === undefined) {
      if (base) continue;
      const target = findPlace(entry);
      if (target.after === undefined) homeless.push(next);
      else if (!fits(target, next)) misfits.push(next);
      else insert(target.after, entry, target.columns);
      continue;
    }
    const mayGo = base !== undefined && isUntouched(group, context);
    const target = mayGo && isMoved && !isInPlace(at) && mayPass(piece, at) ? findPlace(entry) : { after: undefined };
    if (target.after !== undefined && fits(target, next)) {
      remove(at);
      gone.add(at);
      insert(target.after, entry, target.columns);
      continue;
    }
    if (mayGo && hasOtherShape(base.block, next.block)) {
      remove(at);
      insert(at, entry);
    } else place = group.mine.at(-1) ?? place;
    if (table !== undefined) lastRow = { table, at, columns: mine[at]?.cells.length };
  }
  return { edits, removed, kept: groups.filter((group) => isDropped(group) && !removed.has(group.mine[0] ?? -1)), homeless, misfits };
}

/** `columns`: how many the table has there. */
interface Target {
  readonly after: number | undefined;
  readonly columns?: number | undefined;
}
