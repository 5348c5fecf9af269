import { VERY_LIKE } from './likeness.ts';
import { likelyPairs } from './likely-pairs.ts';
import { oldVersionsOf, startMatching, type Alignment, type Matching } from './matching.ts';
import type { Gist } from './gist.ts';
import { adoptNew, pairAsNext, pairOnce } from './pair-same.ts';
import type { Piece } from './pieces.ts';
import { gapsBetween, heaviestPairs, risingPairs, type Gap, type Pair } from './rising-pairs.ts';
import { indexValues, isTelling, joinValues } from './values.ts';
import { weighPair } from './weigh-pair.ts';

/** Gaps of more pairs than this are cut at blocks that look alike before every block is weighed against every other. */
const SMALL_GAP = 900;
const LARGEST_GAP = 20_000;

/**
 * Which block of a person's file is which piece: the same words that stand once on both sides; in the gaps between them
 * the best pairs in order; then what was moved with its neighbours, what was moved alone, and what stands between the
 * same neighbours and still holds one of our values.
 */
export function alignBlocks(pieces: readonly Piece[], mine: readonly Gist[]): Alignment {
  const matching = startMatching(pieces, mine);
  const anchors = pairOnce(matching);
  for (const gap of gapsBetween(anchors, [0, 0], [pieces.length, mine.length])) pairInGap(matching, gap);
  pairAsNext(matching);
  spread(matching);
  likelyIn(matching, [0, 0], [pieces.length, mine.length]).forEach(matching.pair);
  spread(matching);
  pairByValue(matching);
  adoptNew(matching);
  return uncrossTwins(matching);
}

/** Of blocks that say the same and will say the same, the first in the file is the first of the kit. */
function uncrossTwins(matching: Matching): Alignment {
  const { pieces, mine, mineOf } = matching;
  const inFile = [...mineOf].sort(([, a], [, b]) => a - b).map(([i]) => pieces[i]?.rank ?? 0);
  if (inFile.every((rank, index) => rank > (inFile[index - 1] ?? -1))) return matching;
  const twins = new Map<string, { readonly pieces: number[]; readonly mine: number[] }>();
  for (const [i, j] of mineOf) {
    const { base, next } = pieces[i] ?? {};
    const key = JSON.stringify([base?.gist.key, base?.block.kind, next?.gist.key, next?.block.kind, mine[j]?.key]);
    const known = twins.get(key) ?? { pieces: [], mine: [] };
    twins.set(key, known);
    known.pieces.push(i);
    known.mine.push(j);
  }
  const pairs = [...twins.values()].flatMap((found): readonly Pair[] => {
    const ranks = found.mine.sort((a, b) => a - b);
    const inOrder = found.pieces.sort((a, b) => (pieces[a]?.rank ?? 0) - (pieces[b]?.rank ?? 0) || a - b);
    return inOrder.map((i, index): Pair => [i, ranks[index] ?? -1]);
  });
  return { mineOf: new Map(pairs), pieceOf: new Map(pairs.map(([i, j]) => [j, i])) };
}

function pairInGap(matching: Matching, { from, to }: Gap): void {
  const { pieces, mine } = matching;
  const sizeOf = (free: readonly number[], found: readonly number[]): number => free.length * found.length;
  const [allFree, allFound] = [matching.freePieces(from[0], to[0]), matching.freeMine(from[1], to[1])];
  const cuts = sizeOf(allFree, allFound) > SMALL_GAP ? risingPairs([...likelyIn(matching, from, to)].sort(([a], [b]) => a - b)) : [];
  cuts.forEach(matching.pair);
  for (const gap of gapsBetween(cuts, from, to)) {
    const [free, found] = [matching.freePieces(gap.from[0], gap.to[0]), matching.freeMine(gap.from[1], gap.to[1])];
    if (sizeOf(free, found) > LARGEST_GAP) continue;
    const pairs = heaviestPairs(free.length, found.length, (a, b) => weighPair(pieces[free[a] ?? -1], mine[found[b] ?? -1]));
    for (const [a, b] of pairs) matching.pair([free[a] ?? -1, found[b] ?? -1]);
  }
}

function likelyIn({ pieces, mine, freePieces, freeMine }: Matching, from: Pair, to: Pair): readonly Pair[] {
  const [free, found] = [freePieces(from[0], to[0]), freeMine(from[1], to[1])];
  const pairs = likelyPairs(free.flatMap((i) => (pieces[i] ? [oldVersionsOf(pieces[i])] : [])), found.flatMap((j) => mine[j] ?? []), VERY_LIKE);
  return pairs.map(([a, b]): Pair => [free[a] ?? -1, found[b] ?? -1]);
}

/** The neighbours of a pair are a pair when they look alike: a section that was moved, with what was changed in it. */
function spread({ pieces, mine, mineOf, pieceOf, pair }: Matching): void {
  for (const step of [1, -1]) {
    const ranks = [...pieces.keys()];
    for (const i of step > 0 ? ranks : ranks.reverse()) {
      const j = mineOf.get(i);
      const [nextI, nextJ] = [i + step, (j ?? 0) + step];
      if (j === undefined || mineOf.has(nextI) || pieceOf.has(nextJ)) continue;
      if (weighPair(pieces[nextI], mine[nextJ]) > 0) pair([nextI, nextJ]);
    }
  }
}

/** A paragraph that was written anew but for its date, between or beside the same neighbours. */
function pairByValue(matching: Matching): void {
  const { pieces, mine, mineOf, pieceOf } = matching;
  const neighbour = (i: number, step: 1 | -1): number | undefined => {
    let at = i + step;
    while (at >= 0 && at < pieces.length && !mineOf.has(at)) at += step;
    return mineOf.get(at);
  };
  const beside = (rank: number, step: 1 | -1): readonly number[] => {
    const free: number[] = [];
    for (let at = rank + step; at >= 0 && at < mine.length && !pieceOf.has(at); at += step) free.push(at);
    return free;
  };
  for (const i of matching.freePieces()) {
    const base = pieces[i]?.base;
    if (!base || base.block.values.length === 0) continue;
    const candidates = [...beside(neighbour(i, -1) ?? -1, 1), ...beside(neighbour(i, 1) ?? mine.length, -1)];
    const holding = (values: readonly string[], isAlike: (found: Gist) => boolean): number | undefined => {
      const index = indexValues(values);
      return candidates.find((j) => mine[j] && isAlike(mine[j]) && mine[j].cells.some((tokens) => joinValues(tokens, index).some(({ isValue }) => isValue)));
    };
    const hasShape = (found: Gist): boolean => isTable(found) === isTable(base.gist) && (!isTable(found) || found.cells.length === base.gist.cells.length);
    const j = holding(base.block.values.filter(isTelling), hasShape) ?? holding(base.block.values, (found) => hasShape(found) && found.kind === base.block.kind);
    if (j !== undefined) matching.pair([i, j]);
  }
}

const isTable = ({ kind }: Gist): boolean => kind === 'row' || kind === 'header-row';
