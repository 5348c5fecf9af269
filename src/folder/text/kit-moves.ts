import type { Group } from './groups.ts';
import type { Piece } from './pieces.ts';
import { risingPairs, type Pair } from './rising-pairs.ts';

/** The kit changes the order of two blocks that it had and has. */
export function isPassed(one: Piece | undefined, other: Piece | undefined, wasBefore: boolean): boolean {
  return one?.base !== undefined && other?.base !== undefined && one.rank >= 0 && other.rank >= 0 && wasBefore !== one.rank < other.rank;
}

/**
 * Ranks of the pieces that the kit put elsewhere (rows sorted by date, when the date moves). A block whose order among
 * those that it passes is not what it was is left alone: the person, or a run that was killed, moved it or them.
 */
export function kitMoves(pieces: readonly Piece[], groups: readonly Group[]): ReadonlySet<number> {
  const order = pieces.flatMap(({ base, next, rank }, index): readonly Pair[] => (base && next ? [[index, rank]] : []));
  const inOrder = new Set(risingPairs(order).map(([index]) => index));
  if (inOrder.size === order.length) return new Set();
  const found = groups.flatMap((group) => group.pieces.map((index): Pair => [index, group.mine[0] ?? -1]));
  const isLeftToUs = ([one, mine]: Pair): boolean => found.every(([other, otherMine]) =>
    !isPassed(pieces[one], pieces[other], one < other) || (one < other) === (mine < otherMine));
  const moved = found.filter(([index]) => pieces[index]?.base && pieces[index].next && !inOrder.has(index));
  return new Set(moved.filter(isLeftToUs).map(([index]) => index));
}
