import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk, type Disk } from '../../src/io/disk.ts';
import { FOLDER_TOO_LARGE, MAX_DEPTH, MAX_FILES, readFolder } from '../../src/io/read-folder.ts';
import { sha256 } from '../../src/shared/sha256.ts';
import { memoryDisk, WORK } from '../support/memory-disk.ts';
import { windowsDisk } from '../support/windows-disk.ts';
import { workspace } from '../support/workspace.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const read = (files: Readonly<Record<string, string>>) => readFolder(memoryDisk(files), WORK);

describe('what is in a folder', () => {
  it('is every file by its path, at any depth', () => {
    const { paths, others } = read({ 'b.txt': '', 'a/c/d.txt': '', 'a/b.txt': '', 'vide/': '' });
    expect(paths).toEqual(['a/b.txt', 'a/c/d.txt', 'b.txt']);
    expect(others).toEqual([]);
  });

  it('F18: hidden files too, but no hidden folder, nor half a file that a killed run left', () => {
    const { paths } = read({ '.a.txt': '', '.git/config': '', 'x/.cache/y': '', '.nec-local/kit.zip': '', 'x/b.docx.nec-tmp': '', '.~lock.b.docx#': '' });
    expect(paths).toEqual(['.a.txt', '.~lock.b.docx#']);
  });

  it('is of four kinds, empty folders and links too', () => {
    const { kindOf } = read({ 'a/b.txt': '', 'vide/': '', 'lien': '@link' });
    expect(['a/b.txt', 'a', 'vide', 'lien', 'c', 'a/b.txt/c', ''].map(kindOf)).toEqual(['file', 'folder', 'folder', 'other', 'missing', 'missing', 'missing']);
  });

  it('A16: two folders side by side, a git repository above, copies in conflict of a synchronised folder', () => {
    const disk = memoryDisk({
      '.git/HEAD': '', 'nec-a/a.txt': '', 'nec-b/b.txt': '',
      'nec-a/nec-local (conflicted copy 2027-03-14).yaml': 'à moi', 'nec-a/.nec-local/baseline (conflicted copy).zip': '',
    });
    expect(readFolder(disk, `${WORK}/nec-a`).paths).toEqual(['a.txt', 'nec-local (conflicted copy 2027-03-14).yaml']);
  });

  it('F08: under any name that a disk can hold', () => {
    const names = [' devant.txt', 'milieu x.txt', 'après ', 'tab\t.txt', 'a!*[1]#\'.txt', 'a\\b.txt', '🎉.txt', 'é'.repeat(120), '__proto__', 'constructor'];
    const place = workspace();
    for (const name of names) writeFileSync(join(place, name), name);
    const files = readFolder(realDisk, place);
    expect(files.paths).toEqual(names.toSorted());
    for (const name of names) expect(text(files.read(name)), name).toBe(name);
  });

  it('F19: is not looked at without end', () => {
    const many = Object.fromEntries(Array.from({ length: MAX_FILES + 1 }, (_, rank) => [`a${rank}`, '']));
    expect(() => read(many)).toThrow(expect.objectContaining({ code: FOLDER_TOO_LARGE, path: WORK }));
    const deep = (levels: number): string => `${'d/'.repeat(levels)}a.txt`;
    expect(read({ [deep(MAX_DEPTH - 1)]: '' }).paths).toHaveLength(1);
    expect(() => read({ [deep(MAX_DEPTH)]: '' })).toThrow(expect.objectContaining({ code: FOLDER_TOO_LARGE }));
  });

  it('a folder in it that may not be opened is an error: what is inside must not count as deleted', () => {
    const disk = memoryDisk({ 'a/b.txt': '' });
    const refusing: Disk = { ...disk, list: (path) => { if (path.endsWith('/a')) throw Object.assign(new Error(), { code: 'EACCES', path }); return disk.list(path); } };
    expect(() => readFolder(refusing, WORK)).toThrow(expect.objectContaining({ code: 'EACCES' }));
  });
});

