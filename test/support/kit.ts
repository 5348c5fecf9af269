import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realDisk } from '../../src/io/disk.ts';
import { readKitFolder } from '../../src/io/read-kit-folder.ts';
import { completeKit } from '../../src/kit/complete-kit.ts';
import { parseKit, type KitSources } from '../../src/kit/parse-kit.ts';
import type { Kit } from '../../src/model.ts';
import { sentence } from '../../src/cli/messages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The files of the shipped kit, as they stand in the repository. */
export function necSources(): KitSources {
  return ownSources('nec');
}

const ownSources = (id: string): KitSources => readKitFolder(realDisk, join(root, 'kits', id)) ?? {};

/** The kits of the repository, by id. */
export const kitIds: readonly string[] = readdirSync(join(root, 'kits')).filter((id) => Object.hasOwn(ownSources(id), 'kit.yaml'));

/** Those that extend another. */
export const themeIds: readonly string[] = kitIds.filter((id) => id !== 'nec');

/** The files of one of them, and of the kits that it extends. */
export function kitSources(id: string): KitSources {
  const whole = completeKit(ownSources(id), { ids: kitIds, textsOf: ownSources });
  if (!whole.ok) throw new Error(whole.problems.map(sentence).join('\n'));
  return whole.value;
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
