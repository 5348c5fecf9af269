import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { BIN, plain, TODAY } from './shell.ts';

/** An empty folder on the real disk, gone at the end of the test. */
export function workspace(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'nec-test-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Path → hash of every file under a folder; links and folders are there too, so that nothing new goes unseen. */
export function snapshot(root: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const visit = (folder: string): void => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      const stats = lstatSync(path);
      const key = relative(root, path);
      if (stats.isDirectory()) {
        found[`${key}/`] = 'folder';
        visit(path);
      } else {
        found[key] = stats.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'link';
      }
    }
  };
  visit(root);
  return found;
}

/** Only the files of a snapshot. */
export const filesIn = (tree: Readonly<Record<string, string>>): readonly string[] => Object.keys(tree).filter((path) => !path.endsWith('/'));

/** The built program as a process of its own, on the day of the tests. */
export function runBuilt(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}, input = '', program = BIN) {
  const today = argv[0] === 'init' && !argv.includes('--today') ? ['--today', TODAY] : [];
  const { status, stdout, stderr, signal } = spawnSync(process.execPath, [program, ...argv, ...today], {
    cwd, input, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: cwd === '/' ? '/root' : join(cwd, '..', 'no-such-home'), ...env },
  });
  return { exit: status, out: plain(stdout), err: plain(stderr), signal };
}
