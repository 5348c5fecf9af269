import { spawn, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { LOCK_FILE, RUNNING_FILE, UNDO_FILE } from '../../../src/folder/paths.ts';
import { snapshot } from '../../support/workspace.ts';
import { startFolder, useProgram } from './program.ts';

type Tree = Readonly<Record<string, string>>;

const program = useProgram();

const run = (command: string, root: string, killAt = 0) => spawnSync(process.execPath, [program, command, root, String(killAt)], { encoding: 'utf8' });
const mustRun = (command: string, root: string): void => expect(run(command, root)).toMatchObject({ status: 0, stderr: '' });
/** What people see, and what the tool remembers; without its record of the last run. */
const documents = (root: string): Tree => Object.fromEntries(Object.entries(snapshot(root)).filter(([path]) => path !== UNDO_FILE));

/** The folder before and after an undisturbed run. */
function bothEnds(command: string): { readonly before: Tree; readonly after: Tree } {
  const root = startFolder();
  const before = documents(root);
  mustRun(command, root);
  return { before, after: documents(root) };
}

/** Each file is old or new; none is missing that both sides have. */
function expectOldOrNew(found: Tree, { before, after }: { readonly before: Tree; readonly after: Tree }, what: string): void {
  for (const [path, hash] of Object.entries(found)) {
    if (path.endsWith('.nec-tmp') || [RUNNING_FILE, LOCK_FILE].includes(path)) continue;
    expect([before[path], after[path]], `${what}: ${path}`).toContain(hash);
  }
  for (const path of Object.keys(before)) if (path in after) expect(Object.keys(found), what).toContain(path);
}

describe('W14: a real process, really killed', () => {
  it('before each change of the disk: the next run ends as if nothing had happened, and is undone', () => {
    const ends = bothEnds('generer');
    let kills = 0;
    for (let at = 1; ; at += 1) {
      const root = startFolder();
      const { signal, status } = run('generer', root, at);
      if (signal === null) {
        expect(status).toBe(0);
        break;
      }
      kills += 1;
      expectOldOrNew(documents(root), ends, `change ${at}`);
      if (at % 3 === 0) {
        mustRun('generer', root);
        expect(documents(root), `change ${at}`).toEqual(ends.after);
        if (at % 2 === 0) mustRun('annuler', root);
        if (at % 2 === 0) expect(documents(root), `change ${at}`).toEqual(ends.before);
      } else {
        // Killed a second time, while the first is taken back or the run is done again.
        run('generer', root, at);
        mustRun('generer', root);
        expect(documents(root), `change ${at}`).toEqual(ends.after);
      }
    }
    expect(kills).toBeGreaterThan(25);
  }, 180_000);

  it('at any moment, from outside, while it writes many files: the same', async () => {
    const ends = bothEnds('gros');
    const timed = startFolder();
    const duration = await killAfter(timed, Infinity);
    let killed = 0;
    for (let moment = 0; moment < 6; moment += 1) {
      const root = startFolder();
      await killAfter(root, duration.milliseconds * (moment + 0.5) / 6).then(({ signal }) => { if (signal === 'SIGKILL') killed += 1; });
      expectOldOrNew(documents(root), ends, `moment ${moment}`);
      mustRun('gros', root);
      expect(documents(root), `moment ${moment}`).toEqual(ends.after);
      mustRun('annuler', root);
      expect(documents(root), `moment ${moment}`).toEqual(ends.before);
    }
    expect(killed).toBeGreaterThan(2);
  }, 180_000);
});

/** Kills the run so many milliseconds after it has begun to write. */
function killAfter(root: string, delay: number): Promise<{ readonly signal: string | null; readonly milliseconds: number }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'gros', root], { stdio: ['ignore', 'pipe', 'inherit'] });
    let began = Date.now();
    child.stdout.once('data', () => {
      began = Date.now();
      if (delay !== Infinity) setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('close', (_code, signal) => resolve({ signal, milliseconds: Date.now() - began }));
  });
}

describe('W13: real processes at the same moment', () => {
  it('one has the folder, the others are told who; then it is free, and the folder whole', async () => {
    const ends = bothEnds('gros');
    const root = startFolder();
    const all = await Promise.all(Array.from({ length: 6 }, () => new Promise<{ readonly status: number | null; readonly said: string }>((resolve) => {
      const child = spawn(process.execPath, [program, 'gros', root], { stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      child.stdout.on('data', (data: Buffer) => { said += data.toString(); });
      child.on('close', (status) => resolve({ status, said }));
    })));
    const refused = all.filter(({ status }) => status !== 0);
    expect(refused.length).toBeLessThan(6);
    for (const { said } of refused) expect(JSON.parse(said)).toMatchObject([{ code: 'folder-locked', args: { command: 'gros' } }]);
    expect(documents(root)).toEqual(ends.after);
    mustRun('annuler', root);
    expect(documents(root)).toEqual(ends.before);
  });

  it('after a run that was killed too: its lock is no obstacle, and nobody shares it', async () => {
    const ends = bothEnds('gros');
    for (let round = 0; round < 3; round += 1) {
      const root = startFolder();
      expect(run('gros', root, 30).signal).toBe('SIGKILL');
      const all = await Promise.all(Array.from({ length: 6 }, () => new Promise<number | null>((resolve) => {
        spawn(process.execPath, [program, 'gros', root], { stdio: 'ignore' }).on('close', resolve);
      })));
      expect(all).toContain(0);
      expect(documents(root)).toEqual(ends.after);
    }
  });
});
