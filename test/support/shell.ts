import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/run.ts';
import type { Shell } from '../../src/cli/shell.ts';
import type { Disk } from '../../src/io/disk.ts';
import type { Machine } from '../../src/io/machine.ts';
import type { Prompter } from '../../src/io/prompter.ts';
import { createLinePrompter } from '../../src/io/prompts/line-prompter.ts';
import { machine } from './machine.ts';
import { HOME, memoryDisk, WORK } from './memory-disk.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What the build made: compiled kits, list of authorities, the program. */
export const DIST = join(ROOT, 'dist');
export const BIN = join(ROOT, 'bin', 'nec-local.js');

/** The day of every test, unless it says another. */
export const TODAY = '2026-11-23';

export interface TestWorld {
  /** The disk; by default an empty one, in memory. */
  readonly disk?: Disk;
  readonly machine?: Machine;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Lines on a pipe, for the accessible mode. */
  readonly lines?: readonly string[];
  /** A person at a terminal. */
  readonly person?: Prompter;
  /** stdout is a terminal. */
  readonly terminal?: boolean;
  /** No-break spaces stay what they are. */
  readonly raw?: boolean;
}

/** What came out. No-break spaces are read as spaces: that they are there is another test's business. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** Pages given to the person's browser. */
  readonly opened: readonly string[];
}

export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** Runs one command line inside this process, in a world of its own. */
export async function runIn(world: TestWorld, ...argv: readonly string[]): Promise<Ran> {
  if (!existsSync(join(DIST, 'kits', '_list.json'))) throw new Error('dist/ is missing: node scripts/build.mjs');
  const said = { out: '', err: '' };
  const opened: string[] = [];
  const input = Readable.from((world.lines ?? []).map((line) => `${line}\n`));
  const output = new Writable({ write: (chunk, _encoding, done) => { said.err += String(chunk); done(); } });
  const shell: Shell = {
    cwd: world.cwd ?? WORK,
    env: { HOME, ...world.env },
    stdinIsTerminal: world.person !== undefined,
    stdoutIsTerminal: world.terminal ?? false,
    disk: world.disk ?? memoryDisk(),
    machine: world.machine ?? machine(),
    assets: DIST,
    today: () => TODAY,
    out: (text) => { said.out += text; },
    err: (text) => { said.err += text; },
    columns: undefined,
    prompter: async ({ accessible }) => (world.person && !accessible ? world.person : createLinePrompter({ input, output })),
    open: (path) => void opened.push(path),
    uninterrupted: (work) => work(),
  };
  const exit = await run(argv, shell);
  const seen = world.raw ? (text: string) => text : plain;
  return { exit, out: seen(said.out), err: seen(said.err), opened };
}
