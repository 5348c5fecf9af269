import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCK_FILE } from '../../src/folder/paths.ts';
import { realDisk, type Disk } from '../../src/io/disk.ts';
import { lockFolder, type FolderLock } from '../../src/io/folder-lock.ts';
import { thisMachine } from '../../src/io/machine.ts';
import { countingDisk, dyingDisk, Killed } from '../support/faulty-disk.ts';
import { machine } from '../support/machine.ts';
import { memoryDisk, systemError, WORK, type MemoryDisk } from '../support/memory-disk.ts';
import { snapshot, workspace } from '../support/workspace.ts';

const boot = { bootedAt: () => 1_000 };
const here = machine({ ...boot, isAlive: () => true });
/** A run of a process that will be gone: it sees itself alive, and nobody else does. */
const dying = (pid = 666) => machine({ pid, isAlive: (other) => other === pid });
const others = machine({ ...boot, isAlive: (pid) => pid < 600 });

function take(disk: Disk, who = here, command = 'generer'): FolderLock {
  const lock = lockFolder(disk, WORK, who, command);
  if (!lock.ok) throw new Error(JSON.stringify(lock.problems));
  return lock.value;
}

const isTaken = (disk: Disk, who = here): boolean => !lockFolder(disk, WORK, who, 'etat').ok;
const lockText = (more: object): string => JSON.stringify({ command: 'reporter', user: 'x', host: 'poste-a', since: '2027-03-14T09:00', at: 5_000, pid: 7, key: 'k', ...more });
const withLock = (text: string, modifiedAt = 999_999): MemoryDisk => {
  const disk = memoryDisk({ [LOCK_FILE]: text });
  disk.date(`${WORK}/${LOCK_FILE}`, modifiedAt);
  return disk;
};

describe('W13: one run at a time', () => {
  it('the second is told who has the folder, since when, and which file says so', () => {
    const disk = memoryDisk();
    take(disk, here, 'reporter');
    expect(lockFolder(disk, WORK, machine({ pid: 101, isAlive: () => true }), 'generer')).toEqual({
      ok: false,
      problems: [{ code: 'folder-locked', args: { path: LOCK_FILE, who: 'agent, poste-a', command: 'reporter', since: '2027-03-14T10:22' } }],
    });
  });

  it('of a lock that somebody wrote by hand, only what makes sense is told', () => {
    expect(lockFolder(withLock(lockText({ since: 'hier', user: 3, command: [] })), WORK, others, 'etat'))
      .toEqual({ ok: false, problems: [{ code: 'folder-locked', args: { path: LOCK_FILE, who: 'poste-a' } }] });
  });

  it('a release leaves nothing, and the next one takes it', () => {
    const disk = memoryDisk();
    const lock = take(disk);
    expect(isTaken(disk)).toBe(true);
    lock.release();
    expect(disk.tree()).toEqual({ '.nec-local/': '' });
    take(disk).release();
    lock.release();
    expect(disk.tree()).toEqual({ '.nec-local/': '' });
  });

  it('a release that the disk refuses is no failure', () => {
    const disk = memoryDisk();
    const lock = take({ ...disk, removeFile: (path) => { throw systemError('EACCES', path); } });
    expect(() => lock.release()).not.toThrow();
  });

  it('a folder that may not be written says so', () => {
    const disk = memoryDisk();
    const closed: Disk = { ...disk, makeFolder: (path) => { throw systemError('EROFS', path); } };
    expect(() => take(closed)).toThrow(expect.objectContaining({ code: 'EROFS' }));
  });
});

