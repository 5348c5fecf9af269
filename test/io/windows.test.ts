import { describe, expect, it } from 'vitest';
import { BASELINE_FILE, UNDO_FILE } from '../../src/folder/paths.ts';
import { applyChanges } from '../../src/io/apply-changes.ts';
import type { Disk } from '../../src/io/disk.ts';
import { lockFolder } from '../../src/io/folder-lock.ts';
import { readFolder } from '../../src/io/read-folder.ts';
import { recover } from '../../src/io/recover.ts';
import { planUndo, readUndo } from '../../src/io/undo.ts';
import { writeFolder } from '../../src/io/write-folder.ts';
import { countingDisk, dyingDisk, refusingDisk } from '../support/faulty-disk.ts';
import { machine } from '../support/machine.ts';
import { WORK } from '../support/memory-disk.ts';
import { windowsDisk, type WindowsDisk } from '../support/windows-disk.ts';
import { AFTER, apply, at, BEFORE, changesTo, codesOf, documentsIn, mustWork, recoverRun, sampleRun, undoRun } from './sample-run.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const folder = (files: Readonly<Record<string, string>>): WindowsDisk => windowsDisk({ [BASELINE_FILE]: 'b', ...files });
const names = (disk: WindowsDisk): readonly string[] => Object.keys(documentsIn(disk.tree())).filter((path) => !path.startsWith('.nec-local'));

describe('the fake disk has the manners of Windows', () => {
  it('F10: one file under any letters, with those it was given first', () => {
    const disk = folder({ 'Note.docx': 'x' });
    disk.write(at('note.DOCX'), encode('y'));
    expect(disk.readText(at('NOTE.docx'))).toBe('y');
    expect(disk.list(WORK)).toEqual(['.nec-local', 'Note.docx']);
    disk.rename(at('note.docx'), at('note.docx'));
    expect(disk.list(WORK)).toEqual(['.nec-local', 'note.docx']);
    expect(() => disk.makeFolder(at('NOTE.DOCX'))).toThrow('EEXIST');
  });

  it.each(['CON', 'nul.txt', 'Com1.docx', 'lpt9', 'a.', 'a ', 'a:b', 'a?', 'a*b', 'a|b', 'a"b', 'a<b', 'a\tb'])('F09: no file is called %j', (name) => {
    for (const make of [(disk: Disk) => disk.write(at(name), encode('')), (disk: Disk) => disk.makeFolder(at(name)), (disk: Disk) => disk.create(at(name), encode(''))]) {
      expect(() => make(folder({}))).toThrow('EINVAL');
    }
  });

  it('F09: no path has 260 characters', () => {
    const disk = folder({});
    const name = (length: number): string => 'n'.repeat(length - `C:${WORK}/`.length);
    disk.write(at(name(259)), encode(''));
    expect(() => disk.write(at(name(260)), encode(''))).toThrow('ENOENT');
  });

  it('an open file is read, and neither replaced, renamed nor removed', () => {
    const disk = folder({ 'a.txt': 'A', 'b.txt': 'B' });
    disk.open(at('A.TXT'));
    expect(disk.readText(at('a.txt'))).toBe('A');
    for (const work of [() => disk.write(at('a.txt'), encode('')), () => disk.rename(at('b.txt'), at('a.txt')), () => disk.rename(at('a.txt'), at('c.txt')), () => disk.removeFile(at('a.txt'))]) {
      expect(work).toThrow('EBUSY');
    }
    disk.close(at('a.txt'));
    disk.removeFile(at('a.txt'));
    expect(names(disk)).toEqual(['b.txt']);
  });
});

