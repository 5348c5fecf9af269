import { LIKE_ALONE, VERY_LIKE } from './likeness.ts';
import { likelyPairs } from './likely-pairs.ts';
import { oldVersionsOf, startMatching, type Alignment, type Matching } from './matching.ts';
import type { Gist } from './gist.ts';
import { pairByValue } from './pair-by-value.ts';
import { adoptNew, pairAsNext, pairOnce } from './pair-same.ts';
import type { Piece } from './pieces.ts';
import { gapsBetween, heaviestPairs, type Gap, type Pair } from './rising-pairs.ts';
import type { Token } from './tokens.ts';
import { likenessOf, weighPair } from './weigh-pair.ts';

/** In a gap of more pairs than this blocks are not weighed one against all. */
const LARGEST_GAP = 20_000;

/**
 * Which block of a person's file is which piece: the same words that stand once on both sides; what looks very much
 * alike; in the gaps between the former the best pairs in order; then what was moved with its neighbours, and what
 * stands beside the same neighbours and still holds one of our values.
 */
export function alignBlocks(pieces: readonly Piece[], mine: readonly Gist[]): Alignment {
  const matching = startMatching(pieces, mine);
  const anchors = pairOnce(matching);
  pairLikely(matching);
  for (const gap of gapsBetween(anchors, [0, 0], [pieces.length, mine.length])) pairInGap(matching, gap);
  pairAsNext(matching);
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
  const [free, found] = [matching.freePieces(from[0], to[0]), matching.freeMine(from[1], to[1])];
  if (free.length * found.length > LARGEST_GAP) return;
  const pairs = heaviestPairs(free.length, found.length, (a, b) => weighPair(matching, free[a] ?? -1, found[b] ?? -1));
  for (const [a, b] of pairs) matching.pair([free[a] ?? -1, found[b] ?? -1]);
  const written = free.filter((i) => matching.pieces[i]?.base);
  if (written.length === 1 && found.length === 1 && pairs.length === 0) pairAlone(matching, written[0] ?? -1, found[0] ?? -1);
}

/** Between two neighbours that are still ours, the only block that is left on both sides. */
function pairAlone(matching: Matching, i: number, j: number): void {
  const [piece, found] = [matching.pieces[i], matching.mine[j]];
  if (!piece || !found || piece.base?.block.kind !== found.kind) return;
  if (likenessOf(piece, found) >= LIKE_ALONE || isRowCalledOtherwise(piece, found)) matching.pair([i, j]);
}

/** Another name in the first cell, and the same words as ever in one of the others. */
function isRowCalledOtherwise({ base }: Piece, { kind, cells }: Gist): boolean {
  if (kind !== 'row' || base?.gist.cells.length !== cells.length) return false;
  const words = (tokens: readonly Token[]): string => tokens.map(({ key }) => key).join(' ');
  return cells.some((cell, column) => column > 0 && words(cell) !== '' && words(cell) === words(base.gist.cells[column] ?? []));
}

/** Blocks that look very much alike, wherever they stand. */
function pairLikely(matching: Matching): void {
  const { pieces, mine } = matching;
  const [free, found] = [matching.freePieces(), matching.freeMine().filter((j) => !matching.isSaid(j))];
  const pairs = likelyPairs(free.flatMap((i) => (pieces[i] ? [oldVersionsOf(pieces[i])] : [])), found.flatMap((j) => mine[j] ?? []), VERY_LIKE);
  for (const [a, b] of pairs) matching.pair([free[a] ?? -1, found[b] ?? -1]);
}

/** The neighbours of a pair are a pair when they look alike: a section that was moved, with what was changed in it. */
function spread(matching: Matching): void {
  const { pieces, mine, mineOf, pieceOf, pair } = matching;
  for (const step of [1, -1]) {
    const ranks = [...pieces.keys()];
    for (const i of step > 0 ? ranks : ranks.reverse()) {
      const j = mineOf.get(i);
      const [nextI, nextJ] = [i + step, (j ?? 0) + step];
      if (j === undefined || mineOf.has(nextI) || pieceOf.has(nextJ)) continue;
      if (weighPair(matching, nextI, nextJ) > 0 || isHeadOfSameTable(pieces[nextI], mine[nextJ], mine[j], step)) pair([nextI, nextJ]);
    }
  }
}

/** Titles of columns that were written anew, above a row that is still ours. */
function isHeadOfSameTable(piece: Piece | undefined, found: Gist | undefined, row: Gist | undefined, step: number): boolean {
  return step < 0 && piece?.base?.block.kind === 'header-row' && found?.kind === 'header-row' && row?.kind === 'row'
    && piece.base.block.cells.length === found.cells.length;
}
