import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveKit, hashKit, unarchiveKit } from '../../src/folder/kit-archive.ts';
import { openPackage } from '../../src/office/package.ts';
import { necSources } from '../support/kit.ts';
import { DIST } from '../support/shell.ts';

const read = (archive: Uint8Array) => unarchiveKit(openPackage(archive));

it('holds every text but the examples, byte for byte', () => {
  const archive = unzipSync(archiveKit({ 'kit.yaml': 'nom: été\n', 'templates/a.md': '# a', 'examples/b.yaml': 'x' }));
  expect(Object.entries(archive).map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual([['kit.yaml', 'nom: été\n'], ['templates/a.md', '# a']]);
});

it('is the same for the shipped kit, as a folder or built: a folder’s copy is known again by its hash', () => {
  const archive = archiveKit(necSources());
  expect(Buffer.from(archive).equals(readFileSync(join(DIST, 'kits', 'nec.zip')))).toBe(true);
});

describe('unarchiveKit', () => {
  it('gives the shipped kit back, with its hash', () => {
    const sources = read(archiveKit(necSources())) ?? {};
    expect(Object.entries(sources)).toEqual(Object.entries(necSources()).filter(([path]) => !path.startsWith('examples/')).sort());
    expect(hashKit(sources)).toBe(hashKit(necSources()));
  });

  it('gives any texts back exactly', () => {
    const name = fc.stringMatching(/^[a-zé0-9_ .-]{1,8}$/).filter((part) => !['.', '..'].includes(part));
    const path = fc.tuple(fc.array(name, { maxLength: 3 }), name, fc.constantFrom('.yaml', '.md'))
      .map(([folders, file, extension]) => [...folders, `${file}${extension}`].join('/')).filter((made) => !made.startsWith('examples/'));
    const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\ufeffa', 'a\r\nb', '', 'é\u0000', 'a'.repeat(200_000)));
    fc.assert(fc.property(fc.dictionary(path, words), (texts) => {
      const sources = { ...texts, 'kit.yaml': 'id: x' };
      const names = Object.keys(sources).map((key) => key.toLowerCase());
      fc.pre(new Set(names).size === names.length);
      expect(Object.entries(read(archiveKit(sources)) ?? {})).toEqual(Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1)));
    }), { numRuns: 100 });
  });

  it('what is archived can be read again, and has the same hash: names that no kit can say are left out', () => {
    const sources = { 'kit.yaml': 'id: x', 'a:b.md': 'x', 'a\\b.yaml': 'x', 'note.txt': 'x', '../x.md': 'x', 'profiles/été.yaml': 'x' };
    const kept = read(archiveKit(sources)) ?? {};
    expect(kept).toEqual({ 'kit.yaml': 'id: x', 'profiles/été.yaml': 'x' });
    expect(hashKit(kept)).toBe(hashKit(sources));
  });

  const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries({ 'kit.yaml': 'id: x', ...files }).map(([path, text]) => [path, strToU8(text)])));

  it.each([
    '../x.yaml', 'a/../../x.md', './x.md', 'a/./b.yaml', '/x.yaml', 'a//b.md', 'C:\\x.yaml', 'a\\b.md', 'c:x.yaml', '.yaml/../x.yaml',
    'index.js', 'kit.mjs', 'x.yaml.exe', 'dossier/', 'a\u0000.md', 'nec.js', 'KIT.yaml',
  ])('refuses all of it when there is %j', (path) => {
    expect(read(zip({ 'a/b.md': 'x' }))).toEqual({ 'kit.yaml': 'id: x', 'a/b.md': 'x' });
    expect(read(zip({ [path]: 'x' }))).toBeUndefined();
  });

  it('refuses what is no archive, half of one, or an archive without a kit', () => {
    const whole = archiveKit(necSources());
    for (const bytes of [new Uint8Array(), strToU8('kit.yaml'), whole.subarray(0, whole.length / 2), whole.subarray(1), zipSync({ 'a.md': strToU8('x') })]) {
      expect(read(bytes)).toBeUndefined();
    }
  });

  it('never gives other texts than were archived, wherever a byte is changed', () => {
    const sources = { 'kit.yaml': 'id: petit\n', 'templates/note.md': '# Note\n', 'tasks.yaml': 'x'.repeat(300_000) };
    const whole = archiveKit(sources);
    fc.assert(fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const bytes = Uint8Array.from(whole);
      bytes[at] = ((bytes[at] ?? 0) + by) % 256;
      const found = read(bytes);
      // Dates and the like say nothing of the texts.
      if (found) expect(found).toEqual(sources);
    }), { numRuns: 300 });
  });

  it('refuses too many files, and a file that would fill the memory', () => {
    const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`t/${index}.md`, '']));
    expect(read(zip(many))).toBeUndefined();
    const bomb = zipSync({ 'kit.yaml': [new Uint8Array(60_000_000), { level: 9 }] });
    expect(bomb.length).toBeLessThan(100_000);
    expect(read(bomb)).toBeUndefined();
    const half = zipSync({ 'kit.yaml': strToU8('x'), 'a.md': [new Uint8Array(11_000_000), { level: 1 }], 'b.md': [new Uint8Array(11_000_000), { level: 1 }] });
    expect(read(half)).toBeUndefined();
  });

  it('refuses Latin-1', () => {
    expect(read(zipSync({ 'kit.yaml': Uint8Array.of(0xe9) }))).toBeUndefined();
  });
});
