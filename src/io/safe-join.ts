import { isAbsolute, join, relative, sep } from 'node:path';
import type { Disk } from './disk.ts';

/**
 * Where a path that a kit or a journal gives stands on the disk, or undefined when it is not strictly inside `root`:
 * by its words, or because a folder on the way is a link. The last step may be one: who uses it looks for itself.
 */
export function safeJoin(disk: Disk, root: string, path: string): string | undefined {
  const target = join(root, path);
  const inside = relative(root, target);
  const steps = inside.split(sep);
  if (inside === '' || steps[0] === '..' || isAbsolute(inside)) return undefined;
  const parents = steps.slice(0, -1).map((_, index) => join(root, ...steps.slice(0, index + 1)));
  return parents.some((parent) => disk.kindOf(parent) === 'other') ? undefined : target;
}
