import { describe, expect, it } from 'vitest';
import { memoryDisk } from '../support/memory-disk.ts';
import { runIn, type TestWorld } from '../support/shell.ts';

const GOOD = ['init', 'x', '--profil', 'creuse', '--yes'];
const hasEscape = (text: string): boolean => /[\u001b\u009b]/.test(text);

describe('W11 --json: one document on stdout, whatever happens', () => {
  it.each<[what: string, argv: readonly string[], exit: number]>([
    ['success', GOOD, 0],
    ['a dry run', [...GOOD, '--dry-run'], 0],
    ['a kit that is good', ['kit', 'verifier', `${import.meta.dirname}/../../kits/nec`], 0],
    ['an unknown flag', ['init', '--jsno'], 2],
    ['an unknown command', ['intt'], 2],
    ['a bad day', [...GOOD, '--today', 'demain'], 2],
    ['an unknown profile', ['init', 'x', '--profil', 'creusee'], 2],
    ['missing answers', ['init', 'x'], 4],
    ['missing answers at a terminal', ['init', 'x', '--accessible'], 4],
    ['bad answers', [...GOOD, '--set', 'jauge=abc', '--set', 'lieux=x'], 65],
    ['a bad file', [...GOOD, '--answers', 'bad.yaml'], 65],
    ['no such kit', [...GOOD, '--kit', 'absent'], 65],
    ['a folder that is full', ['init', 'plein', '--profil', 'creuse', '--yes'], 73],
    ['a folder that is a file', ['init', 'bad.yaml', '--profil', 'creuse', '--yes'], 73],
  ])('%s', async (_, argv, exit) => {
    const disk = memoryDisk({ 'bad.yaml': 'lieux: x\njauge: abc\n', 'plein/notes.txt': 'à moi' });
    const ran = await runIn({ disk, terminal: true, env: { FORCE_COLOR: '3' } }, ...argv, '--json');
    const said = JSON.parse(ran.out) as { exit: number; problems: { code: string; message: string; at?: unknown }[]; changes?: unknown };
    expect(ran.err).toBe('');
    expect(ran.exit).toBe(exit);
    expect(said.exit).toBe(exit);
    expect(hasEscape(ran.out)).toBe(false);
    if (exit === 0) expect(said.problems).toEqual([]);
    else expect(said.problems.length).toBeGreaterThan(0);
    for (const { code, message } of said.problems) {
      expect(code).toMatch(/^[a-z-]+$/);
      expect(message).toMatch(/\p{L}/u);
    }
  });

  it('gives the folder, the changes and the alerts', async () => {
    const disk = memoryDisk();
    const { out } = await runIn({ disk }, ...GOOD, '--json');
    const said = JSON.parse(out) as { folder: string; changes: { path: string; kind: string }[]; alerts: readonly Readonly<Record<string, unknown>>[] };
    expect(said.folder).toMatch(/\/x$/);
    expect(said.changes).toContainEqual({ path: 'nec-local.yaml', kind: 'create' });
    expect(said.alerts.length).toBeGreaterThan(0);
    for (const { validUntil, ...alert } of said.alerts) {
      expect(alert).toEqual({
        rule: expect.any(String), severity: expect.stringMatching(/^(blocking|warning|info)$/), message: expect.any(String), todo: expect.any(String),
        source: expect.stringMatching(/^[\w-]+(, [\w-]+)*$/), checkedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), confidence: expect.stringMatching(/^(high|medium|low)$/),
      });
      expect(['string', 'undefined']).toContain(typeof validUntil);
    }
  });

  it('gives the place of a problem', async () => {
    const disk = memoryDisk({ 'bad.yaml': 'lieux: x\n' });
    const { out } = await runIn({ disk }, ...GOOD, '--answers', 'bad.yaml', '--json');
    expect(JSON.parse(out)).toMatchObject({ problems: [{ code: 'answer-unknown', at: { file: 'bad.yaml', line: 1, column: 1 } }] });
  });
});

