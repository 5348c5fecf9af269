import type { CompiledTemplates, TemplateSpec } from '../documents/render-text.ts';
import { archiveKit, unarchiveKit } from '../folder/kit-archive.ts';
import type { ShippedKits } from '../kit/complete-kit.ts';
import type { KitSources } from '../kit/parse-kit.ts';
import type { Kit, KitName } from '../model.ts';
import { openPackage } from '../office/package.ts';
import { once } from '../shared/once.ts';
import { asset, compiledKit, importAsset, readJson } from './compiled-kit.ts';
import type { LoadedKit } from './load-kit.ts';
import type { Shell } from './shell.ts';
import { EXIT, orStop } from './stop.ts';

/** The kit of those who name none. */
export const DEFAULT_KIT = 'nec';

/** A kit that the tool brings along, as the list of the build tells it: nothing else has to be read to know which there are. */
export interface ShippedKit extends KitName, Pick<Kit, 'purpose' | 'parents'> {
  readonly hash: string;
  /** SHA-256 of the archive that a planning folder keeps of it. */
  readonly archive: string;
}

/** `nec@0.1.0+1a2b3c4d`: which kit exactly. */
export const referenceOf = ({ id, version }: KitName, hash: string): string => `${id}@${version}+${hash}`;

/** What the build writes of templates, apart from the kit. */
interface TemplateSpecs {
  readonly templates: Readonly<Record<string, TemplateSpec>>;
}

/** The shipped kit that takes the place of another one: that of the same id, or the usual one. */
export async function successorOf(kitId: string | undefined, shell: Shell): Promise<string> {
  return (await shippedKits(shell)).find(({ id }) => id === kitId)?.id ?? DEFAULT_KIT;
}

/** Every kit that the tool brings along, the one that extends none first. */
export async function shippedKits(shell: Shell): Promise<readonly ShippedKit[]> {
  return readJson('_list.json', shell);
}

/**
 * A shipped kit as the build compiled it.
 * @param archive the copy that a planning folder keeps of it, when that is at hand
 */
export async function loadShipped({ id, parents = [], hash }: ShippedKit, shell: Shell, archive?: Uint8Array): Promise<LoadedKit> {
  const kit = await compiledKit([id, ...parents.map((parent) => parent.id)], shell);
  const templates = once(async (): Promise<CompiledTemplates> => {
    const [specs, { loadTemplates }] = await Promise.all([importAsset<TemplateSpecs>(`${id}-templates.js`, shell), import('../documents/render-text.ts')]);
    return loadTemplates(specs.templates);
  });
  return { kit, hash, templates, archive: archive ?? await archiveOf(kit, shell) };
}

/** The texts of a kit with those of the shipped kits that it extends: from then on it needs no other. */
export async function withParents(sources: KitSources, shell: Shell): Promise<KitSources> {
  const [kits, { completeKit }] = await Promise.all([shippedKits(shell), import('../kit/complete-kit.ts')]);
  const shipped: ShippedKits = { ids: kits.map(({ id }) => id), textsOf: (id) => ownTexts(id, shell) };
  return orStop(completeKit(sources, shipped), EXIT.badData);
}

const archiveOf = async ({ id, parents }: Kit, shell: Shell): Promise<Uint8Array> =>
  (parents ? archiveKit(await withParents(ownTexts(id, shell), shell)) : shell.disk.readBytes(asset(`${id}.zip`, shell)));

const ownTexts = (id: string, shell: Shell): KitSources => unarchiveKit(openPackage(shell.disk.readBytes(asset(`${id}.zip`, shell)))) ?? {};
