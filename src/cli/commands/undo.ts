import { encodeBaseline, rememberAsWas, type Baseline } from '../../folder/baseline.ts';
import { decodeBaseline } from '../../folder/decode-baseline.ts';
import { BASELINE_FILE } from '../../folder/paths.ts';
import { planUndo, readUndo, type UndoPlan } from '../../io/undo.ts';
import { orDiskProblem } from '../disk-problems.ts';
import { findPlanningFolder, readBaseline } from '../planning-folder.ts';
import type { Outcome } from '../report.ts';
import type { Shell } from '../shell.ts';
import { EXIT, orStop } from '../stop.ts';
import { undoInWords } from '../undo-words.ts';
import { withLock } from '../with-lock.ts';
import { writeRun } from '../write-run.ts';
import type { RunOptions } from './generate.ts';

/**
 * Takes the last run back, byte for byte; undone again, it is done again. Files that a person worked in since stay as
 * they are; what that run wrote in them is still remembered, so that the next `generer` brings them along.
 */
export async function undo({ dryRun }: Pick<RunOptions, 'dryRun'>, shell: Shell): Promise<Outcome> {
  const root = findPlanningFolder(shell);
  return withLock(root, 'annuler', { dryRun }, shell, async (inside, recovered) => {
    // A run that was cut off is undone already: the one before it is another matter.
    if (recovered && recovered.command !== 'annuler') return { exit: EXIT.done, data: { folder: root, dryRun, undone: null }, lines: [] };
    const record = orStop(orDiskProblem(root, () => readUndo(inside.disk, root)), EXIT.failed);
    const plan = orDiskProblem(root, () => planUndo(inside.disk, root, record));
    const changes = { ...plan.changes, writes: rememberingWhatStays(plan, readBaseline(root, inside)) };
    if (!dryRun && plan.goBack.length > 0) {
      writeRun(root, changes, { command: 'annuler', ...(record.carry !== undefined && { carry: record.carry }) }, inside);
    }
    return {
      exit: EXIT.done,
      changes: [...plan.goBack, ...plan.leftAlone.map((path) => ({ path, kind: 'keep' as const, reason: 'edited' as const }))],
      data: { folder: root, dryRun, undone: { command: record.command, since: record.since } },
      lines: undoInWords(plan, record, dryRun),
    };
  });
}

/** The memory goes back too, but for files that stay: what they were merged with last is still in them. */
function rememberingWhatStays({ changes: { writes }, leftAlone }: UndoPlan, now: Baseline | undefined): UndoPlan['changes']['writes'] {
  return writes.map((write) => {
    const before = write.path === BASELINE_FILE && leftAlone.length > 0 && now ? decodeBaseline(write.bytes) : undefined;
    if (!before || before === 'newer' || !now) return write;
    const stays = new Set(leftAlone);
    const files = [
      ...before.files.filter(({ path }) => !stays.has(path)).map((file) => rememberAsWas(file, before)),
      ...now.files.filter(({ path }) => stays.has(path)).map((file) => rememberAsWas(file, now)),
    ];
    const { format, tool, kit, today } = before;
    return { ...write, bytes: encodeBaseline({ format, tool, kit, today }, files) };
  });
}
