import { basename, dirname, join } from 'node:path';
import { foldName } from '../../src/io/fold-name.ts';
import { HOME, memoryDisk, systemError, type MemoryDisk } from './memory-disk.ts';

export interface WindowsDisk extends MemoryDisk {
  /** Opens a file in another program: it can be read, and neither replaced, renamed nor removed. */
  open(path: string): void;
  close(path: string): void;
}

/** Devices of Windows, whatever the extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const REFUSED_NAME = /[<>:"|?*\u0000-\u001f]|[. ]$/;
/** Characters in a whole path, `C:` and the last NUL counted (MAX_PATH): Word and Excel open nothing longer. */
const MAX_PATH = 260;

/**
 * A disk with the manners of Windows (names: "Naming Files, Paths, and Namespaces" in its documentation): it takes
 * letters in both cases for the same and keeps those it was given first, refuses some names, and holds on to what is open.
 */
export function windowsDisk(files: Readonly<Record<string, string | Uint8Array>> = {}): WindowsDisk {
  const memory = memoryDisk(files);
  const held = new Set<string>();

  /** The same path in the letters that the disk keeps. */
  const kept = (path: string): string => {
    if (path === HOME || !path.startsWith(`${HOME}/`)) return path;
    const folder = kept(dirname(path));
    const name = basename(path);
    const names = memory.kindOf(folder) === 'folder' ? memory.list(folder) : [];
    return join(folder, names.includes(name) ? name : names.find((other) => foldName(other) === foldName(name)) ?? name);
  };
  /** A path to make: its folder in the letters of the disk, its own name as it is given. */
  const made = (path: string): string => {
    const name = basename(path);
    if (DEVICE.test(name) || REFUSED_NAME.test(name)) throw systemError('EINVAL', path);
    if (`C:${path}`.length >= MAX_PATH) throw systemError('ENOENT', path);
    return join(kept(dirname(path)), name);
  };
  const free = (path: string): string => {
    if (held.has(kept(path))) throw systemError('EBUSY', path);
    return kept(path);
  };
  const here = (path: string): string => (memory.kindOf(kept(path)) === 'missing' ? made(path) : free(path));

  return {
    ...memory,
    open: (path) => void held.add(kept(path)),
    close: (path) => void held.delete(kept(path)),
    kindOf: (path) => memory.kindOf(kept(path)),
    list: (path) => memory.list(kept(path)),
    readText: (path) => memory.readText(kept(path)),
    readBytes: (path) => memory.readBytes(kept(path)),
    modifiedAt: (path) => memory.modifiedAt(kept(path)),
    canWrite: (path) => memory.canWrite(kept(path)),
    makeFolder: (path) => memory.makeFolder(here(path)),
    create: (path, bytes) => memory.create(here(path), bytes),
    write: (path, bytes) => memory.write(here(path), bytes),
    rename: (from, to) => {
      const source = free(from);
      const target = kept(to);
      // Other letters of its own name are a new name; a file that is replaced gives its letters to the new one.
      memory.rename(source, target === source || memory.kindOf(target) === 'missing' ? made(to) : free(to));
    },
    removeFile: (path) => memory.removeFile(free(path)),
    removeEmptyFolder: (path) => memory.removeEmptyFolder(kept(path)),
  };
}
