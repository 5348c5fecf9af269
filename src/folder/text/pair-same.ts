import { versionsOf, type Matching } from './matching.ts';
import { heaviestPairs, risingPairs, type Pair } from './rising-pairs.ts';
import { weighSame } from './weigh-pair.ts';

/** Pairs of words that both sides have once, by rank of the piece. A line across the page says nothing of where it is. */
function oncePairs({ pieces, mine }: Matching): readonly Pair[] {
  const where = new Map<string, { readonly pieces: Set<number>; readonly mine: number[] }>();
  pieces.forEach((piece, i) => {
    for (const { key } of versionsOf(piece)) {
      if (key === 'rule') continue;
      const found = where.get(key) ?? { pieces: new Set(), mine: [] };
      where.set(key, found);
      found.pieces.add(i);
    }
  });
  mine.forEach(({ key }, j) => {
    if (key !== '') where.get(key)?.mine.push(j);
  });
  const seen = new Set<number>();
  return [...where.values()].flatMap((found): readonly Pair[] => {
    const [[i], [j]] = [[...found.pieces], found.mine];
    return i !== undefined && j !== undefined && found.pieces.size === 1 && found.mine.length === 1 ? [[i, j]] : [];
  }).filter(([i]) => !seen.has(i) && seen.add(i)).sort(([a], [b]) => a - b);
}

/**
 * Pairs the words that stand once on both sides, moved or not, and gives those that did not move. A new block is not
 * looked for elsewhere: the same words there are the person's.
 */
export function pairOnce(matching: Matching): readonly Pair[] {
  const pairs = oncePairs(matching);
  const rising = risingPairs(pairs);
  rising.forEach(matching.pair);
  for (const pair of pairs) if (matching.pieces[pair[0]]?.base) matching.pair(pair);
  return rising;
}

const LARGEST = 20_000;

/**
 * What has the same words in the order of next: blocks that the kit moved, in a run that was killed before it was
 * remembered. Then what has the same words wherever it stands: of several, the first.
 */
export function pairAsNext(matching: Matching): void {
  const { pieces, mine } = matching;
  const free = matching.freePieces().filter((i) => pieces[i]?.base && pieces[i]?.next).sort((a, b) => (pieces[a]?.rank ?? 0) - (pieces[b]?.rank ?? 0));
  const found = matching.freeMine();
  if (free.length * found.length > LARGEST) return;
  const pairs = heaviestPairs(free.length, found.length, (a, b) => weighSame(pieces[free[a] ?? -1], mine[found[b] ?? -1]));
  for (const [a, b] of pairs) matching.pair([free[a] ?? -1, found[b] ?? -1]);
  for (const i of matching.freePieces()) {
    const j = matching.freeMine().find((rank) => mine[rank]?.key === pieces[i]?.base?.gist.key);
    if (j !== undefined) matching.pair([i, j]);
  }
}

/** New blocks whose words stand where they would go: an earlier run was killed, or the person was first. */
export function adoptNew({ pieces, mine, mineOf, pieceOf, pair }: Matching): void {
  const inNext = pieces.flatMap(({ rank }, i) => (rank >= 0 ? [{ rank, i }] : [])).sort((a, b) => a.rank - b.rank);
  let place = -1;
  for (const { i } of inNext) {
    const key = pieces[i]?.next?.gist.key;
    for (let j = place + 1; !mineOf.has(i) && j < mine.length && !pieceOf.has(j); j += 1) {
      if (!pieces[i]?.base && mine[j]?.key === key) pair([i, j]);
    }
    place = mineOf.get(i) ?? place;
  }
}
