import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dumpXlsx } from '../support/dump-xlsx.ts';
import { loadSources, makeFolder } from '../support/folder.ts';
import { tinySources } from '../support/tiny-kit.ts';

/**
 * One whole folder, small enough to be read, kept as files: every change of what the tool writes shows as a difference.
 * `UPDATE_GOLDEN=1 npx vitest run test/golden` writes it anew; read the difference before keeping it.
 * Workbooks are kept as the text of their cells; pages and the tool's memory are only named in `dossier.txt`.
 */
const folder = join(import.meta.dirname, 'tiny');

const answers = {
  collectivite: 'departement:23', nom: 'Journée d’essai', date: '2027-10-14', jauge: 90, budget: 1000, publics: ['habitants', 'elus'],
  themes: ['entraide', 'Réparer *tout*'], textes: 'markdown', charte: true,
};

async function goldenFiles(): Promise<ReadonlyMap<string, string>> {
  // The reference of the kit is a hash of its archive: a fixed one, so that only what people read makes a difference.
  const loaded = { ...loadSources(tinySources()), archive: new TextEncoder().encode('petit') };
  const { files } = await makeFolder(loaded, answers, '2026-11-23');
  const kept = files.flatMap(({ path, bytes }): readonly (readonly [string, string])[] => {
    if (path.endsWith('.xlsx')) return [[`${path}.txt`, dumpXlsx(bytes)]];
    return /\.(yaml|md|ics)$/.test(path) ? [[path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]] : [];
  });
  return new Map([['dossier.txt', files.map(({ path }) => `${path}\n`).join('')], ...kept]);
}

const committed = (): readonly string[] => (existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
  : []);

const made = await goldenFiles();

if (process.env['UPDATE_GOLDEN'] === '1') {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of made) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('the golden folder of the tiny kit', () => {
  it('has these files and no others', () => expect([...made.keys()].sort()).toEqual([...committed()].sort()));

  it.each([...made])('%s is the same to the byte', (path, text) => {
    expect(text).toBe(readFileSync(join(folder, path), 'utf8'));
  });
});
