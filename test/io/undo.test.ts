import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BASELINE_FILE, KIT_FILE, UNDO_FILE } from '../../src/folder/paths.ts';
import { realDisk } from '../../src/io/disk.ts';
import { planUndo, readUndo } from '../../src/io/undo.ts';
import { memoryDisk, WORK, type MemoryDisk } from '../support/memory-disk.ts';
import { snapshot, workspace } from '../support/workspace.ts';
import { apply, BEFORE, changesTo, codesOf, documentsIn, foldersIn, mustWork, sampleRun, undoRun } from './sample-run.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A folder where the whole run was done. */
function ran(files: Readonly<Record<string, string | Uint8Array>> = BEFORE): MemoryDisk {
  const disk = memoryDisk(files);
  mustWork(sampleRun(disk));
  return disk;
}

const planOf = (disk: MemoryDisk) => planUndo(disk, WORK, mustWork(readUndo(disk, WORK)));

describe('W19: undoing the last run', () => {
  it('gives every byte back, files and folders; undone again, the run is done again', () => {
    const disk = ran();
    const after = disk.tree();
    mustWork(undoRun(disk));
    expect(documentsIn(disk.tree())).toEqual(documentsIn(memoryDisk(BEFORE).tree()));
    expect(foldersIn(disk.tree())).toEqual(foldersIn(memoryDisk(BEFORE).tree()));
    for (let turns = 0; turns < 3; turns += 1) {
      mustWork(undoRun(disk));
      expect(documentsIn(disk.tree())).toEqual(documentsIn(after));
      expect(foldersIn(disk.tree())).toEqual(foldersIn(after));
      mustWork(undoRun(disk));
      expect(documentsIn(disk.tree())).toEqual(documentsIn(memoryDisk(BEFORE).tree()));
    }
  });

  it('gives bytes back that are no text', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 256);
    const disk = ran({ ...BEFORE, '1-cadrage/note.docx': bytes, 'change-a.txt': new Uint8Array() });
    mustWork(undoRun(disk));
    expect(disk.readBytes(`${WORK}/1-cadrage/note.docx`)).toEqual(bytes);
    expect(disk.readBytes(`${WORK}/change-a.txt`)).toHaveLength(0);
  });

  it('says which files go back, and how', () => {
    expect(planOf(ran()).goBack).toEqual([
      { path: 'nec-local.yaml', kind: 'update' }, { path: '1-cadrage/note.docx', kind: 'update' },
      { path: 'change-a.txt', kind: 'update' }, { path: 'change-b.txt', kind: 'update' },
      { path: '3-neuf/sous/dossier.ics', kind: 'remove' },
      { path: '1-cadrage/vieux.docx', kind: 'create' }, { path: '2-calendrier/seul.xlsx', kind: 'create' },
    ]);
  });

  it('is of the last run only, and a run that changed nothing is no run', () => {
    const disk = ran();
    const record = disk.tree()[UNDO_FILE];
    mustWork(sampleRun(disk));
    expect(disk.tree()[UNDO_FILE]).toBe(record);
    mustWork(apply(disk, changesTo(disk, WORK, { 'meme.txt': 'autre' })));
    expect(planOf(disk).goBack).toEqual([{ path: 'meme.txt', kind: 'update' }]);
  });

  it('U22: leaves an empty folder that the run did not make', () => {
    const disk = memoryDisk({ [BASELINE_FILE]: '1', 'vide/': '' });
    mustWork(apply(disk, changesTo(disk, WORK, { 'vide/a.txt': 'x', 'neuf/a.txt': 'x' })));
    mustWork(undoRun(disk));
    expect(foldersIn(disk.tree())).toEqual(['.nec-local/', 'vide/']);
  });
});

