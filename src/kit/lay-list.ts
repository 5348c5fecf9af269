import { problem, type Position } from '../problem.ts';
import { compact, text, yesNo, type Report } from '../shared/decode.ts';
import { nearest } from '../shared/words.ts';
import type { Located, LocatedList, LocatedMap } from '../shared/yaml.ts';
import { keyPosition } from './fields.ts';
import { layEntry, ownKeys } from './lay-entry.ts';
import { idOf, stepInto } from './where.ts';

/** An entry of a parent that a kit does without, and where it says so. */
export interface Removal {
  readonly list: string;
  readonly id: string;
  readonly at: Position;
}

/** What the laying of one kit over another meets. */
export interface Laying {
  readonly report: Report;
  readonly removed: (removal: Removal) => void;
}

/** Entries of a kit over those of its parent: the same id is the same entry; new ones go after the one they name, or at the end. */
export function layList(list: string, below: LocatedList, above: LocatedList, laying: Laying): LocatedList {
  const laid = new Entries(below.items);
  const seen = new Set<string>();
  for (const item of above.items) {
    const named = idOf(item);
    if (item.kind !== 'map' || !named?.id) {
      laid.append(item);
      continue;
    }
    if (seen.has(named.id)) laying.report(problem('duplicate-id', { id: named.id }, named.at));
    seen.add(named.id);
    if (isRemoved(item, laying.report)) remove(list, named.id, item, laid, laying);
    else place(named.id, item, laid, laying);
  }
  return { ...above, items: laid.items };
}

function remove(list: string, id: string, item: LocatedMap, laid: Entries, { report, removed }: Laying): void {
  const at = keyPosition(item, 'remove');
  if (laid.take(id)) removed({ list, id, at });
  else report(problem('removed-unknown', compact({ id, nearest: laid.nearest(id) }), at));
}

function place(id: string, item: LocatedMap, laid: Entries, { report }: Laying): void {
  const known = laid.find(id);
  const entry = known?.kind === 'map' ? layEntry(known, item) : ownKeys(item);
  const node = stepInto(item, 'place_after');
  const wanted = node && text(node, report);
  if (wanted === undefined) {
    laid.put(id, entry);
    return;
  }
  laid.take(id);
  if (laid.putAfter(wanted, id, entry)) return;
  report(problem('place-unknown', compact({ id: wanted, nearest: laid.nearest(wanted) }), node?.at));
  laid.append(entry);
}

/** Says `remove: true`. */
export function isRemoved(entry: Located, report: Report): boolean {
  const node = stepInto(entry, 'remove');
  return node !== undefined && yesNo(node, report) === true;
}

/** The entries of a list while one kit is laid over another. */
class Entries {
  readonly items: Located[];
  /** By id, the entry that was last put after it: several come in the order of the file. */
  readonly #lastAfter = new Map<string, string>();

  constructor(items: readonly Located[]) {
    this.items = [...items];
  }

  find(id: string): Located | undefined {
    return this.items[this.#rankOf(id)];
  }

  /** Takes an entry out; undefined when there is none of this id. */
  take(id: string): Located | undefined {
    const rank = this.#rankOf(id);
    return rank < 0 ? undefined : this.items.splice(rank, 1)[0];
  }

  append(item: Located): void {
    this.items.push(item);
  }

  /** In the place of the entry of this id, or at the end. */
  put(id: string, item: Located): void {
    const rank = this.#rankOf(id);
    if (rank < 0) this.append(item);
    else this.items[rank] = item;
  }

  /** False when there is no such place. */
  putAfter(wanted: string, id: string, item: Located): boolean {
    const rank = this.#rankOf(this.#lastAfter.get(wanted) ?? wanted);
    if (rank < 0) return false;
    this.items.splice(rank + 1, 0, item);
    this.#lastAfter.set(wanted, id);
    return true;
  }

  nearest(id: string): string | undefined {
    return nearest(id, this.items.flatMap((item) => idOf(item)?.id ?? []));
  }

  #rankOf(id: string): number {
    return this.items.findIndex((item) => idOf(item)?.id === id);
  }
}
