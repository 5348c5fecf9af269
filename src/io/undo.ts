import { join } from 'node:path';
import { isMemory, UNDO_FILE } from '../folder/paths.ts';
import { problem, type Result } from '../problem.ts';
import { sha256 } from '../shared/sha256.ts';
import type { Disk } from './disk.ts';
import type { FolderChanges } from './prepare-steps.ts';
import { fateOf } from './put-back.ts';
import { decodeRecord, type RunRecord } from './run-record.ts';
import { safeJoin } from './safe-join.ts';

/** What undoing a run would do. */
export interface UndoPlan {
  /** For {@link applyChanges}: done so, it is a run like any other, and can be undone. */
  readonly changes: FolderChanges;
  /** The files that go back, and how. */
  readonly goBack: readonly { readonly path: string; readonly kind: 'create' | 'update' | 'remove' }[];
  /** A person has worked in them since the run, or taken them away. */
  readonly leftAlone: readonly string[];
}

/** The last run that changed documents. */
export function readUndo(disk: Disk, root: string): Result<RunRecord> {
  const place = safeJoin(disk, root, UNDO_FILE);
  if (place === undefined || disk.kindOf(place) !== 'file') return { ok: false, problems: [problem('undo-nothing', {})] };
  const record = decodeRecord(disk.readBytes(place));
  return record ? { ok: true, value: record } : { ok: false, problems: [problem('undo-unreadable', { path: UNDO_FILE })] };
}

/**
 * Every file that is still as the run left it goes back to what it was, byte for byte: what the run made goes, what it
 * took away comes back. The tool's memory goes back with them whatever it is now, unless no document does.
 */
export function planUndo(disk: Disk, root: string, record: RunRecord): UndoPlan {
  const fates = record.files.map((file) => ({ file, fate: fateOf(disk, root, file) }));
  const documents = fates.filter(({ file }) => !isMemory(file.path));
  const back = documents.filter(({ fate }) => fate === 'ours').map(({ file }) => file);
  const memory = back.length === 0 ? [] : fates.filter(({ file, fate }) => isMemory(file.path) && fate === 'ours').map(({ file }) => file);
  const files = [...back, ...memory];
  return {
    changes: {
      writes: files.flatMap(({ path, before, was }) => (before === null ? [] : [{ path: was ?? path, bytes: record.bytesBefore(path) }])),
      removes: files.flatMap(({ path, before, was }) => (before === null || was !== undefined ? [path] : [])),
      seen: new Map(files.flatMap(({ path, was }) => [path, was ?? path].map((name) => [name, hashAt(disk, root, path)] as const))),
      ownFolders: record.folders,
    },
    goBack: back.map(({ path, before, after, was }) => ({
      path: was ?? path, kind: before === null ? 'remove' : after === null ? 'create' : 'update',
    })),
    leftAlone: documents.filter(({ fate }) => fate === 'theirs').map(({ file }) => file.path),
  };
}

function hashAt(disk: Disk, root: string, path: string): string | null {
  const place = join(root, path);
  return disk.kindOf(place) === 'file' ? sha256(disk.readBytes(place)) : null;
}
