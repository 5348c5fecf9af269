import type { Note } from '../../model.ts';
import type { Group } from './groups.ts';
import { versionsOf } from './merge-group.ts';
import type { Version } from './pair-versions.ts';
import type { Piece } from './pieces.ts';
import type { ReadTokens } from './tokens.ts';
import { indexValues, isTelling, joinValues, valueKey, type ValueIndex } from './values.ts';

type Values = ReadonlyMap<string, string>;

const valuesOf = (versions: readonly Version[]): Values =>
  new Map(versions.flatMap(({ block }) => block.values.map((value): [string, string] => [valueKey(value), value])));

const without = (values: Values, others: Values): Values => new Map([...values].filter(([key]) => key !== '' && !others.has(key)));

/** How often each value stands in some texts. */
function countValues(texts: readonly string[], index: ValueIndex, read: ReadTokens): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { key, isValue } of joinValues(read(text), index)) if (isValue) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * Every value of base that is no longer one and still stands in the result, with its place: the last sweep, nothing is
 * replaced blindly. In a paragraph of ours the values it held are looked for, beyond what the next text says itself; in
 * all others those that no block of next has any more and that cannot be taken for ordinary words.
 * @param result the person's blocks as they will be; undefined where one goes or is listed as a conflict
 */
export function findOldValues(
  result: readonly (readonly string[] | undefined)[], groups: readonly Group[], pieces: readonly Piece[], read: ReadTokens, placeOf: (rank: number) => string,
): readonly Note[] {
  const groupOf = new Map(groups.flatMap((group) => group.mine.map((rank) => [rank, group] as const)));
  const all = (side: 'base' | 'next'): Values => valuesOf(pieces.flatMap((piece) => piece[side] ?? []));
  const nextValues = all('next');
  const gone = new Map([...without(all('base'), nextValues)].filter(([, value]) => isTelling(value)));
  const goneIndex = indexValues(gone.values());

  return result.flatMap((texts, rank): readonly Note[] => {
    if (!texts) return [];
    const group = groupOf.get(rank);
    const [base, next] = group ? [versionsOf(group, pieces, 'base'), versionsOf(group, pieces, 'next')] : [[], []];
    const own = without(valuesOf(base), next.length > 0 ? valuesOf(next) : nextValues);
    if (own.size === 0 && gone.size === 0) return [];
    const old: Values = new Map([...gone, ...own]);
    const index = own.size === 0 ? goneIndex : indexValues([...old.values(), ...valuesOf(next).values()]);
    const found = countValues(texts, index, read);
    if (found.size === 0) return [];
    const expected = countValues(next.flatMap(({ gist }) => gist.texts), index, read);
    return [...old].filter(([key]) => (found.get(key) ?? 0) > (expected.get(key) ?? 0))
      .map(([, value]): Note => ({ code: 'old-value', value, place: placeOf(rank) }));
  });
}
