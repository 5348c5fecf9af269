import type { Kit } from '../model.ts';
import { compareVersions } from '../shared/versions.ts';
import { enumerate } from '../shared/words.ts';

type Versioned = Pick<Kit, 'id' | 'name' | 'version' | 'parents'>;

/** Positive when a state of a kit is newer than another of the same id: by its own number, then by those of the kits that it extends. */
export function orderOf(before: Versioned, after: Versioned): number {
  const own = compareVersions(after.version, before.version);
  if (own !== 0) return own;
  return (after.parents ?? []).map(({ id, version }) => {
    const was = before.parents?.find((parent) => parent.id === id);
    return was ? compareVersions(version, was.version) : 0;
  }).find((order) => order !== 0) ?? 0;
}

/** « nec 0.1.0 », « hyper-ruralite 0.1.0, avec nec 0.1.0 ». */
export function versionInWords({ id, version, parents = [] }: Versioned): string {
  const under = parents.map((parent) => `${parent.id} ${parent.version}`);
  return `${id} ${version}${under.length === 0 ? '' : `, avec ${enumerate(under)}`}`;
}
