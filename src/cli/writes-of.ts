import type { FileToWrite } from '../io/write-folder.ts';
import type { Change } from '../model.ts';

/** What a run puts on the disk and takes away, in order. */
export interface Writes {
  readonly files: readonly FileToWrite[];
  readonly removed: readonly string[];
}

/** The new content of every file; a path that a document left is removed unless another one took it. */
export function writesOf(changes: readonly Change[]): Writes {
  const files = changes.flatMap(({ path, bytes, beside }) => [
    ...(bytes ? [{ path, bytes }] : []),
    ...(beside?.bytes ? [{ path: beside.path, bytes: beside.bytes }] : []),
  ]);
  const taken = new Set(files.map(({ path }) => path));
  const left = changes.flatMap(({ path, kind, from, bytes }) => [
    ...(kind === 'remove' ? [path] : []),
    ...(from !== undefined && from !== path && bytes ? [from] : []),
  ]);
  return { files, removed: left.filter((path) => !taken.has(path)) };
}
