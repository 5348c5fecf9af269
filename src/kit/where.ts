import type { Position } from '../problem.ts';
import type { Located } from '../shared/yaml.ts';

/** The parsed files of a kit, by path. */
export type KitFiles = ReadonlyMap<string, Located>;

/** Where an entry of a list stands, or one of its keys: `positionOf(files, 'tasks.yaml', 'tasks', 'T09', 'needs')`. */
export function positionOf(files: KitFiles, file: string, list: string, id: string, key?: string): Position {
  const start: Position = { file, line: 1, column: 1 };
  const entries = valueOf(files.get(file), list);
  const entry = entries?.kind === 'list' ? entries.items.find((item) => idOf(item) === id) : undefined;
  if (!entry) return entries?.at ?? start;
  return (key === undefined ? undefined : valueOf(entry, key)?.at) ?? entry.at;
}

/** Ids of a list in the order of the file, each with its place: doubled ids keep both. */
export function idsOf(files: KitFiles, file: string, list: string): readonly { readonly id: string; readonly at: Position }[] {
  const entries = valueOf(files.get(file), list);
  if (entries?.kind !== 'list') return [];
  return entries.items.flatMap((item) => {
    const id = idOf(item);
    return id === undefined ? [] : [{ id, at: item.at }];
  });
}

function valueOf(node: Located | undefined, key: string): Located | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}

function idOf(node: Located): string | undefined {
  const value = valueOf(node, 'id');
  return value?.kind === 'scalar' ? value.source : undefined;
}
