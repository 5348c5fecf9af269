import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { countingDisk, dyingDisk, refusingDisk } from '../support/faulty-disk.ts';
import { memoryDisk } from '../support/memory-disk.ts';
import { BIN, runIn, TODAY } from '../support/shell.ts';
import { filesIn, runBuilt, snapshot, workspace } from '../support/workspace.ts';

const GOOD = ['init', 'x', '--profil', 'creuse', '--yes'];
const DRAFT = { 'x/nec-local.brouillon.yaml': 'collectivite: departement:23\n' };

let undisturbed: Readonly<Record<string, string>>;
let changes: number;

beforeAll(async () => {
  const disk = memoryDisk();
  const counting = countingDisk(disk);
  expect((await runIn({ disk: counting }, ...GOOD)).exit).toBe(0);
  undisturbed = disk.tree();
  changes = counting.changes();
});

describe('a disk that refuses a change, whichever it is', () => {
  it.each([
    ['ENOSPC', 1, 74, /^Le disque est plein : impossible d’écrire .*\. Ce qui avait été écrit a été retiré\. Libérez de la place, puis recommencez\.\n$/],
    ['EACCES', 5, 73, /^Vous n’avez pas le droit d’écrire .*\. Rien n’a été gardé\. /],
    ['EROFS', 5, 73, /^Vous n’avez pas le droit d’écrire /],
    ['EIO', 5, 74, /^Le disque a refusé .* \(EIO\)\. Rien n’a été gardé\.\n$/],
  ])('%s, one change in %i: exit %i, one sentence, the folder as before, the draft kept', async (code, step, exit, said) => {
    expect(changes).toBeGreaterThan(20);
    for (const start of [{}, DRAFT]) {
      const before = memoryDisk(start).tree();
      // With a draft the folder is there already: one change less to make.
      const last = 'x/nec-local.brouillon.yaml' in start ? changes - 1 : changes;
      for (let at = 1; at <= last; at += step) {
        const disk = memoryDisk(start);
        const ran = await runIn({ disk: refusingDisk(disk, at, code) }, ...GOOD);
        expect(ran.err, `change ${at}`).toMatch(said);
        expect({ exit: ran.exit, out: ran.out }, `change ${at}`).toEqual({ exit, out: '' });
        expect(disk.tree(), `change ${at}`).toEqual(before);
      }
    }
  }, 240_000);

  it('a draft that cannot be taken away is no failure: the folder is whole', async () => {
    const disk = memoryDisk(DRAFT);
    const ran = await runIn({ disk: refusingDisk(disk, changes, 'EACCES') }, ...GOOD);
    expect(ran).toMatchObject({ exit: 0, err: '' });
    expect(disk.tree()).toEqual({ ...undisturbed, ...DRAFT });
  });

  it('with --json, the refusal is a document too', async () => {
    const ran = await runIn({ disk: refusingDisk(memoryDisk(), 5, 'ENOSPC') }, ...GOOD, '--json');
    expect(JSON.parse(ran.out)).toMatchObject({ exit: 74, problems: [{ code: 'disk-full' }] });
  });
});

describe('a run that is killed', () => {
  it('at any change: the same command finishes, and gives the bytes of an undisturbed run', async () => {
    for (const [start, step] of [[{}, 1], [DRAFT, 4]] as const) {
      for (let at = 1; at < changes; at += step) {
        const disk = memoryDisk(start);
        expect((await runIn({ disk: dyingDisk(disk, at) }, ...GOOD)).exit).toBe(1);
        expect(await runIn({ disk }, ...GOOD), `change ${at}`).toMatchObject({ exit: 0, err: '' });
        expect(disk.tree(), `change ${at}`).toEqual(undisturbed);
      }
    }
  }, 240_000);

  it('then other answers: nothing of the first run stays', async () => {
    const other = ['init', 'x', '--profil', 'sicoval', '--yes', '--set', 'textes=markdown'];
    const clean = memoryDisk();
    await runIn({ disk: clean }, ...other);
    for (let at = 1; at < changes; at += 7) {
      const disk = memoryDisk();
      await runIn({ disk: dyingDisk(disk, at) }, ...GOOD);
      expect((await runIn({ disk }, ...other)).exit).toBe(0);
      expect(filesIn(disk.tree()), `change ${at}`).toEqual(filesIn(clean.tree()));
    }
  });

  it('then a person works in what is there: the next run refuses, and touches nothing', async () => {
    for (let at = 8; at < changes; at += 5) {
      for (const mine of ['x/nec-local.yaml', 'x/mes notes.txt']) {
        const killed = memoryDisk();
        await runIn({ disk: dyingDisk(killed, at) }, ...GOOD);
        const disk = memoryDisk({ ...killed.tree(), [mine]: 'mes mots à moi' });
        const before = disk.tree();
        const ran = await runIn({ disk }, ...GOOD);
        expect(ran.exit, `change ${at}, ${mine}`).toBe(73);
        expect(ran.err).toContain('contient déjà des fichiers');
        expect(disk.tree()).toEqual(before);
      }
    }
  });
});

describe('a real process, really killed', () => {
  /** Starts the built program and kills it after so many milliseconds. */
  const killAfter = (cwd: string, milliseconds: number): Promise<string | null> => new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...GOOD, '--today', TODAY], { cwd, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('exit', (_code, signal) => {
      clearTimeout(timer);
      resolve(signal);
    });
  });

  it('at a dozen moments: the same command finishes', async () => {
    const place = workspace();
    runBuilt(place, [...GOOD]);
    const whole = snapshot(join(place, 'x'));
    const started = Date.now();
    runBuilt(place, ['init', 'y', ...GOOD.slice(2)]);
    const duration = Date.now() - started;
    let killed = 0;
    for (let moment = 0; moment < 12; moment += 1) {
      // The writing is the last part of the run.
      const where = workspace();
      if (await killAfter(where, duration * (0.6 + moment * 0.04)) === 'SIGKILL') killed += 1;
      const left = filesIn(snapshot(where));
      const again = runBuilt(where, [...GOOD]);
      if (left.length > 0 && again.exit === 73) expect(snapshot(join(where, 'x'))).toEqual(whole);
      else expect(again).toMatchObject({ exit: 0, err: '' });
      expect(snapshot(join(where, 'x'))).toEqual(whole);
    }
    expect(killed).toBeGreaterThan(0);
  }, 120_000);

  it('a person’s file beside, in a folder half written, is never touched', async () => {
    const where = workspace();
    for (const milliseconds of [250, 300, 350, 400, 450]) {
      await killAfter(where, milliseconds);
      if (filesIn(snapshot(where)).length > 0) break;
    }
    if (filesIn(snapshot(where)).length === 0) runBuilt(where, [...GOOD]);
    writeFileSync(join(where, 'x', 'mes notes.txt'), 'à moi');
    const before = snapshot(where);
    expect(runBuilt(where, [...GOOD]).exit).toBe(73);
    expect(snapshot(where)).toEqual(before);
  });
});
