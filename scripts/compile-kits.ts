import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { sentence } from '../src/cli/messages.ts';
import type { KitWithoutTexts } from '../src/cli/compiled-kit.ts';
import type { ShippedKit } from '../src/cli/shipped-kits.ts';
import { precompileTemplates } from '../src/documents/render-text.ts';
import { archiveKit, hashKit } from '../src/folder/kit-archive.ts';
import { realDisk } from '../src/io/disk.ts';
import { readKitFolder } from '../src/io/read-kit-folder.ts';
import { completeKit, type ShippedKits } from '../src/kit/complete-kit.ts';
import { parseKit, type KitSources } from '../src/kit/parse-kit.ts';
import type { Kit } from '../src/model.ts';
import { compact } from '../src/shared/decode.ts';
import { sha256 } from '../src/shared/sha256.ts';
import { sharedCode } from './shared-code.ts';

interface Compiled {
  readonly kit: Kit;
  readonly own: KitSources;
  readonly whole: KitSources;
}

/**
 * Compiles each kit of `kits/` for the program that ships it: the checked kit, its texts apart from it, the same as
 * JavaScript templates, and the archive of its own files. A kit that extends another is a module that says what differs.
 * The list of them all says by which bytes a planning folder's copy is known again. `src/cli/compiled-kit.ts` reads it.
 */
export function compileKits(kitsFolder: string, target: string): void {
  mkdirSync(target, { recursive: true });
  const kits = readKits(kitsFolder);
  for (const { kit, own } of kits) {
    const parent = kits.find(({ kit: { id } }) => id === kit.parents?.[0]?.id)?.kit;
    const write = (end: string, content: string | Uint8Array): void => writeFileSync(join(target, `${kit.id}${end}`), content);
    const { templates, ...rest } = kit;
    if (parent) write('.js', differenceModule(rest, templates, parent));
    else {
      write('.json', JSON.stringify(rest));
      write('-texts.json', JSON.stringify(templates));
    }
    write('-templates.js', templatesModule(kit, parent));
    write('.zip', archiveKit(own));
  }
  writeFileSync(join(target, '_list.json'), `${JSON.stringify(kits.map(listed), null, 1)}\n`);
}

/** Every kit, checked: those that extend none first, then by id. */
function readKits(kitsFolder: string): readonly Compiled[] {
  const found = readdirSync(kitsFolder).flatMap((id) => {
    const own = readKitFolder(realDisk, join(kitsFolder, id));
    return own ? [[id, own] as const] : [];
  });
  const texts = new Map(found);
  const shipped: ShippedKits = { ids: [...texts.keys()], textsOf: (id) => texts.get(id) ?? {} };
  const kits = found.map(([id, own]): Compiled => {
    const whole = completeKit(own, shipped);
    const parsed = whole.ok ? parseKit(whole.value, undefined, Handlebars.parse) : whole;
    if (!whole.ok || !parsed.ok) throw new Error(`kits/${id}\n${(parsed.ok ? [] : parsed.problems).map(sentence).join('\n')}`);
    if (parsed.value.id !== id) throw new Error(`kits/${id} holds the kit ${parsed.value.id}`);
    return { kit: parsed.value, own, whole: whole.value };
  });
  const levels = ({ kit: { parents = [] } }: Compiled): number => parents.length;
  return kits.toSorted((a, b) => levels(a) - levels(b) || (a.kit.id < b.kit.id ? -1 : 1));
}

/** A kit as a function of the kit that it extends, and its texts as one of the texts of that kit. */
function differenceModule(rest: KitWithoutTexts, templates: Kit['templates'], parent: Kit): string {
  return [
    `export const kit = (parent) => (${sharedCode(rest, parent, 'parent')});`,
    `export const texts = (parent) => (${sharedCode(templates, parent.templates, 'parent')});`,
    '',
  ].join('\n');
}

/** Templates that read as those of the parent are its own, compiled once. */
function templatesModule({ templates }: Kit, parent: Kit | undefined): string {
  const own = Object.fromEntries(Object.entries(templates).filter(([path, source]) => parent?.templates[path] !== source));
  const code = Object.entries(precompileTemplates(own, Handlebars)).map(([path, compiled]) => `${JSON.stringify(path)}: ${compiled}`);
  return [
    ...(parent ? [`import { templates as inherited } from './${parent.id}-templates.js';`] : []),
    `export const templates = {\n${[...(parent ? ['...inherited'] : []), ...code].join(',\n')}\n};`,
    '',
  ].join('\n');
}

function listed({ kit: { id, name, version, purpose, parents }, whole }: Compiled): ShippedKit {
  return compact({ id, name, version, purpose, parents, hash: hashKit(whole), archive: sha256(archiveKit(whole)) });
}