describe('a run on such a disk', () => {
  it('does all that it does elsewhere, and is undone', () => {
    const disk = windowsDisk(BEFORE);
    mustWork(sampleRun(disk));
    expect(documentsIn(disk.tree())).toEqual(AFTER);
    mustWork(undoRun(disk));
    expect(documentsIn(disk.tree())).toEqual(documentsIn(windowsDisk(BEFORE).tree()));
  });

  it('F03: line ends of Windows are bytes like any other', () => {
    const disk = folder({ 'a.md': 'un\r\ndeux\r\n', 'b.md': 'un\r\n' });
    mustWork(apply(disk, changesTo(disk, WORK, { 'a.md': 'un\r\ndeux\r\n', 'b.md': 'un\r\ntrois\r\n' })));
    expect(disk.tree()).toMatchObject({ 'a.md': 'un\r\ndeux\r\n', 'b.md': 'un\r\ntrois\r\n' });
    mustWork(undoRun(disk));
    expect(disk.tree()['b.md']).toBe('un\r\n');
  });

  it('F10: keeps the letters that a person gave a file, and finds it', () => {
    const disk = folder({ '1-Cadrage/NOTE.docx': 'moi' });
    const files = readFolder(disk, WORK);
    files.read('1-cadrage/note.docx');
    mustWork(apply(disk, { writes: [{ path: '1-cadrage/note.docx', bytes: encode('neuf') }], removes: [], seen: files.seen }));
    expect(disk.tree()['1-Cadrage/NOTE.docx']).toBe('neuf');
    expect(names(disk)).toEqual(['1-Cadrage/NOTE.docx']);
    mustWork(undoRun(disk));
    expect(disk.tree()['1-Cadrage/NOTE.docx']).toBe('moi');
  });

  it('F10: what a person renamed by its letters and the kit takes away comes back under their letters', () => {
    const disk = folder({ '1-Cadrage/NOTE.docx': 'moi' });
    mustWork(apply(disk, changesTo(disk, WORK, {}, ['1-cadrage/note.docx'])));
    expect(names(disk)).toEqual([]);
    mustWork(undoRun(disk));
    expect(names(disk)).toEqual(['1-Cadrage/NOTE.docx']);
  });

  it('P06: no path leads outside here either', () => {
    const disk = windowsDisk({ 'x/.nec-local/b': '', 'x/a/': '', 'voisin.txt': 'à moi' });
    for (const path of ['../voisin.txt', 'a/../../voisin.txt', '/voisin.txt', 'a//b']) {
      for (const changes of [{ writes: [{ path, bytes: encode('') }], removes: [] }, { writes: [], removes: [path] }]) {
        expect(codesOf(apply(disk, { ...changes, seen: new Map() }, at('x'))), path).toEqual(['bad-path']);
      }
    }
    expect(disk.tree()['voisin.txt']).toBe('à moi');
  });

  describe('U30: a file that the kit renames by its letters only', () => {
    const renames = (disk: Disk) => changesTo(disk, WORK, { 'note.docx': 'neuf', 'autre.txt': 'x' }, ['Note.docx']);

    it.each(['neuf', 'moi'])('has its new name, and is there once, with new words or the same: %s', (text) => {
      const disk = folder({ 'Note.docx': 'moi' });
      mustWork(apply(disk, changesTo(disk, WORK, { 'note.docx': text }, ['Note.docx'])));
      expect(names(disk)).toEqual(['note.docx']);
      expect(disk.tree()['note.docx']).toBe(text);
      mustWork(undoRun(disk));
      expect(names(disk)).toEqual(['Note.docx']);
      expect(disk.tree()['Note.docx']).toBe('moi');
      mustWork(undoRun(disk));
      expect(names(disk)).toEqual(['note.docx']);
      expect(disk.tree()['note.docx']).toBe(text);
    });

    it('is never missing, at any refusal or kill; it is as before, or after', () => {
      const counting = countingDisk(folder({ 'Note.docx': 'moi' }));
      mustWork(apply(counting, renames(counting)));
      for (let change = 1; change <= counting.changes(); change += 1) {
        for (const broken of [refusingDisk, dyingDisk]) {
          const disk = folder({ 'Note.docx': 'moi' });
          try { apply(broken(disk, change, 'EIO'), renames(disk)); } catch { /* either end */ }
          expect(disk.kindOf(at('NOTE.DOCX')), `change ${change}`).toBe('file');
          expect(['moi', 'neuf']).toContain(disk.readText(at('note.docx')));
          mustWork(recoverRun(disk));
          const isDone = disk.kindOf(at('autre.txt')) === 'file';
          expect(names(disk), `change ${change}`).toEqual(isDone ? ['autre.txt', 'note.docx'] : ['Note.docx']);
          expect(disk.readText(at('note.docx')), `change ${change}`).toBe(isDone ? 'neuf' : 'moi');
        }
      }
    });

    it('and its folder too: no file is lost', () => {
      const disk = folder({ 'Budget/a.txt': 'A', 'Budget/b.txt': 'B' });
      mustWork(apply(disk, changesTo(disk, WORK, { 'budget/a.txt': 'A2', 'budget/b.txt': 'B' }, ['Budget/a.txt', 'Budget/b.txt'])));
      expect([disk.readText(at('budget/a.txt')), disk.readText(at('budget/b.txt'))]).toEqual(['A2', 'B']);
      mustWork(undoRun(disk));
      expect(disk.readText(at('budget/a.txt'))).toBe('A');
    });
  });

  it('F13: a file held open is named, whether its program lays a mark or not, and all is as before', () => {
    for (const path of Object.keys(BEFORE).filter((name) => name in AFTER && !['meme.txt', 'à moi.txt'].includes(name))) {
      const disk = windowsDisk(BEFORE);
      const before = disk.tree();
      disk.open(at(path));
      expect(codesOf(sampleRun(disk)), path).toEqual(['file-open']);
      expect(disk.tree(), path).toEqual(before);
    }
  });

  it('F13: a file that is to go, and is held: as before too', () => {
    const disk = windowsDisk(BEFORE);
    disk.open(at('2-calendrier/seul.xlsx'));
    expect(sampleRun(disk)).toMatchObject({ problems: [{ code: 'file-open', args: { path: '2-calendrier/seul.xlsx' } }] });
    expect(disk.tree()).toEqual(windowsDisk(BEFORE).tree());
  });

  it('a file that is held while the run is put back waits for the next run', () => {
    const disk = windowsDisk(BEFORE);
    expect(() => sampleRun(dyingDisk(disk, 18))).toThrow('killed');
    disk.open(at('nec-local.yaml'));
    expect(codesOf(recoverRun(disk))).toEqual(['put-back-failed']);
    disk.close(at('nec-local.yaml'));
    mustWork(recoverRun(disk));
    expect(disk.tree()).toEqual(windowsDisk(BEFORE).tree());
  });

  it.each(['CON.docx', 'a:b.txt', `${'n'.repeat(250)}.txt`])('F09: a name that it refuses leaves all as before: %s', (path) => {
    const disk = windowsDisk(BEFORE);
    expect(() => apply(disk, { ...changesTo(disk, WORK, { 'nec-local.yaml': 'neuf' }), writes: [{ path: 'nec-local.yaml', bytes: encode('neuf') }, { path, bytes: encode('x') }] }))
      .toThrow(/EINVAL|ENOENT/);
    expect(disk.tree()).toEqual(windowsDisk(BEFORE).tree());
  });

  it('a first run, its lock, its undoing: nothing depends on the letters', () => {
    const disk = windowsDisk({});
    writeFolder(disk, at('x'), [{ path: 'Sous/a.txt', bytes: encode('A') }, { path: 'sous/b.txt', bytes: encode('B') }]);
    expect(names(disk)).toEqual(['x/Sous/a.txt', 'x/Sous/b.txt']);
    const lock = lockFolder(disk, at('x'), machine(), 'generer');
    expect(lockFolder(disk, at('X'), machine(), 'generer').ok).toBe(false);
    if (lock.ok) lock.value.release();
    expect(mustWork(recover(disk, at('X'), machine()))).toBeUndefined();
    const seen = new Map<string, string | null>();
    mustWork(applyChanges(disk, at('X'), { writes: [{ path: 'neuf.txt', bytes: encode('N') }], removes: [], seen }, { command: 'generer' }, machine()));
    expect(planUndo(disk, at('x'), mustWork(readUndo(disk, at('x')))).goBack).toEqual([{ path: 'neuf.txt', kind: 'remove' }]);
    expect(disk.kindOf(at(`x/${UNDO_FILE}`))).toBe('file');
  });
});
