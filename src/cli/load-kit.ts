import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TextSource } from '../documents/render-documents.ts';
import type { CompiledTemplates, TemplateSpec } from '../documents/render-text.ts';
import { archiveKit, hashKit, unarchiveKit } from '../folder/kit-archive.ts';
import { KIT_FILE } from '../folder/paths.ts';
import { readKitFolder } from '../io/read-kit-folder.ts';
import type { KitSources } from '../kit/parse-kit.ts';
import type { Kit } from '../model.ts';
import { openPackage } from '../office/package.ts';
import { problem, type Problem } from '../problem.ts';
import { once } from '../shared/once.ts';
import { isSameBytes } from '../shared/same-bytes.ts';
import { majorOf } from '../shared/versions.ts';
import { orUnreadable } from './disk-problems.ts';
import type { Shell } from './shell.ts';
import { EXIT, orStop, Stop } from './stop.ts';
import { BUILD, RELEASE } from './version.ts';

/** A kit ready to work: checked, with its templates compiled and the archive that the planning folder keeps. */
export interface LoadedKit {
  readonly kit: Kit;
  readonly templates: () => Promise<CompiledTemplates>;
  readonly archive: Uint8Array;
  readonly hash: string;
}

/** `nec@0.1.0+1a2b3c4d`: which kit exactly a folder was made with. */
export function kitReference({ kit, hash }: LoadedKit): string {
  return `${kit.id}@${kit.version}+${hash}`;
}

/** The same texts come of the same kit and the same program. */
export function textSource({ templates, hash }: LoadedKit): TextSource {
  return { templates, name: `${hash} ${BUILD}` };
}

/** What the build writes for each shipped kit: the kit, and apart from it the templates, which most runs do without. */
type CompiledKit = Pick<LoadedKit, 'kit' | 'hash'>;
interface TemplateSpecs {
  readonly templates: Readonly<Record<string, TemplateSpec>>;
}

const DEFAULT_KIT = 'nec';

/** The shipped kit, as the build compiled it; or the kit of a folder, read and checked now. Only the first runs compiled code. */
export async function loadKit(shell: Shell, folder: string | undefined): Promise<LoadedKit> {
  if (folder !== undefined) return loadForeignKit(shell, resolve(shell.cwd, folder));
  const asset = (end: string): string => join(shell.assets, 'kits', `${DEFAULT_KIT}${end}`);
  const { kit, hash } = await import(pathToFileURL(asset('.js')).href) as CompiledKit;
  const templates = once(async () => {
    const [specs, { loadTemplates }] = await Promise.all([
      import(pathToFileURL(asset('-templates.js')).href) as Promise<TemplateSpecs>, import('../documents/render-text.ts'),
    ]);
    return loadTemplates(specs.templates);
  });
  return { kit, hash, templates, archive: shell.disk.readBytes(asset('.zip')) };
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
  const shipped = await loadKit(shell, undefined);
  if (isSameBytes(archive, shipped.archive)) return shipped;
  const sources = unarchiveKit(openPackage(archive));
  if (!sources) throw new Stop(EXIT.badData, [problem('kit-damaged', { path: KIT_FILE })]);
  return hashKit(sources) === shipped.hash ? shipped : compileKit(sources);
}

/** Reads, checks and compiles the texts of a kit. */
async function compileKit(sources: KitSources): Promise<LoadedKit> {
  const [{ default: Handlebars }, { checkTemplates }, { parseKit }, { compileTemplates }] = await Promise.all([
    import('handlebars'), import('../kit/check-templates.ts'), import('../kit/parse-kit.ts'), import('../documents/render-text.ts'),
  ]);
  const kit = orStop(parseKit(sources, RELEASE), EXIT.badData);
  const problems = checkTemplates(kit, Handlebars.parse);
  if (problems.length > 0) throw new Stop(EXIT.badData, problems);
  return { kit, hash: hashKit(sources), templates: once(async () => compileTemplates(kit.templates, Handlebars)), archive: archiveKit(sources) };
}

/** What is worth saying of a kit that can be used all the same. */
export function kitWarnings({ kit }: Pick<LoadedKit, 'kit'>, release = RELEASE): readonly Problem[] {
  if (kit.needsTool === undefined || release === undefined || majorOf(kit.needsTool) >= majorOf(release)) return [];
  return [problem('tool-newer', { needs: kit.needsTool, has: release })];
}
