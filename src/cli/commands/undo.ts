import { planUndo, readUndo, type UndoPlan } from '../../io/undo.ts';
import { orDiskProblem } from '../disk-problems.ts';
import { findPlanningFolder } from '../planning-folder.ts';
import type { Line, Outcome } from '../report.ts';
import { runInWords } from '../run-words.ts';
import type { Shell } from '../shell.ts';
import { EXIT, orStop } from '../stop.ts';
import { withLock } from '../with-lock.ts';
import { writeRun } from '../write-run.ts';
import type { RunOptions } from './generate.ts';

/** Takes the last run back, byte for byte; undone again, it is done again. Files that a person worked in since stay as they are. */
export async function undo({ dryRun }: Pick<RunOptions, 'dryRun'>, shell: Shell): Promise<Outcome> {
  const root = findPlanningFolder(shell);
  return withLock(root, 'annuler', { dryRun }, shell, async (inside, recovered) => {
    // A run that was cut off is undone already: the one before it is another matter.
    if (recovered && recovered.command !== 'annuler') return { exit: EXIT.done, data: { folder: root, dryRun, undone: null }, lines: [] };
    const record = orStop(orDiskProblem(root, () => readUndo(inside.disk, root)), EXIT.failed);
    const plan = orDiskProblem(root, () => planUndo(inside.disk, root, record));
    if (!dryRun && plan.goBack.length > 0) writeRun(root, plan.changes, { command: 'annuler', ...(record.carry !== undefined && { carry: record.carry }) }, inside);
    return {
      exit: EXIT.done,
      changes: [...plan.goBack, ...plan.leftAlone.map((path) => ({ path, kind: 'keep' as const, reason: 'edited' as const }))],
      data: { folder: root, dryRun, undone: { command: record.command, since: record.since } },
      lines: undoInWords(plan, record.command, record.since, dryRun),
    };
  });
}

const KINDS = { create: 'revient', update: 'comme avant', remove: 'retiré' } as const;

function undoInWords({ goBack, leftAlone }: UndoPlan, command: string, since: string, dryRun: boolean): readonly Line[] {
  const run = runInWords(command, since);
  const title = goBack.length === 0
    ? `Rien à reprendre : vous avez travaillé depuis dans tous les fichiers changés par ${run}.`
    : `${dryRun ? 'Rien n’a été écrit. Serait annulé' : 'Annulé'} : ${run}.`;
  return [
    { text: title, look: 'title' },
    ...goBack.map(({ path, kind }) => ({ text: `  ${KINDS[kind].padEnd(12)}${path}` })),
    ...leftAlone.map((path) => ({ text: `  ${'gardé'.padEnd(12)}${path} : vous y avez travaillé depuis` })),
    ...(goBack.length > 0 && !dryRun ? [{ text: '' }, { text: 'Pour refaire ce qui vient d’être annulé : nec-local annuler' }] : []),
  ];
}
