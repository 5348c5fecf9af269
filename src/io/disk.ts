import {
  accessSync, closeSync, constants, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { createFile, type FileContent } from './create-file.ts';
import { decodeText } from './decode-text.ts';
import { patiently } from './patiently.ts';

/** What stands at a path. Links are never followed: `other`. */
export type EntryKind = 'missing' | 'file' | 'folder' | 'other';

/** The disk as the program sees it: a few verbs, so that a test can fill it up, lock it or pull the plug. */
export interface Disk {
  kindOf(path: string): EntryKind;
  /** Names in a folder, sorted. */
  list(path: string): readonly string[];
  /** UTF-8, or an error of code `NOT_UTF8`. */
  readText(path: string): string;
  readBytes(path: string): Uint8Array;
  /** Milliseconds since 1970, by the clock of the disk. */
  modifiedAt(path: string): number;
  /** False when a file may not be replaced, or nothing be made in a folder, as far as can be told beforehand. */
  canWrite(path: string): boolean;
  /** Makes one folder; its parent exists. */
  makeFolder(path: string): void;
  /** Makes a file where nothing is (else `EEXIST`) and flushes it. It takes the mode and owner of the file `like`. A killed run may leave half of it. */
  create(path: string, bytes: Uint8Array, like?: string): void;
  /** Whole or not at all: temporary file, flush, rename. A file that is replaced keeps its mode. */
  write(path: string, content: FileContent): void;
  /** Gives a file another name, at one stroke; a file that has this name is replaced. */
  rename(from: string, to: string): void;
  /** Removes a file, or nothing when it is missing. */
  removeFile(path: string): void;
  /** Removes a folder when it is empty, else leaves it. */
  removeEmptyFolder(path: string): void;
  /** What was made, renamed and removed in a folder stays so through a power cut, where the system can promise it. */
  flushFolder(path: string): void;
}

/** A temporary name beside the target, so that the rename stays on one disk. A killed run may leave one. */
export const temporary = (path: string): string => `${path}.nec-tmp`;

/** What a system says when it will not let us; any other error is passed on. */
const isRefusal = (error: unknown): boolean => ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');

const pause = (milliseconds: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

const insist = (work: () => void): void => (process.platform === 'win32' ? patiently(work, pause) : work());

export const realDisk: Disk = {
  kindOf(path) {
    try {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      return !stats ? 'missing' : stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    } catch (error) {
      // A file stands where a folder of the path should be.
      if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return 'missing';
      throw error;
    }
  },
  list: (path) => readdirSync(path).sort(),
  readText: (path) => decodeText(readFileSync(path), path),
  readBytes: (path) => readFileSync(path),
  modifiedAt: (path) => lstatSync(path).mtimeMs,
  canWrite(path) {
    try {
      accessSync(path, constants.W_OK);
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
    // A file without any write bit is someone's wish, which the superuser could overlook. Folders have no such bit on Windows.
    const stats = statSync(path);
    return stats.isDirectory() || (stats.mode & 0o222) !== 0;
  },
  makeFolder(path) {
    mkdirSync(path);
  },
  create: createFile,
  write(path, content) {
    const draft = temporary(path);
    // A link may wait under that name: it goes, and none that comes back is followed.
    rmSync(draft, { force: true });
    try {
      createFile(draft, content, path);
      realDisk.rename(draft, path);
    } catch (error) {
      rmSync(draft, { force: true });
      // The temporary name says nothing to a person.
      throw Object.assign(error as Error, { path });
    }
  },
  rename: (from, to) => insist(() => renameSync(from, to)),
  removeFile: (path) => insist(() => rmSync(path, { force: true })),
  removeEmptyFolder(path) {
    if (existsSync(path) && readdirSync(path).length === 0) rmdirSync(path);
  },
  flushFolder(path) {
    try {
      const folder = openSync(path, 'r');
      try {
        fsyncSync(folder);
      } finally {
        closeSync(folder);
      }
    } catch (error) {
      // Windows opens no folder this way, and some shared disks flush none.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  },
};

/**
 * Makes a folder and the parents that it lacks. A link stands for what it leads to.
 * @param made called after each folder made, the outermost first
 */
export function makeFolders(disk: Disk, path: string, made: (folder: string) => void = () => undefined): void {
  if (disk.kindOf(path) !== 'missing') return;
  if (dirname(path) !== path) makeFolders(disk, dirname(path), made);
  disk.makeFolder(path);
  made(path);
}
