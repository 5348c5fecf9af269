import type { IsoDate } from '../../model.ts';
import { alertToJson } from '../alert-json.ts';
import { openRun } from '../open-run.ts';
import { findPlanningFolder } from '../planning-folder.ts';
import { prepareRun } from '../prepare-run.ts';
import type { Outcome } from '../report.ts';
import type { Shell } from '../shell.ts';
import { EXIT } from '../stop.ts';
import { rulesInWords } from '../verify-words.ts';
import { asRecovered } from '../with-lock.ts';

/** Every rule of the folder's kit against its answers and what people did: the pipe without its last arrow. */
export async function verify(today: IsoDate, shell: Shell): Promise<Outcome> {
  const root = findPlanningFolder(shell);
  const run = await prepareRun(await openRun(root, today, () => ({}), asRecovered(root, shell)));
  const { alerts } = run.plan;
  return {
    exit: alerts.some(({ severity }) => severity === 'blocking') ? EXIT.failed : EXIT.done,
    data: { folder: root, alerts: alerts.map(alertToJson) },
    lines: rulesInWords(run),
  };
}
