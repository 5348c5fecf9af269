// Whole-process medians, as ratios to a bare Node start measured in the same run. Prints a table; judges nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { fillPlanning, kitWithDocuments, makeFolder, TODAY } from './bench-living.mjs';

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
      const index = openIndex(readFileSync(list));
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

// Folders that live: nothing to do, where we stand, the date moves (foretold, so that each round finds the same folder).
const there = (place, ...argv) => [bin, ...argv, '-C', place, '--quiet', '--today', TODAY];
const move = (place) => there(place, 'reporter', '2027-11-18', '--dry-run');
const lived = makeFolder(bin, join(folder, 'vecu'), '--profil', LARGEST);
const [hundred, thousand] = [100, 1_000].map((count) =>
  makeFolder(bin, join(folder, `textes-${count}`), '--kit', kitWithDocuments(root, join(folder, `kit-${count}`), count), '--profil', LARGEST));
const [short, long] = [1_000, 10_000].map((rows) => fillPlanning(makeFolder(bin, join(folder, `lignes-${rows}`), '--profil', LARGEST), rows));

const cases = [
  ['node -e 0 (bare Node)', ['-e', '0']],
  ['--version', [bin, '--version']],
  ['--help', [bin, '--help']],
  ['territory search, 1 key stroke', search('s')],
  [`territory search, ${keyStrokes.length} key strokes`, search(...keyStrokes)],
  [`init --answers --yes --dry-run (${LARGEST})`, [bin, 'init', join(folder, 'x'), '--answers', join(folder, 'a.yaml'), '--yes', '--dry-run', '--quiet', '--today', '2026-11-23']],
  [`init --answers --yes (${LARGEST})`, [bin, 'init', join(folder, 'x'), '--answers', join(folder, 'a.yaml'), '--yes', '--quiet', '--today', '2026-11-23']],
  ['generer, nothing to do', there(lived, 'generer')],
  ['etat', there(lived, 'etat')],
  ['reporter --dry-run', move(lived)],
];
// Long ones: a few rounds are enough to see how they grow.
const scales = [
  ['reporter --dry-run, 100 more documents', move(hundred)],
  ['reporter --dry-run, 1 000 more documents', move(thousand)],
  ['reporter --dry-run, 1 000 lines of people', move(short)],
  ['reporter --dry-run, 10 000 lines of people', move(long)],
];

// What a process used at most, told as its last line.
const meter = join(folder, 'meter.cjs');
writeFileSync(meter, "process.on('exit', () => require('node:fs').writeSync(2, `\\n#${process.resourceUsage().maxRSS}`));");

const times = new Map([...cases, ...scales].map(([name]) => [name, []]));
const memory = new Map();
function measure([name, args]) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--require', meter, ...args], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  times.get(name).push(Number(process.hrtime.bigint() - start) / 1e6);
  if (status !== 0) throw new Error(`${name}: exit ${status}\n${stderr}`);
  memory.set(name, Math.max(memory.get(name) ?? 0, Number(/#(\d+)$/.exec(stderr)?.[1] ?? 0) / 1024));
  rmSync(join(folder, 'x'), { recursive: true, force: true });
}
for (let round = 0; round < rounds; round += 1) cases.forEach(measure);
for (let round = 0; round < Math.min(rounds, 3); round += 1) scales.forEach(measure);
rmSync(folder, { recursive: true, force: true });

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const bare = median(times.get(cases[0][0]));
console.log(`${rounds} rounds, medians; memory: the most of all rounds\n`);
for (const [name] of [...cases, ...scales]) {
  const value = median(times.get(name));
  console.log(`${name.padEnd(56)} ${value.toFixed(0).padStart(6)} ms  ${(value / bare).toFixed(2).padStart(6)} x  ${memory.get(name).toFixed(0).padStart(4)} MB`);
}
