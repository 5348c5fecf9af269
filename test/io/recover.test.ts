import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BASELINE_FILE, KIT_FILE, RUNNING_FILE, UNDO_FILE } from '../../src/folder/paths.ts';
import { realDisk, temporary, type Disk } from '../../src/io/disk.ts';
import { recover, UNREADABLE_FILE } from '../../src/io/recover.ts';
import { recoveredDisk } from '../../src/io/recovered-disk.ts';
import { encodeRecord, type RecordHead, type RunRecord } from '../../src/io/run-record.ts';
import { sha256 } from '../../src/shared/sha256.ts';
import { dyingDisk } from '../support/faulty-disk.ts';
import { machine } from '../support/machine.ts';
import { memoryDisk, systemError, WORK } from '../support/memory-disk.ts';
import { snapshot, workspace } from '../support/workspace.ts';
import { BEFORE, codesOf, documentsIn, mustWork, sampleRun } from './sample-run.ts';

const recordOf = (record: RunRecord): Uint8Array => Buffer.concat([...encodeRecord(record)]);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEAD: RecordHead = { format: 1, command: 'reporter', since: '2027-03-14T10:22', folders: [], files: [] };

/** A folder where a run was killed that had changed `a.txt` from « A » to « A2 », and more. */
const killed = (more: Readonly<Record<string, string>> = {}, head: Partial<RecordHead> = {}, before: Readonly<Record<string, string>> = {}) => memoryDisk({
  'a.txt': 'A2',
  ...more,
  [RUNNING_FILE]: recordOf({
    ...HEAD,
    files: [{ path: 'a.txt', before: sha256('A'), after: sha256('A2') }],
    ...head,
    bytesBefore: (path) => encode({ 'a.txt': 'A', ...before }[path] ?? ''),
  }),
});

describe('what a killed run left', () => {
  it('is nothing where none was: nothing is touched', () => {
    const disk = memoryDisk(BEFORE);
    expect(mustWork(recover(disk, WORK, machine()))).toBeUndefined();
    expect(disk.tree()).toEqual(memoryDisk(BEFORE).tree());
    expect(recoveredDisk(disk, WORK)).toBe(disk);
  });

  it('is put back, and told: which run, which files', () => {
    const disk = killed();
    expect(mustWork(recover(disk, WORK, machine()))).toEqual({ command: 'reporter', since: '2027-03-14T10:22', restored: ['a.txt'], leftAlone: [], failed: [] });
    expect(disk.tree()).toEqual({ '.nec-local/': '', 'a.txt': 'A' });
  });

  it('beside the work of a person: the earlier version lies beside under a free name', () => {
    const disk = killed({ 'a.txt': 'travail de la personne', 'a.avant.txt': 'déjà là' });
    expect(mustWork(recover(disk, WORK, machine()))).toMatchObject({ restored: [], leftAlone: [{ path: 'a.txt', beside: 'a.avant-2.txt' }] });
    expect(disk.tree()).toMatchObject({ 'a.txt': 'travail de la personne', 'a.avant.txt': 'déjà là', 'a.avant-2.txt': 'A' });
  });

  it('half a record of its own, or half of the memory, goes', () => {
    const drafts = [RUNNING_FILE, UNDO_FILE, KIT_FILE, BASELINE_FILE].map((path) => temporary(path));
    const disk = memoryDisk({ ...Object.fromEntries(drafts.map((path) => [path, 'moitié'])), 'à moi.nec-tmp': 'à moi' });
    mustWork(recover(disk, WORK, machine()));
    expect(disk.tree()).toEqual({ '.nec-local/': '', 'à moi.nec-tmp': 'à moi' });
  });

  it('that does not read is set aside, and stands in no way', () => {
    const disk = memoryDisk({ ...BEFORE, [RUNNING_FILE]: 'abîmé' });
    expect(recoveredDisk(disk, WORK)).toBe(disk);
    expect(mustWork(recover(disk, WORK, machine()))).toBeUndefined();
    expect(disk.tree()).toMatchObject({ [UNREADABLE_FILE]: 'abîmé' });
    mustWork(sampleRun(disk));
  });

  it('F13: waits while a file that has to go back is open', () => {
    const disk = killed({ '.~lock.a.txt#': 'Agent Un,x,poste-a,d,p;' });
    const before = disk.tree();
    expect(recover(disk, WORK, machine())).toEqual({ ok: false, problems: [{ code: 'file-open', args: { path: 'a.txt', owner: 'Agent Un' } }] });
    expect(disk.tree()).toEqual(before);
  });

  it('that the disk refuses to put back is told, and done another time', () => {
    const disk = killed();
    const full: Disk = { ...disk, write: (path) => { throw systemError('ENOSPC', path); } };
    expect(codesOf(recover(full, WORK, machine()))).toEqual(['put-back-failed']);
    expect(mustWork(recover(disk, WORK, machine()))).toMatchObject({ restored: ['a.txt'] });
  });

  it('P06: never through a link that somebody laid since, nor outside', () => {
    const place = workspace();
    const root = join(place, 'x');
    mkdirSync(join(root, '.nec-local'), { recursive: true });
    mkdirSync(join(place, 'dehors'));
    writeFileSync(join(place, 'dehors', 'c.txt'), 'C2');
    writeFileSync(join(place, 'dehors', 'c.txt.nec-tmp'), 'à moi');
    symlinkSync('../dehors', join(root, 'b'));
    symlinkSync('../dehors/c.txt', join(root, 'd.txt'));
    const before = snapshot(join(place, 'dehors'));
    const files = ['b/c.txt', 'd.txt'].map((path) => ({ path, before: sha256('C'), after: sha256('C2') }));
    writeFileSync(join(root, RUNNING_FILE), recordOf({ ...HEAD, files, folders: ['b'], bytesBefore: () => encode('C') }));
    expect(mustWork(recover(realDisk, root, machine()))).toMatchObject({
      restored: [], leftAlone: [{ path: 'b/c.txt', beside: 'c.avant.txt' }, { path: 'd.txt', beside: 'd.avant.txt' }],
    });
    expect(snapshot(join(place, 'dehors'))).toEqual(before);
    expect(realDisk.readText(join(root, 'c.avant.txt'))).toBe('C');
  });
});

