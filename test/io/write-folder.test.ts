import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { JOURNAL_FILE } from '../../src/folder/paths.ts';
import { realDisk, type Disk } from '../../src/io/disk.ts';
import { isFreeFolder, writeFolder, type FileToWrite } from '../../src/io/write-folder.ts';
import { countingDisk, dyingDisk, Killed, refusingDisk } from '../support/faulty-disk.ts';
import { memoryDisk, WORK } from '../support/memory-disk.ts';
import { snapshot, workspace } from '../support/workspace.ts';

const DRAFT = 'brouillon.yaml';
const root = `${WORK}/x/y`;
const files: readonly FileToWrite[] = ['reponses.yaml', 'a/1.txt', 'a/2.txt', 'b/c/3.txt', 'd.txt', '.nec-local/fin.zip']
  .map((path) => ({ path, bytes: new TextEncoder().encode(`contenu de ${path}`) }));
const written = Object.fromEntries(files.map(({ path, bytes }) => [`x/y/${path}`, Buffer.from(bytes).toString()]));

const onlyFiles = (tree: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(tree).filter(([path]) => !path.endsWith('/')));
const isFree = (disk: Disk): boolean => isFreeFolder(disk, root, [DRAFT]);
const changesOf = (start: Readonly<Record<string, string>>): number => {
  const disk = countingDisk(memoryDisk(start));
  writeFolder(disk, root, files);
  return disk.changes();
};
const everyChange = (start: Readonly<Record<string, string>> = {}) => Array.from({ length: changesOf(start) }, (_, index) => index + 1);

describe('writing a folder', () => {
  it('writes every file, in order, and no journal stays', () => {
    const disk = memoryDisk();
    const order: string[] = [];
    writeFolder({ ...disk, write: (path, bytes) => { order.push(path); disk.write(path, bytes); } }, root, files);
    expect(onlyFiles(disk.tree())).toEqual(written);
    expect(order).toEqual([JOURNAL_FILE, ...files.map(({ path }) => path)].map((path) => join(root, path)));
  });

  it.each([{}, { [`x/y/${DRAFT}`]: 'mes réponses' }, { 'x/voisin.txt': 'à moi' }])('refused at any change, leaves everything as it was: %j', (start) => {
    const before = memoryDisk(start).tree();
    for (const at of everyChange(start)) {
      const disk = memoryDisk(start);
      expect(() => writeFolder(refusingDisk(disk, at, 'ENOSPC'), root, files), `change ${at}`).toThrow('ENOSPC');
      expect(disk.tree(), `change ${at}`).toEqual(before);
    }
  });

  it('killed at any change, is finished by the next run', () => {
    for (const at of everyChange()) {
      const disk = memoryDisk();
      expect(() => writeFolder(dyingDisk(disk, at), root, files)).toThrow(Killed);
      expect(isFree(disk), `change ${at}`).toBe(true);
      writeFolder(disk, root, files);
      expect(onlyFiles(disk.tree()), `change ${at}`).toEqual(written);
    }
  });

  it('killed at any change, then refused at any change, then run again', () => {
    for (const at of everyChange()) {
      for (let second = 1; second <= 12; second += 1) {
        const disk = memoryDisk();
        expect(() => writeFolder(dyingDisk(disk, at), root, files)).toThrow(Killed);
        try { writeFolder(refusingDisk(disk, second, 'EIO'), root, files); } catch (error) { expect(error).toMatchObject({ code: 'EIO' }); }
        if (!isFree(disk)) expect(onlyFiles(disk.tree())).toEqual(written);
        else writeFolder(disk, root, files);
        expect(onlyFiles(disk.tree()), `${at} then ${second}`).toEqual(written);
      }
    }
  });

  it('killed, then run for other files: nothing of the first run stays', () => {
    const others = [{ path: 'e.txt', bytes: new Uint8Array([1]) }];
    for (const at of everyChange()) {
      const disk = memoryDisk();
      expect(() => writeFolder(dyingDisk(disk, at), root, files)).toThrow(Killed);
      writeFolder(disk, root, others);
      expect(Object.keys(onlyFiles(disk.tree())), `change ${at}`).toEqual(['x/y/e.txt']);
    }
  });
});

