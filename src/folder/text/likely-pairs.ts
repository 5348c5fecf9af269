import { bagOf, type Bag, type Gist } from './gist.ts';
import { likeness } from './likeness.ts';
import type { Pair } from './rising-pairs.ts';

/** A word that stands in more blocks than this tells nothing about which is which. */
const RARE = 4;

/** The places of each word of some blocks. */
function placesOfWords(bags: readonly (readonly Bag[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  bags.forEach((versions, place) => {
    for (const key of new Set(versions.flatMap(({ counts }) => [...counts.keys()]))) {
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
  });
  return places;
}

/**
 * Blocks of two lists that look alike, wherever they stand, each in one pair at most, the most alike first. Only blocks
 * that share a rare word are compared: the time grows with the number of words. `left` blocks may have several versions.
 */
export function likelyPairs(
  left: readonly (readonly Gist[])[], right: readonly Gist[], least: number, isAllowed: (a: number, b: number) => boolean = () => true,
): readonly Pair[] {
  const leftBags = left.map((versions) => versions.map(bagOf));
  const rightBags = right.map(bagOf);
  const rightPlaces = placesOfWords(rightBags.map((bag) => [bag]));
  const candidates = new Map<number, Pair>();
  for (const [key, places] of placesOfWords(leftBags)) {
    const others = rightPlaces.get(key) ?? [];
    if (places.length > RARE || others.length > RARE) continue;
    for (const a of places) for (const b of others) candidates.set(a * right.length + b, [a, b]);
  }
  const scored = [...candidates.values()].filter(([a, b]) => isAllowed(a, b)).map((pair) => {
    const [a, b] = pair;
    const bag = rightBags[b];
    return { pair, score: bag ? Math.max(0, ...(leftBags[a] ?? []).map((version) => likeness(version, bag))) : 0 };
  });
  scored.sort((x, y) => y.score - x.score || x.pair[0] - y.pair[0] || x.pair[1] - y.pair[1]);
  const taken = { left: new Set<number>(), right: new Set<number>() };
  return scored.flatMap(({ pair: [a, b], score }): readonly Pair[] => {
    if (score < least || taken.left.has(a) || taken.right.has(b)) return [];
    taken.left.add(a);
    taken.right.add(b);
    return [[a, b]];
  });
}
