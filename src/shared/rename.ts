import type { IdMap } from '../model.ts';

/** The present name of an id; itself when it never changed. */
export function renamed(ids: IdMap | undefined, id: string): string {
  return ids && Object.hasOwn(ids, id) ? ids[id] ?? id : id;
}

/** The same for ids that `numberDoubles` may have numbered: `region--2` follows `region`. */
export function renamedNumbered(ids: IdMap | undefined, id: string): string {
  const [, stem = id, number = ''] = /^(.*?)(--\d+)?$/s.exec(id) ?? [];
  return `${renamed(ids, stem)}${number}`;
}

/** The first id that an entry ever had: what stands in people's agendas and can never change. */
export function firstName(ids: IdMap | undefined, id: string): string {
  return Object.entries(ids ?? {}).find(([, present]) => present === id)?.[0] ?? id;
}