describe('which folders are free', () => {
  it.each<[what: string, start: Readonly<Record<string, string>>, free: boolean]>([
    ['missing', {}, true],
    ['empty', { 'x/y/': '' }, true],
    ['only empty folders', { 'x/y/photos/2027/': '' }, true],
    ['only a draft', { [`x/y/${DRAFT}`]: '' }, true],
    ['a draft half saved', { [`x/y/${DRAFT}.nec-tmp`]: '' }, true],
    ['a draft that is a link', { [`x/y/${DRAFT}`]: '@link' }, false],
    ['half a draft that is a link', { [`x/y/${DRAFT}.nec-tmp`]: '@link' }, false],
    ['a file', { 'x/y/notes.txt': '' }, false],
    ['a hidden file', { 'x/y/.git/config': '' }, false],
    ['a file deep inside', { 'x/y/photos/2027/a.jpg': '' }, false],
    ['a draft elsewhere', { [`x/y/z/${DRAFT}`]: '' }, false],
    ['a link', { 'x/y/lien': '@link' }, false],
    ['itself a file', { 'x/y': 'moi' }, false],
    ['itself a link', { 'x/y': '@link' }, false],
    ['a journal that says nothing', { [`x/y/${JOURNAL_FILE}`]: 'pas du JSON' }, true],
    ['a journal, and a file it does not know', { [`x/y/${JOURNAL_FILE}`]: '{}', 'x/y/notes.txt': '' }, false],
    ['a journal of numbers', { [`x/y/${JOURNAL_FILE}`]: '{"notes.txt":1}', 'x/y/notes.txt': '' }, false],
  ])('%s', (_, start, free) => {
    expect(isFree(memoryDisk(start))).toBe(free);
  });

  it('not after a person wrote in what a killed run left, wherever it was killed', () => {
    for (const at of everyChange()) {
      const disk = memoryDisk();
      expect(() => writeFolder(dyingDisk(disk, at), root, files)).toThrow(Killed);
      for (const path of Object.keys(onlyFiles(disk.tree())).filter((name) => name in written)) {
        const start = { ...onlyFiles(disk.tree()), [path]: 'mes mots à moi' };
        expect(isFree(memoryDisk(start)), `${at} ${path}`).toBe(false);
      }
    }
  });
});

it('a journal that names files elsewhere removes nothing', () => {
  const text = 'à la voisine';
  const hash = createHash('sha256').update(text).digest('hex');
  const names = ['../voisin.txt', '../yz/v.txt', '../../v.txt', `${WORK}/v.txt`, 'a/../../voisin.txt'];
  const start = {
    'x/voisin.txt': text, 'x/yz/v.txt': text, 'v.txt': text, [`x/y/${JOURNAL_FILE}`]: JSON.stringify(Object.fromEntries(names.map((name) => [name, hash]))),
  };
  const disk = memoryDisk(start);
  writeFolder(disk, root, files);
  expect(disk.tree()).toMatchObject({ 'x/voisin.txt': text, 'x/yz/v.txt': text, 'v.txt': text });
});

it('never through a link, on the real disk', () => {
  const place = workspace();
  const outside = join(place, 'dehors');
  mkdirSync(outside);
  writeFileSync(join(outside, '1.txt'), 'à moi');
  const before = snapshot(outside);
  const folder = join(place, 'x');
  mkdirSync(folder);
  symlinkSync(outside, join(folder, 'a'));
  expect(isFreeFolder(realDisk, folder, [DRAFT])).toBe(false);
  symlinkSync(folder, join(place, 'lien'));
  expect(isFreeFolder(realDisk, join(place, 'lien'), [DRAFT])).toBe(false);
  expect(snapshot(outside)).toEqual(before);
});

it('through a link above the folder, which is the person’s own way', () => {
  const place = workspace();
  mkdirSync(join(place, 'vrai'));
  symlinkSync(join(place, 'vrai'), join(place, 'lien'));
  writeFolder(realDisk, join(place, 'lien', 'x'), files);
  expect(readFileSync(join(place, 'vrai', 'x', 'b', 'c', '3.txt'), 'utf8')).toBe('contenu de b/c/3.txt');
});

it('through no linked folder, for what a kit or a journal names', () => {
  const place = workspace();
  const outside = join(place, 'dehors');
  mkdirSync(outside);
  writeFileSync(join(outside, '1.txt'), 'à moi');
  const before = snapshot(outside);
  const folder = join(place, 'x');
  mkdirSync(join(folder, '.nec-local'), { recursive: true });
  symlinkSync(outside, join(folder, 'a'));
  const hash = createHash('sha256').update('à moi').digest('hex');
  writeFileSync(join(folder, JOURNAL_FILE), JSON.stringify({ 'a/1.txt': hash }));
  expect(() => writeFolder(realDisk, folder, files)).toThrow(expect.objectContaining({ code: 'ELOOP' }));
  expect(snapshot(outside)).toEqual(before);
});

it('a journal that is no text says nothing', () => {
  expect(isFree(memoryDisk({ [`x/y/${JOURNAL_FILE}`]: Buffer.from('é', 'latin1') }))).toBe(true);
});
