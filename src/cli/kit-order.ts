import type { Kit } from '../model.ts';

/** Sorts what goes with documents as the kit lists them; what has none comes last. */
export function inKitOrder<T>(items: readonly T[], documentOf: (item: T) => string | undefined, { documents }: Kit): readonly T[] {
  const ranks = new Map(documents.map(({ id }, rank) => [id, rank]));
  const rankOf = (item: T): number => ranks.get(documentOf(item) ?? '') ?? documents.length;
  return items.toSorted((a, b) => rankOf(a) - rankOf(b));
}
