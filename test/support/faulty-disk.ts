import { dirname } from 'node:path';
import { temporary, type Disk } from '../../src/io/disk.ts';
import { systemError } from './memory-disk.ts';

/** The process is gone: nothing catches it on purpose, and nothing touches the disk after it. */
export class Killed extends Error {}

export interface CountingDisk extends Disk {
  /** Changes asked for so far: folders made, files written, renamed or removed. */
  changes(): number;
}

/** Lets the first `before` changes through, then does `fault` instead of each later one. */
function breaking(disk: Disk, before: number, fault: (index: number, verb: string, path: string) => void): CountingDisk {
  let count = 0;
  const change = (verb: string, path: string, work: () => void): void => {
    count += 1;
    if (count > before) fault(count, verb, path);
    work();
  };
  return {
    ...disk,
    changes: () => count,
    makeFolder: (path) => change('makeFolder', path, () => disk.makeFolder(path)),
    create: (path, bytes, like) => change('create', path, () => disk.create(path, bytes, like)),
    write: (path, bytes) => change('write', path, () => disk.write(path, bytes)),
    rename: (from, to) => change('rename', to, () => disk.rename(from, to)),
    removeFile: (path) => {
      if (disk.kindOf(path) === 'missing') return;
      change('removeFile', path, () => disk.removeFile(path));
    },
    removeEmptyFolder: (path) => {
      if (disk.kindOf(path) !== 'folder' || disk.list(path).length > 0) return;
      change('removeEmptyFolder', path, () => disk.removeEmptyFolder(path));
    },
  };
}

/** Refuses the change number `at` (from 1), and those up to number `last`, with this code: `ENOSPC`, `EACCES`… */
export function refusingDisk(disk: Disk, at: number, code: string, last = at): CountingDisk {
  return breaking(disk, at - 1, (index, _verb, path) => {
    if (index <= last) throw systemError(code, path);
  });
}

/**
 * The power goes at the change number `at` (from 1): it is half done, and every later one fails too, so that nothing
 * can be put back. A write leaves half of a temporary file, as `write then rename` does; a new file is half there.
 */
export function dyingDisk(disk: Disk, at: number): CountingDisk {
  return breaking(disk, at - 1, (index, verb, path) => {
    const half = { write: temporary(path), create: path }[verb];
    if (index === at && half !== undefined && disk.kindOf(dirname(path)) === 'folder' && disk.kindOf(half) !== 'folder') {
      disk.write(half, new TextEncoder().encode('half'));
    }
    throw new Killed(`killed at ${verb} ${path}`);
  });
}

/** Lets everything through, and counts. */
export const countingDisk = (disk: Disk): CountingDisk => breaking(disk, Infinity, () => undefined);
