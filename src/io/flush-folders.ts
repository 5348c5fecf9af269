import { join } from 'node:path';
import type { Disk } from './disk.ts';

/** `a`, `a/b` for `a/b/c.txt`. */
export function parentsOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, rank) => parts.slice(0, rank + 1).join('/'));
}

/** Makes sure that these files keep their names, or their absence, through a power cut: theirs and those of their folders. */
export function flushFoldersOf(disk: Disk, root: string, paths: readonly string[]): void {
  for (const folder of new Set(paths.flatMap((path) => ['', ...parentsOf(path)]))) {
    if (disk.kindOf(join(root, folder)) === 'folder') disk.flushFolder(join(root, folder));
  }
}