describe('a lock that a run left behind', () => {
  it.each<[what: string, text: string, taken: boolean, modifiedAt?: number]>([
    ['of a process that lives', lockText({}), true],
    ['of a process that is gone', lockText({ pid: 666 }), false],
    ['from before the computer was started, whoever has the number now', lockText({ at: 999 }), false],
    ['that does not say when', lockText({ at: undefined }), false],
    ['of another computer, were it old', lockText({ host: 'poste-b', pid: 666, at: 1 }), true],
    ['half written, a moment ago', '{"pid"', true],
    ['empty, a moment ago', '', true],
    ['half written, long ago', '{"pid"', false, 1_000],
    ['that is something else', 'null', false, 1_000],
    ['that is a link', '@link', true, 1_000],
  ])('%s: taken is %s', (_, text, taken, modifiedAt) => {
    expect(isTaken(withLock(text, modifiedAt), others)).toBe(taken);
  });

  it('is gone once its successor has finished', () => {
    const disk = withLock(lockText({ pid: 666 }));
    take(disk, others).release();
    expect(disk.tree()).toEqual({ '.nec-local/': '' });
  });

  it('and its dead successor, and the next: they too', () => {
    const disk = memoryDisk();
    for (let runs = 0; runs < 4; runs += 1) take(disk, dying(600 + runs));
    expect(Object.keys(disk.tree())).toHaveLength(5);
    const lock = take(disk, others);
    expect(isTaken(disk, others)).toBe(true);
    lock.release();
    expect(disk.tree()).toEqual({ '.nec-local/': '' });
  });

  it('and several that were killed before they could fill theirs', () => {
    const disk = memoryDisk();
    for (let runs = 0; runs < 3; runs += 1) {
      const later = machine({ now: () => 1_000_000 * (runs + 1), isAlive: () => true });
      expect(() => take(dyingDisk(disk, runs === 0 ? 2 : 1), later)).toThrow(Killed);
    }
    take(disk, machine({ now: () => 9_000_000 })).release();
    expect(disk.tree()).toEqual({ '.nec-local/': '' });
  });

  it('by a run killed at any change, is no obstacle, and nothing of it stays', () => {
    const whole = countingDisk(withLock(lockText({ pid: 666 })));
    take(whole, dying(667)).release();
    for (let at = 1; at <= whole.changes(); at += 1) {
      const disk = withLock(lockText({ pid: 666 }));
      expect(() => take(dyingDisk(disk, at), dying(667)).release(), `change ${at}`).toThrow(Killed);
      const later = machine({ now: () => 2_000_000, isAlive: (pid) => pid < 600 });
      take(disk, later).release();
      expect(disk.tree(), `change ${at}`).toEqual({ '.nec-local/': '' });
    }
  });
});

