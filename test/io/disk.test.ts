import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOT_UTF8 } from '../../src/io/decode-text.ts';
import { makeFolders, realDisk, temporary, type Disk } from '../../src/io/disk.ts';
import { memoryDisk, WORK } from '../support/memory-disk.ts';
import { snapshot, workspace } from '../support/workspace.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The disk of the tests must behave as the real one: both pass the same checks. */
describe.each<[what: string, open: () => { disk: Disk; place: string }]>([
  ['the real disk', () => ({ disk: realDisk, place: workspace() })],
  ['the disk in memory', () => ({ disk: memoryDisk(), place: WORK })],
])('%s', (_, open) => {
  it('writes, reads, lists, removes', () => {
    const { disk, place } = open();
    disk.makeFolder(join(place, 'b'));
    disk.write(join(place, 'b', 'é.txt'), bytes('été'));
    disk.write(join(place, 'a.txt'), bytes(''));
    expect(disk.list(place)).toEqual(['a.txt', 'b']);
    expect(disk.readText(join(place, 'b', 'é.txt'))).toBe('été');
    expect(disk.readBytes(join(place, 'a.txt'))).toHaveLength(0);
    expect(['a.txt', 'b', 'c', 'a.txt/c'].map((name) => disk.kindOf(join(place, name)))).toEqual(['file', 'folder', 'missing', 'missing']);
    disk.removeEmptyFolder(join(place, 'b'));
    expect(disk.kindOf(join(place, 'b'))).toBe('folder');
    disk.removeFile(join(place, 'b', 'é.txt'));
    disk.removeFile(join(place, 'b', 'é.txt'));
    disk.removeEmptyFolder(join(place, 'b'));
    disk.removeEmptyFolder(join(place, 'b'));
    expect(disk.list(place)).toEqual(['a.txt']);
  });

  it('replaces a file whole, and half a file that a killed write left', () => {
    const { disk, place } = open();
    const path = join(place, 'a.txt');
    disk.write(path, bytes('une longue première version'));
    disk.write(temporary(path), bytes('moitié'));
    disk.write(path, bytes('courte'));
    expect(disk.readText(path)).toBe('courte');
    expect(disk.list(place)).toEqual(['a.txt']);
  });

  it('makes a new file, and never over another', () => {
    const { disk, place } = open();
    const path = join(place, 'a.txt');
    disk.create(path, bytes('premier'));
    expect(() => disk.create(path, bytes('second'))).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(() => disk.create(place, bytes(''))).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(disk.readText(path)).toBe('premier');
  });

  it('gives a file another name, over a file that has it, never over a folder', () => {
    const { disk, place } = open();
    const [from, to] = [join(place, 'a.txt'), join(place, 'b.txt')];
    disk.write(from, bytes('A'));
    disk.write(to, bytes('B'));
    disk.rename(from, to);
    expect([disk.list(place), disk.readText(to)]).toEqual([['b.txt'], 'A']);
    expect(() => disk.rename(from, to)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    disk.makeFolder(join(place, 'c'));
    expect(() => disk.rename(to, join(place, 'c'))).toThrow(expect.objectContaining({ code: 'EISDIR' }));
    expect(() => disk.rename(to, join(place, 'd', 'b.txt'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    expect(disk.list(place)).toEqual(['b.txt', 'c']);
  });

  it('says when a file was changed, later ones later; and what may be written', () => {
    const { disk, place } = open();
    const path = join(place, 'a.txt');
    disk.write(path, bytes('A'));
    const first = disk.modifiedAt(path);
    disk.write(path, bytes('B'));
    expect(disk.modifiedAt(path)).toBeGreaterThanOrEqual(first);
    expect([disk.canWrite(path), disk.canWrite(place)]).toEqual([true, true]);
    disk.flushFolder(place);
    for (const ask of [disk.modifiedAt, disk.canWrite]) expect(() => ask(join(place, 'x'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });

  it.each([
    ['a file in no folder', 'ENOENT', (disk: Disk, place: string) => disk.write(join(place, 'x', 'a'), bytes(''))],
    ['a folder in no folder', 'ENOENT', (disk: Disk, place: string) => disk.makeFolder(join(place, 'x', 'y'))],
    ['a folder twice', 'EEXIST', (disk: Disk, place: string) => disk.makeFolder(place)],
    ['a list of nothing', 'ENOENT', (disk: Disk, place: string) => void disk.list(join(place, 'x'))],
    ['a text that is missing', 'ENOENT', (disk: Disk, place: string) => void disk.readText(join(place, 'x'))],
    ['a text that is a folder', 'EISDIR', (disk: Disk, place: string) => void disk.readText(place)],
  ])('refuses %s: %s', (_what, code, work) => {
    const { disk, place } = open();
    expect(() => work(disk, place)).toThrow(expect.objectContaining({ code }));
    expect(disk.list(place)).toEqual([]);
  });

  it('reads UTF-8 with or without its mark, and nothing else as text', () => {
    const { disk, place } = open();
    const path = join(place, 'a.txt');
    disk.write(path, Buffer.from('\uFEFFété'));
    expect(disk.readText(path)).toBe('été');
    for (const other of [Buffer.from('nom: Numérique', 'latin1'), Buffer.from('\uFEFFété', 'utf16le'), Buffer.from('nom: x', 'utf16le')]) {
      disk.write(path, other);
      expect(() => disk.readText(path)).toThrow(expect.objectContaining({ code: NOT_UTF8, path }));
    }
  });

  it('makes the folders that lack, and says which', () => {
    const { disk, place } = open();
    const made: string[] = [];
    makeFolders(disk, join(place, 'a', 'b', 'c'), (folder) => made.push(folder));
    expect(made).toEqual(['a', 'a/b', 'a/b/c'].map((path) => join(place, path)));
    makeFolders(disk, join(place, 'a', 'b', 'd'), (folder) => made.push(folder));
    expect(made.slice(3)).toEqual([join(place, 'a', 'b', 'd')]);
  });
});

describe('the real disk only', () => {
  it('a link is neither a file nor a folder; writing over one replaces it and never what it leads to', () => {
    const place = workspace();
    writeFileSync(join(place, 'vrai.txt'), 'à moi');
    for (const [target, name] of [['vrai.txt', 'fichier'], ['.', 'dossier'], ['absent', 'perdu'], ['boucle', 'boucle']] as const) {
      symlinkSync(target, join(place, name));
      expect(realDisk.kindOf(join(place, name)), name).toBe('other');
    }
    realDisk.write(join(place, 'fichier'), bytes('neuf'));
    expect(readFileSync(join(place, 'vrai.txt'), 'utf8')).toBe('à moi');
    expect(realDisk.kindOf(join(place, 'fichier'))).toBe('file');
  });

  it('never writes through a link that waits under the temporary name', () => {
    const place = workspace();
    writeFileSync(join(place, 'secret.txt'), 'à moi');
    for (const target of ['secret.txt', 'absent']) {
      symlinkSync(target, temporary(join(place, 'a.txt')));
      realDisk.write(join(place, 'a.txt'), bytes('neuf'));
      expect(readFileSync(join(place, 'a.txt'), 'utf8')).toBe('neuf');
    }
    expect(readFileSync(join(place, 'secret.txt'), 'utf8')).toBe('à moi');
    expect(readdirSync(place).sort()).toEqual(['a.txt', 'secret.txt']);
  });

  it('a file that is replaced keeps its mode', () => {
    const place = workspace();
    for (const mode of [0o640, 0o666, 0o600]) {
      writeFileSync(join(place, 'a.txt'), 'x');
      chmodSync(join(place, 'a.txt'), mode);
      realDisk.write(join(place, 'a.txt'), bytes('y'));
      expect(statSync(join(place, 'a.txt')).mode & 0o777).toBe(mode);
    }
  });

  it('a new file takes the mode of the one it is like; nothing of it stays when it cannot be filled', () => {
    const place = workspace();
    writeFileSync(join(place, 'a.txt'), 'x');
    chmodSync(join(place, 'a.txt'), 0o640);
    realDisk.create(join(place, 'b.txt'), bytes('y'), join(place, 'a.txt'));
    realDisk.create(join(place, 'c.txt'), bytes('y'), join(place, 'absent.txt'));
    expect(statSync(join(place, 'b.txt')).mode & 0o777).toBe(0o640);
    const broken = new Proxy(bytes('z'), { get: () => { throw new Error('no bytes'); } });
    expect(() => realDisk.create(join(place, 'd.txt'), broken)).toThrow('no bytes');
    expect(readdirSync(place).sort()).toEqual(['a.txt', 'b.txt', 'c.txt']);
  });

  it('a new file is never made through a link', () => {
    const place = workspace();
    symlinkSync('absent', join(place, 'lien'));
    expect(() => realDisk.create(join(place, 'lien'), bytes('x'))).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(readdirSync(place)).toEqual(['lien']);
  });

  it('F12: a file in read only is not to be written, also for the superuser', () => {
    const place = workspace();
    writeFileSync(join(place, 'a.txt'), 'x');
    for (const [mode, may] of [[0o444, false], [0o644, true]] as const) {
      chmodSync(join(place, 'a.txt'), mode);
      expect(realDisk.canWrite(join(place, 'a.txt'))).toBe(may);
    }
    if (process.getuid?.() === 0) return;
    chmodSync(place, 0o555);
    expect(realDisk.canWrite(place)).toBe(false);
    chmodSync(place, 0o755);
  });

  it('flushing a folder that is none is nothing', () => {
    realDisk.flushFolder(join(workspace(), 'absent'));
  });

  it('removes a link that leads nowhere', () => {
    const place = workspace();
    symlinkSync('absent', join(place, 'perdu'));
    realDisk.removeFile(join(place, 'perdu'));
    expect(readdirSync(place)).toEqual([]);
  });

  it('a write that fails leaves no half file, and the old one as it was', () => {
    const place = workspace();
    mkdirSync(join(place, 'a.txt'));
    writeFileSync(join(place, 'a.txt', 'dedans'), '');
    const before = snapshot(place);
    expect(() => realDisk.write(join(place, 'a.txt'), bytes('x'))).toThrow();
    expect(snapshot(place)).toEqual(before);
  });

  it('other files keep their time and mode', () => {
    const place = workspace();
    const mine = join(place, 'à moi.txt');
    writeFileSync(mine, 'x');
    utimesSync(mine, 1_000_000_000, 1_000_000_000);
    chmodSync(mine, 0o640);
    realDisk.write(join(place, 'b.txt'), bytes('x'));
    expect(statSync(mine)).toMatchObject({ mtimeMs: 1_000_000_000_000, mode: 0o100640 });
    expect(readdirSync(place).sort()).toEqual(['b.txt', 'à moi.txt']);
  });
});
