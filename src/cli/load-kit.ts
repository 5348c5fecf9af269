import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadTemplates, compileTemplates, type CompiledTemplates, type TemplateSpec } from '../documents/render-text.ts';
import { archiveKit, hashKit, unarchiveKit } from '../folder/kit-archive.ts';
import { KIT_FILE } from '../folder/paths.ts';
import { readKitFolder } from '../io/read-kit-folder.ts';
import type { KitSources } from '../kit/parse-kit.ts';
import type { Kit } from '../model.ts';
import { openPackage } from '../office/package.ts';
import { problem, type Problem } from '../problem.ts';
import { majorOf } from '../shared/versions.ts';
import { orUnreadable } from './disk-problems.ts';
import type { Shell } from './shell.ts';
import { EXIT, orStop, Stop } from './stop.ts';
import { RELEASE } from './version.ts';

/** A kit ready to work: checked, with its templates compiled and the archive that the planning folder keeps. */
export interface LoadedKit {
  readonly kit: Kit;
  readonly templates: CompiledTemplates;
  readonly archive: Uint8Array;
  readonly hash: string;
}

/** `nec@0.1.0+1a2b3c4d`: which kit exactly a folder was made with. */
export function kitReference({ kit, hash }: LoadedKit): string {
  return `${kit.id}@${kit.version}+${hash}`;
}

/** What the build writes for each shipped kit. */
interface CompiledKit extends Pick<LoadedKit, 'kit' | 'hash'> {
  readonly templates: Readonly<Record<string, TemplateSpec>>;
}

const DEFAULT_KIT = 'nec';

/** The shipped kit, as the build compiled it; or the kit of a folder, read and checked now. Only the first runs compiled code. */
export async function loadKit(shell: Shell, folder: string | undefined): Promise<LoadedKit> {
  if (folder !== undefined) return loadForeignKit(shell, resolve(shell.cwd, folder));
  const compiled = join(shell.assets, 'kits', `${DEFAULT_KIT}.js`);
  const { kit, hash, templates } = await import(pathToFileURL(compiled).href) as CompiledKit;
  return { kit, hash, templates: loadTemplates(templates), archive: shell.disk.readBytes(join(shell.assets, 'kits', `${DEFAULT_KIT}.zip`)) };
}

async function loadForeignKit(shell: Shell, folder: string): Promise<LoadedKit> {
  const sources = orUnreadable(folder, () => readKitFolder(shell.disk, folder));
  if (!sources) throw new Stop(EXIT.badData, [problem('kit-not-found', { path: folder })]);
  return compileKit(sources);
}

/**
 * The kit that a planning folder keeps, from the bytes of its `kit.zip`. When it is the shipped one its compiled form is
 * taken; any other is read as a stranger's. A copy that cannot be read, or is no good kit any more, ends the command.
 */
export async function loadFolderKit(shell: Shell, archive: Uint8Array): Promise<LoadedKit> {
  const sources = unarchiveKit(openPackage(archive));
  if (!sources) throw new Stop(EXIT.badData, [problem('kit-damaged', { path: KIT_FILE })]);
  const shipped = await loadKit(shell, undefined);
  return hashKit(sources) === shipped.hash ? shipped : compileKit(sources);
}

/** Reads, checks and compiles the texts of a kit. */
async function compileKit(sources: KitSources): Promise<LoadedKit> {
  const [{ default: Handlebars }, { checkTemplates }, { parseKit }] = await Promise.all([
    import('handlebars'), import('../kit/check-templates.ts'), import('../kit/parse-kit.ts'),
  ]);
  const kit = orStop(parseKit(sources, RELEASE), EXIT.badData);
  const problems = checkTemplates(kit, Handlebars.parse);
  if (problems.length > 0) throw new Stop(EXIT.badData, problems);
  return { kit, hash: hashKit(sources), templates: compileTemplates(kit.templates, Handlebars), archive: archiveKit(sources) };
}

/** What is worth saying of a kit that can be used all the same. */
export function kitWarnings({ kit }: Pick<LoadedKit, 'kit'>, release = RELEASE): readonly Problem[] {
  if (kit.needsTool === undefined || release === undefined || majorOf(kit.needsTool) >= majorOf(release)) return [];
  return [problem('tool-newer', { needs: kit.needsTool, has: release })];
}
