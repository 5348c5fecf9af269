import type { Position } from '../problem.ts';
import { frenchProse } from '../shared/french-spaces.ts';
import type { Located } from '../shared/yaml.ts';

/** The parsed files of a kit, by path. */
export type KitFiles = ReadonlyMap<string, Located>;

/**
 * Where something stands in a file. `steps` lead there from the top, each a key of a map or the id of a list entry:
 * `positionOf(files, 'tasks.yaml', ['tasks', 'T09', 'needs'], 'T08')`. `word` is looked for from there on, as a key or
 * a value. What is not found leaves the place where the search stopped.
 */
export function positionOf(files: KitFiles, file: string, steps: readonly string[], word?: string): Position {
  let node = files.get(file);
  for (const step of steps) {
    const next = node && stepInto(node, step);
    if (!next) break;
    node = next;
  }
  return (node && word !== undefined ? find(node, word) : undefined) ?? node?.at ?? { file, line: 1, column: 1 };
}

interface LocatedId {
  readonly id: string;
  readonly at: Position;
}

/** Ids of a list in the order of the file, each with its place: doubled ids keep both. */
export function idsOf(files: KitFiles, file: string, list: string): readonly LocatedId[] {
  const top = files.get(file);
  const entries = top && stepInto(top, list);
  return entries?.kind === 'list' ? entries.items.flatMap((item) => idOf(item) ?? []) : [];
}

/** The value of a key, or the entry of this id. */
export function stepInto(node: Located, step: string): Located | undefined {
  switch (node.kind) {
    case 'map': return node.entries.find(({ key }) => key === step)?.value;
    case 'list': return node.items.find((item) => idOf(item)?.id === step);
    case 'scalar': return undefined;
  }
}

/** The id of an entry. */
export function idOf(node: Located): LocatedId | undefined {
  const value = node.kind === 'map' ? stepInto(node, 'id') : undefined;
  return value?.kind === 'scalar' ? { id: value.source, at: value.at } : undefined;
}

/** The first key or value that reads `word`, in the order of the file. */
function find(node: Located, word: string): Position | undefined {
  switch (node.kind) {
    // A sentence got the spaces of French when it was read.
    case 'scalar': return node.source === word || frenchProse(node.source) === word ? node.at : undefined;
    case 'list': return firstOf(node.items, (item) => find(item, word));
    case 'map': return firstOf(node.entries, ({ key, keyAt, value }) => (key === word ? keyAt : find(value, word)));
  }
}

function firstOf<T>(items: readonly T[], look: (item: T) => Position | undefined): Position | undefined {
  for (const item of items) {
    const found = look(item);
    if (found) return found;
  }
  return undefined;
}
