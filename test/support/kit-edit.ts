import type { KitSources } from '../../src/kit/parse-kit.ts';
import type { Kit } from '../../src/model.ts';
import { tinyKit, tinySources } from './tiny-kit.ts';

/** Some words of a file of a kit, and others in their place; every place of them. */
export type KitEdit = readonly [file: string, before: string, after: string];

/** The files of a kit, changed here and there; what is to be changed must be there. */
export function editSources(sources: KitSources, ...edits: readonly KitEdit[]): KitSources {
  return edits.reduce((current, [file, before, after]) => {
    const text = current[file] ?? '';
    if (!text.includes(before)) throw new Error(`${file}: ${before}`);
    return { ...current, [file]: text.replaceAll(before, () => after) };
  }, sources);
}

/** The tiny kit, changed here and there. */
export const editedKit = (...edits: readonly KitEdit[]): Kit => tinyKit(editSources(tinySources(), ...edits));