describe('reading', () => {
  it('happens once, when asked, and what was read is remembered by its hash', () => {
    const disk = memoryDisk({ 'a.txt': 'été', 'b.txt': 'x', '.nec-local/baseline.zip': 'z' });
    let reads = 0;
    const files = readFolder({ ...disk, readBytes: (path) => { reads += 1; return disk.readBytes(path); } }, WORK);
    expect(reads).toBe(0);
    expect([text(files.read('a.txt')), text(files.read('a.txt'))]).toEqual(['été', 'été']);
    expect(reads).toBe(1);
    expect(text(files.read('.nec-local/baseline.zip'))).toBe('z');
    expect(files.kindOf('.nec-local/baseline.zip')).toBe('file');
    expect([...files.seen]).toEqual([['a.txt', sha256('été')], ['.nec-local/baseline.zip', sha256('z')]]);
  });

  it('gives what was read, though the file has changed since', () => {
    const disk = memoryDisk({ 'a.txt': 'avant' });
    const files = readFolder(disk, WORK);
    files.read('a.txt');
    disk.write(`${WORK}/a.txt`, new TextEncoder().encode('après'));
    expect(text(files.read('a.txt'))).toBe('avant');
    expect(files.seen.get('a.txt')).toBe(sha256('avant'));
  });

  it.each(['absent.txt', 'lien', 'a', 'a.txt/b', '../dehors.txt', '.nec-local/absent', '.nec-local/../../dehors.txt'])('%s is no file', (path) => {
    const files = readFolder(memoryDisk({ 'x/a.txt': '', 'x/a/': '', 'x/lien': '@link', 'dehors.txt': 'secret' }), `${WORK}/x`);
    expect(() => files.read(path)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    expect(files.seen.get(path)).toBeNull();
  });

  it('a file that went since the folder was listed is no file', () => {
    const disk = memoryDisk({ 'a.txt': '' });
    const files = readFolder(disk, WORK);
    disk.removeFile(`${WORK}/a.txt`);
    expect(() => files.read('a.txt')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});

describe('F15 F16 P06: links lead nowhere', () => {
  it('to a file or folder inside, outside, missing, or themselves', () => {
    const place = workspace();
    const folder = join(place, 'x');
    mkdirSync(join(folder, 'vrai'), { recursive: true });
    mkdirSync(join(place, 'dehors'));
    writeFileSync(join(place, 'dehors', 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'vrai', 'a.txt'), 'a');
    const links = { dedans: 'vrai', fichier: 'vrai/a.txt', dehors: '../dehors', secret: '../dehors/secret.txt', perdu: 'absent', boucle: 'boucle', ici: '.', haut: '..' };
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
    const files = readFolder(realDisk, folder);
    expect(files.paths).toEqual(['vrai/a.txt']);
    expect(files.others).toEqual(Object.keys(links).sort());
    for (const path of ['secret', 'dehors/secret.txt', 'dedans/a.txt', 'boucle/a']) {
      expect(() => files.read(path), path).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    }
  });

  it('a memory that is a link is not read', () => {
    const place = workspace();
    mkdirSync(join(place, 'dehors'));
    writeFileSync(join(place, 'dehors', 'baseline.zip'), 'z');
    mkdirSync(join(place, 'x'));
    symlinkSync('../dehors', join(place, 'x', '.nec-local'));
    const files = readFolder(realDisk, join(place, 'x'));
    expect(files.kindOf('.nec-local/baseline.zip')).toBe('other');
    expect(() => files.read('.nec-local/baseline.zip')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});

describe('one file under two spellings', () => {
  const nfc = 'café.txt'.normalize('NFC');
  const nfd = 'café.txt'.normalize('NFD');

  it('F07: accents written one way or the other', () => {
    for (const [onDisk, asked] of [[nfc, nfd], [nfd, nfc]] as const) {
      const files = read({ [onDisk]: 'moi' });
      expect(files.find(asked)).toBe(onDisk);
      expect(files.kindOf(asked)).toBe('file');
      expect(text(files.read(asked))).toBe('moi');
      expect([...files.seen.keys()]).toEqual([onDisk, asked]);
    }
    expect(read({ [nfc]: '1', [nfd]: '2' }).find(nfd)).toBe(nfd);
  });

  it('F10: letters in the other case, only on a disk that takes them for the same', () => {
    const files = { '3-Budget/Note.docx': 'moi' };
    const here = readFolder(windowsDisk(files), WORK);
    expect(here.find('3-budget/note.docx')).toBe('3-Budget/Note.docx');
    expect(here.kindOf('3-budget/NOTE.docx')).toBe('file');
    expect(text(here.read('3-budget/note.docx'))).toBe('moi');
    expect(here.find('3-budget/notes.docx')).toBeUndefined();
    const elsewhere = read(files);
    expect(elsewhere.find('3-budget/note.docx')).toBeUndefined();
    expect(elsewhere.kindOf('3-budget/note.docx')).toBe('missing');
  });
});
