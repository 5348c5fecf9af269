import type { FileToWrite } from '../io/write-folder.ts';
import type { Change } from '../model.ts';

/** What a run puts on the disk and takes away, in order. */
export interface Writes {
  readonly files: readonly FileToWrite[];
  readonly removed: readonly string[];
}

/**
 * The new content of every file; a path that a document left is removed unless another one took it.
 * @param find the name that the disk has for a path: a file that stays where it is keeps its letters and accents
 */
export function writesOf(changes: readonly Change[], find: (path: string) => string | undefined): Writes {
  const files = changes.flatMap(({ path, from, bytes, beside }) => [
    ...(bytes ? [{ path: from === undefined ? find(path) ?? path : path, bytes }] : []),
    ...(beside?.bytes ? [{ path: beside.path, bytes: beside.bytes }] : []),
  ]);
  const taken = new Set(files.map(({ path }) => path));
  const left = changes.flatMap(({ path, kind, from, bytes }) => [
    ...(kind === 'remove' ? [find(path) ?? path] : []),
    ...(from !== undefined && from !== path && bytes ? [find(from) ?? from] : []),
  ]);
  return { files, removed: left.filter((path) => !taken.has(path)) };
}