describe('W10 colours are for terminals that want them', () => {
  it.each<[what: string, world: TestWorld, flags: readonly string[], colours: boolean]>([
    ['a terminal', { terminal: true }, [], true],
    ['a pipe', {}, [], false],
    ['NO_COLOR', { terminal: true, env: { NO_COLOR: '1' } }, [], false],
    ['an empty NO_COLOR', { terminal: true, env: { NO_COLOR: '' } }, [], true],
    ['an empty FORCE_COLOR', { env: { FORCE_COLOR: '' } }, [], false],
    ['TERM=dumb', { terminal: true, env: { TERM: 'dumb' } }, [], false],
    ['--no-color', { terminal: true }, ['--no-color'], false],
    ['FORCE_COLOR on a pipe', { env: { FORCE_COLOR: '1' } }, [], true],
    ['FORCE_COLOR=0 on a pipe', { env: { FORCE_COLOR: '0' } }, [], false],
    ['FORCE_COLOR and --no-color', { env: { FORCE_COLOR: '1' } }, ['--no-color'], false],
    ['--json', { terminal: true, env: { FORCE_COLOR: '1' } }, ['--json'], false],
  ])('%s', async (_, world, flags, colours) => {
    const { out, err } = await runIn(world, ...GOOD, ...flags);
    expect(hasEscape(out)).toBe(colours);
    expect(hasEscape(err)).toBe(false);
  });

  it('carry nothing of their own: the words are the same without', async () => {
    const plain = await runIn({}, ...GOOD);
    const coloured = await runIn({ terminal: true }, ...GOOD);
    expect(coloured.out.replace(/\u001b\[\d+m/g, '')).toBe(plain.out);
  });
});

describe('who hears what', () => {
  it('the result goes to stdout, and nothing else speaks', async () => {
    const { out, err } = await runIn({}, ...GOOD);
    expect(err).toBe('');
    expect(out).toContain('Votre dossier est prêt : /memoire/travail/x');
    expect(out).toContain('Pour commencer :\n  1. ');
    expect(out).toMatch(/Ouvrez d’abord : .*LISEZ-MOI\.html\n$/);
  });

  it('--quiet says nothing when all is well, and everything when it is not', async () => {
    expect(await runIn({}, ...GOOD, '--quiet')).toMatchObject({ exit: 0, out: '', err: '' });
    expect((await runIn({}, ...GOOD, '--quiet', '--set', 'jauge=abc')).err).toContain('« abc »');
  });

  it('the last line of a failure is a whole sentence on its own line', async () => {
    expect((await runIn({}, 'intt')).err).toMatch(/^[^\n]+\n$/);
  });

  it('a stack is shown only with --debug, or for a bug of ours', async () => {
    expect((await runIn({}, 'init', 'x', '--yes', '--set', 'jauge=abc')).err).not.toMatch(/at \w+.*\.ts/);
    expect((await runIn({}, 'init', 'x', '--yes', '--set', 'jauge=abc', '--debug')).err).toMatch(/^ +at .*\.ts/m);
    const broken = { ...memoryDisk(), kindOf: () => { throw new Error('a bug'); } };
    const bug = await runIn({ disk: broken }, ...GOOD);
    expect(bug.exit).toBe(1);
    expect(bug.err).toMatch(/^C’est une erreur du programme, pas la vôtre[^]*a bug/);
  });
});

describe('--dry-run', () => {
  it('writes nothing, and its list is what the real run writes', async () => {
    const disk = memoryDisk();
    const dry = await runIn({ disk }, ...GOOD, '--dry-run', '--json');
    expect(disk.tree()).toEqual({});
    const predicted = (JSON.parse(dry.out) as { changes: { path: string; kind: string }[] }).changes;
    const real = await runIn({ disk }, ...GOOD, '--json');
    expect((JSON.parse(real.out) as { changes: unknown }).changes).toEqual(predicted);
    const made = Object.keys(disk.tree()).filter((path) => !path.endsWith('/')).map((path) => path.slice('x/'.length));
    expect(made.toSorted()).toEqual(predicted.map(({ path }) => path).toSorted());
    expect(predicted.every(({ kind }) => kind === 'create')).toBe(true);
  });

  it('says so in words, and names every file that people will see', async () => {
    const { out } = await runIn({}, ...GOOD, '--dry-run');
    expect(out).toContain('Rien n’a été écrit. Voici ce qui serait fait dans /memoire/travail/x');
    expect(out).toContain('  nouveau  nec-local.yaml\n');
    expect(out).not.toContain('Ouvrez d’abord');
  });

  it('leaves no draft and no folder when a person answers', async () => {
    const disk = memoryDisk();
    const lines = ['departement:23', '2027-10-14', 'elus', '80', '0', 'aucun', '1', '1', '1', '', '1', ''];
    const { exit, err } = await runIn({ disk, lines }, 'init', '--accessible', '--dry-run');
    expect(err).toContain('Question 9 sur 9');
    expect([0, 130]).toContain(exit);
    expect(disk.tree()).toEqual({});
  });
});