describe('W19: files that a person has worked in since the run', () => {
  it.each([
    ['1-cadrage/note.docx', 'a rewritten file'],
    ['3-neuf/sous/dossier.ics', 'a new file'],
    ['1-cadrage/vieux.docx', 'a file where one was taken away'],
  ])('%s (%s) stays as it is, and is named; the others go back', (path) => {
    const disk = ran();
    disk.write(`${WORK}/${path}`, encode('mes mots depuis'));
    expect(planOf(disk).leftAlone).toEqual([path]);
    mustWork(undoRun(disk));
    const expected: Record<string, string> = { ...documentsIn(memoryDisk(BEFORE).tree()), [path]: 'mes mots depuis' };
    expect(documentsIn(disk.tree())).toEqual(expected);
    mustWork(undoRun(disk));
    expect(documentsIn(disk.tree())).toEqual({ ...documentsIn(ran().tree()), [path]: 'mes mots depuis' });
  });

  it('a file that they deleted stays deleted, and is named; one that the run had made too needs no word', () => {
    const disk = ran();
    for (const path of ['1-cadrage/note.docx', '3-neuf/sous/dossier.ics']) disk.removeFile(`${WORK}/${path}`);
    expect(planOf(disk).leftAlone).toEqual(['1-cadrage/note.docx']);
    mustWork(undoRun(disk));
    expect(Object.keys(documentsIn(disk.tree()))).not.toContain('1-cadrage/note.docx');
  });

  it('the memory goes back whatever it is, unless no document does', () => {
    const disk = ran();
    disk.write(`${WORK}/${BASELINE_FILE}`, encode('une autre'));
    disk.removeFile(`${WORK}/${KIT_FILE}`);
    mustWork(undoRun(disk));
    expect(disk.tree()).toMatchObject({ [BASELINE_FILE]: 'baseline 1', [KIT_FILE]: 'kit 1' });
    for (const path of Object.keys(documentsIn(disk.tree()))) if (!path.startsWith('.nec-local')) disk.write(`${WORK}/${path}`, encode(`à moi : ${path}`));
    for (const path of ['3-neuf', '3-neuf/sous']) disk.makeFolder(`${WORK}/${path}`);
    disk.write(`${WORK}/3-neuf/sous/dossier.ics`, encode('à moi'));
    const { changes, goBack, leftAlone } = planOf(disk);
    expect({ changes: changes.writes.length + changes.removes.length, goBack, leftAlone: leftAlone.length }).toEqual({ changes: 0, goBack: [], leftAlone: 7 });
  });

  it('a baseline that was lost before the run is lost again', () => {
    const { [BASELINE_FILE]: _, ...files } = BEFORE;
    const disk = ran(files);
    mustWork(undoRun(disk));
    expect(documentsIn(disk.tree())).toEqual(documentsIn(memoryDisk(files).tree()));
  });

  it('a folder, a link or a file that bars the way is theirs', () => {
    const place = workspace();
    const root = join(place, 'x');
    const outside = join(place, 'dehors');
    for (const [path, text] of Object.entries(BEFORE)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    mustWork(sampleRun(realDisk, root));
    mkdirSync(outside);
    writeFileSync(join(outside, 'vieux.docx'), 'à moi');
    realDisk.rename(join(root, '1-cadrage'), join(root, 'ailleurs'));
    symlinkSync(outside, join(root, '1-cadrage'));
    writeFileSync(join(root, '2-calendrier'), 'un fichier');
    const before = snapshot(outside);
    expect(planUndo(realDisk, root, mustWork(readUndo(realDisk, root))).leftAlone).toEqual(['1-cadrage/note.docx', '1-cadrage/vieux.docx', '2-calendrier/seul.xlsx']);
    mustWork(undoRun(realDisk, root));
    expect(snapshot(outside)).toEqual(before);
    expect(realDisk.readText(join(root, 'nec-local.yaml'))).toBe(BEFORE['nec-local.yaml']);
  });
});

describe('when there is nothing to undo', () => {
  it.each<[what: string, files: Readonly<Record<string, string>>, code: string]>([
    ['no run yet', {}, 'undo-nothing'],
    ['a folder in its place', { [`${UNDO_FILE}/x`]: '' }, 'undo-nothing'],
    ['a link in its place', { [UNDO_FILE]: '@link' }, 'undo-nothing'],
    ['a record that does not read', { [UNDO_FILE]: 'abc' }, 'undo-unreadable'],
    ['an empty record', { [UNDO_FILE]: '' }, 'undo-unreadable'],
  ])('%s', (_, files, code) => expect(codesOf(readUndo(memoryDisk(files), WORK))).toEqual([code]));
});
