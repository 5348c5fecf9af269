import { fileURLToPath } from 'node:url';
import { sentence } from '../../src/cli/messages.ts';
import { realDisk } from '../../src/io/disk.ts';
import { readKitFolder } from '../../src/io/read-kit-folder.ts';
import { parseKit, type KitSources } from '../../src/kit/parse-kit.ts';
import type { Kit } from '../../src/model.ts';

const folder = fileURLToPath(new URL('tiny-kit', import.meta.url));

/** The files of the smallest complete kit, some of them replaced by `changes`. */
export function tinySources(changes: KitSources = {}): KitSources {
  return { ...readKitFolder(realDisk, folder), ...changes };
}

/** The same files in a folder of a disk. */
export const tinyKitIn = (name: string, changes: KitSources = {}): KitSources =>
  Object.fromEntries(Object.entries(tinySources(changes)).map(([path, text]) => [`${name}/${path}`, text]));

/** The same, read and checked. */
export function tinyKit(changes: KitSources = {}): Kit {
  const parsed = parseKit(tinySources(changes));
  if (!parsed.ok) throw new Error(parsed.problems.map(sentence).join('\n'));
  return parsed.value;
}
