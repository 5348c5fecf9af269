import type { Result } from '../problem.ts';
import { kitLevels, parentUnknown, PARENTS } from './kit-levels.ts';
import type { KitSources } from './parse-kit.ts';

/** The kits that the tool brings along. */
export interface ShippedKits {
  readonly ids: readonly string[];
  /** The own texts of one of them, without those of its parents. */
  textsOf(id: string): KitSources;
}

/**
 * The texts of a kit and of every shipped kit under it: whole, so that it needs nothing else any more. A parent that is
 * among the texts already stays as it is, whatever the tool brings along.
 */
export function completeKit(sources: KitSources, shipped: ShippedKits): Result<KitSources> {
  let whole = sources;
  for (;;) {
    const { missing } = kitLevels(whole);
    if (!missing) return { ok: true, value: whole };
    if (!shipped.ids.includes(missing.id)) return { ok: false, problems: [parentUnknown(missing, shipped.ids)] };
    const folder = `${PARENTS}${missing.id}/`;
    whole = { ...without(whole, folder), ...under(folder, shipped.textsOf(missing.id)) };
  }
}

/** Its examples test that kit alone. */
const under = (folder: string, texts: KitSources): KitSources => Object.fromEntries(Object.entries(texts)
  .filter(([path]) => !path.startsWith('examples/')).map(([path, text]) => [`${folder}${path}`, text]));

const without = (texts: KitSources, folder: string): KitSources =>
  Object.fromEntries(Object.entries(texts).filter(([path]) => !path.startsWith(folder)));
