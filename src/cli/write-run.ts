import { applyChanges } from '../io/apply-changes.ts';
import type { FolderChanges } from '../io/prepare-steps.ts';
import type { RunName } from '../io/record-steps.ts';
import { orDiskProblem } from './disk-problems.ts';
import type { Shell } from './shell.ts';
import { EXIT, orStop } from './stop.ts';

/** Changes the folder, all of it or nothing; a Ctrl-C meanwhile waits for the end. */
export function writeRun(root: string, changes: FolderChanges, run: RunName, shell: Shell): readonly string[] {
  const { disk, machine } = shell;
  return orStop(orDiskProblem(root, () => shell.uninterrupted(() => applyChanges(disk, root, changes, run, machine))), EXIT.cannotCreate);
}
