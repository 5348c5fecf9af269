import { join } from 'node:path';
import { problem, type Problem } from '../problem.ts';
import type { Disk } from './disk.ts';

/**
 * What keeps a file from having this path inside `root`: a link on the way or in its place, a folder in its place, a
 * file in the place of a folder, or a path that leads elsewhere. Undefined: nothing, the file may be there or not.
 */
export function obstacleOn(disk: Disk, root: string, path: string): Problem | undefined {
  const parts = path.split('/');
  if (parts.some((part) => ['', '.', '..'].includes(part) || /[\\\0]/.test(part))) return problem('bad-path', { path });
  for (const rank of parts.keys()) {
    const way = parts.slice(0, rank + 1).join('/');
    const kind = disk.kindOf(join(root, way));
    const isLast = rank === parts.length - 1;
    if (kind === 'missing') return undefined;
    if (kind === 'other') return problem('path-blocked', { path: way, by: 'link' });
    if (isLast !== (kind === 'file')) return problem('path-blocked', { path: way, by: isLast ? 'folder' : 'file' });
  }
  return undefined;
}
