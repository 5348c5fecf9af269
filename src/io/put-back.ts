import { dirname, join, posix } from 'node:path';
import { isMemory, RUNNING_FILE } from '../folder/paths.ts';
import { sha256 } from '../shared/sha256.ts';
import { makeFolders, temporary, type Disk } from './disk.ts';
import { flushFoldersOf } from './flush-folders.ts';
import { obstacleOn } from './obstacle-on.ts';
import type { RecordedFile, RunRecord } from './run-record.ts';
import { safeJoin } from './safe-join.ts';

/** What became of the files of a run that is taken back. Those that are as they were already are not named. */
export interface PutBack {
  readonly restored: readonly string[];
  /** A person has worked in them since: they stay as they are. What was there before lies beside. */
  readonly leftAlone: readonly { readonly path: string; readonly beside?: string }[];
  /** The disk refused: another time. */
  readonly failed: readonly string[];
}

/**
 * Takes a run back that did not reach its end, the last change first, whatever it reached: each file is as the run found
 * it, or as it left it, or somebody has worked in it since. Killed anywhere, it can be done again. At the end the record
 * of the run goes: there is nothing to take back any more.
 * @param spared a file that changed just before the run would have changed it: there is nothing to put back
 */
export function putBack(disk: Disk, root: string, record: RunRecord, spared?: string): PutBack {
  const restored: string[] = [];
  const leftAlone: { readonly path: string; readonly beside?: string }[] = [];
  const failed: string[] = [];
  const attempt = (path: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      failed.push(path);
    }
  };
  for (const file of record.files.toReversed().filter(({ path }) => path !== spared)) {
    attempt(file.path, () => {
      const fate = fateOf(disk, root, file);
      if (fate === 'theirs' && !hasDraft(disk, root, file)) leftAlone.push({ path: file.path, ...layBeside(disk, root, file, record) });
      if (fate !== 'ours') return;
      restore(disk, root, file, record);
      restored.push(file.path);
    });
  }
  for (const file of record.files.toReversed()) if (hasDraft(disk, root, file)) attempt(file.path, () => disk.removeFile(temporary(join(root, file.path))));
  for (const folder of record.folders.toReversed()) {
    const place = safeJoin(disk, root, folder);
    if (place !== undefined && disk.kindOf(place) === 'folder') attempt(folder, () => disk.removeEmptyFolder(place));
  }
  if (failed.length === 0) {
    flushFoldersOf(disk, root, record.files.map(({ path }) => path));
    attempt(RUNNING_FILE, () => disk.removeFile(join(root, RUNNING_FILE)));
  }
  return { restored: restored.toReversed(), leftAlone: leftAlone.toReversed(), failed };
}

/** The new file still has its temporary name: the run had not come to this one. */
const hasDraft = (disk: Disk, root: string, { path }: RecordedFile): boolean =>
  safeJoin(disk, root, path) !== undefined && disk.kindOf(temporary(join(root, path))) === 'file';

/** `done`: as before the run; `ours`: as the run left it; `theirs`: neither. What the tool remembers is nobody else's. */
export function fateOf(disk: Disk, root: string, { path, before, after, was }: RecordedFile): 'done' | 'ours' | 'theirs' {
  if (obstacleOn(disk, root, path)) return 'theirs';
  const place = join(root, path);
  const state = disk.kindOf(place) === 'file' ? sha256(disk.readBytes(place)) : null;
  const hasNewName = was !== undefined && disk.list(dirname(place)).includes(posix.basename(path));
  if (state === before && !hasNewName) return 'done';
  return state === before || state === after || isMemory(path) ? 'ours' : 'theirs';
}

function restore(disk: Disk, root: string, { path, before, was }: RecordedFile, record: RunRecord): void {
  const place = join(root, path);
  if (before === null) return disk.removeFile(place);
  makeFolders(disk, dirname(place));
  disk.write(place, record.bytesBefore(path));
  if (was !== undefined) disk.rename(place, join(root, was));
}

/**
 * What was there before the run may be nowhere else: where it cannot go back, it goes beside, as `note.avant.docx`; at
 * the top of the folder when its own folder is gone.
 */
function layBeside(disk: Disk, root: string, { path, before }: RecordedFile, record: RunRecord): { readonly beside?: string } {
  if (before === null || isMemory(path)) return {};
  const { dir, name, ext } = posix.parse(path);
  const hasFolder = safeJoin(disk, root, path) !== undefined && disk.kindOf(join(root, dir)) === 'folder';
  for (let rank = 1; ; rank += 1) {
    const beside = posix.join(hasFolder ? dir : '', `${name}.avant${rank === 1 ? '' : `-${rank}`}${ext}`);
    const kind = disk.kindOf(join(root, beside));
    if (kind === 'missing') disk.write(join(root, beside), record.bytesBefore(path));
    if (kind === 'missing' || (kind === 'file' && sha256(disk.readBytes(join(root, beside))) === before)) return { beside };
  }
}
