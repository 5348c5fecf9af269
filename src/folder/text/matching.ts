import type { Gist } from './gist.ts';
import type { Piece } from './pieces.ts';
import type { Pair } from './rising-pairs.ts';

/** What the blocks of a person's file were, by rank on both sides. */
export interface Alignment {
  readonly pieceOf: ReadonlyMap<number, number>;
  readonly mineOf: ReadonlyMap<number, number>;
}

/** Both sides of an alignment while it is made: each block in one pair at most, the first that asks. */
export interface Matching extends Alignment {
  readonly pieces: readonly Piece[];
  readonly mine: readonly Gist[];
  readonly pair: (pair: Pair) => void;
  /** A block of the file says what some block of ours says, word for word: it is that one, or a copy, and never merely like another. */
  readonly isSaid: (rank: number) => boolean;
  /** Ranks without a partner in a half-open range. */
  readonly freePieces: (from?: number, to?: number) => readonly number[];
  readonly freeMine: (from?: number, to?: number) => readonly number[];
}

const ranksIn = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

export function startMatching(pieces: readonly Piece[], mine: readonly Gist[]): Matching {
  const pieceOf = new Map<number, number>();
  const mineOf = new Map<number, number>();
  const said = new Set(pieces.flatMap(versionsOf).map(({ key }) => key));
  return {
    pieces, mine, pieceOf, mineOf,
    isSaid: (rank) => said.has(mine[rank]?.key ?? ''),
    pair: ([i, j]) => {
      if (mineOf.has(i) || pieceOf.has(j)) return;
      mineOf.set(i, j);
      pieceOf.set(j, i);
    },
    freePieces: (from = 0, to = pieces.length) => ranksIn(from, to).filter((rank) => !mineOf.has(rank)),
    freeMine: (from = 0, to = mine.length) => ranksIn(from, to).filter((rank) => !pieceOf.has(rank) && mine[rank]?.key !== ''),
  };
}

/** What a piece may read in a person's file: a run that was killed, or the person, may have put the next words there. */
export const versionsOf = ({ base, next }: Piece): readonly Gist[] => [base, next].flatMap((version) => (version ? [version.gist] : []));

/** The versions that a block has to be like: a new block is only recognised by all its words. */
export const oldVersionsOf = (piece: Piece): readonly Gist[] => (piece.base ? versionsOf(piece) : []);
