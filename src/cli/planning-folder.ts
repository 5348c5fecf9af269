import { dirname, join } from 'node:path';
import type { Baseline } from '../folder/baseline.ts';
import { decodeBaseline } from '../folder/decode-baseline.ts';
import { ANSWERS_FILE, BASELINE_FILE, KIT_FILE, MEMORY_FOLDER } from '../folder/paths.ts';
import { decodeText } from '../io/decode-text.ts';
import type { Disk } from '../io/disk.ts';
import { readFolder, type FolderFiles } from '../io/read-folder.ts';
import { problem } from '../problem.ts';
import { orUnreadable } from './disk-problems.ts';
import { loadFolderKit, type LoadedKit } from './load-kit.ts';
import type { Shell } from './shell.ts';
import { loadShipped, referenceOf, shippedKits } from './shipped-kits.ts';
import { EXIT, Stop } from './stop.ts';

/** A planning folder as it stands: what people see, and what the tool remembers. */
export interface PlanningFolder {
  /** Absolute. */
  readonly root: string;
  readonly files: FolderFiles;
  /** Undefined when it was lost: whose a file is cannot be told then. */
  readonly baseline: Baseline | undefined;
  readonly loaded: LoadedKit;
  /** False: the folder's own copy of its kit is gone or cannot be read, and `loaded` stands for it. */
  readonly hasItsKit: boolean;
  /** The text of `nec-local.yaml`. */
  readonly answersText: string;
}

/** How far up a person may stand from the folder: in `3-budget`, or in a folder of their own inside it. */
const STEPS_UP = 3;

/** The planning folder around the place where the command was typed. */
export function planningFolderHere({ disk, cwd }: Shell): string | undefined {
  let candidate = cwd;
  for (let step = 0; step <= STEPS_UP; step += 1) {
    const here = candidate;
    if (orUnreadable(here, () => isPlanningFolder(here, disk))) return here;
    candidate = dirname(here);
  }
  return undefined;
}

/** The same, or the end of the command. */
export function findPlanningFolder(shell: Shell): string {
  const { disk, cwd } = shell;
  const here = planningFolderHere(shell);
  if (here !== undefined) return here;
  const below = orUnreadable(cwd, () => disk.list(cwd).filter((name) => isPlanningFolder(join(cwd, name), disk)));
  throw new Stop(EXIT.badData, [problem('not-planning-folder', { path: cwd, ...(below[0] !== undefined && { below: below[0] }) })]);
}

const isPlanningFolder = (path: string, disk: Disk): boolean =>
  disk.kindOf(join(path, MEMORY_FOLDER)) === 'folder' || disk.kindOf(join(path, ANSWERS_FILE)) === 'file';

/** The id of the kit that a folder was made with, as `nec-local.yaml` says it. */
const kitIdIn = (answersText: string): string | undefined => /^kit: ([^@\s]+)@/m.exec(answersText)?.[1];

/**
 * Reads all that a command needs of a planning folder. Nothing is written.
 * @param instead the kit to go on with when the folder's own is lost, from its id
 */
export async function openPlanningFolder(
  root: string, shell: Shell, instead?: (kitId: string | undefined) => Promise<LoadedKit>,
): Promise<PlanningFolder> {
  const files = orUnreadable(root, () => readFolder(shell.disk, root));
  const baseline = readBaseline(root, shell);
  if (files.kindOf(ANSWERS_FILE) !== 'file') throw new Stop(EXIT.badData, [problem('answers-gone', { path: ANSWERS_FILE })]);
  const answersText = orUnreadable(ANSWERS_FILE, () => decodeText(files.read(ANSWERS_FILE), ANSWERS_FILE));
  const archive = files.kindOf(KIT_FILE) === 'file' ? orUnreadable(KIT_FILE, () => files.read(KIT_FILE)) : undefined;
  return { root, files, baseline, answersText, ...await kitOf(archive, answersText, shell, instead) };
}

/** The folder's own kit. When its copy is lost, a shipped one will do if it is the very same; else the command ends. */
async function kitOf(
  archive: Uint8Array | undefined, answersText: string, shell: Shell, instead: ((kitId: string | undefined) => Promise<LoadedKit>) | undefined,
): Promise<Pick<PlanningFolder, 'loaded' | 'hasItsKit'>> {
  const lost = new Stop(EXIT.badData, [problem('kit-damaged', { path: KIT_FILE })]);
  try {
    if (!archive) throw lost;
    return { loaded: await loadFolderKit(shell, archive), hasItsKit: true };
  } catch (error) {
    if (!(error instanceof Stop) || error.problems.some(({ code }) => code === 'tool-too-old')) throw error;
    const same = (await shippedKits(shell)).find((kit) => answersText.includes(`kit: ${referenceOf(kit, kit.hash)}`));
    const loaded = same ? await loadShipped(same, shell) : await instead?.(kitIdIn(answersText));
    if (!loaded) throw error;
    return { loaded, hasItsKit: false };
  }
}

/** What the folder was last written as; undefined when it was lost. */
export function readBaseline(root: string, { disk }: Shell): Baseline | undefined {
  const path = join(root, BASELINE_FILE);
  return baselineOf(orUnreadable(path, () => (disk.kindOf(path) === 'file' ? disk.readBytes(path) : undefined)));
}

function baselineOf(bytes: Uint8Array | undefined): Baseline | undefined {
  const decoded = bytes && decodeBaseline(bytes);
  if (decoded === 'newer') throw new Stop(EXIT.badData, [problem('memory-newer', {})]);
  return decoded;
}
