import { chmodSync, chownSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BASELINE_FILE, KIT_FILE, RUNNING_FILE, UNDO_FILE } from '../../src/folder/paths.ts';
import { realDisk, type Disk } from '../../src/io/disk.ts';
import { readFolder } from '../../src/io/read-folder.ts';
import { readUndo } from '../../src/io/undo.ts';
import { memoryDisk, systemError, WORK } from '../support/memory-disk.ts';
import { snapshot, workspace } from '../support/workspace.ts';
import { AFTER, apply, at, BEFORE, changesTo, codesOf, documentsIn, foldersIn, mustWork, sampleRun } from './sample-run.ts';

const FOLDER = { [BASELINE_FILE]: 'b', 'a.txt': 'A', 'b/c.txt': 'C' };

describe('a run', () => {
  it('writes, removes, makes and drops folders; nothing temporary stays', () => {
    const disk = memoryDisk(BEFORE);
    expect(mustWork(sampleRun(disk))).toEqual([
      'nec-local.yaml', '1-cadrage/note.docx', 'change-a.txt', 'change-b.txt', '3-neuf/sous/dossier.ics', '1-cadrage/vieux.docx', '2-calendrier/seul.xlsx',
    ]);
    expect(documentsIn(disk.tree())).toEqual(AFTER);
    expect(foldersIn(disk.tree())).toEqual(['.nec-local/', '1-cadrage/', '3-neuf/', '3-neuf/sous/']);
    expect(Object.keys(disk.tree()).filter((path) => path.startsWith('.nec-local/'))).toEqual(['.nec-local/', UNDO_FILE, BASELINE_FILE, KIT_FILE]);
  });

  it('in this order: the record, new files under temporary names, documents, removals, memory, the baseline last; flushed in between', () => {
    const disk = memoryDisk(BEFORE);
    const log: string[] = [];
    const said = (path: string): string => path.slice(WORK.length + 1);
    sampleRun({
      ...disk,
      write: (path, bytes) => { log.push(`write ${said(path)}`); disk.write(path, bytes); },
      create: (path, bytes) => { log.push(`create ${said(path)}`); disk.create(path, bytes); },
      rename: (from, to) => { log.push(`rename ${said(to)}`); disk.rename(from, to); },
      removeFile: (path) => { if (disk.kindOf(path) !== 'missing') log.push(`remove ${said(path)}`); disk.removeFile(path); },
      flushFolder: (path) => { log.push(`flush ${said(path)}`); },
    });
    expect(log).toMatchSnapshot();
  });

  it('U01 F20: a file that stays the same is not written, and keeps its time; of a changed one the mode stays', () => {
    const place = workspace();
    const file = (name: string): string => join(place, name);
    mkdirSync(file('.nec-local'));
    for (const [name, mode] of [['a.txt', 0o640], ['b.txt', 0o600], ['c.txt', 0o644]] as const) {
      writeFileSync(file(name), name);
      chmodSync(file(name), mode);
      utimesSync(file(name), 1_000_000_000, 1_000_000_000);
    }
    mustWork(apply(realDisk, changesTo(realDisk, place, { 'a.txt': 'a.txt', 'b.txt': 'neuf' }), place));
    expect(statSync(file('a.txt'))).toMatchObject({ mtimeMs: 1_000_000_000_000, mode: 0o100640 });
    expect(statSync(file('c.txt'))).toMatchObject({ mtimeMs: 1_000_000_000_000, mode: 0o100644 });
    expect(readFileSync(file('b.txt'), 'utf8')).toBe('neuf');
    expect(statSync(file('b.txt')).mode & 0o777).toBe(0o600);
  });

  it.runIf(process.getuid?.() === 0)('F20: a file that changes keeps its owner, when the superuser works', () => {
    const place = workspace();
    writeFileSync(join(place, 'a.txt'), 'x');
    realDisk.makeFolder(join(place, '.nec-local'));
    chownSync(join(place, 'a.txt'), 65_534, 65_534);
    mustWork(apply(realDisk, changesTo(realDisk, place, { 'a.txt': 'y' }), place));
    expect(statSync(join(place, 'a.txt'))).toMatchObject({ uid: 65_534, gid: 65_534 });
  });

  it('U38: that changes nothing writes nothing, and is no run to undo', () => {
    const disk = memoryDisk({ ...FOLDER, [UNDO_FILE]: 'le record d’avant' });
    const frozen: Disk = { ...disk, write: refuse, create: refuse, rename: refuse, makeFolder: refuse };
    expect(mustWork(apply(frozen, changesTo(disk, WORK, { 'a.txt': 'A', [BASELINE_FILE]: 'b' }, ['absent.txt'])))).toEqual([]);
    expect(disk.tree()[UNDO_FILE]).toBe('le record d’avant');
  });

  it('that changes only the memory is no run to undo either', () => {
    const disk = memoryDisk({ ...FOLDER, [UNDO_FILE]: 'le record d’avant' });
    expect(mustWork(apply(disk, changesTo(disk, WORK, { 'a.txt': 'A', [BASELINE_FILE]: 'b 2' })))).toEqual([]);
    expect(disk.tree()).toMatchObject({ [BASELINE_FILE]: 'b 2', [UNDO_FILE]: 'le record d’avant' });
    expect(disk.tree()).not.toHaveProperty([RUNNING_FILE]);
  });

  it('keeps what the caller carries', () => {
    const disk = memoryDisk(BEFORE);
    sampleRun(disk);
    expect(mustWork(readUndo(disk, WORK))).toMatchObject({ command: 'generer', since: '2027-03-14T10:22', carry: { n: 1 } });
  });

  it('never starts on what a killed run left half done', () => {
    const disk = memoryDisk({ ...FOLDER, [RUNNING_FILE]: 'x' });
    expect(() => apply(disk, changesTo(disk, WORK, { 'a.txt': 'neuf' }))).toThrow('recover');
    expect(disk.tree()['a.txt']).toBe('A');
  });

  it('U22: an empty folder of a person stays; the folders above a removed file go while they are empty', () => {
    const disk = memoryDisk({ [BASELINE_FILE]: '', 'a/b/c/x.txt': '', 'a/y.txt': '', 'vide/': '' });
    mustWork(apply(disk, changesTo(disk, WORK, {}, ['a/b/c/x.txt'])));
    expect(foldersIn(disk.tree())).toEqual(['.nec-local/', 'a/', 'vide/']);
  });

  it('a folder that will not go is no failure', () => {
    const disk = memoryDisk({ [BASELINE_FILE]: '', 'a/x.txt': '' });
    mustWork(apply({ ...disk, removeEmptyFolder: (path) => { throw systemError('EBUSY', path); } }, changesTo(disk, WORK, {}, ['a/x.txt'])));
    expect(Object.keys(disk.tree())).not.toContain('a/x.txt');
  });
});

