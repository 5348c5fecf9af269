import { dirname, join } from 'node:path';
import { JOURNAL_FILE } from '../folder/paths.ts';
import { sha256 } from '../shared/sha256.ts';
import { makeFolders, temporary, type Disk } from './disk.ts';
import { safeJoin } from './safe-join.ts';

/** One file to write: its path inside the folder, `/` between parts. */
export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes the files of a first run, in order, or none of them: when one cannot be written, those already there and the
 * folders made for them are taken away again, and the disk's error goes on to the caller. A journal says meanwhile which
 * bytes are ours, so that a run that was killed can be run again.
 */
export function writeFolder(disk: Disk, root: string, files: readonly FileToWrite[]): void {
  const written: string[] = [];
  const folders: string[] = [];
  const put = ({ path, bytes }: FileToWrite): void => {
    const target = safeJoin(disk, root, path);
    if (target === undefined) throw Object.assign(new Error(`Not inside the folder: ${path}`), { code: 'ELOOP', path: join(root, path) });
    makeFolders(disk, dirname(target), (folder) => folders.push(folder));
    disk.write(target, bytes);
    written.push(target);
  };
  try {
    for (const path of leftovers(disk, root)) disk.removeFile(join(root, path));
    const journal = Object.fromEntries(files.map(({ path, bytes }) => [path, sha256(bytes)]));
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
 * True when the folder can take a first run: missing, empty, holding only empty folders, `allowed` files, or what a
 * killed run left and nobody has touched since.
 */
export function isFreeFolder(disk: Disk, root: string, allowed: readonly string[]): boolean {
  const kind = disk.kindOf(root);
  if (kind !== 'folder') return kind === 'missing';
  const ours = new Set([...[...allowed, JOURNAL_FILE].flatMap((path) => [path, temporary(path)]), ...leftovers(disk, root)]);
  const isFree = (path: string): boolean => {
    const found = disk.kindOf(join(root, path));
    return found === 'folder' ? disk.list(join(root, path)).every((name) => isFree(`${path}/${name}`)) : found === 'file' && ours.has(path);
  };
  return disk.list(root).every(isFree);
}

/** What a killed run left, by path: files whose bytes are still what its journal says, and files half written. */
function leftovers(disk: Disk, root: string): readonly string[] {
  const journal = join(root, JOURNAL_FILE);
  if (disk.kindOf(journal) !== 'file') return [];
  const isFile = (path: string): boolean => disk.kindOf(join(root, path)) === 'file';
  return readJournal(new TextDecoder().decode(disk.readBytes(journal)))
    .filter(([path]) => safeJoin(disk, root, path) !== undefined)
    .flatMap(([path, hash]) => [
      ...(isFile(path) && sha256(disk.readBytes(join(root, path))) === hash ? [path] : []),
      ...(isFile(temporary(path)) ? [temporary(path)] : []),
    ]);
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
