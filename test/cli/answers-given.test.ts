import { describe, expect, it } from 'vitest';
import { memoryDisk } from '../support/memory-disk.ts';
import { plain, runIn } from '../support/shell.ts';
import { tinyKitIn } from '../support/tiny-kit.ts';

const fromFile = async (yaml: string | Uint8Array, ...more: readonly string[]) => {
  const disk = memoryDisk({ 'r.yaml': yaml });
  const ran = await runIn({ disk }, 'init', 'x', '--yes', '--answers', 'r.yaml', ...more);
  return { ...ran, tree: disk.tree() };
};

describe('an answers file that is wrong: where, what, what to do, and nothing written', () => {
  it.each([
    ['a bracket left open', 'collectivite: [\n', /^r\.yaml:\d+:\d+ : Ce fichier n’est pas lisible/],
    ['a tab', 'collectivite:\n\tx: 1\n', /^r\.yaml:2:1 : .*tabulation/],
    ['a key twice', 'jauge: 80\njauge: 90\n', /^r\.yaml:2:1 : .*deux fois/],
    ['an alias', 'a: &a [1]\nb: *a\n', /^r\.yaml:\d+:\d+ : .*ancres/],
    ['a list', '- 1\n', /^r\.yaml:1:1 : Il faut une réponse par ligne/],
    ['only words', 'bonjour\n', /^r\.yaml:1:1 : Il faut une réponse par ligne/],
    ['an unknown key', 'collectivite: "departement:23"\n  \njuage: 80\n', /^r\.yaml:3:1 : La réponse « juage » n’existe pas\. Vouliez-vous dire « jauge » \?/],
    ['a prototype', '__proto__: 1\n', /^r\.yaml:1:1 : La réponse « __proto__ » n’existe pas/],
    ['an impossible date', 'collectivite: 23\ndate: 31/02/2027\n', /r\.yaml:2:7 : date : « 31\/02\/2027 » ne convient pas/],
    ['29 February of a common year', 'date: 2027-02-29\n', /^r\.yaml:1:7 : date/],
    ['an unknown authority', 'collectivite: Tombouctou-sur-Creuse\n', /^r\.yaml:1:15 : Aucune collectivité ne correspond à « Tombouctou-sur-Creuse »/],
    ['an ambiguous one', 'jauge: 80\ncollectivite: Saint-Denis\n', /^r\.yaml:2:15 : Plusieurs collectivités répondent à « Saint-Denis »\. Choisissez-en une : .*commune:93066/],
    ['a map as a number', 'jauge: { a: 1 }\n', /^r\.yaml:1:8 : jauge/],
    ['a merge conflict', '<<<<<<< HEAD\njauge: 80\n=======\njauge: 90\n>>>>>>> x\n', /^r\.yaml:\d+:\d+ : /],
  ])('%s', async (_, yaml, said) => {
    const { exit, out, err, tree } = await fromFile(yaml);
    expect(err).toMatch(said);
    expect({ exit, out }).toEqual({ exit: 65, out: '' });
    expect(Object.keys(tree)).toEqual(['r.yaml']);
  });

  it('says everything at once, from the file and the flags', async () => {
    const { exit, err } = await fromFile('juage: 80\ndate: 31/02/2027\ncollectivite: Tombouctou\nbudget: beaucoup\n', '--set', 'jauge=-3', '--set', 'lieux=x');
    expect(exit).toBe(65);
    for (const said of ['r.yaml:1:1', 'r.yaml:2:7', 'r.yaml:3:15', 'r.yaml:4:9', '« -3 »', '« lieux »']) expect(err).toContain(said);
    expect(err.trimEnd().split('\n')).toHaveLength(6);
  });

  it('says a megabyte is too large, quickly', async () => {
    const { exit, err } = await fromFile(`nom: ${'x'.repeat(1_100_000)}\n`);
    expect(exit).toBe(65);
    expect(err).toMatch(/trop grand/);
  });

  it('survives 5 000 levels', async () => {
    const { exit, err } = await fromFile(`nom: ${'['.repeat(5_000)}\n`);
    expect(exit).toBe(65);
    expect(err).not.toMatch(/RangeError|erreur du programme/);
  });

  it.each<[what: string, bytes: Uint8Array]>([
    ['Latin-1', Buffer.from('collectivite: "departement:23"\nnom: Numérique\n', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFFnom: Numérique\n', 'utf16le')],
  ])('says that %s would lose its accents', async (_, bytes) => {
    const { exit, err, tree } = await fromFile(bytes);
    expect(err).toMatch(/r\.yaml n’est pas enregistré en UTF-8.*« UTF-8 »/);
    expect(exit).toBe(65);
    expect(Object.keys(tree)).toEqual(['r.yaml']);
  });

  it('an empty file has no answer', async () => {
    expect(await fromFile('')).toMatchObject({ exit: 4 });
  });
});

describe('which answer counts', () => {
  const answersOf = async (...argv: readonly string[]): Promise<string> => {
    const disk = memoryDisk({ 'r.yaml': 'jauge: 90\nlieu: Salle du fichier\n' });
    const ran = await runIn({ disk }, 'init', 'x', '--yes', ...argv);
    expect(ran).toMatchObject({ exit: 0, err: '' });
    return disk.tree()['x/nec-local.yaml'] ?? '';
  };
  const line = (text: string, id: string): string | undefined => new RegExp(`^${id}: (.*)$`, 'm').exec(plain(text))?.[1];
  const profile = ['--profil', 'creuse'];
  const file = ['--answers', 'r.yaml'];

  it('flag, then file, then profile, then default', async () => {
    expect(line(await answersOf('--set', 'collectivite=departement:23'), 'jauge')).toBeUndefined();
    expect(line(await answersOf(...profile), 'jauge')).toBe('80');
    expect(line(await answersOf(...profile, ...file), 'jauge')).toBe('90');
    expect(line(await answersOf(...profile, ...file, '--set', 'jauge=100'), 'jauge')).toBe('100');
    expect(line(await answersOf(...profile, '--set', 'jauge=100', '--set', 'jauge=110'), 'jauge')).toBe('110');
  });

  it('a profile is read as a file is: codes keep their zeros', async () => {
    const disk = memoryDisk(tinyKitIn('kit', { 'profiles/zero.yaml': 'title: Zéro\nanswers:\n  collectivite: 01053\n' }));
    const ran = await runIn({ disk }, 'init', 'x', '--yes', '--kit', 'kit', '--profil', 'zero');
    expect(ran).toMatchObject({ exit: 0, err: '' });
    expect(disk.tree()['x/nec-local.yaml']).toMatch(/^collectivite: commune:01053$/m);
  });

  it('a default is written as proposed, not as said', async () => {
    const text = plain(await answersOf('--set', 'collectivite=departement:23'));
    expect(text).toMatch(/^# ?jauge: 80/m);
  });

  it('--set with nothing takes the answer away', async () => {
    const text = await answersOf(...profile, ...file, '--set', 'lieu=');
    expect(line(text, 'lieu')).toBeUndefined();
  });

  it('takes what people type: a bare code, oui and non, amounts with spaces', async () => {
    const text = await answersOf('--set', 'collectivite=23067', '--set', 'budget=1 234,50 €', '--set', 'charte=oui', '--set', 'publics=élus, habitants');
    expect(line(text, 'collectivite')).toBe('commune:23067');
    expect(line(text, 'budget')).toBe('1234.5');
    expect(line(text, 'charte')).toBe('oui');
    expect(line(text, 'publics')).toBe('[ elus, habitants ]');
  });
});
