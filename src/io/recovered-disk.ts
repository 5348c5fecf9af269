import { join, sep } from 'node:path';
import { decodeText } from './decode-text.ts';
import type { Disk } from './disk.ts';
import { fateOf } from './put-back.ts';
import { readInterrupted } from './recover.ts';

/**
 * The disk as {@link recover} would leave it, for those who only read: a dry run and `etat` write nothing, and yet start
 * from what the next run will start from. The disk itself when no run was interrupted.
 */
export function recoveredDisk(disk: Disk, root: string): Disk {
  const record = readInterrupted(disk, root);
  if (record === undefined || record === 'unreadable') return disk;
  const changed = record.files.filter((file) => fateOf(disk, root, file) === 'ours');
  const contents = new Map(changed.map(({ path, before }) => [join(root, path), before === null ? undefined : record.bytesBefore(path)]));
  const present = [...contents].flatMap(([path, bytes]) => (bytes ? [path] : []));

  const readBytes = (path: string): Uint8Array => {
    const bytes = contents.get(path);
    if (!bytes && contents.has(path)) throw Object.assign(new Error(`No such file: ${path}`), { code: 'ENOENT', path });
    return bytes ?? disk.readBytes(path);
  };
  return {
    ...disk,
    readBytes,
    readText: (path) => decodeText(readBytes(path), path),
    kindOf(path) {
      if (contents.has(path)) return contents.get(path) ? 'file' : 'missing';
      return present.some((file) => file.startsWith(path + sep)) ? 'folder' : disk.kindOf(path);
    },
    list(path) {
      const inside = present.filter((file) => file.startsWith(path + sep)).map((file) => file.slice(path.length + 1).split(sep)[0] ?? '');
      const names = inside.length > 0 && disk.kindOf(path) === 'missing' ? [] : disk.list(path);
      return [...new Set([...names.filter((name) => !contents.has(join(path, name))), ...inside])].sort();
    },
  };
}
