import type { LocatedMap } from '../shared/yaml.ts';

/** What an entry says to the parent of its kit; nobody else reads it. */
const TO_PARENT = ['remove', 'place_after'];

/** A source, its date and the confidence in it are one: another source brings its own. */
const WITH_SOURCE = ['checked', 'confidence'];

/** An entry over that of the parent: the keys that are given replace, an empty one takes the parent's away. */
export function layEntry(below: LocatedMap, above: LocatedMap): LocatedMap {
  const given = ownKeys(above).entries;
  const names = given.map(({ key }) => key);
  const replaced = names.includes('source') ? [...names, ...WITH_SOURCE] : names;
  const said = given.filter(({ value }) => value.kind !== 'scalar' || value.value !== null);
  return { ...above, entries: [...below.entries.filter(({ key }) => !replaced.includes(key)), ...said] };
}

/** An entry without what it says to the parent. */
export const ownKeys = (entry: LocatedMap): LocatedMap =>
  ({ ...entry, entries: entry.entries.filter(({ key }) => !TO_PARENT.includes(key)) });
