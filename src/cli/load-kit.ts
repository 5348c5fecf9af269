import { resolve } from 'node:path';
import type { DocumentSource } from '../documents/render-documents.ts';
import type { CompiledTemplates } from '../documents/render-text.ts';
import { archiveKit, hashKit, unarchiveKit } from '../folder/kit-archive.ts';
import { KIT_FILE } from '../folder/paths.ts';
import { readKitFolder } from '../io/read-kit-folder.ts';
import type { KitSources } from '../kit/parse-kit.ts';
import type { Kit } from '../model.ts';
import { openPackage } from '../office/package.ts';
import { problem, type Problem } from '../problem.ts';
import { compact } from '../shared/decode.ts';
import { once } from '../shared/once.ts';
import { sha256 } from '../shared/sha256.ts';
import { majorOf } from '../shared/versions.ts';
import { nearest } from '../shared/words.ts';
import { orUnreadable } from './disk-problems.ts';
import type { Shell } from './shell.ts';
import { DEFAULT_KIT, loadShipped, referenceOf, shippedKits, withParents } from './shipped-kits.ts';
import { EXIT, orStop, Stop } from './stop.ts';
import { BUILD, RELEASE } from './version.ts';

/** A kit ready to work: checked, with its templates compiled and the archive that the planning folder keeps. */
export interface LoadedKit {
  readonly kit: Kit;
  readonly templates: () => Promise<CompiledTemplates>;
  /** All that the kit needs, the kits that it extends included. */
  readonly archive: Uint8Array;
  readonly hash: string;
}

/** `nec@0.1.0+1a2b3c4d`: which kit exactly a folder was made with. */
export const kitReference = ({ kit, hash }: LoadedKit): string => referenceOf(kit, hash);

/** The same documents come of the same kit and the same program. */
export function documentSource({ templates, hash }: LoadedKit): DocumentSource {
  return { templates, name: `${hash} ${BUILD}` };
}

/**
 * The kit that somebody names: a shipped one by its id, as the build compiled it, else the folder of one, read and checked
 * now. A folder that has the name of a shipped kit is written with its path (`./nec`). Only the first runs compiled code.
 */
export async function loadKit(shell: Shell, named: string = DEFAULT_KIT): Promise<LoadedKit> {
  const kits = await shippedKits(shell);
  const shipped = kits.find(({ id }) => id === named);
  if (shipped) return loadShipped(shipped, shell);
  const folder = resolve(shell.cwd, named);
  const sources = orUnreadable(folder, () => readKitFolder(shell.disk, folder));
  if (sources) return compileKit(await withParents(sources, shell));
  const known = kits.map(({ id }) => id);
  throw new Stop(EXIT.badData, [problem('kit-not-found', compact({ path: folder, known: known.join(', '), nearest: nearest(named, known) }))]);
}

/** The folder of a kit that somebody names; undefined when it is a shipped one. */
export async function kitFolder(named: string, shell: Shell): Promise<string | undefined> {
  return (await shippedKits(shell)).some(({ id }) => id === named) ? undefined : resolve(shell.cwd, named);
}

/**
 * The kit that a planning folder keeps, from the bytes of its `kit.zip`. When it is a shipped one its compiled form is
 * taken; any other is read as a stranger's. A copy that cannot be read, or is no good kit any more, ends the command.
 */
export async function loadFolderKit(shell: Shell, archive: Uint8Array): Promise<LoadedKit> {
  const kits = await shippedKits(shell);
  const bytes = sha256(archive);
  const same = kits.find((kit) => kit.archive === bytes);
  if (same) return loadShipped(same, shell, archive);
  const sources = unarchiveKit(openPackage(archive));
  if (!sources) throw new Stop(EXIT.badData, [problem('kit-damaged', { path: KIT_FILE })]);
  const hash = hashKit(sources);
  const known = kits.find((kit) => kit.hash === hash);
  return known ? loadShipped(known, shell, archive) : compileKit(sources);
}

/** Reads, checks and compiles the texts of a kit. */
async function compileKit(sources: KitSources): Promise<LoadedKit> {
  const [{ default: Handlebars }, { parseKit }, { compileTemplates }] = await Promise.all([
    import('handlebars'), import('../kit/parse-kit.ts'), import('../documents/render-text.ts'),
  ]);
  const kit = orStop(parseKit(sources, RELEASE, Handlebars.parse), EXIT.badData);
  return { kit, hash: hashKit(sources), templates: once(async () => compileTemplates(kit.templates, Handlebars)), archive: archiveKit(sources) };
}

/** What is worth saying of a kit that can be used all the same. */
export function kitWarnings({ kit }: Pick<LoadedKit, 'kit'>, release = RELEASE): readonly Problem[] {
  if (kit.needsTool === undefined || release === undefined || majorOf(kit.needsTool) >= majorOf(release)) return [];
  return [problem('tool-newer', { needs: kit.needsTool, has: release })];
}