function refuse(): never {
  throw new Error('nothing should be written');
}

describe('what stands in the way is said before anything is written', () => {
  const untouched = (disk: ReturnType<typeof memoryDisk>, changes: Parameters<typeof apply>[1], used: Disk = disk): readonly string[] => {
    const before = disk.tree();
    const result = apply(used, changes);
    expect(disk.tree()).toEqual(before);
    expect(result.ok).toBe(false);
    return codesOf(result);
  };

  it.each<[what: string, meanwhile: (disk: Disk) => void]>([
    ['changed', (disk) => disk.write(at('a.txt'), new Uint8Array([1]))],
    ['went', (disk) => disk.removeFile(at('a.txt'))],
    ['came', (disk) => disk.write(at('neuf.txt'), new Uint8Array([1]))],
    ['changed, that was to go', (disk) => disk.write(at('b/c.txt'), new Uint8Array([1]))],
  ])('a file that %s since it was read', (_, meanwhile) => {
    const disk = memoryDisk(FOLDER);
    const changes = changesTo(disk, WORK, { 'a.txt': 'A2', 'neuf.txt': 'N' }, ['b/c.txt']);
    meanwhile(disk);
    expect(untouched(disk, changes)).toEqual(['file-changed']);
  });

  it('a file that nobody read', () => {
    const disk = memoryDisk(FOLDER);
    const { seen } = readFolder(disk, WORK);
    expect(untouched(disk, { writes: [{ path: 'a.txt', bytes: new Uint8Array() }], removes: ['b/c.txt'], seen })).toEqual(['file-changed', 'file-changed']);
  });

  it('F13: files that are open, all of them, with their owners', () => {
    const disk = memoryDisk({ ...FOLDER, '.~lock.a.txt#': 'Agent Un,x,poste-a,d,p;', 'b/~$c.txt': '', '.~lock.autre.txt#': '' });
    const result = apply(disk, changesTo(disk, WORK, { 'a.txt': 'A2' }, ['b/c.txt']));
    expect(result).toMatchObject({ problems: [{ code: 'file-open', args: { path: 'a.txt', owner: 'Agent Un' } }, { code: 'file-open', args: { path: 'b/c.txt' } }] });
    expect(documentsIn(disk.tree())['a.txt']).toBe('A');
    expect(apply(disk, changesTo(disk, WORK, { 'neuf.txt': 'N' })).ok).toBe(true);
  });

  it('F12: a file in read only, a folder that takes nothing', () => {
    const disk = memoryDisk({ ...FOLDER, 'clos/': '' });
    const closed: Disk = { ...disk, canWrite: (path) => !['a.txt', 'clos'].some((name) => path === at(name)) };
    expect(untouched(disk, changesTo(disk, WORK, { 'a.txt': 'x', 'clos/sous/x.txt': 'y', 'libre.txt': 'z' }), closed)).toEqual(['file-read-only', 'disk-denied']);
  });

  it('U21: a folder where a file goes, a file where a folder goes', () => {
    const disk = memoryDisk(FOLDER);
    expect(untouched(disk, { writes: ['b', 'a.txt/x'].map((path) => ({ path, bytes: new Uint8Array() })), removes: [], seen: new Map() }))
      .toEqual(['path-blocked', 'path-blocked']);
  });

  it.each(['../x', '/x', 'b/../../x', '.', '', 'b/.', 'b//x', 'b\\x', 'x\0'])('P06: the path %j', (path) => {
    const disk = memoryDisk(FOLDER);
    const good = { path: 'y', bytes: new Uint8Array() };
    expect(untouched(disk, { writes: [good, { ...good, path }], removes: [], seen: new Map() })).toEqual(['bad-path']);
    expect(untouched(disk, { writes: [good], removes: [path], seen: new Map() })).toEqual(['bad-path']);
  });

  it('the mark of a crash from before the computer was started stands in no way', () => {
    const disk = memoryDisk({ ...FOLDER, '~$a.txt': '' });
    disk.date(at('~$a.txt'), -1);
    expect(apply(disk, changesTo(disk, WORK, { 'a.txt': 'A2' })).ok).toBe(true);
  });
});

