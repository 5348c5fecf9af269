import { bagOf, type Bag, type Gist } from './gist.ts';
import { LIKE, likeness } from './likeness.ts';
import { oldVersionsOf, type Matching } from './matching.ts';
import type { Piece } from './pieces.ts';

const memo = <K extends object, V>(make: (key: K) => V): ((key: K) => V) => {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const value = known.get(key) ?? { value: make(key) };
    known.set(key, value);
    return value.value;
  };
};

/** The words of each block are counted once. */
const bag: (gist: Gist) => Bag = memo(bagOf);

/**
 * How well a block of the file goes with a piece. The same words weigh more than any likeness, our own old words most of
 * all; of two blocks of ours that say the same, one that stays. 0: not at all.
 */
export function weighPair({ pieces, mine, isSaid }: Matching, i: number, j: number): number {
  const [piece, found] = [pieces[i], mine[j]];
  const same = weighSame(piece, found);
  if (same > 0 || !piece || !found || found.key === '' || isSaid(j)) return same;
  const like = likenessOf(piece, found);
  return like >= LIKE ? 0.9 * like * like : 0;
}

/** With the version of the piece that the block is most like. */
export const likenessOf = (piece: Piece, found: Gist | undefined): number =>
  (found ? Math.max(0, ...oldVersionsOf(piece).map((version) => likeness(bag(version), bag(found)))) : 0);

/** The same for the same words only. */
export function weighSame(piece: Piece | undefined, found: Gist | undefined): number {
  if (!piece || !found || found.key === '') return 0;
  // A line across the page follows its neighbours.
  if (found.key === 'rule') return piece.base?.gist.key === 'rule' || piece.next?.gist.key === 'rule' ? 0.1 : 0;
  const otherKind = (piece.base ?? piece.next)?.block.kind === found.kind ? 0 : 0.001;
  if (piece.base?.gist.key === found.key) return (piece.next ? 1 : 0.998) - otherKind;
  if (piece.next?.gist.key === found.key) return (piece.base ? 0.995 : 0.99) - otherKind;
  return 0;
}