describe('those who only read', () => {
  it('see files as they will be again, present or absent, and their folders', () => {
    const disk = killed(
      { 'neuf/n.txt': 'N', 'reste.txt': 'R' },
      { files: [
        { path: 'a.txt', before: sha256('A'), after: sha256('A2') }, { path: 'neuf/n.txt', before: null, after: sha256('N') },
        { path: 'parti/sous/p.txt', before: sha256('P'), after: null },
      ] },
      { 'parti/sous/p.txt': 'P' },
    );
    const view = recoveredDisk(disk, WORK);
    const path = (name: string): string => join(WORK, name);
    expect(view.readText(path('a.txt'))).toBe('A');
    expect(view.readText(path('reste.txt'))).toBe('R');
    expect(['a.txt', 'neuf/n.txt', 'parti', 'parti/sous', 'parti/sous/p.txt', 'reste.txt', 'rien'].map((name) => view.kindOf(path(name))))
      .toEqual(['file', 'missing', 'folder', 'folder', 'file', 'file', 'missing']);
    expect([view.list(WORK), view.list(path('parti')), view.list(path('parti/sous')), view.list(path('neuf'))])
      .toEqual([['.nec-local', 'a.txt', 'neuf', 'parti', 'reste.txt'], ['sous'], ['p.txt'], []]);
    expect(() => view.readBytes(path('neuf/n.txt'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    expect(() => view.list(path('rien'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });

  it('write nothing', () => {
    const disk = memoryDisk(BEFORE);
    expect(() => sampleRun(dyingDisk(disk, 20))).toThrow('killed');
    const before = disk.tree();
    const view = recoveredDisk(disk, WORK);
    for (const path of Object.keys(documentsIn(before))) if (view.kindOf(join(WORK, path)) === 'file') view.readBytes(join(WORK, path));
    expect(disk.tree()).toEqual(before);
  });
});
