import type { Bag } from './gist.ts';

/** From here on two blocks that stand at the same place are taken for one. */
export const LIKE = 0.45;
/** The same where no other block can be meant. */
export const LIKE_ALONE = 0.25;
/** The same for two blocks that stand far apart. */
export const VERY_LIKE = 0.7;

/** A block of fewer words may be inside another by chance. */
const ENOUGH_WORDS = 6;

/**
 * How much two blocks say the same, from 0 to 1: the words they share, dates and long words counting more. A block
 * that was shortened or to which much was added still looks like itself, and so does one with the same label.
 */
export function likeness(a: Bag, b: Bag): number {
  if (a.isRow !== b.isRow || a.total === 0 || b.total === 0) return 0;
  const shared = sharedWeight(a, b);
  const dice = (2 * shared) / (a.total + b.total);
  const within = Math.min(a.size, b.size) >= ENOUGH_WORDS ? 0.85 * (shared / Math.min(a.total, b.total)) : 0;
  const labelled = a.label !== '' && a.label === b.label ? 0.6 + dice * 0.4 : 0;
  return Math.max(dice, within, labelled);
}

function sharedWeight(a: Bag, b: Bag): number {
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [key, count] of small.counts) {
    const other = large.counts.get(key);
    if (other !== undefined) shared += Math.min(count, other) * (small.weights.get(key) ?? 0);
  }
  return shared;
}
