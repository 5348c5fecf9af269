import { dirname, join, posix } from 'node:path';
import { sha256 } from '../shared/sha256.ts';
import { makeFolders, temporary, type Disk } from './disk.ts';
import { obstacleOn } from './obstacle-on.ts';
import { isMemory } from './prepare-steps.ts';
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
 * it, or as it left it, or somebody has worked in it since. Killed anywhere, it can be done again.
 */
export function putBack(disk: Disk, root: string, record: RunRecord): PutBack {
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
  for (const file of record.files.toReversed()) {
    attempt(file.path, () => {
      if (!obstacleOn(disk, root, file.path)) dropDraft(disk, join(root, file.path));
      const fate = fateOf(disk, root, file);
      if (fate === 'theirs') leftAlone.push({ path: file.path, ...layBeside(disk, root, file, record) });
      if (fate !== 'ours') return;
      restore(disk, root, file, record);
      restored.push(file.path);
    });
  }
  for (const folder of record.folders.toReversed()) {
    const place = safeJoin(disk, root, folder);
    if (place !== undefined && disk.kindOf(place) === 'folder') attempt(folder, () => disk.removeEmptyFolder(place));
  }
  return { restored: restored.toReversed(), leftAlone: leftAlone.toReversed(), failed };
}

/** `done`: as before the run; `ours`: as the run left it; `theirs`: neither. What the tool remembers is nobody else's. */
export function fateOf(disk: Disk, root: string, { path, before, after, was }: RecordedFile): 'done' | 'ours' | 'theirs' {
  if (obstacleOn(disk, root, path)) return 'theirs';
  const place = join(root, path);
  const state = disk.kindOf(place) === 'file' ? sha256(disk.readBytes(place)) : null;
  const hasNewName = was !== undefined && disk.list(dirname(place)).includes(posix.basename(path));
  if (state === before && !hasNewName) return 'done';
  return state === before || state === after || isMemory(path) ? 'ours' : 'theirs';
}

function dropDraft(disk: Disk, place: string): void {
  if (disk.kindOf(temporary(place)) !== 'missing') disk.removeFile(temporary(place));
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
