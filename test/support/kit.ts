import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realDisk } from '../../src/io/disk.ts';
import { readKitFolder } from '../../src/io/read-kit-folder.ts';
import { parseKit, type KitSources } from '../../src/kit/parse-kit.ts';
import type { Kit } from '../../src/model.ts';
import { sentence } from '../../src/cli/messages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The files of the shipped kit, as they stand in the repository. */
export function necSources(): KitSources {
  return readKitFolder(realDisk, join(root, 'kits', 'nec')) ?? {};
}

let parsed: Kit | undefined;

/** The shipped kit, read from its YAML; read once. */
export function necKit(): Kit {
  if (!parsed) {
    const result = parseKit(necSources());
    if (!result.ok) throw new Error(result.problems.map(sentence).join('\n'));
    parsed = result.value;
  }
  return parsed;
}
