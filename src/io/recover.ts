import { join } from 'node:path';
import { BASELINE_FILE, KIT_FILE, MEMORY_FOLDER, RUNNING_FILE, UNDO_FILE } from '../folder/paths.ts';
import { problem, type Result } from '../problem.ts';
import { temporary, type Disk } from './disk.ts';
import type { Machine } from './machine.ts';
import { openProblems } from './office-locks.ts';
import { fateOf, putBack, type PutBack } from './put-back.ts';
import { decodeRecord, type RunRecord } from './run-record.ts';
import { safeJoin } from './safe-join.ts';

/** Where the record of a killed run goes that does not read any more: what is in it may still help a person. */
export const UNREADABLE_FILE = `${MEMORY_FOLDER}/en-cours-illisible.zip`;

/** The run that was taken back. */
export interface Recovered extends PutBack {
  readonly command: string;
  /** By the clock on the wall: `2027-03-14T10:22`. */
  readonly since: string;
}

/** The record of a run that did not reach its end, if there is one. */
export function readInterrupted(disk: Disk, root: string): RunRecord | 'unreadable' | undefined {
  const place = safeJoin(disk, root, RUNNING_FILE);
  if (place === undefined || disk.kindOf(place) !== 'file') return undefined;
  return decodeRecord(disk.readBytes(place)) ?? 'unreadable';
}

/**
 * Takes back what a killed run left half done, before anything else is read: so the next run starts from whole files,
 * and two files that were changing places are never taken for each other. The caller holds the folder's lock. When
 * nothing was left half done, nothing happens. An unreadable record is set aside; each file is then old or new.
 * @returns undefined when no run was interrupted
 */
export function recover(disk: Disk, root: string, machine: Machine): Result<Recovered | undefined> {
  dropDrafts(disk, root);
  const record = readInterrupted(disk, root);
  if (record === undefined) return { ok: true, value: undefined };
  if (record === 'unreadable') {
    disk.rename(join(root, RUNNING_FILE), join(root, UNREADABLE_FILE));
    return { ok: true, value: undefined };
  }
  const changed = record.files.filter((file) => fateOf(disk, root, file) === 'ours').map(({ path }) => path);
  const open = openProblems(disk, root, changed, machine);
  if (open.length > 0) return { ok: false, problems: open };
  const result = putBack(disk, root, record);
  if (result.failed.length > 0) return { ok: false, problems: [problem('put-back-failed', { paths: result.failed.join(', ') })] };
  return { ok: true, value: { command: record.command, since: record.since, ...result } };
}

/** Half a record, or half of the memory, that a run was killed while writing. */
function dropDrafts(disk: Disk, root: string): void {
  for (const path of [RUNNING_FILE, UNDO_FILE, KIT_FILE, BASELINE_FILE]) {
    const place = safeJoin(disk, root, temporary(path));
    if (place !== undefined && disk.kindOf(place) === 'file') disk.removeFile(place);
  }
}
