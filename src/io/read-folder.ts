import { join, posix } from 'node:path';
import { isMemory } from '../folder/paths.ts';
import { groupBy } from '../shared/group-by.ts';
import { sha256 } from '../shared/sha256.ts';
import { foldName } from './fold-name.ts';
import { temporary, type Disk, type EntryKind } from './disk.ts';
import { safeJoin } from './safe-join.ts';

/** The `code` of the error that {@link readFolder} throws, beside those of the system. */
export const FOLDER_TOO_LARGE = 'FOLDER_TOO_LARGE';
export const MAX_FILES = 20_000;
export const MAX_DEPTH = 24;

/** What each file was when it was read: its SHA-256, or null when there was none. */
export type Seen = ReadonlyMap<string, string | null>;

/** A planning folder at one moment. Paths are relative, with `/` between parts, as they are written on the disk. */
export interface FolderFiles {
  /** Every file outside hidden folders, sorted. */
  readonly paths: readonly string[];
  /** Links, sockets and the like: never followed nor read. */
  readonly others: readonly string[];
  /**
   * What this disk has for a path: itself; or the same name in other letters, where the disk takes them for the same; or
   * with its accents written the other way (Unicode NFC and NFD), as archives made on a Mac have them.
   */
  find(path: string): string | undefined;
  /** As it was when the folder was read; in `.nec-local`, as it is. */
  kindOf(path: string): EntryKind;
  /** The bytes of a file, also of one in `.nec-local`; read once. Anything else is an error of code `ENOENT`. */
  read(path: string): Uint8Array;
  /** SHA-256 of the same bytes, which are not kept in memory: most files are only compared. */
  hash(path: string): string;
  /** What was read so far: who writes later can refuse a file that changed meanwhile. */
  readonly seen: Seen;
}

/**
 * Looks at all that is in a planning folder, and reads what is asked for. More than {@link MAX_FILES} files or
 * {@link MAX_DEPTH} folders in one another is an error of code {@link FOLDER_TOO_LARGE}: a whole disk is no planning folder.
 */
export function readFolder(disk: Disk, root: string): FolderFiles {
  const kinds = listFolder(disk, root);
  const pathsOf = (kind: EntryKind): readonly string[] => [...kinds.keys()].filter((path) => kinds.get(path) === kind).sort();
  const paths = pathsOf('file');
  const spellings = groupBy(kinds.keys(), foldName);
  const seen = new Map<string, string | null>();
  const contents = new Map<string, Uint8Array>();

  const find = (path: string): string | undefined => {
    if (kinds.has(path)) return path;
    const others = spellings.get(foldName(path)) ?? [];
    const isSameHere = others.length > 0 && disk.kindOf(join(root, path)) !== 'missing';
    return others.find((other) => isSameHere || other.normalize() === path.normalize());
  };
  const kindOf = (path: string): EntryKind => {
    if (!isMemory(path)) return kinds.get(find(path) ?? '') ?? 'missing';
    const place = safeJoin(disk, root, path);
    return place === undefined ? 'other' : disk.kindOf(place);
  };
  const placeOf = (path: string): string => (isMemory(path) ? path : find(path) ?? path);
  const look = (path: string): Uint8Array => {
    const place = placeOf(path);
    const bytes = kindOf(place) === 'file' ? readNow(disk, join(root, place)) : undefined;
    const hash = bytes ? sha256(bytes) : null;
    // Who decided by what was there before must not be told now that it is as it was.
    for (const name of [place, path]) if (!seen.has(name) || seen.get(name) === hash) seen.set(name, hash);
    if (!bytes) throw Object.assign(new Error(`No such file: ${path}`), { code: 'ENOENT', path });
    return bytes;
  };
  const read = (path: string): Uint8Array => {
    const bytes = contents.get(placeOf(path)) ?? look(path);
    contents.set(placeOf(path), bytes);
    return bytes;
  };
  const hash = (path: string): string => {
    if (!seen.has(path)) look(path);
    return seen.get(path) ?? '';
  };
  return { paths, others: pathsOf('other'), find, kindOf, read, hash, seen };
}

/** Undefined when somebody took the file away since the folder was listed, or put something else there. */
function readNow(disk: Disk, path: string): Uint8Array | undefined {
  return disk.kindOf(path) === 'file' ? disk.readBytes(path) : undefined;
}

/** Hidden folders are other programs' (or our memory); half a file that a killed run left is nobody's. */
function listFolder(disk: Disk, root: string): ReadonlyMap<string, EntryKind> {
  const kinds = new Map<string, EntryKind>();
  const visit = (folder: string, depth: number): void => {
    for (const name of disk.list(join(root, folder))) {
      const path = posix.join(folder, name);
      const kind = disk.kindOf(join(root, path));
      if (kind === 'missing' || name.endsWith(temporary('')) || (kind === 'folder' && name.startsWith('.'))) continue;
      kinds.set(path, kind);
      if (kinds.size > MAX_FILES || depth > MAX_DEPTH) throw Object.assign(new Error(`Too large: ${root}`), { code: FOLDER_TOO_LARGE, path: root });
      if (kind === 'folder') visit(path, depth + 1);
    }
  };
  visit('', 1);
  return kinds;
}
