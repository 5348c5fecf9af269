import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { JOURNAL_FILE } from '../folder/paths.ts';
import { makeFolders, type Disk } from './disk.ts';

/** One file to write: its path inside the folder, `/` between parts. */
export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Writes the files of a first run, in order, or none of them: when one cannot be written, those already there and the
 * folders made for them are taken away again, and the disk's error goes on to the caller. A journal says meanwhile which
 * bytes are ours, so that a run that was killed can be run again.
 */
export function writeFolder(disk: Disk, root: string, files: readonly FileToWrite[]): void {
  const written: string[] = [];
  const folders: string[] = [];
  const put = ({ path, bytes }: FileToWrite): void => {
    const target = join(root, path);
    folders.push(...makeFolders(disk, dirname(target)));
    disk.write(target, bytes);
    written.push(target);
  };
  try {
    for (const path of leftovers(disk, root).keys()) disk.removeFile(join(root, path));
    const journal = Object.fromEntries(files.map(({ path, bytes }) => [path, digest(bytes)]));
    put({ path: JOURNAL_FILE, bytes: new TextEncoder().encode(JSON.stringify(journal)) });
    files.forEach(put);
    disk.removeFile(join(root, JOURNAL_FILE));
  } catch (error) {
    for (const path of written.toReversed()) disk.removeFile(path);
    for (const folder of folders.toReversed()) disk.removeEmptyFolder(folder);
    throw error;
  }
}

/**
 * True when the folder can take a first run: missing, empty, holding only `allowed` files, or what a killed run left
 * and nobody has touched since.
 */
export function isFreeFolder(disk: Disk, root: string, allowed: readonly string[]): boolean {
  const ours = new Set([...allowed, JOURNAL_FILE, ...leftovers(disk, root).keys()]);
  const folders = new Set([...ours].map((path) => dirname(path)));
  const isFree = (path: string): boolean => {
    if (disk.kindOf(join(root, path)) !== 'folder') return ours.has(path) || ours.has(path.replace(/\.nec-tmp$/, ''));
    return folders.has(path) && disk.list(join(root, path)).every((name) => isFree(`${path}/${name}`));
  };
  const kind = disk.kindOf(root);
  return kind === 'missing' || (kind === 'folder' && disk.list(root).every(isFree));
}

/** Files that a killed run wrote, by path: those whose bytes are still what the journal says. */
function leftovers(disk: Disk, root: string): ReadonlyMap<string, string> {
  const journal = join(root, JOURNAL_FILE);
  if (disk.kindOf(journal) !== 'file') return new Map();
  return new Map(readJournal(disk.readText(journal)).filter(([path, hash]) => {
    const target = join(root, path);
    return target.startsWith(root) && disk.kindOf(target) === 'file' && digest(disk.readBytes(target)) === hash;
  }));
}

function readJournal(text: string): readonly (readonly [string, string])[] {
  try {
    const journal: unknown = JSON.parse(text);
    if (typeof journal !== 'object' || journal === null) return [];
    return Object.entries(journal).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  } catch {
    return [];
  }
}
