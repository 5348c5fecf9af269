import { alignWords } from './align-words.ts';
import { isRowGist, type Gist } from './gist.ts';
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
const MOST = 0.6;
const ENOUGH_WORDS = 3;

/** The same text in the words of each side that has it. */
type Texts = readonly string[];

const isProse = (gist: Gist | undefined): gist is Gist =>
  gist !== undefined && gist.key !== '' && !isRowGist(gist) && gist.cells.flat().filter(isWord).length >= ENOUGH_WORDS;

/** How much of `added` is in the whole, once what is known of it took its own; `isBefore`: the addition stands before. */
function shareIn(whole: string, known: string, added: string, isBefore: boolean): number {
  const [knownTokens, addedTokens] = [readTokens(known), readTokens(added)];
  const both = isBefore ? [...addedTokens, ...knownTokens] : [...knownTokens, ...addedTokens];
  const found = new Set(alignWords(both, readTokens(whole)).map(([rank]) => (isBefore ? rank : rank - knownTokens.length)));
  const weigh = (tokens: readonly Token[]): number => tokens.reduce((sum, token) => sum + weightOf(token), 0);
  return weigh(addedTokens.filter((_, rank) => found.has(rank))) / weigh(addedTokens);
}

/** Whatever version is in the file, and whatever version explains the rest of it. */
const isIn = (wholes: Texts, knowns: Texts, addeds: Texts, isBefore: boolean): boolean => wholes.some((whole) =>
  addeds.some((added) => knowns.every((known) => shareIn(whole, known, added, isBefore) >= MOST)));

/** The pairs of an alignment, widened by paragraphs without a partner whose words stand in a neighbour. */
export function groupBlocks(pieces: readonly Piece[], mine: readonly Gist[], { mineOf }: Alignment): readonly Group[] {
  const groups = [...mineOf].map(([i, j]) => ({ pieces: [i], mine: [j] }));
  const ofPiece = new Map(groups.map((group) => [group.pieces[0], group]));
  const ofMine = new Map(groups.map((group) => [group.mine[0], group]));
  const oldTexts = (ranks: readonly number[]): Texts => (['base', 'next'] as const).flatMap((side) => {
    const texts = ranks.flatMap((rank) => pieces[rank]?.[side]?.gist.texts ?? []);
    return texts.length > 0 ? [texts.join(' ')] : [];
  });
  const newText = (ranks: readonly number[]): Texts => [ranks.flatMap((rank) => mine[rank]?.texts ?? []).join(' ')];

  /** A person joined this paragraph of ours to its neighbour. */
  const join = (rank: number, neighbour: number | undefined, isBefore: boolean): void => {
    const group = ofPiece.get(neighbour);
    if (!group || ofPiece.has(rank) || !isProse(pieces[rank]?.base?.gist) || !isProse(mine[group.mine[0] ?? -1])) return;
    if (!isIn(newText(group.mine), oldTexts(group.pieces), oldTexts([rank]), isBefore)) return;
    group.pieces = [...group.pieces, rank].sort((a, b) => a - b);
    ofPiece.set(rank, group);
  };
  const ours = pieces.flatMap((piece, rank) => (piece.base ? [rank] : []));
  ours.forEach((rank, at) => join(rank, ours[at - 1], false));
  ours.toReversed().forEach((rank, at, all) => join(rank, all[at - 1], true));

  /** A person made this paragraph from a part of ours. */
  const split = (rank: number, neighbour: number, isBefore: boolean): void => {
    const group = ofMine.get(neighbour);
    if (!group || ofMine.has(rank) || !isProse(mine[rank]) || !isProse(mine[neighbour])) return;
    if (!isIn(oldTexts(group.pieces), newText(group.mine), newText([rank]), isBefore)) return;
    group.mine = [...group.mine, rank].sort((a, b) => a - b);
    ofMine.set(rank, group);
  };
  const theirs = [...mine.keys()];
  theirs.forEach((rank) => split(rank, rank - 1, false));
  theirs.toReversed().forEach((rank) => split(rank, rank + 1, true));
  return groups;
}
