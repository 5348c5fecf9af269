import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { KitSources } from '../../src/kit/parse-kit.ts';
import { kitSources } from '../support/kit.ts';
import { editSources } from '../support/kit-edit.ts';
import { living, type Living } from '../support/living.ts';
import { memoryDisk, WORK, type MemoryDisk } from '../support/memory-disk.ts';
import { runIn, type Ran } from '../support/shell.ts';
import { under } from '../support/theme-kit.ts';

const KIT = '.nec-local/kit.zip';
const ANSWERS = ['--yes', '--set', 'collectivite=departement:23', '--set', 'date=2027-10-14', '--set', 'textes=markdown'];
const files = (folder: string, sources: KitSources): KitSources => under(`${folder}/`, sources);

/** A kit of one’s own that extends a shipped one. */
const own = (parent: string, more: KitSources = {}): KitSources => ({
  'kit.yaml': `id: chez-nous\nname: Le kit de chez nous\nversion: 1.0.0\nlicence: etalab-2.0\nextends: ${parent}\n`,
  'tasks.yaml': 'tasks:\n  - { id: T06, title: Poser trois dates possibles }\n',
  ...more,
});

describe('a folder made with a theme kit', () => {
  let folder: Living;
  beforeEach(async () => {
    folder = await living('--kit', 'hyper-ruralite', '--set', 'textes=markdown');
  });

  it('keeps the whole kit, that of the parent included, and says which one it is', () => {
    const kept = Object.keys(unzipSync(folder.bytes(KIT)));
    expect(kept).toEqual(expect.arrayContaining(['kit.yaml', 'tasks.yaml', 'templates/hyper-ruralite/fiches-des-lieux.md', 'parents/nec/kit.yaml', 'parents/nec/tasks.yaml', 'parents/nec/templates/cadrage/charte.md']));
    expect(kept.filter((path) => path.includes('examples/'))).toEqual([]);
    expect(folder.text('nec-local.yaml')).toMatch(/^kit: hyper-ruralite@0\.4\.0\+[0-9a-f]{8}$/m);
  });

  it('is made of the parent’s documents and of its own, with its own proposals', () => {
    expect(folder.has('1-cadrage/note-de-cadrage.md') && folder.has('9-jour-j/fiches-des-lieux.md')).toBe(true);
    expect(folder.text('9-jour-j/fiches-des-lieux.md')).toContain('### Médiathèque relais du nord');
  });

  it('has nothing to do when nothing changed', async () => {
    const times = folder.times();
    expect(await folder.run('generer')).toMatchObject({ exit: 0, said: {}, problems: [] });
    expect(folder.times()).toEqual(times);
  });

  it('moves with its event, and keeps what people wrote', async () => {
    const text = folder.text('9-jour-j/fiches-des-lieux.md');
    expect(text).toContain('**Jour\u00a0:** jeudi 14 octobre 2027');
    folder.write('9-jour-j/fiches-des-lieux.md', text.replace('Une fiche par lieu. Elle', 'Une fiche par village. Elle'));
    expect(await folder.run('reporter', '2027-11-18')).toMatchObject({ exit: 0, said: { '9-jour-j/fiches-des-lieux.md': 'merge' } });
    const moved = folder.text('9-jour-j/fiches-des-lieux.md');
    expect(moved).toContain('**Jour\u00a0:** jeudi 18 novembre 2027');
    expect(moved).toContain('Une fiche par village. Elle');
    expect((await folder.run('annuler')).exit).toBe(0);
    expect(folder.text('9-jour-j/fiches-des-lieux.md')).toContain('jeudi 14 octobre 2027');
  });

  it('is compared with the shipped kit of its name, not with another', async () => {
    expect((await folder.say('kit', 'comparer')).out).toContain('Ce sont les mêmes.');
    expect((await folder.say('kit', 'mettre-a-jour')).out).toBe('Le dossier a déjà ce kit (hyper-ruralite 0.4.0, avec nec 0.4.0). Rien à faire.\n');
    expect((await folder.say('kit', 'comparer', 'nec')).out).toMatch(/L’autre kit : Kit NEC local \(nec [^]*\n {2}Retiré : Fixer la journée de 10 h à 16 h, route comprise \(HR01\)/);
  });

  it('shows its kit from inside', async () => {
    const { out } = await folder.say('kit', 'montrer');
    expect(out).toMatch(/^Kit NEC hyper-ruralité \(hyper-ruralite 0\.4\.0, avec nec 0\.4\.0\)\n/);
    expect(out).toContain('C’est le kit de ce dossier de préparation : /memoire/travail/dossier\n');
    expect(out).toContain('Il prolonge le kit « Kit NEC local » (nec) : ce qui suit compte les deux.\n');
  });

  it('explains its tasks by its own sources', async () => {
    expect((await folder.say('expliquer', 'HR06')).out).toMatch(/Tracer les navettes[^]*Compte rendu de la rencontre préparatoire/);
  });

  it('goes on when the copy of its kit is lost, with the very same one', async () => {
    folder.remove(KIT);
    expect(await folder.run('generer')).toMatchObject({ exit: 0, problems: [] });
    expect((await folder.say('kit', 'montrer')).out).toContain('(hyper-ruralite 0.4.0');
  });

  it('and when nobody knows the kit any more, gets the shipped one of its name', async () => {
    folder.write(KIT, 'PK');
    folder.write('nec-local.yaml', folder.text('nec-local.yaml').replace(/^kit: .*$/m, 'kit: hyper-ruralite@0.0.1+00000000'));
    expect(await folder.run('generer')).toMatchObject({ exit: 65, problems: [{ code: 'kit-damaged' }] });
    expect((await folder.say('kit', 'mettre-a-jour', '--appliquer')).out)
      .toMatch(/^La copie du kit gardée dans ce dossier ne se lit plus : elle est remplacée par hyper-ruralite 0\.4\.0, avec nec 0\.4\.0\.\n/);
    expect(Object.keys(unzipSync(folder.bytes(KIT)))).toContain('parents/nec/kit.yaml');
    expect(folder.has('9-jour-j/fiches-des-lieux.md')).toBe(true);
  });
});

describe('a folder made with the base kit', () => {
  it('may take a theme kit that extends it, when that is said, and go back', async () => {
    const folder = await living('--set', 'textes=markdown');
    const before = folder.snapshot();
    expect((await folder.say('kit', 'mettre-a-jour', '--kit', 'hyper-ruralite')).out).toMatch(
      /^hyper-ruralite 0\.4\.0, avec nec 0\.4\.0 est un autre kit que celui du dossier \(nec 0\.4\.0\)\.[^]*\n {2}Nouveau : Fixer la journée[^]*kit mettre-a-jour --appliquer --kit hyper-ruralite --force\n$/);
    expect(await folder.say('kit', 'mettre-a-jour', '--kit', 'hyper-ruralite', '--appliquer')).toMatchObject({ exit: 1 });
    expect(folder.snapshot()).toEqual(before);
    expect(await folder.say('kit', 'mettre-a-jour', '--kit', 'hyper-ruralite', '--appliquer', '--force')).toMatchObject({ exit: 0, err: '' });
    expect(folder.has('9-jour-j/navettes-et-horaires.md')).toBe(true);
    expect(await folder.run('generer')).toMatchObject({ exit: 0, said: {} });
    expect(await folder.say('kit', 'mettre-a-jour', '--kit', 'nec', '--appliquer', '--force')).toMatchObject({ exit: 0, err: '' });
    expect(folder.has('9-jour-j/navettes-et-horaires.md')).toBe(false);
  });
});

describe('a kit of one’s own that extends a shipped one', () => {
  /** As it was shipped some time ago. */
  const old = editSources(kitSources('hyper-ruralite'), ['parents/nec/kit.yaml', 'version: 0.4.0', 'version: 0.0.9'],
    ['parents/nec/tasks.yaml', 'title: Remercier chaque personne par son nom', 'title: Remercier chacun']);
  let made: MemoryDisk;
  let disk: MemoryDisk;
  const inFolder = (...argv: readonly string[]): Promise<Ran> => runIn({ disk, cwd: `${WORK}/nec` }, ...argv);

  beforeAll(async () => {
    made = memoryDisk({ ...files('nous', own('hyper-ruralite')), ...files('vieux', old), ...files('hyper-ruralite', own('nec')) });
    expect(await runIn({ disk: made }, 'init', 'nec', '--kit', 'nous', ...ANSWERS)).toMatchObject({ exit: 0, err: '' });
    expect(await runIn({ disk: made }, 'init', 'ancien', '--kit', 'vieux', ...ANSWERS)).toMatchObject({ exit: 0, err: '' });
  });
  beforeEach(() => {
    const paths = Object.keys(made.tree()).filter((path) => !path.endsWith('/'));
    disk = memoryDisk(Object.fromEntries(paths.map((path) => [path, made.readBytes(`${WORK}/${path}`)])));
  });

  it('three levels stand in the folder, and it needs no other', async () => {
    const kept = Object.keys(unzipSync(disk.readBytes(`${WORK}/nec/${KIT}`)));
    expect(kept).toEqual(expect.arrayContaining(['kit.yaml', 'parents/hyper-ruralite/kit.yaml', 'parents/nec/kit.yaml']));
    for (const path of Object.keys(disk.tree()).filter((name) => name.startsWith('nous/') && !name.endsWith('/'))) disk.removeFile(`${WORK}/${path}`);
    expect(await inFolder('generer')).toMatchObject({ exit: 0, out: expect.stringContaining('Rien à faire') });
    expect(await inFolder('reporter', '2027-11-18', '--yes')).toMatchObject({ exit: 0, err: '' });
    expect(disk.tree()['nec/9-jour-j/fiches-des-lieux.md']).toContain('jeudi 18 novembre 2027');
    expect((await inFolder('kit', 'montrer')).out).toMatch(/^Le kit de chez nous \(chez-nous 1\.0\.0, avec hyper-ruralite 0\.4\.0 et nec 0\.4\.0\)/);
  });

  it('the archive of a folder is a kit by itself', async () => {
    const texts = Object.fromEntries(Object.entries(unzipSync(disk.readBytes(`${WORK}/nec/${KIT}`))).map(([path, bytes]) => [path, strFromU8(bytes)]));
    const alone = memoryDisk(files('deplie', texts));
    expect(await runIn({ disk: alone }, 'init', 'nec', '--kit', 'deplie', ...ANSWERS)).toMatchObject({ exit: 0, err: '' });
    expect(Buffer.from(alone.readBytes(`${WORK}/nec/${KIT}`)).equals(Buffer.from(disk.readBytes(`${WORK}/nec/${KIT}`)))).toBe(true);
  });

  it('a folder stays with the parent that it was made with; the newer one is proposed by its number', async () => {
    const ancien = (...argv: readonly string[]): Promise<Ran> => runIn({ disk, cwd: `${WORK}/ancien` }, ...argv);
    expect(await ancien('generer')).toMatchObject({ exit: 0, out: expect.stringContaining('Rien à faire') });
    expect((await ancien('expliquer', 'T81')).out).toContain('Remercier chacun');
    const said = await ancien('kit', 'mettre-a-jour');
    expect(said.out).toMatch(/^Du kit hyper-ruralite 0\.4\.0, avec nec 0\.0\.9 au kit hyper-ruralite 0\.4\.0, avec nec 0\.4\.0 :\n/);
    expect(said.out).toContain('  Remercier chaque personne par son nom (T81) : avant : « Remercier chacun »\n');
    expect(await ancien('kit', 'mettre-a-jour', '--appliquer')).toMatchObject({ exit: 0, err: '' });
    expect((await ancien('expliquer', 'T81')).out).toContain('Remercier chaque personne par son nom');
    expect(await ancien('kit', 'mettre-a-jour', '--kit', '../vieux', '--appliquer')).toMatchObject({ exit: 1, err: expect.stringContaining('est plus ancien que celui du dossier') });
  });

  it('the tool’s newer parent comes with the same kit when it is given again', async () => {
    disk.write(`${WORK}/nous/tasks.yaml`, strToU8('tasks:\n  - { id: T06, title: Poser quatre dates possibles }\n'));
    expect((await inFolder('kit', 'mettre-a-jour', '--kit', '../nous')).out).toMatch(/a le même numéro que celui du dossier, mais un autre contenu\./);
  });

  it('a name is that of the shipped kit; a folder of that name is written with its path', async () => {
    expect((await runIn({ disk }, 'kit', 'montrer', 'hyper-ruralite')).out).toMatch(/^Kit NEC hyper-ruralité/);
    expect((await runIn({ disk }, 'kit', 'montrer', './hyper-ruralite')).out).toMatch(/^Le kit de chez nous \(chez-nous 1\.0\.0, avec nec 0\.4\.0\)/);
    expect(await runIn({ disk: memoryDisk() }, 'init', 'hyper-ruralite', '--kit', 'hyper-ruralite', ...ANSWERS)).toMatchObject({ exit: 0 });
    expect(await runIn({ disk: memoryDisk(files('nous', own('nec'))) }, 'init', 'nous/dossier', '--kit', 'nous', ...ANSWERS)).toMatchObject({ exit: 73 });
  });

  it.each<readonly [string, KitSources, string]>([
    ['an unknown parent', own('necc'), 'kit.yaml:5:10 : Le kit « necc », que celui-ci prolonge, n’est pas là. Vouliez-vous dire « nec » ? Livrés avec l’outil : nec, elus, greffe, hyper-ruralite, mediation. Un dossier de ce kit s’écrit « ./necc ».\n'],
    ['a parent outside', own('../autre'), 'kit.yaml:5:10 : « ../autre » ne convient pas. Attendu : le nom d’un kit livré'],
    ['itself', own('chez-nous'), 'kit.yaml:5:10 : Le kit « chez-nous », que celui-ci prolonge, n’est pas là. Livrés avec l’outil'],
    ['a removal that others speak of', own('nec', { 'tasks.yaml': 'tasks:\n  - { id: T08, remove: true }\n' }), 'tasks.yaml:2:16 : « T08 » est retiré, mais d’autres en parlent encore : parents/nec/tasks.yaml:'],
    ['a word of the parent’s that is wrong', own('nec', { 'tasks.yaml': 'tasks:\n  - { id: T08, role: chef }\n' }), 'tasks.yaml:2:22 : Le kit n’a pas de rôle « chef ».'],
  ])('kit verifier tells %s', async (_, sources, said) => {
    const ran = await runIn({ disk: memoryDisk(files('faux', sources)) }, 'kit', 'verifier', 'faux');
    expect(ran).toMatchObject({ exit: 65, out: '', err: expect.stringContaining(said) });
  });

  it('an archive that lost its parent is no kit any more', async () => {
    const kept = unzipSync(disk.readBytes(`${WORK}/nec/${KIT}`));
    disk.write(`${WORK}/nec/${KIT}`, zipSync(Object.fromEntries(Object.entries(kept).filter(([path]) => path !== 'parents/nec/kit.yaml'))));
    expect(await inFolder('generer')).toMatchObject({ exit: 65, err: 'parents/hyper-ruralite/kit.yaml:6:10 : Le kit « nec », que celui-ci prolonge, n’est pas là.\n' });
  });
});
