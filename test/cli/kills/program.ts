import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { BEFORE } from '../../io/sample-run.ts';
import { ROOT } from '../../support/shell.ts';
import { workspace } from '../../support/workspace.ts';

/** Builds `run-process.ts` for the tests of a file; gives the path of the program. */
export function useProgram(): string {
  const place = mkdtempSync(join(tmpdir(), 'nec-program-'));
  const program = join(place, 'run-process.mjs');
  beforeAll(async () => {
    await build({ entryPoints: [join(ROOT, 'test/cli/kills/run-process.ts')], outfile: program, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  return program;
}

/** A folder on the real disk, before the run. @param uid of whom it is, when the superuser tests */
export function startFolder(uid?: number): string {
  const root = workspace();
  const give = (path: string): void => { if (uid !== undefined) chownSync(path, uid, uid); };
  for (const [path, text] of Object.entries(BEFORE)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    give(dirname(join(root, path)));
    writeFileSync(join(root, path), text);
    give(join(root, path));
  }
  return root;
}
