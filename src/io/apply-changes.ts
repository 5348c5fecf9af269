import { dirname, join, posix } from 'node:path';
import { isMemory, MEMORY_FOLDER, RUNNING_FILE, UNDO_FILE } from '../folder/paths.ts';
import { problem, type Problem, type Result } from '../problem.ts';
import { checkSteps } from './check-steps.ts';
import { makeFolders, temporary, type Disk } from './disk.ts';
import { flushFoldersOf, parentsOf } from './flush-folders.ts';
import type { Machine } from './machine.ts';
import { hashOf, prepareSteps, type FolderChanges, type Step } from './prepare-steps.ts';
import { putBack, type PutBack } from './put-back.ts';
import { recordSteps, type RunName } from './record-steps.ts';
import { encodeRecord } from './run-record.ts';

/**
 * Changes a planning folder, all of it or nothing. The caller holds the folder's lock, and {@link recover} has run.
 *
 * First the record of the run with the bytes that are there now, `en-cours.zip`; then every new file under a temporary
 * name, so that a full disk says so while nothing has changed; then they take their names one by one; what is removed
 * goes; the tool's memory comes last. At the end the record becomes `annuler.zip`: at that stroke the run is done. An
 * error before puts everything back and goes on to the caller; after a kill {@link recover} does it. Between these parts
 * the folders are flushed, so that a power cut keeps the order too. A file that stays the same is not written; a run
 * that changes only the memory is not one that `annuler` undoes.
 * @returns the paths that changed, the tool's memory apart; or what stands in the way, and then nothing has changed
 */
export function applyChanges(disk: Disk, root: string, changes: FolderChanges, run: RunName, machine: Machine): Result<readonly string[]> {
  const steps = prepareSteps(disk, root, changes);
  const problems = checkSteps(disk, root, steps, changes.seen, machine);
  if (problems.length > 0) return { ok: false, problems };
  if (disk.kindOf(join(root, RUNNING_FILE)) !== 'missing') throw new Error('A run was interrupted: recover comes first');
  if (steps.length === 0) return { ok: true, value: [] };

  const record = recordSteps(disk, root, steps, run, machine);
  makeFolders(disk, join(root, MEMORY_FOLDER));
  disk.write(join(root, RUNNING_FILE), encodeRecord(record));
  try {
    const refusal = carryOut(disk, root, steps, changes.ownFolders);
    const spared = refusal?.code === 'file-changed' ? refusal.args.path : undefined;
    if (refusal) return { ok: false, problems: [refusal, ...unrestored(putBack(disk, root, record, spared))] };
  } catch (error) {
    const { failed } = putBack(disk, root, record);
    throw failed.length > 0 ? Object.assign(error as Error, { notPutBack: failed }) : error;
  }
  disk.flushFolder(join(root, MEMORY_FOLDER));
  return { ok: true, value: steps.map(({ path }) => path).filter((path) => !isMemory(path)) };
}

/** What somebody else did between the check and the change. */
type Refusal = Extract<Problem, { readonly code: 'file-changed' | 'file-open' }>;

/** All steps up to the stroke that makes the run done, or what somebody else did meanwhile. */
function carryOut(disk: Disk, root: string, steps: readonly Step[], ownFolders: readonly string[] | undefined): Refusal | undefined {
  const documents = steps.filter(({ path }) => !isMemory(path));
  disk.flushFolder(join(root, MEMORY_FOLDER));
  for (const step of steps) named(step, () => stage(disk, step));
  for (const step of documents) {
    const refusal = named(step, () => swap(disk, step));
    if (refusal) return refusal;
  }
  dropEmptyFolders(disk, root, documents, ownFolders);
  flushFoldersOf(disk, root, documents.map(({ path }) => path));
  for (const step of steps.filter(({ path }) => isMemory(path))) {
    const refusal = named(step, () => swap(disk, step));
    if (refusal) return refusal;
  }
  disk.flushFolder(join(root, MEMORY_FOLDER));
  if (documents.length > 0) disk.rename(join(root, RUNNING_FILE), join(root, UNDO_FILE));
  else disk.removeFile(join(root, RUNNING_FILE));
  return undefined;
}

/** An error of the disk names the file that it is about: the temporary name says nothing to a person. */
function named<T>({ path }: Step, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === undefined ? error : Object.assign(error as Error, { path });
  }
}

/** The new file under its temporary name; what a killed run left there goes. */
function stage(disk: Disk, { place, after }: Step): void {
  if (!after) return;
  makeFolders(disk, dirname(place));
  disk.removeFile(temporary(place));
  disk.create(temporary(place), after, place);
}

/** The new file takes its name, unless the old one has changed since it was read, or a program holds on to it. */
function swap(disk: Disk, { path, place, before, after, was }: Step): Refusal | undefined {
  const now = disk.kindOf(place) === 'file' ? disk.readBytes(place) : undefined;
  if (hashOf(now) !== hashOf(before)) return { code: 'file-changed', args: { path } };
  try {
    if (was !== undefined) disk.rename(join(dirname(place), posix.basename(was)), place);
    if (after) disk.rename(temporary(place), place);
    else disk.removeFile(place);
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EBUSY') return { code: 'file-open', args: { path } };
    throw error;
  }
}

/** A folder that will not go is no reason to fail: there is nothing in it. */
function dropEmptyFolders(disk: Disk, root: string, documents: readonly Step[], ownFolders: readonly string[] | undefined): void {
  const folders = documents.filter(({ after }) => !after).flatMap(({ path }) => parentsOf(path)).filter((folder) => ownFolders?.includes(folder) ?? true);
  for (const folder of [...new Set(folders)].sort().toReversed()) {
    try {
      disk.removeEmptyFolder(join(root, folder));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  }
}

/** The record of the run then stays for the next one. */
const unrestored = ({ failed }: PutBack): readonly Problem[] =>
  (failed.length === 0 ? [] : [problem('put-back-failed', { paths: failed.join(', ') })]);