describe('what somebody does while the run writes', () => {
  const mine = new TextEncoder().encode('écrit à l’instant');

  it.each(Object.keys(BEFORE).filter((path) => !path.startsWith('.nec-local')))('to %s: it stays, and all is as before, or the run did not concern it', (path) => {
    const disk = memoryDisk(BEFORE);
    const busy: Disk = { ...disk, create: (draft, bytes) => { disk.create(draft, bytes); if (draft.endsWith('baseline.zip.nec-tmp')) disk.write(at(path), mine); } };
    const result = sampleRun(busy);
    const isConcerned = !['meme.txt', 'à moi.txt'].includes(path);
    expect(codesOf(result)).toEqual(isConcerned ? ['file-changed'] : []);
    expect(documentsIn(disk.tree())).toEqual({ ...documentsIn(memoryDisk(isConcerned ? BEFORE : AFTER).tree()), [path]: 'écrit à l’instant' });
  });

  it('to a file that the run has just written: it stays, when the run is put back', () => {
    const disk = memoryDisk(BEFORE);
    const busy: Disk = {
      ...disk,
      rename: (from, to) => {
        if (to === at('change-b.txt')) {
          disk.write(at('nec-local.yaml'), mine);
          throw systemError('EIO', to);
        }
        disk.rename(from, to);
      },
    };
    expect(() => sampleRun(busy)).toThrow('EIO');
    const { 'nec-local.avant.yaml': beside, ...tree } = documentsIn(disk.tree());
    expect(beside).toBe(BEFORE['nec-local.yaml']);
    expect(tree).toEqual({ ...documentsIn(memoryDisk(BEFORE).tree()), 'nec-local.yaml': 'écrit à l’instant' });
  });

  it('a program takes hold of a file: it is named, and all is as before', () => {
    const disk = memoryDisk(BEFORE);
    const held: Disk = { ...disk, rename: (from, to) => { if (to === at('change-b.txt')) throw systemError('EBUSY', to); disk.rename(from, to); } };
    expect(sampleRun(held)).toEqual({ ok: false, problems: [{ code: 'file-open', args: { path: 'change-b.txt' } }] });
    expect(disk.tree()).toEqual(memoryDisk(BEFORE).tree());
  });
});

describe('F15 F16 P06: nothing is written or removed through a link', () => {
  it.each<[what: string, link: string, target: string, path: string]>([
    ['in place of the file, to one inside', 'lien.txt', 'vrai.txt', 'lien.txt'],
    ['in place of the file, to one outside', 'lien.txt', '../dehors/secret.txt', 'lien.txt'],
    ['that dangles', 'lien.txt', 'absent', 'lien.txt'],
    ['that leads to itself', 'lien.txt', 'lien.txt', 'lien.txt'],
    ['for a folder, to one outside', 'dossier', '../dehors', 'dossier/secret.txt'],
    ['for a folder, to one inside', 'dossier', 'vrai', 'dossier/x.txt'],
    ['for a folder above', 'dossier', '../dehors', 'dossier/sous/x.txt'],
    ['to the folder itself', 'dossier', '.', 'dossier/vrai.txt'],
  ])('a link %s', (_, link, target, path) => {
    const place = workspace();
    const root = join(place, 'x');
    mkdirSync(join(root, 'vrai'), { recursive: true });
    mkdirSync(join(root, '.nec-local'));
    mkdirSync(join(place, 'dehors', 'sous'), { recursive: true });
    for (const file of ['vrai.txt', 'vrai/x.txt', '../dehors/secret.txt', '../dehors/sous/x.txt']) writeFileSync(join(root, file), 'à moi');
    symlinkSync(target, join(root, link));
    const before = snapshot(place);
    for (const seen of [new Map(), new Map([[path, null]])]) {
      expect(codesOf(apply(realDisk, { writes: [{ path, bytes: new Uint8Array([1]) }], removes: [], seen }, root))).toEqual(['path-blocked']);
      expect(codesOf(apply(realDisk, { writes: [{ path: 'neuf.txt', bytes: new Uint8Array([1]) }], removes: [path], seen }, root)).filter((code) => code !== 'path-blocked')).toEqual([]);
    }
    expect({ ...snapshot(place), 'x/neuf.txt': undefined, 'x/.nec-local/annuler.zip': undefined }).toEqual({ ...before, 'x/neuf.txt': undefined, 'x/.nec-local/annuler.zip': undefined });
  });
});
