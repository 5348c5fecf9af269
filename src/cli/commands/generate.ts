import type { IsoDate } from '../../model.ts';
import { alertToJson } from '../alert-json.ts';
import { seriousAlerts } from '../alert-words.ts';
import { finishRun, type FinishOptions } from '../finish-run.ts';
import { newAlerts } from '../impact.ts';
import { flagChanges, openRun } from '../open-run.ts';
import { findPlanningFolder } from '../planning-folder.ts';
import { prepareRun } from '../prepare-run.ts';
import type { Outcome } from '../report.ts';
import type { Shell } from '../shell.ts';
import { withLock } from '../with-lock.ts';

export type RunOptions = Pick<FinishOptions, 'dryRun' | 'force' | 'yes' | 'json' | 'accessible' | 'colour'> & { readonly today: IsoDate };

/** Brings the folder up to date with the answers, and keeps what people did in it. */
export async function generate(flags: readonly string[], options: RunOptions, shell: Shell): Promise<Outcome> {
  const root = findPlanningFolder(shell);
  return withLock(root, 'generer', options, shell, async (inside) => {
    const input = await openRun(root, options.today, (kit, context) => flagChanges(flags, kit, context), inside);
    const run = await prepareRun(input);
    const { plan, before } = run;
    return finishRun(run, input, {
      ...options, command: 'generer', confirm: false,
      intro: before ? seriousAlerts(newAlerts(before, plan), plan) : [], data: { alerts: plan.alerts.map(alertToJson) },
    }, inside);
  });
}
