import { join, posix } from 'node:path';
import { isMemory, MEMORY_FOLDER } from '../folder/paths.ts';
import type { Problem } from '../problem.ts';
import { sha256 } from '../shared/sha256.ts';
import type { Disk } from './disk.ts';
import { foldName } from './fold-name.ts';
import { obstacleOn } from './obstacle-on.ts';
import type { Seen } from './read-folder.ts';
import type { FileToWrite } from './write-folder.ts';

/** What a run wants to change. Paths are inside the planning folder, with `/` between parts. */
export interface FolderChanges {
  /** In order: answers, documents. What is in `.nec-local` comes last whatever its place, the baseline at the very end. */
  readonly writes: readonly FileToWrite[];
  /** Taken away once all documents are written: of a file that moves there is one copy at least at any time. */
  readonly removes: readonly string[];
  /** What the files were when they were read. One that was not read must not be there; the tool's memory need not have been. */
  readonly seen: Seen;
  /** The only folders that may go when the last file in them goes. Absent: all that end up empty, for they held a file of ours. */
  readonly ownFolders?: readonly string[];
}

/** One file to change: how it is, and how it will be. */
export interface Step {
  readonly path: string;
  /** On the disk. */
  readonly place: string;
  /** Why no file can have this path; it is then neither read nor written. */
  readonly obstacle: Problem | undefined;
  /** Undefined: there is no file. */
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
  /** The name it has now, when it is the same in other letters. */
  readonly was?: string;
}

/** SHA-256, or null for no file. */
export const hashOf = (bytes: Uint8Array | undefined): string | null => (bytes ? sha256(bytes) : null);

/** The steps of a run in the order of writing; those that would change nothing are left out. */
export function prepareSteps(disk: Disk, root: string, { writes, removes }: FolderChanges): readonly Step[] {
  const { named, gone }: Names = ignoresCase(disk, root) ? renamesByCase(disk, root, writes, removes) : { named: writes, gone: removes };
  const all: readonly Step[] = [
    ...named.map(({ path, bytes, was }) => ({ ...lookAt(disk, root, path), after: bytes, ...(was !== undefined && { was }) })),
    ...gone.map((path) => ({ ...lookAt(disk, root, path), after: undefined })),
  ];
  const steps = all.filter(({ obstacle, before, after, was }) => obstacle || was !== undefined || hashOf(before) !== hashOf(after));
  return [...steps.filter(({ path }) => !isMemory(path)), ...steps.filter(({ path }) => isMemory(path))];
}

function lookAt(disk: Disk, root: string, path: string): Pick<Step, 'path' | 'place' | 'obstacle' | 'before'> {
  const place = join(root, path);
  const obstacle = obstacleOn(disk, root, path);
  return { path, place, obstacle, before: !obstacle && disk.kindOf(place) === 'file' ? disk.readBytes(place) : undefined };
}

interface Names {
  readonly named: readonly (FileToWrite & { readonly was?: string })[];
  readonly gone: readonly string[];
}

/** The tool's own folder answers to its name in other letters. */
function ignoresCase(disk: Disk, root: string): boolean {
  const other = MEMORY_FOLDER.toUpperCase();
  return disk.kindOf(join(root, other)) === 'folder' && !disk.list(root).includes(other);
}

/**
 * On a disk that takes `Note.docx` and `note.docx` for one file: it keeps the letters that a person gave it, unless the
 * old name is to go. Then it is renamed, at one stroke, and nothing is removed.
 */
function renamesByCase(disk: Disk, root: string, writes: readonly FileToWrite[], removes: readonly string[]): Names {
  const removed = new Set(removes.map(foldName));
  const written = new Set(writes.map(({ path }) => foldName(path)));
  const onDisk = spellings(disk, root);
  const named = writes.map(({ path, bytes }) => {
    const actual = onDisk(path);
    const isRenamed = posix.basename(actual) !== posix.basename(path) && removed.has(foldName(path));
    return isRenamed ? { path: posix.join(posix.dirname(actual), posix.basename(path)), bytes, was: actual } : { path: actual, bytes };
  });
  return { named, gone: removes.filter((path) => !written.has(foldName(path))).map(onDisk) };
}

/** Gives a path in the letters that the disk has; what is not there keeps its own. Looks into each folder once. */
function spellings(disk: Disk, root: string): (path: string) => string {
  const folders = new Map<string, ReadonlyMap<string, string>>();
  const namesIn = (folder: string): ReadonlyMap<string, string> => {
    const known = folders.get(folder);
    if (known) return known;
    const names = disk.kindOf(join(root, folder)) === 'folder' ? disk.list(join(root, folder)) : [];
    const found = new Map(names.map((name) => [foldName(name), name]));
    folders.set(folder, found);
    return found;
  };
  const spell = (folder: string, name: string): string => posix.join(folder, namesIn(folder).get(foldName(name)) ?? name);
  return (path) => (obstacleOn(disk, root, path) ? path : path.split('/').reduce(spell, ''));
}
