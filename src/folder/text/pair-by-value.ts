import { isRowGist, type Gist } from './gist.ts';
import type { Matching } from './matching.ts';
import { indexValues, isTelling, joinValues } from './values.ts';

/** No one looks further for a paragraph that has but its date left. */
const NEAR = 12;

/** The nearest block of ours that is in the file, before or behind a piece; undefined: none. */
function neighbour({ pieces, mineOf }: Matching, piece: number, step: 1 | -1): number | undefined {
  let at = piece + step;
  while (at >= 0 && at < pieces.length && !mineOf.has(at)) at += step;
  return mineOf.get(at);
}

/** The person's blocks beside a block, up to the next one of ours. */
function beside({ mine, pieceOf, isSaid }: Matching, rank: number, step: 1 | -1): readonly number[] {
  const free: number[] = [];
  for (let at = rank + step; at >= 0 && at < mine.length && !pieceOf.has(at) && free.length < NEAR; at += step) {
    if (mine[at]?.key !== '' && !isSaid(at)) free.push(at);
  }
  return free;
}

const holdsOne = (found: Gist, values: readonly string[]): boolean => {
  const index = indexValues(values);
  return found.cells.some((tokens) => joinValues(tokens, index).some(({ isValue }) => isValue));
};

/**
 * A paragraph that was written anew but for its date, beside the same neighbours: one that holds a telling value of the
 * piece, else one of the same kind that holds any.
 */
export function pairByValue(matching: Matching): void {
  const { pieces, mine } = matching;
  for (const piece of matching.freePieces()) {
    const base = pieces[piece]?.base;
    if (!base || base.block.values.length === 0) continue;
    const near = [...beside(matching, neighbour(matching, piece, -1) ?? -1, 1), ...beside(matching, neighbour(matching, piece, 1) ?? mine.length, -1)];
    const first = (isIt: (found: Gist) => boolean): number | undefined => near.find((rank) => mine[rank] && isIt(mine[rank]));
    const hasShape = (found: Gist): boolean =>
      isRowGist(found) === isRowGist(base.gist) && (!isRowGist(found) || found.cells.length === base.gist.cells.length);
    const found = first((one) => hasShape(one) && holdsOne(one, base.block.values.filter(isTelling)))
      ?? first((one) => hasShape(one) && one.kind === base.block.kind && holdsOne(one, base.block.values));
    if (found !== undefined) matching.pair([piece, found]);
  }
}
