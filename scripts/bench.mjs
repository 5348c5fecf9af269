// Whole-process medians, as ratios to a bare Node start measured in the same run. Prints a table; judges nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'bin', 'nec-local.js');
const folder = mkdtempSync(join(tmpdir(), 'nec-bench-'));
const rounds = Number(process.env.ROUNDS ?? 21);

/** The profile that makes the most files and tasks. */
const LARGEST = 'charente-maritime';

// The search alone, as a program: reads the list, then searches once for each word it is given.
await build({
  stdin: {
    contents: `
      import { readFileSync } from 'node:fs';
      import { openIndex } from './src/territory/index-file.ts';
      import { searchAuthorities } from './src/territory/search.ts';
      const [list, ...typed] = process.argv.slice(2);
      const index = openIndex(readFileSync(list, 'utf8'));
      for (const text of typed) searchAuthorities(index, text, 20);`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: join(folder, 'search.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
});
const search = (...typed) => [join(folder, 'search.mjs'), join(root, 'dist', 'territories.txt'), ...typed];
const keyStrokes = [...'saint-denis!'].map((_, index) => 'saint-denis!'.slice(0, index + 1));

// The ready answers of the profile, as a file of answers.
const profile = readFileSync(join(root, 'kits', 'nec', 'profiles', `${LARGEST}.yaml`), 'utf8');
writeFileSync(join(folder, 'a.yaml'), profile.slice(profile.indexOf('answers:') + 'answers:'.length).replace(/^ {2}/gm, ''));

const cases = [
  ['node -e 0 (bare Node)', ['-e', '0']],
  ['--version', [bin, '--version']],
  ['--help', [bin, '--help']],
  ['territory search, 1 key stroke', search('s')],
  [`territory search, ${keyStrokes.length} key strokes`, search(...keyStrokes)],
  [`init --answers --yes --dry-run (${LARGEST})`, [bin, 'init', join(folder, 'x'), '--answers', join(folder, 'a.yaml'), '--yes', '--dry-run', '--quiet', '--today', '2026-11-23']],
  [`init --answers --yes (${LARGEST})`, [bin, 'init', join(folder, 'x'), '--answers', join(folder, 'a.yaml'), '--yes', '--quiet', '--today', '2026-11-23']],
];

const times = new Map(cases.map(([name]) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, args] of cases) {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    times.get(name).push(Number(process.hrtime.bigint() - start) / 1e6);
    if (status !== 0) throw new Error(`${name}: exit ${status}\n${stderr}`);
    rmSync(join(folder, 'x'), { recursive: true, force: true });
  }
}
rmSync(folder, { recursive: true, force: true });

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const bare = median(times.get(cases[0][0]));
console.log(`${rounds} rounds, medians\n`);
for (const [name] of cases) {
  const value = median(times.get(name));
  console.log(`${name.padEnd(56)} ${value.toFixed(0).padStart(6)} ms  ${(value / bare).toFixed(2).padStart(6)} x`);
}
