import { documentsOf } from '../../folder/reconcile-all.ts';
import { rememberAsWas, type Baseline, type DocumentBase, type Remembered } from '../../folder/baseline.ts';
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
    if (!input.baseline) throw new Stop(EXIT.badData, [problem('memory-lost', {})]);
    const document = whichDocument(typed, await prepareRun(input), input);
    const run = await prepareRun({ ...input, baseline: without(document, input.baseline), calendars: input.baseline });
    return finishRun(only(document, run, input), input, { ...options, command: 'restaurer', confirm: false }, inside);
  });
}

const isAnswers = (typed: string): boolean => typed.replaceAll('\\', '/').replace(/^\.\//, '') === ANSWERS_FILE;

/** The document that a person means by a path that it has or had, a file name or the beginning of one; its file has to be gone. */
function whichDocument(typed: string, { remembered }: Run, { baseline, folder: { files } }: RunInput): string {
  const wanted = typed.replaceAll('\\', '/').replace(/^\.\//, '');
  const stemOf = (path: string): string => nameOf(path).replace(/\.\w+$/, '');
  const known = [...documentsOf(baseline), ...remembered.map(({ file }) => file).filter((file): file is DocumentBase => file.kind !== 'answers')];
  const changed = new Map(known.map((file) => [file.document, file]));
  const found = known.find(({ path }) => fold(path) === fold(wanted))
    ?? known.find(({ path }) => fold(nameOf(path)) === fold(wanted) || fold(stemOf(path)) === fold(wanted) || fold(stemOf(path)) === fold(stemOf(wanted)));
  if (!found) {
    const paths = known.map(({ path }) => path);
    throw new Stop(EXIT.usage, [problem('file-unknown', compact({ path: typed, nearest: nearest(wanted, [...paths, ...paths.map(nameOf)]) }))]);
  }
  const path = changed.get(found.document)?.path ?? found.path;
  if (files.kindOf(path) !== 'missing' && !changed.get(found.document)?.gone) throw new Stop(EXIT.usage, [problem('file-there', { path })]);
  return found.document;
}

const isOf = (document: string) => ({ file }: Remembered): boolean => file.kind !== 'answers' && file.document === document;

/** A document that is not remembered is made as on the first day. */
function without(document: string, baseline: Baseline): Baseline {
  return { ...baseline, files: baseline.files.filter((file) => !isOf(document)({ file })) };
}

/** Of a whole run, what happens to one document; all else is remembered as it was. */
function only(document: string, run: Run, { baseline }: RunInput): Run {
  const made = run.remembered.find(isOf(document));
  if (!made) throw new Stop(EXIT.usage, [problem('file-not-planned', { path: documentsOf(baseline).find((file) => file.document === document)?.path ?? document })]);
  const others = baseline ? baseline.files.filter((file) => !isOf(document)({ file })).map((file) => rememberAsWas(file, baseline)) : [];
  return { ...run, changes: run.changes.filter(({ path }) => path === made.file.path), remembered: [...others, made], refusals: [] };
}
