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

/**
 * A kit whose entries got other ids: each word `old` of its YAML and templates becomes the new one, and the entry or
 * choice of that id says `renamed_from`. Words of French texts are left alone as long as the id is not one of them.
 */
export function renameIds(sources: KitSources, ids: Readonly<Record<string, string>>): KitSources {
  return Object.fromEntries(Object.entries(sources).map(([path, text]) => [path, Object.entries(ids).reduce((current, [old, now]) => current
    .replace(new RegExp(`(?<![\\p{L}\\p{N}_/-])${old}(?![\\p{L}\\p{N}_/.-])`, 'gu'), now)
    .replace(new RegExp(`^( *)- (id|value): ${now}$`, 'gm'), `$1- $2: ${now}\n$1  renamed_from: ${old}`)
    .replace(new RegExp(`\\{ (id|value): ${now},`, 'g'), `{ $1: ${now}, renamed_from: ${old},`), text)]));
}
