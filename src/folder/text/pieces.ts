import type { Block } from '../../model.ts';
import { pairVersions, versionOf, type Version } from './pair-versions.ts';
import type { ReadTokens } from './tokens.ts';

/** One block of the kit, as it was last written and as it is now; absent: new, or gone. */
export interface Piece {
  readonly base?: Version;
  readonly next?: Version;
  /** Rank in the list of next blocks; -1 when gone. */
  readonly rank: number;
}

/** Every block of both sides in one list: in the order of base, the new ones after the block they follow in next. */
export function pairPieces(baseBlocks: readonly Block[], nextBlocks: readonly Block[], read: ReadTokens): readonly Piece[] {
  const base = baseBlocks.map((block) => versionOf(block, read));
  const next = nextBlocks.map((block) => versionOf(block, read));
  const pairs = pairVersions(base, next);
  const baseOf = new Map([...pairs].map(([a, b]) => [b, a]));
  const rankOf = new Map(next.map((version, rank) => [version, rank]));
  /** New blocks by the base block that they follow; undefined: before all. */
  const following = new Map<Version | undefined, Piece[]>([[undefined, []]]);
  let last: Version | undefined;
  next.forEach((version, rank) => {
    last = baseOf.get(version) ?? last;
    if (!following.has(last)) following.set(last, []);
    if (!baseOf.has(version)) following.get(last)?.push({ next: version, rank });
  });
  const piecesOf = (version: Version): readonly Piece[] => {
    const now = pairs.get(version);
    return [{ base: version, rank: now ? rankOf.get(now) ?? -1 : -1, ...(now && { next: now }) }, ...(following.get(version) ?? [])];
  };
  return [...(following.get(undefined) ?? []), ...base.flatMap(piecesOf)];
}
