import type { Block, ConflictPiece, ConflictReason, FoundBlock, Note, TextEdit } from '../model.ts';
import { applyEdits } from '../shared/apply-edits.ts';
import { alignBlocks } from './text/align-blocks.ts';
import { gistOfBlock, gistOfFound, lineOf, type Gist } from './text/gist.ts';
import { groupBlocks, type Group } from './text/groups.ts';
import { hasOtherLook } from './text/looks.ts';
import { mergeBlocks } from './text/merge-blocks.ts';
import { mergeGroup, versionsOf } from './text/merge-group.ts';
import { findOldValues } from './text/old-values.ts';
import type { Version } from './text/pair-versions.ts';
import { pairPieces, type Piece } from './text/pieces.ts';
import { rememberTokens } from './text/tokens.ts';
import { whereIs } from './text/where.ts';

/** What to change in a person's text, what could not be merged, and what they should know. */
export type TextMerge =
  | { readonly kind: 'merged'; readonly edits: readonly TextEdit[]; readonly conflicts: readonly ConflictPiece[]; readonly notes: readonly Note[] }
  | { readonly kind: 'left-alone'; readonly why: ConflictReason };

const NOTHING = { kind: 'merged', edits: [], conflicts: [], notes: [] } as const satisfies TextMerge;
const TOO_DIFFERENT = { kind: 'left-alone', why: 'too-different' } as const satisfies TextMerge;
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
  if (readsAs(gists, next.map((block) => gistOfBlock(block, read)))) return NOTHING;
  const groups = groupBlocks(pieces, gists, alignBlocks(pieces, gists));
  const blocks = mergeBlocks({ pieces, groups, mine, keys: gists.map(({ key }) => key) });
  const lost = lostPieces(pieces, groups, blocks.homeless);
  if (gists.every(({ key }) => key === '')) return { ...NOTHING, notes: lost.length > 0 ? [{ code: 'deleted-piece', place: 'tout le texte' }] : [] };
  const isAlien = base.length > 0 && !groups.some((group) => versionsOf(group, pieces, 'base').length > 0);
  if (isAlien && blocks.edits.length + lost.length > 0) return TOO_DIFFERENT;

  const merged = [...groups].sort(({ mine: [a = 0] }, { mine: [b = 0] }) => a - b)
    .filter((group) => !blocks.removed.has(group.mine[0] ?? -1) && versionsOf(group, pieces, 'next').length > 0)
    .map((group) => ({ group, result: mergeGroup(group, pieces, mine) }));
  const contested = merged.flatMap(({ group, result }) => (result ? [] : [group]));
  const conflicts = [...contested.map((group) => asConflict(group, pieces, gists)), ...blocks.misfits.map(asMisfit)];
  if (conflicts.length >= FEW_CONFLICTS && conflicts.length * 3 > base.length) return TOO_DIFFERENT;

  const wordEdits = merged.flatMap(({ result }) => result?.edits ?? []);
  const edits: readonly TextEdit[] = [...wordEdits, ...blocks.edits];
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.block] : [])));
  const result = applyEdits(mine, wordEdits.filter(({ kind }) => kind === 'words'));
  const placeOf = (rank: number | undefined): string => {
    const block = result[rank ?? -1];
    return block ? whereIs({ kind: block.kind, texts: block.cells }) : '';
  };
  const isListed = new Set(contested.flatMap((group) => group.mine));
  const swept = result.map(({ cells }, rank) => (removed.has(rank) || isListed.has(rank) ? undefined : cells));
  return {
    kind: 'merged', conflicts,
    edits: changesNothing(mine, edits) ? [] : edits,
    notes: [
      ...merged.flatMap(({ group, result: words }): readonly Note[] => (words?.isBoth ? [{ code: 'merged-words', place: placeOf(group.mine[0]) }] : [])),
      ...blocks.kept.map((group): Note => ({ code: 'removed-piece', place: placeOf(group.mine[0]) })),
      ...lost,
      ...findOldValues(swept, groups, pieces, read, placeOf),
      ...otherLook(groups.filter((group) => !removed.has(group.mine[0] ?? -1)), pieces, mine, placeOf),
    ],
  };
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

function asConflict(group: Group, pieces: readonly Piece[], gists: readonly Gist[]): ConflictPiece {
  const found = group.mine.flatMap((rank) => gists[rank] ?? []);
  const linesOf = (side: 'base' | 'next'): string => versionsOf(group, pieces, side).map(({ gist }) => lineOf(gist)).join('\n');
  return { place: found[0] ? whereIs(found[0]) : '', mine: found.map(lineOf).join('\n'), next: linesOf('next'), base: linesOf('base') };
}

/** A new row whose table has other columns in the person's file. */
const asMisfit = ({ gist }: Version): ConflictPiece => ({ place: whereIs(gist), mine: '', next: lineOf(gist), base: '' });

/** What a person deleted stays away; they are told when more than a date changed in it. */
function lostPieces(pieces: readonly Piece[], groups: readonly Group[], homeless: readonly Version[]): readonly Note[] {
  const found = new Set(groups.flatMap((group) => group.pieces));
  const changed = pieces.flatMap(({ base, next }, rank): readonly Version[] =>
    (base && next && !found.has(rank) && base.frame !== next.frame ? [next] : []));
  return [...changed, ...homeless].map(({ gist }): Note => ({ code: 'deleted-piece', place: whereIs(gist) }));
}

/** Said once: a new look of ours is not worth touching every paragraph of an edited file. */
function otherLook(groups: readonly Group[], pieces: readonly Piece[], mine: readonly FoundBlock[], placeOf: (rank: number | undefined) => string): readonly Note[] {
  const found = groups.find(({ pieces: [rank = -1], mine: [at = -1] }) => {
    const { base, next } = pieces[rank] ?? {};
    if (!base || !next) return false;
    const isOtherKind = base.block.kind !== next.block.kind && mine[at]?.kind !== next.block.kind;
    return isOtherKind || hasOtherLook(base.block, next.block, base.gist.key === next.gist.key);
  });
  return found ? [{ code: 'look-not-merged', place: placeOf(found.mine[0]) }] : [];
}
