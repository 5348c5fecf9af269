import { documentsOf } from '../../folder/reconcile-all.ts';
import type { Baseline, Remembered } from '../../folder/baseline.ts';
import { ANSWERS_FILE } from '../../folder/paths.ts';
import { problem } from '../../problem.ts';
import { compact } from '../../shared/decode.ts';
import { nameOf } from '../../shared/paths.ts';
import { fold, nearest } from '../../shared/words.ts';
import { finishRun } from '../finish-run.ts';
import { openRun } from '../open-run.ts';
import { findPlanningFolder, readBaseline } from '../planning-folder.ts';
import { prepareRun, type Run, type RunInput } from '../prepare-run.ts';
import type { Outcome } from '../report.ts';
import type { Shell } from '../shell.ts';
import { EXIT, Stop } from '../stop.ts';
import { withLock } from '../with-lock.ts';
import { restoreAnswers } from '../restore-answers.ts';
import type { RunOptions } from './generate.ts';

/** Brings back a file that a person deleted, as the kit and the answers give it now. Nothing else changes. */
export async function restore(typed: string, options: RunOptions, shell: Shell): Promise<Outcome> {
  const root = findPlanningFolder(shell);
  return withLock(root, 'restaurer', options, shell, async (inside) => {
    if (isAnswers(typed)) return restoreAnswers(root, readBaseline(root, inside), options, inside);
    const input = await openRun(root, options.today, () => ({}), inside);
    const path = whichFile(typed, input);
    const run = await prepareRun({ ...input, baseline: without(path, input.baseline) });
    return finishRun(only(path, run, input), input, { ...options, command: 'restaurer', confirm: false }, inside);
  });
}

const isAnswers = (typed: string): boolean => typed.replaceAll('\\', '/').replace(/^\.\//, '') === ANSWERS_FILE;

/** The document that a person means by a path, a file name or the beginning of one; it has to be gone. */
function whichFile(typed: string, { baseline, folder: { files } }: RunInput): string {
  const paths = documentsOf(baseline).map(({ path }) => path);
  const wanted = typed.replaceAll('\\', '/').replace(/^\.\//, '');
  const stemOf = (path: string): string => nameOf(path).replace(/\.\w+$/, '');
  const found = paths.find((path) => fold(path) === fold(wanted))
    ?? paths.find((path) => fold(nameOf(path)) === fold(wanted) || fold(stemOf(path)) === fold(wanted));
  if (found === undefined) throw new Stop(EXIT.usage, [problem('file-unknown', compact({ path: typed, nearest: nearest(wanted, [...paths, ...paths.map(nameOf)]) }))]);
  if (files.kindOf(found) !== 'missing') throw new Stop(EXIT.usage, [problem('file-there', { path: found })]);
  return found;
}

/** A document that is not remembered is made as on the first day. */
function without(path: string, baseline: Baseline | undefined): Baseline | undefined {
  return baseline && { ...baseline, files: baseline.files.filter((file) => file.path !== path) };
}

/** Of a whole run, what happens to one file; all else is remembered as it was. */
function only(path: string, run: Run, { baseline }: RunInput): Run {
  const made = run.remembered.find(({ file }) => file.path === path);
  if (!made) throw new Stop(EXIT.usage, [problem('file-not-planned', { path })]);
  const kept = (baseline?.files ?? []).filter((file) => file.path !== path).map((file): Remembered => {
    const bytes = baseline?.bytesOf(file.path);
    return { file, ...(bytes && { bytes }) };
  });
  return { ...run, changes: run.changes.filter((change) => change.path === path), remembered: [...kept, made] };
}