describe('runs at the same moment', () => {
  const beginnings: readonly (readonly [string, () => MemoryDisk])[] = [
    ['an empty folder', () => memoryDisk({ '.nec-local/': '' })],
    ['a dead lock', () => withLock(lockText({ pid: 666 }))],
    ['two dead locks', () => {
      const disk = withLock(lockText({ pid: 666 }));
      take(disk, dying(667));
      return disk;
    }],
  ];
  type Meanwhile = (disk: Disk) => FolderLock | undefined;
  const tryTo = (disk: Disk, who: typeof here): FolderLock | undefined => {
    const lock = lockFolder(disk, WORK, who, 'x');
    return lock.ok ? lock.value : undefined;
  };
  const deeds: Readonly<Record<string, Meanwhile>> = {
    'takes it': (disk) => tryTo(disk, others),
    'takes it and is done': (disk) => void tryTo(disk, others)?.release(),
    'takes it and dies': (disk) => void tryTo(disk, dying(668)),
    'comes twice': (disk) => { tryTo(disk, others)?.release(); return tryTo(disk, others); },
  };
  /** Does `deed` just before the disk is asked for the `at`th time. */
  const interrupted = (disk: Disk, at: number, deed: () => void): { readonly disk: Disk; readonly asked: () => number } => {
    let asked = 0;
    const wrap = <A extends readonly unknown[], R>(work: (...args: A) => R) => (...args: A): R => {
      asked += 1;
      if (asked === at) deed();
      return work(...args);
    };
    return {
      asked: () => asked,
      disk: {
        ...disk, kindOf: wrap(disk.kindOf), readBytes: wrap(disk.readBytes), create: wrap(disk.create), list: wrap(disk.list),
        modifiedAt: wrap(disk.modifiedAt), removeFile: wrap(disk.removeFile),
      },
    };
  };

  it.each(beginnings)('%s: whatever another run does between any two steps of ours, one at most has it, and it is never lost', (_, begin) => {
    let cases = 0;
    for (const [what, deed] of Object.entries(deeds)) {
      for (let at = 1; at <= 60; at += 1) {
        const disk = begin();
        let theirs: FolderLock | undefined;
        const mine = interrupted(disk, at, () => { theirs = deed(disk); });
        const lock = tryTo(mine.disk, others);
        if (mine.asked() < at) break;
        cases += 1;
        expect([lock, theirs].filter(Boolean).length, `${what} at ${at}`).toBeLessThanOrEqual(1);
        if (what === 'takes it') expect(lock ?? theirs, `${what} at ${at}`).toBeDefined();
        lock?.release();
        theirs?.release();
        expect(isTaken(disk, others), `${what} at ${at}: afterwards`).toBe(false);
      }
    }
    expect(cases).toBeGreaterThan(20);
  });

  it('a run that sees half of a release, and a run that comes right after it', () => {
    for (const [, begin] of beginnings) {
      for (let at = 1; at <= 16; at += 1) {
        for (let gone = 0; gone <= 3; gone += 1) {
          const disk = begin();
          const slow: string[] = [];
          const mine = interrupted(disk, at, () => {
            tryTo({ ...disk, removeFile: (path) => void slow.push(path) }, others)?.release();
            slow.splice(0, gone).forEach(disk.removeFile);
          });
          const locks = [tryTo(mine.disk, others)];
          slow.forEach(disk.removeFile);
          locks.push(tryTo(disk, others));
          expect(locks.filter(Boolean).length, `${at}, ${gone}`).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  it('three runs, each between any two steps of the one before', () => {
    for (const [, begin] of beginnings) {
      for (let first = 1; first <= 16; first += 1) {
        for (let second = 1; second <= 16; second += 1) {
          for (const deed of ['takes it', 'takes it and is done'] as const) {
            const disk = begin();
            const locks: (FolderLock | undefined)[] = [];
            const inner = interrupted(disk, second, () => { locks.push(deeds[deed]?.(disk)); });
            const outer = interrupted(disk, first, () => { locks.push(tryTo(inner.disk, others)); });
            locks.push(tryTo(outer.disk, others));
            expect(locks.filter(Boolean).length, `${first}, ${second}, ${deed}`).toBeLessThanOrEqual(1);
          }
        }
      }
    }
  });
});

describe('on the real disk', () => {
  it('this process lives, one that ended does not', () => {
    const real = thisMachine();
    expect(real.isAlive(process.pid)).toBe(true);
    expect(real.isAlive(2 ** 22 + 12_345)).toBe(false);
    expect(real.bootedAt()).toBeLessThan(real.now());
    expect(real.localTime(new Date(2027, 2, 14, 9, 5).getTime())).toBe('2027-03-14T09:05');
  });

  it('is held, told, and released', () => {
    const place = workspace();
    const lock = lockFolder(realDisk, place, thisMachine(), 'generer');
    expect(lockFolder(realDisk, place, thisMachine(), 'generer')).toMatchObject({ ok: false, problems: [{ code: 'folder-locked', args: { command: 'generer' } }] });
    if (lock.ok) lock.value.release();
    expect(snapshot(place)).toEqual({ '.nec-local/': 'folder' });
  });

  it('P06: no lock is made behind a link', () => {
    const place = workspace();
    mkdirSync(join(place, 'dehors'));
    mkdirSync(join(place, 'x'));
    symlinkSync('../dehors', join(place, 'x', '.nec-local'));
    expect(lockFolder(realDisk, join(place, 'x'), thisMachine(), 'generer')).toMatchObject({ ok: false, problems: [{ code: 'path-blocked', args: { by: 'link' } }] });
    expect(snapshot(join(place, 'dehors'))).toEqual({});
  });
});
