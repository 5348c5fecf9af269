import { lockFolder, type FolderLock } from '../io/folder-lock.ts';
import { recover, type Recovered } from '../io/recover.ts';
import { recoveredDisk } from '../io/recovered-disk.ts';
import { orDiskProblem } from './disk-problems.ts';
import { recoveredLines } from './recovered-words.ts';
import type { Outcome } from './report.ts';
import type { Shell } from './shell.ts';
import { EXIT, orStop } from './stop.ts';

/**
 * Works in a planning folder that is ours alone meanwhile, once what a killed run left half done was taken back, which
 * is said first. A dry run takes no lock and writes nothing: it sees the folder as the real one would find it.
 */
export async function withLock(
  root: string, command: string, { dryRun }: { readonly dryRun: boolean }, shell: Shell,
  work: (shell: Shell, recovered: Recovered | undefined) => Promise<Outcome>,
): Promise<Outcome> {
  if (dryRun) return work(asRecovered(root, shell), undefined);
  const lock: FolderLock = orStop(orDiskProblem(root, () => lockFolder(shell.disk, root, shell.machine, command)), EXIT.cannotCreate);
  try {
    const recovered = orStop(orDiskProblem(root, () => shell.uninterrupted(() => recover(shell.disk, root, shell.machine))), EXIT.cannotCreate);
    const outcome = await work(shell, recovered);
    return recovered ? { ...outcome, lines: [...recoveredLines(recovered), ...outcome.lines ?? []] } : outcome;
  } finally {
    lock.release();
  }
}

/** The same world, without what a killed run left half done: for those who only read. */
export function asRecovered(root: string, shell: Shell): Shell {
  return { ...shell, disk: orDiskProblem(root, () => recoveredDisk(shell.disk, root)) };
}
