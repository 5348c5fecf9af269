import type { Block, ConflictPiece, ConflictReason, FoundBlock, Note, TextEdit } from '../model.ts';
import { applyEdits } from '../shared/apply-edits.ts';
import { alignBlocks } from './text/align-blocks.ts';
import { gistOfBlock, gistOfFound, lineOf, type Gist } from './text/gist.ts';
import { groupBlocks, type Group } from './text/groups.ts';
import { hasOtherLook } from './text/looks.ts';
import { mergeBlocks } from './text/merge-blocks.ts';
import { mergeGroup, versionsOf, type MergedGroup } from './text/merge-group.ts';
import { findOldValues } from './text/old-values.ts';
import { pairPieces, type Piece, type Version } from './text/pieces.ts';
import { rememberTokens } from './text/tokens.ts';
import { whereIs } from './text/where.ts';

/** What to change in a person's text, what could not be merged, and what they should know. */
export type TextMerge =
  | { readonly kind: 'merged'; readonly edits: readonly TextEdit[]; readonly conflicts: readonly ConflictPiece[]; readonly notes: readonly Note[] }
  | { readonly kind: 'left-alone'; readonly why: ConflictReason };

/** Fewer conflicts than this never make a text too different, however short it is. */
const FEW_CONFLICTS = 3;

/**
 * Brings a person's text up to date: what the kit changed between `base` (last written) and `next` (now) is done inside
 * `mine`, where the person left those words alone. Nothing that they wrote goes, nothing that they deleted comes back.
 */
export function mergeText(base: readonly Block[], mine: readonly FoundBlock[], next: readonly Block[]): TextMerge {
  const read = rememberTokens();
  const pieces = pairPieces(base, next, read);
  const gists = mine.map((block) => gistOfFound(block, read));
  if (readsAs(gists, next.map((block) => gistOfBlock(block, read)))) return { kind: 'merged', edits: [], conflicts: [], notes: [] };
  const groups = groupBlocks(pieces, gists, alignBlocks(pieces, gists));
  const isEmptied = gists.every(({ key }) => key === '');
  const blocks = mergeBlocks(groups, { pieces, mine, keys: gists.map(({ key }) => key) });
  const isAlien = base.length > 0 && !isEmptied && !groups.some((group) => versionsOf(group, pieces, 'base').length > 0);
  if (isAlien && blocks.edits.length > 0) return { kind: 'left-alone', why: 'too-different' };
  const words = mergeAllWords(groups.filter(({ mine: [at = -1] }) => !blocks.removed.has(at)), pieces, mine, gists);
  const conflicts = [...words.conflicts, ...blocks.misfits.map((version) => ({ place: whereIs(version.gist), mine: '', next: lineOf(version.gist), base: '' }))];
  if (conflicts.length >= FEW_CONFLICTS && conflicts.length * 3 > base.length) return { kind: 'left-alone', why: 'too-different' };

  const placeOf = (rank: number): string => (gists[rank] ? whereIs(gists[rank]) : '');
  const edits = [...words.edits, ...blocks.edits];
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.block] : [])));
  const result = applyEdits(mine, edits.filter(({ kind }) => kind === 'words')).map(({ cells }, rank) =>
    (removed.has(rank) || words.inConflict.has(rank) ? undefined : cells));
  const notes: readonly Note[] = [
    ...words.notes,
    ...blocks.kept.map(({ mine: [at = -1] }): Note => ({ code: 'removed-piece', place: placeOf(at) })),
    ...lostPieces(pieces, groups, blocks.homeless),
    ...findOldValues(result, groups, pieces, read, placeOf),
    ...otherLook(groups, pieces, mine, removed, placeOf),
  ];
  return { kind: 'merged', edits: isEmptied || changesNothing(mine, edits) ? [] : edits, conflicts, notes };
}

/** The file says what the kit says now. */
function readsAs(mine: readonly Gist[], next: readonly Gist[]): boolean {
  const found = mine.filter(({ key }) => key !== '');
  return found.length === next.length && found.every(({ kind, key }, rank) => next[rank]?.kind === kind && next[rank]?.key === key);
}

/** The kit moved one of two blocks that say the same. */
function changesNothing(mine: readonly FoundBlock[], edits: readonly TextEdit[]): boolean {
  const reading = (blocks: readonly FoundBlock[]): string => JSON.stringify(blocks.map(({ kind, depth, cells }) => [kind, depth, cells]));
  return edits.length > 0 && edits.every(({ kind }) => kind !== 'words') && reading(applyEdits(mine, edits)) === reading(mine);
}

interface MergedWords {
  readonly edits: MergedGroup['edits'];
  readonly conflicts: readonly ConflictPiece[];
  readonly inConflict: ReadonlySet<number>;
  readonly notes: readonly Note[];
}

function mergeAllWords(groups: readonly Group[], pieces: readonly Piece[], mine: readonly FoundBlock[], gists: readonly Gist[]): MergedWords {
  const merged = [...groups].sort(({ mine: [a = 0] }, { mine: [b = 0] }) => a - b)
    .filter((group) => versionsOf(group, pieces, 'next').length > 0)
    .map((group) => ({ group, result: mergeGroup(group, pieces, mine) }));
  const lines = (found: readonly Gist[]): string => found.map(lineOf).join('\n');
  const conflicted = merged.flatMap(({ group, result }) => (result ? [] : [group]));
  const placeOf = ({ mine: [at = -1] }: Group): string => (gists[at] ? whereIs(gists[at]) : '');
  return {
    edits: merged.flatMap(({ result }) => result?.edits ?? []),
    conflicts: conflicted.map((group) => ({
      place: placeOf(group), mine: lines(group.mine.flatMap((rank) => gists[rank] ?? [])),
      next: lines(versionsOf(group, pieces, 'next').map(({ gist }) => gist)), base: lines(versionsOf(group, pieces, 'base').map(({ gist }) => gist)),
    })),
    inConflict: new Set(conflicted.flatMap((group) => group.mine)),
    notes: merged.flatMap(({ group, result }): readonly Note[] => (result?.isBoth ? [{ code: 'merged-words', place: placeOf(group) }] : [])),
  };
}

/** What a person deleted stays away; they are told when more than a date changed in it. */
function lostPieces(pieces: readonly Piece[], groups: readonly Group[], homeless: readonly Version[]): readonly Note[] {
  const found = new Set(groups.flatMap((group) => group.pieces));
  const changed = pieces.flatMap(({ base, next }, rank): readonly Version[] =>
    (base && next && !found.has(rank) && base.frame !== next.frame ? [next] : []));
  return [...changed, ...homeless].map(({ gist }): Note => ({ code: 'deleted-piece', place: whereIs(gist) }));
}

/** Said once: a new look of ours is not worth touching every paragraph of an edited file. */
function otherLook(
  groups: readonly Group[], pieces: readonly Piece[], mine: readonly FoundBlock[], removed: ReadonlySet<number>, placeOf: (rank: number) => string,
): readonly Note[] {
  const found = groups.find(({ pieces: [rank = -1], mine: [at = -1] }) => {
    const { base, next } = pieces[rank] ?? {};
    if (!base || !next || removed.has(at)) return false;
    const isOtherKind = base.block.kind !== next.block.kind && mine[at]?.kind !== next.block.kind;
    return isOtherKind || hasOtherLook(base.block, next.block, base.gist.key === next.gist.key);
  });
  return found ? [{ code: 'look-not-merged', place: placeOf(found.mine[0] ?? -1) }] : [];
}
