import { gapsBetween, heaviestPairs, risingPairs, type Gap, type Pair } from './rising-pairs.ts';
import { isWord, weightOf, type Token } from './tokens.ts';

/** Longer stretches without a word of their own in common are taken as changed as a whole. */
const LARGEST_TABLE = 250_000;

/** Of several commas the one at the same distance is meant. */
const NEARER = 1e-6;

/** The same tokens on both sides, in order. A paragraph costs the product of what differs, within a limit. */
export function alignWords(a: readonly Token[], b: readonly Token[]): readonly Pair[] {
  const same = (i: number, j: number): boolean => a[i]?.key === b[j]?.key;
  const shortest = Math.min(a.length, b.length);
  let head = 0;
  while (head < shortest && same(head, head)) head += 1;
  let tail = 0;
  while (tail < shortest - head && same(a.length - 1 - tail, b.length - 1 - tail)) tail += 1;
  // A full stop may end another sentence than the one before it.
  while (tail > 0 && !isWord(a[a.length - tail] as Token)) tail -= 1;
  const middle = { from: [head, head], to: [a.length - tail, b.length - tail] } as const;
  return [
    ...Array.from({ length: head }, (_, i): Pair => [i, i]),
    ...alignMiddle(a, b, middle),
    ...Array.from({ length: tail }, (_, i): Pair => [middle.to[0] + i, middle.to[1] + i]),
  ];
}

function alignMiddle(a: readonly Token[], b: readonly Token[], stretch: Gap): readonly Pair[] {
  if (isSmall(stretch)) return weighStretch(a, b, stretch);
  const anchors = risingPairs(onceOnBothSides(a, b, stretch));
  const gaps = gapsBetween(anchors, stretch.from, stretch.to).filter(isSmall);
  return [...anchors, ...gaps.flatMap((gap) => weighStretch(a, b, gap))].sort(([i], [j]) => i - j);
}

const isSmall = ({ from, to }: Gap): boolean => (to[0] - from[0]) * (to[1] - from[1]) <= LARGEST_TABLE;

function weighStretch(a: readonly Token[], b: readonly Token[], { from: [i, j], to: [toI, toJ] }: Gap): readonly Pair[] {
  const pairs = heaviestPairs(toI - i, toJ - j, (row, column) => {
    const token = a[i + row];
    return token && token.key === b[j + column]?.key ? weightOf(token) - Math.abs(row - column) * NEARER : 0;
  });
  return pairs.map(([row, column]): Pair => [i + row, j + column]);
}

function onceOnBothSides(a: readonly Token[], b: readonly Token[], { from, to }: Gap): readonly Pair[] {
  const once = (tokens: readonly Token[], start: number, end: number): ReadonlyMap<string, number> => {
    const places = new Map<string, number>();
    for (let at = start; at < end; at += 1) {
      const key = tokens[at]?.key ?? '';
      places.set(key, places.has(key) ? -1 : at);
    }
    return places;
  };
  const others = once(b, from[1], to[1]);
  return [...once(a, from[0], to[0])].flatMap(([key, i]): readonly Pair[] => {
    const j = others.get(key) ?? -1;
    return i >= 0 && j >= 0 ? [[i, j]] : [];
  });
}
