import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { parentsOf } from './flush-folders.ts';
import type { Machine } from './machine.ts';
import { hashOf, type Step } from './prepare-steps.ts';
import type { RunRecord } from './run-record.ts';

/** Which run it is, for whoever undoes it. */
export interface RunName {
  readonly command: string;
  /** Kept with the run as JSON, and given back when it is undone. */
  readonly carry?: unknown;
}

/** The record of a run that is about to take these steps. */
export function recordSteps(disk: Disk, root: string, steps: readonly Step[], { command, carry }: RunName, machine: Machine): RunRecord {
  const before = new Map(steps.map((step) => [step.path, step.before]));
  return {
    format: 1,
    command,
    since: machine.localTime(machine.now()),
    files: steps.map(({ path, before: bytes, after, was }) => ({ path, before: hashOf(bytes), after: hashOf(after), ...(was !== undefined && { was }) })),
    folders: foldersToMake(disk, root, steps),
    ...(carry !== undefined && { carry }),
    bytesBefore: (path) => before.get(path) ?? new Uint8Array(),
  };
}

function foldersToMake(disk: Disk, root: string, steps: readonly Step[]): readonly string[] {
  const folders = new Set(steps.filter(({ after }) => after).flatMap(({ path }) => parentsOf(path)));
  return [...folders].filter((folder) => disk.kindOf(join(root, folder)) === 'missing').sort();
}
