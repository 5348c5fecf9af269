import { join } from 'node:path';
import { lastAnswers, type Baseline } from '../folder/baseline.ts';
import { ANSWERS_FILE } from '../folder/paths.ts';
import { problem } from '../problem.ts';
import { orDiskProblem } from './disk-problems.ts';
import type { Outcome } from './report.ts';
import type { Shell } from './shell.ts';
import { EXIT, Stop } from './stop.ts';

/** Brings `nec-local.yaml` back as it was at the end of the last run: without it no other command can work. */
export function restoreAnswers(root: string, baseline: Baseline | undefined, { dryRun }: { readonly dryRun: boolean }, { disk }: Shell): Outcome {
  const path = join(root, ANSWERS_FILE);
  if (disk.kindOf(path) !== 'missing') throw new Stop(EXIT.usage, [problem('file-there', { path: ANSWERS_FILE })]);
  const bytes = lastAnswers(baseline);
  if (!bytes) throw new Stop(EXIT.badData, [problem('answers-lost', { path: ANSWERS_FILE })]);
  if (!dryRun) orDiskProblem(path, () => disk.write(path, bytes));
  const said = dryRun ? 'Rien n’a été écrit. Ce fichier reviendrait' : 'Ce fichier est revenu';
  return {
    exit: EXIT.done,
    changes: [{ path: ANSWERS_FILE, kind: 'create' }],
    data: { folder: root, dryRun },
    lines: [{ text: `${said} tel qu’il était à la fin de la dernière commande : ${ANSWERS_FILE}`, look: 'title' }],
  };
}
