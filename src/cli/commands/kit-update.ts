import { compareKits } from '../../kit/compare-kits.ts';
import { problem } from '../../problem.ts';
import { finishRun } from '../finish-run.ts';
import { runUnderKit, type KitRun } from '../kit-run.ts';
import { kitUpdateInWords } from '../kit-update-words.ts';
import { orderOf, versionInWords } from '../kit-version.ts';
import { kitReference, kitWarnings, loadKit, type LoadedKit } from '../load-kit.ts';
import { findPlanningFolder, openPlanningFolder } from '../planning-folder.ts';
import { prepareRun } from '../prepare-run.ts';
import { readAuthorities } from '../read-authorities.ts';
import type { Outcome } from '../report.ts';
import type { Shell } from '../shell.ts';
import { successorOf } from '../shipped-kits.ts';
import { EXIT, Stop } from '../stop.ts';
import { asRecovered, withLock } from '../with-lock.ts';
import type { RunOptions } from './generate.ts';

export interface KitUpdateOptions extends RunOptions {
  /** A shipped kit or the folder of one; by default the shipped one that has the id of the folder’s. */
  readonly kit?: string;
  /** Do it; else only say what it would change. */
  readonly apply: boolean;
  readonly set: readonly string[];
}

/** How the kit that is proposed stands to the one of the folder. */
export type Standing = 'same' | 'newer' | 'same-version' | 'older' | 'other';

/** The kit that is proposed to a folder, from the id of its own. */
type Proposed = (kitId: string | undefined) => Promise<LoadedKit>;

const COMMAND = 'kit mettre-a-jour';

/** Says what a newer kit would change, and with `apply` works with it from now on. An older or another one needs `force`. */
export async function updateKit(options: KitUpdateOptions, shell: Shell): Promise<Outcome> {
  const root = findPlanningFolder(shell);
  const named = options.kit === undefined ? undefined : await loadKit(shell, options.kit);
  const proposed: Proposed = async (kitId) => named ?? loadKit(shell, await successorOf(kitId, shell));
  const work = (inside: Shell): Promise<Outcome> => compareAndApply(root, proposed, options, inside);
  return options.apply ? withLock(root, COMMAND, options, shell, work) : work(asRecovered(root, shell));
}

async function compareAndApply(root: string, proposed: Proposed, options: KitUpdateOptions, shell: Shell): Promise<Outcome> {
  // When the folder's copy cannot be read, the new kit stands for it: there is nothing to compare, only to go on with.
  const folder = await openPlanningFolder(root, shell, proposed);
  const loaded = await proposed(folder.loaded.kit.id);
  const isLost = !folder.hasItsKit;
  const stands = isLost ? 'newer' : standingOf(folder.loaded, loaded);
  const before = isLost ? null : kitReference(folder.loaded);
  const data = { folder: root, before, after: kitReference(loaded), standing: stands, applied: options.apply && !options.dryRun };
  if (stands === 'same') {
    return { exit: EXIT.done, data: { ...data, applied: false, differences: [] }, lines: [{ text: `Le dossier a déjà ce kit (${nameOf(loaded)}). Rien à faire.` }] };
  }

  const differences = compareKits(folder.loaded.kit, loaded.kit);
  const index = readAuthorities(shell);
  const kitRun = runUnderKit(folder, loaded, options.set, index, options.today);
  const lines = kitUpdateInWords({ differences, kitRun, before: folder.loaded.kit, after: loaded.kit, stands, isLost });
  const told = { lines, data: { ...data, differences, ...answersToJson(kitRun) } };
  if (!options.apply) {
    const how = { text: `Rien n’a été écrit. Pour l’appliquer : nec-local ${commandOf(options, stands)}` };
    return { exit: EXIT.done, problems: kitWarnings(loaded), data: told.data, lines: [...lines, { text: '' }, how] };
  }
  if ((stands === 'older' || stands === 'other') && !options.force) {
    throw new Stop(EXIT.failed, [problem(stands === 'older' ? 'kit-older' : 'kit-other', { from: nameOf(folder.loaded), to: nameOf(loaded) })], told);
  }
  const outcome = await finishRun(await prepareRun(kitRun.input), kitRun.input, { ...options, command: COMMAND, confirm: false, intro: lines, data: told.data }, shell);
  return { ...outcome, problems: [...kitWarnings(loaded), ...outcome.problems ?? []] };
}

function standingOf({ kit: before, hash }: LoadedKit, { kit: after, hash: newHash }: LoadedKit): Standing {
  if (before.id !== after.id) return 'other';
  if (hash === newHash) return 'same';
  const order = orderOf(before, after);
  return order > 0 ? 'newer' : order < 0 ? 'older' : 'same-version';
}

const nameOf = ({ kit }: LoadedKit): string => versionInWords(kit);

function commandOf({ kit, set }: KitUpdateOptions, stands: Standing): string {
  const more = [...set.flatMap((flag) => ['--set', flag]), ...(kit === undefined ? [] : ['--kit', kit]), ...(stands === 'older' || stands === 'other' ? ['--force'] : [])];
  return [COMMAND, '--appliquer', ...more.map((word) => (/^[\w./:=-]+$/.test(word) ? word : `"${word}"`))].join(' ');
}

const answersToJson = ({ notes, questions }: KitRun) =>
  ({ answers: notes, newQuestions: questions.map(({ question: { id, label, required }, proposed }) => ({ id, label, required, proposed: proposed ?? null })) });
