import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Kit } from '../model.ts';
import { once } from '../shared/once.ts';
import type { Shell } from './shell.ts';

/** A kit without its texts, which are most of it and which most runs do without. */
export type KitWithoutTexts = Omit<Kit, 'templates'>;

/** A kit that extends another one, as what differs. */
interface Difference {
  kit(parent: Kit): KitWithoutTexts;
  texts(parent: Kit['templates']): Kit['templates'];
}

/**
 * A checked kit as `scripts/compile-kits.ts` wrote it. Its texts are read when somebody asks for them.
 * @param lineage its id, then that of the kit that it extends, and so on
 */
export async function compiledKit([id = '', ...parents]: readonly string[], shell: Shell): Promise<Kit> {
  if (parents.length === 0) return withTexts(readJson(`${id}.json`, shell), () => readJson(`${id}-texts.json`, shell));
  const [parent, difference] = await Promise.all([compiledKit(parents, shell), importAsset<Difference>(`${id}.js`, shell)]);
  return withTexts(difference.kit(parent), () => difference.texts(parent.templates));
}

function withTexts(kit: KitWithoutTexts, read: () => Kit['templates']): Kit {
  const texts = once(read);
  return { ...kit, get templates() { return texts(); } };
}

/** The path of a file of the build that belongs to kits. */
export const asset = (name: string, { assets }: Shell): string => join(assets, 'kits', name);

/** A module of the build. */
export const importAsset = async <T>(name: string, shell: Shell): Promise<T> => await import(pathToFileURL(asset(name, shell)).href) as T;

/** A value of the build. */
export const readJson = <T>(name: string, shell: Shell): T => JSON.parse(shell.disk.readText(asset(name, shell))) as T;
