import { basename, dirname } from 'node:path';
import { decodeText } from '../../src/io/decode-text.ts';
import { piecesOf } from '../../src/io/create-file.ts';
import { realDisk, temporary, type Disk, type EntryKind } from '../../src/io/disk.ts';

/** Everything under it is in memory; the rest of the machine can be read, never written. */
export const HOME = '/memoire';
/** The folder that commands are typed in. */
export const WORK = `${HOME}/travail`;

export interface MemoryDisk extends Disk {
  /** Says when a file was last changed, in milliseconds since 1970; it was at 0, and each change adds 1. */
  date(path: string, modifiedAt: number): void;
  /** Path → text, for every file; folders end with `/` and hold an empty text. */
  tree(): Readonly<Record<string, string>>;
}

type Entry = Uint8Array | 'folder' | 'other';

/** Words as they are, other bytes as Latin-1: nothing is lost, so that two texts are equal when the bytes are. */
const asText = (bytes: Buffer): string => (Buffer.from(bytes.toString('utf8')).equals(bytes) ? bytes.toString('utf8') : bytes.toString('latin1'));

const isOurs = (path: string): boolean => path === HOME || path.startsWith(`${HOME}/`);

/** What Node throws when the system refuses something. */
export function systemError(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: refused, '${path}'`), { code, path });
}

/** A disk with nothing but these files: paths are relative to {@link WORK}; a path that ends with `/` is a folder, a text `@link` a link. */
export function memoryDisk(files: Readonly<Record<string, string | Uint8Array>> = {}): MemoryDisk {
  const entries = new Map<string, Entry>([[HOME, 'folder'], [WORK, 'folder']]);
  const addFolder = (path: string): void => {
    if (!entries.has(path)) addFolder(dirname(path));
    if (!entries.has(path)) entries.set(path, 'folder');
  };
  for (const [name, content] of Object.entries(files)) {
    const path = `${WORK}/${name}`.replace(/\/$/, '');
    addFolder(name.endsWith('/') ? path : dirname(path));
    if (!name.endsWith('/')) entries.set(path, content === '@link' ? 'other' : typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  const times = new Map<string, number>();
  let clock = 0;
  const put = (path: string, bytes: Uint8Array): void => {
    entries.set(path, bytes.slice());
    times.set(path, clock += 1);
  };
  const list = (path: string): readonly string[] =>
    [...entries.keys()].filter((other) => dirname(other) === path && other !== path).map((other) => basename(other)).sort();
  const needFolder = (path: string): void => {
    if (entries.get(path) !== 'folder') throw systemError(entries.has(path) ? 'ENOTDIR' : 'ENOENT', path);
  };
  const kindOf = (path: string): EntryKind => {
    if (!isOurs(path)) return realDisk.kindOf(path);
    const entry = entries.get(path);
    return entry === undefined ? 'missing' : typeof entry === 'string' ? entry : 'file';
  };
  const readBytes = (path: string): Uint8Array => {
    if (!isOurs(path)) return realDisk.readBytes(path);
    const entry = entries.get(path);
    if (entry === undefined || typeof entry === 'string') throw systemError(entry === undefined ? 'ENOENT' : 'EISDIR', path);
    return entry;
  };
  const needOurs = (path: string): void => {
    if (!isOurs(path)) throw systemError('EACCES', path);
  };
  const needFileAt = (path: string): void => {
    needFolder(dirname(path));
    if (entries.get(path) === 'folder') throw systemError('EISDIR', path);
  };
  return {
    kindOf, readBytes,
    date: (path, modifiedAt) => void times.set(path, modifiedAt),
    modifiedAt: (path) => {
      if (!entries.has(path)) throw systemError('ENOENT', path);
      return times.get(path) ?? 0;
    },
    canWrite: (path) => {
      if (!entries.has(path)) throw systemError('ENOENT', path);
      return true;
    },
    flushFolder: () => undefined,
    list: (path) => {
      if (!isOurs(path)) return realDisk.list(path);
      needFolder(path);
      return list(path);
    },
    readText: (path) => decodeText(readBytes(path), path),
    makeFolder(path) {
      needOurs(path);
      if (entries.has(path)) throw systemError('EEXIST', path);
      needFolder(dirname(path));
      entries.set(path, 'folder');
    },
    create(path, bytes) {
      needOurs(path);
      needFolder(dirname(path));
      if (entries.has(path)) throw systemError('EEXIST', path);
      put(path, bytes);
    },
    write(path, content) {
      needOurs(path);
      needFileAt(path);
      // By way of a temporary file, as the real one: what a killed write left is replaced.
      entries.delete(temporary(path));
      put(path, Buffer.concat([...piecesOf(content)]));
    },
    rename(from, to) {
      needOurs(from);
      needOurs(to);
      const entry = entries.get(from);
      if (entry === undefined) throw systemError('ENOENT', from);
      needFileAt(to);
      const time = times.get(from);
      entries.delete(from);
      entries.set(to, entry);
      if (time !== undefined) times.set(to, time);
    },
    removeFile(path) {
      needOurs(path);
      if (entries.get(path) === 'folder') throw systemError('EPERM', path);
      entries.delete(path);
    },
    removeEmptyFolder(path) {
      if (entries.get(path) === 'folder' && list(path).length === 0) entries.delete(path);
    },
    tree: () => Object.fromEntries([...entries]
      .filter(([path]) => path !== HOME && path !== WORK)
      .map(([path, entry]) => [
        `${path.slice(WORK.length + 1)}${entry === 'folder' ? '/' : ''}`,
        typeof entry === 'string' ? '' : asText(Buffer.from(entry)),
      ] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
