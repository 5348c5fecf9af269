import type { LocatedMap } from '../shared/yaml.ts';

/** What an entry says to the parent of its kit; nobody else reads it. */
const TO_PARENT = ['remove', 'place_after'];

/** When a task is due, when a rule applies: an entry says it in one of these ways, so that a given one replaces the others. */
export const WAYS: readonly (readonly string[])[] = [['before', 'after'], ['anchor', 'facts', 'holiday', 'neighbour', 'window', 'during', 'threshold']];

/** A source, its date and the confidence in it are one: another source brings its own. */
const WITH_SOURCE = ['checked', 'confidence'];

/** An entry over that of the parent: the keys that are given replace, an empty one takes the parent's away. */
export function layEntry(below: LocatedMap, above: LocatedMap): LocatedMap {
  const given = ownKeys(above).entries;
  const replaced = given.flatMap(({ key }) => (key === 'source' ? [key, ...WITH_SOURCE] : WAYS.find((ways) => ways.includes(key)) ?? [key]));
  const said = given.filter(({ value }) => value.kind !== 'scalar' || value.value !== null);
  return { ...above, entries: [...below.entries.filter(({ key }) => !replaced.includes(key)), ...said] };
}

/** An entry without what it says to the parent. */
export const ownKeys = (entry: LocatedMap): LocatedMap =>
  ({ ...entry, entries: entry.entries.filter(({ key }) => !TO_PARENT.includes(key)) });
