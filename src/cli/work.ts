import { isIsoDate } from '../shared/dates.ts';
import { openFolder } from './choose-folder.ts';
import { checkKitFolder } from './commands/check-kit.ts';
import { explainTarget } from './commands/explain.ts';
import { generate } from './commands/generate.ts';
import { init } from './commands/init.ts';
import { compareKit } from './commands/kit-compare.ts';
import { listKits } from './commands/kit-list.ts';
import { showKit } from './commands/kit-show.ts';
import { updateKit } from './commands/kit-update.ts';
import { reschedule } from './commands/reschedule.ts';
import { restore } from './commands/restore.ts';
import { status } from './commands/status.ts';
import { undo } from './commands/undo.ts';
import { verify } from './commands/verify.ts';
import { report } from './report.ts';

/**
 * All that the program does once it knows what was typed, in one lazily loaded file of the build: thirty small ones take
 * longer to find and read than all this code. `--version` and `--help` do without it; what few runs need is imported
 * where it is used.
 */
export const work = {
  checkKitFolder, compareKit, explainTarget, generate, init, isIsoDate, listKits, openFolder, report, reschedule, restore, showKit,
  status, undo, updateKit, verify,
} as const;
