import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { sentence } from '../src/cli/messages.ts';
import { precompileTemplates } from '../src/documents/render-text.ts';
import { archiveKit, hashKit } from '../src/folder/kit-archive.ts';
import { realDisk } from '../src/io/disk.ts';
import { readKitFolder } from '../src/io/read-kit-folder.ts';
import { checkTemplates } from '../src/kit/check-templates.ts';
import { parseKit } from '../src/kit/parse-kit.ts';

/**
 * Compiles each kit of `kits/` for the program that ships it: a module with the checked kit, one with its templates as
 * JavaScript, and the archive that every planning folder keeps.
 */
export function compileKits(kitsFolder: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(kitsFolder)) {
    const sources = readKitFolder(realDisk, join(kitsFolder, name));
    if (!sources) continue;
    const parsed = parseKit(sources);
    const problems = parsed.ok ? checkTemplates(parsed.value, Handlebars.parse) : parsed.problems;
    if (!parsed.ok || problems.length > 0) {
      throw new Error(`kits/${name}\n${problems.map((problem) => sentence(problem)).join('\n')}`);
    }
    const templates = Object.entries(precompileTemplates(parsed.value.templates, Handlebars))
      .map(([path, code]) => `${JSON.stringify(path)}: ${code}`);
    writeFileSync(join(target, `${name}.js`), [
      `export const kit = JSON.parse(${JSON.stringify(JSON.stringify(parsed.value))});`,
      `export const hash = ${JSON.stringify(hashKit(sources))};`,
      '',
    ].join('\n'));
    writeFileSync(join(target, `${name}-templates.js`), [
      `export const templates = {\n${templates.join(',\n')}\n};`,
      '',
    ].join('\n'));
    writeFileSync(join(target, `${name}.zip`), archiveKit(sources));
  }
}
