import {
  closeSync, existsSync, fchmodSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { decodeText } from './decode-text.ts';

/** What stands at a path. Links are never followed: `other`. */
export type EntryKind = 'missing' | 'file' | 'folder' | 'other';

/** The disk as the program sees it: nine verbs, so that a test can fill it up, lock it or pull the plug. */
export interface Disk {
  kindOf(path: string): EntryKind;
  /** Names in a folder, sorted. */
  list(path: string): readonly string[];
  /** UTF-8, or an error of code `NOT_UTF8`. */
  readText(path: string): string;
  readBytes(path: string): Uint8Array;
  /** Makes one folder; its parent exists. */
  makeFolder(path: string): void;
  /** Whole or not at all: temporary file, flush, rename. A file that is replaced keeps its mode. */
  write(path: string, bytes: Uint8Array): void;
  /** Removes a file, or nothing when it is missing. */
  removeFile(path: string): void;
  /** Removes a folder when it is empty, else leaves it. */
  removeEmptyFolder(path: string): void;
}

/** A temporary name beside the target, so that the rename stays on one disk. A killed run may leave one. */
export const temporary = (path: string): string => `${path}.nec-tmp`;

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
  makeFolder(path) {
    mkdirSync(path);
  },
  write(path, bytes) {
    const replaced = lstatSync(path, { throwIfNoEntry: false });
    const draft = temporary(path);
    // A link may wait under that name: it goes, and `wx` follows none that comes back.
    rmSync(draft, { force: true });
    const file = openSync(draft, 'wx');
    try {
      try {
        if (replaced?.isFile()) fchmodSync(file, replaced.mode);
        for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(draft, path);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  },
  removeFile: (path) => rmSync(path, { force: true }),
  removeEmptyFolder(path) {
    if (existsSync(path) && readdirSync(path).length === 0) rmdirSync(path);
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
