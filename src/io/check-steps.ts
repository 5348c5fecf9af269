import { join, posix } from 'node:path';
import { isMemory } from '../folder/paths.ts';
import { problem, type Problem } from '../problem.ts';
import type { Disk } from './disk.ts';
import type { Machine } from './machine.ts';
import { openProblems } from './office-locks.ts';
import { hashOf, type Step } from './prepare-steps.ts';
import type { Seen } from './read-folder.ts';

/** All that stands in the way of these steps, as far as can be told before the first of them. */
export function checkSteps(disk: Disk, root: string, steps: readonly Step[], seen: Seen, machine: Machine): readonly Problem[] {
  return [
    ...steps.flatMap((step) => step.obstacle ?? changedSince(step, seen) ?? readOnly(disk, root, step) ?? []),
    ...openProblems(disk, root, steps.map(({ path, was }) => was ?? path), machine),
  ];
}

function changedSince({ path, was, before }: Step, seen: Seen): Problem | undefined {
  const read = seen.get(was ?? path) ?? seen.get(path);
  if (read === undefined && isMemory(path)) return undefined;
  return hashOf(before) === (read ?? null) ? undefined : problem('file-changed', { path });
}

/** A file that says so, or a folder that takes no new name. */
function readOnly(disk: Disk, root: string, { path, before }: Step): Problem | undefined {
  if (before && !disk.canWrite(join(root, path))) return problem('file-read-only', { path });
  let folder = posix.dirname(path);
  while (disk.kindOf(join(root, folder)) === 'missing') folder = posix.dirname(folder);
  return disk.canWrite(join(root, folder)) ? undefined : problem('disk-denied', { path });
}
