import { alignWords } from './align-words.ts';
import type { Gist } from './gist.ts';
import type { Alignment } from './matching.ts';
import type { Piece } from './pieces.ts';
import { isWord, readTokens, weightOf, type Token } from './tokens.ts';

/**
 * Paragraphs that belong together: mostly one of ours and one in the file; several of ours where a person joined them,
 * several in the file where a person split one. Ranks rise on both sides.
 */
export interface Group {
  readonly pieces: readonly number[];
  readonly mine: readonly number[];
}

/** How much of a paragraph has to be found again in its neighbour. */
const MOST = 0.5;
const ENOUGH_WORDS = 3;

const baseText = (pieces: readonly Piece[], ranks: readonly number[]): string =>
  ranks.map((rank) => pieces[rank]?.base?.gist.texts.join(' ') ?? '').join(' ');
const mineText = (mine: readonly Gist[], ranks: readonly number[]): string =>
  ranks.map((rank) => mine[rank]?.texts.join(' ') ?? '').join(' ');

const isProse = (gist: Gist | undefined): gist is Gist =>
  gist !== undefined && gist.key !== '' && !gist.key.startsWith('row\t') && gist.cells.flat().filter(isWord).length >= ENOUGH_WORDS;

/** Share of the weight of `part` that has its counterpart. */
function covered(part: readonly Token[], isFound: (rank: number) => boolean): number {
  const weigh = (tokens: readonly Token[]): number => tokens.reduce((sum, token) => sum + weightOf(token), 0);
  return weigh(part.filter((_, rank) => isFound(rank))) / weigh(part);
}

/** How much of the second text is in the whole, once the first took what is its own; the other way round when `isBefore`. */
function shareIn(whole: string, known: string, added: string, isBefore: boolean): number {
  const [knownTokens, addedTokens] = [readTokens(known), readTokens(added)];
  const both = isBefore ? [...addedTokens, ...knownTokens] : [...knownTokens, ...addedTokens];
  const found = new Set(alignWords(both, readTokens(whole)).map(([rank]) => rank));
  const offset = isBefore ? 0 : knownTokens.length;
  return covered(addedTokens, (rank) => found.has(rank + offset));
}

/** The pairs of an alignment, widened by paragraphs without a partner whose words stand in a neighbour. */
export function groupBlocks(pieces: readonly Piece[], mine: readonly Gist[], { pieceOf, mineOf }: Alignment): readonly Group[] {
  const groups = new Map<number, { pieces: number[]; mine: number[] }>();
  const ofMine = new Map<number, number>();
  for (const [i, j] of mineOf) {
    groups.set(i, { pieces: [i], mine: [j] });
    ofMine.set(j, i);
  }
  const ofPiece = new Map([...groups.keys()].map((key) => [key, key]));

  const ours = pieces.flatMap((piece, rank) => (piece.base ? [rank] : []));
  const join = (rank: number, neighbour: number | undefined, isBefore: boolean): void => {
    const key = ofPiece.get(neighbour ?? -1);
    const group = groups.get(key ?? -1);
    const gist = pieces[rank]?.base?.gist;
    if (!group || key === undefined || ofPiece.has(rank) || !isProse(gist) || !isProse(mine[group.mine[0] ?? -1])) return;
    if (shareIn(mineText(mine, group.mine), baseText(pieces, group.pieces), baseText(pieces, [rank]), isBefore) < MOST) return;
    group.pieces = [...group.pieces, rank].sort((a, b) => a - b);
    ofPiece.set(rank, key);
  };
  ours.forEach((rank, at) => join(rank, ours[at - 1], false));
  ours.toReversed().forEach((rank, at, all) => join(rank, all[at - 1], true));

  const split = (rank: number, neighbour: number, isBefore: boolean): void => {
    const key = ofMine.get(neighbour);
    const group = groups.get(key ?? -1);
    if (!group || key === undefined || ofMine.has(rank) || pieceOf.has(rank) || !isProse(mine[rank]) || !isProse(mine[neighbour])) return;
    if (shareIn(baseText(pieces, group.pieces), mineText(mine, group.mine), mineText(mine, [rank]), isBefore) < MOST) return;
    group.mine = [...group.mine, rank].sort((a, b) => a - b);
    ofMine.set(rank, key);
  };
  for (const rank of mine.keys()) split(rank, rank - 1, false);
  for (const rank of [...mine.keys()].reverse()) split(rank, rank + 1, true);
  return [...groups.values()];
}
