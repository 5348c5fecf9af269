import { sentence } from '../../src/cli/messages.ts';
import { parseKit, type KitSources } from '../../src/kit/parse-kit.ts';
import type { Kit } from '../../src/model.ts';
import { tinySources } from './tiny-kit.ts';

export const THEME = 'id: theme\nname: Kit à thème\nversion: 1.0.0\nlicence: etalab-2.0\nextends: petit\n';

export const under = (folder: string, texts: KitSources): KitSources =>
  Object.fromEntries(Object.entries(texts).map(([path, text]) => [`${folder}${path}`, text]));

/** A kit of these files that extends the tiny kit, whole: the texts of both. */
export const themeSources = (own: KitSources = {}, parent: KitSources = tinySources()): KitSources =>
  ({ 'kit.yaml': THEME, ...own, ...under('parents/petit/', parent) });

/** The same, read and checked. */
export function themeKit(own: KitSources = {}): Kit {
  const parsed = parseKit(themeSources(own));
  if (!parsed.ok) throw new Error(parsed.problems.map(sentence).join('\n'));
  return parsed.value;
}
