import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTableContent } from '../../src/folder/content.ts';
import { decodeBaseline } from '../../src/folder/decode-baseline.ts';
import type { KitSources } from '../../src/kit/parse-kit.ts';
import type { Sheet } from '../../src/model.ts';
import { patchXlsx } from '../../src/office/xlsx/patch-xlsx.ts';
import { readXlsx } from '../../src/office/xlsx/read-xlsx.ts';
import { editSources, renameIds, type KitEdit } from '../support/kit-edit.ts';
import { memoryDisk, WORK, type MemoryDisk } from '../support/memory-disk.ts';
import { runIn, type Ran } from '../support/shell.ts';
import { tinySources } from '../support/tiny-kit.ts';

const version = (number: string): KitEdit => ['kit.yaml', 'version: 1.0.0', `version: ${number}`];
const at = (folder: string, sources: KitSources): KitSources =>
  Object.fromEntries(Object.entries(sources).map(([path, text]) => [`${folder}/${path}`, text]));

/** Several versions of the tiny kit, beside a folder made with the first. */
const KITS = {
  un: tinySources(),
  'un-revu': editSources(tinySources(), ['tasks.yaml', 'before: [20, 14, 6]', 'before: [18, 13, 5]']),
  'un-bis': editSources(tinySources(), ['kit.yaml', 'name: Petit kit', 'name: Petit kit bis']),
  deux: editSources(renameIds(tinySources(), { T02: 'J02', cafe: 'boisson', elus: 'conseil', charte: 'engagement' }), version('2.0.0'),
    ['documents.yaml', '  - { id: note, path: 1-cadrage/note', '  - { id: cadre, renamed_from: note, path: 1-cadrage/cadre'], ['tasks.yaml', 'document: note', 'document: cadre'],
    ['tasks.yaml', 'title: Réserver la salle', 'title: Réserver un lieu'],
    ['questions.yaml', ', { value: confort, label: Confort } ]', ' ]'],
    ['questions.yaml', '  - { id: engagement,', '  - { id: couleur, chapter: essentiel, type: text, label: Quelle couleur ?, help: Un mot., why: La vie., default: bleu }\n  - { id: engagement,']),
  trois: editSources(tinySources(), version('3.0.0'), ['questions.yaml', '  - { id: charte,',
    '  - { id: couleur, chapter: essentiel, type: text, required: oui, label: Quelle couleur ?, help: Un mot., why: La vie. }\n  - { id: charte,']),
  autre: editSources(tinySources(), ['kit.yaml', 'id: petit', 'id: grand']),
  'a-venir': editSources(tinySources(), version('4.0.0'), ['kit.yaml', 'licence:', 'needs_tool: 99.0.0\nlicence:']),
  jalon: editSources(renameIds(tinySources(), { T01: 'J01' }), version('1.1.0'), ['tasks.yaml', 'title: Écrire la note', 'title: Écrire une note']),
  casse: { ...tinySources(), 'tasks.yaml': 'tasks: [' },
};

let disk: MemoryDisk;
const run = (...argv: readonly string[]): Promise<Ran> => runIn({ disk }, ...argv);
const inFolder = (...argv: readonly string[]): Promise<Ran> => runIn({ disk, cwd: `${WORK}/nec` }, ...argv);
const answers = (): string => disk.tree()['nec/nec-local.yaml'] ?? '';
const files = (): readonly string[] => Object.keys(disk.tree()).filter((path) => path.startsWith('nec/') && !path.endsWith('/'));

let made: MemoryDisk;
beforeAll(async () => {
  made = memoryDisk(Object.assign({}, ...Object.entries(KITS).map(([name, sources]) => at(name, sources))));
  const ran = await runIn({ disk: made }, 'init', 'nec', '--kit', 'un', '--yes', '--set', 'collectivite=departement:23', '--set', 'date=2027-10-14',
    '--set', 'publics=habitants,elus', '--set', 'charte=oui', '--set', 'textes=markdown');
  expect(ran.exit).toBe(0);
});
beforeEach(() => {
  const paths = Object.keys(made.tree()).filter((path) => !path.endsWith('/'));
  disk = memoryDisk(Object.fromEntries(paths.map((path) => [path, made.readBytes(`${WORK}/${path}`)])));
});

describe('kit comparer', () => {
  it('tells the kit of the folder from another, from anywhere in the folder', async () => {
    const { exit, out, err } = await runIn({ disk, cwd: `${WORK}/nec/1-cadrage` }, 'kit', 'comparer', '../../un-revu');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toBe([
      'Le kit du dossier : Petit kit (petit 1.0.0)', 'L’autre kit : Petit kit (petit 1.0.0)', '', 'Tâches (1)',
      '  Réserver la salle (T02) : délai : 18, 13 et 5 semaines avant, au lieu de 20, 14 et 6 semaines avant', '',
    ].join('\n'));
  });

  it.each([['../un', 'Ce sont les mêmes.'], ['../un-bis', 'Rien de ce qui change ne se voit dans un dossier.']])('%s: %s', async (kit, said) => {
    expect((await inFolder('kit', 'comparer', kit)).out).toContain(`\n${said}\n`);
  });

  it('takes the shipped kit when none is named, and speaks to machines', async () => {
    const { out } = await inFolder('kit', 'comparer', '--json');
    expect(JSON.parse(out)).toMatchObject({
      exit: 0, before: expect.stringMatching(/^petit@1\.0\.0\+/), after: expect.stringMatching(/^nec@/), problems: [],
      differences: expect.arrayContaining([{ list: 'tasks', change: 'changed', id: 'T01', title: expect.any(String), details: expect.any(Array) }]),
    });
  });

  it.each([['../nulle-part', 65, 'Aucun kit à cet endroit'], ['../casse', 65, 'un crochet ou une accolade n’est pas fermé']])('%s', async (kit, exit, said) => {
    const ran = await inFolder('kit', 'comparer', kit);
    expect(ran).toMatchObject({ exit, err: expect.stringContaining(said), out: '' });
  });

  it('needs a planning folder', async () => {
    expect(await run('kit', 'comparer', 'un')).toMatchObject({ exit: 65, err: expect.stringContaining('n’est pas un dossier de préparation') });
  });
});

describe('kit mettre-a-jour', () => {
  it('says in words what would change, and writes nothing before it is asked to', async () => {
    const before = disk.tree();
    const { exit, out } = await inFolder('kit', 'mettre-a-jour', '--kit', '../deux');
    expect(disk.tree()).toEqual(before);
    expect(exit).toBe(0);
    expect(out.split('\n')).toEqual(expect.arrayContaining([
      'Du kit petit 1.0.0 au kit petit 2.0.0 :',
      '  Nouveau : Quelle couleur ? (couleur)', '  Charte acceptée ? (engagement) : s’appelait charte', '  Quel niveau ? (niveau) : choix retiré : Confort',
      '  Réserver un lieu (J02) : s’appelait T02 ; avant : « Réserver la salle »', '  Café (boisson) : s’appelait cafe',
      '  Note (cadre) : s’appelait note ; fichier : 1-cadrage/cadre, au lieu de 1-cadrage/note',
      '  « Qui ? » (publics) : votre réponse s’écrit maintenant « Habitants ; Élues et élus ».', '  « Charte acceptée ? » (engagement) s’appelait « charte » dans nec-local.yaml.',
      '  Nouvelle question : « Quelle couleur ? » (couleur). Réponse proposée : bleu.',
      'Rien n’a été écrit. Pour l’appliquer : nec-local kit mettre-a-jour --appliquer --kit ../deux',
    ]));
  });

  it('A07: --appliquer carries answers, files and edits to their new names', async () => {
    const note = disk.tree()['nec/1-cadrage/note.md'] ?? '';
    disk.write(`${WORK}/nec/1-cadrage/note.md`, new TextEncoder().encode(`${note}\nUn mot de nous.\n`));
    const { exit, err } = await inFolder('kit', 'mettre-a-jour', '--kit', '../deux', '--appliquer');
    expect([exit, err]).toEqual([0, '']);
    expect(answers()).toMatch(/^publics: \[ habitants, conseil \]$/m);
    expect(answers()).toMatch(/^engagement: oui$/m);
    expect(answers()).not.toMatch(/^charte:/m);
    expect(answers()).toMatch(/^kit: petit@2\.0\.0\+[0-9a-f]{8}$/m);
    expect(files().filter((path) => path.includes('1-cadrage'))).toEqual(['nec/1-cadrage/cadre.md']);
    expect(disk.tree()['nec/1-cadrage/cadre.md']).toContain('\nUn mot de nous.\n');
    expect(await inFolder('kit', 'comparer', '../deux')).toMatchObject({ out: expect.stringContaining('Ce sont les mêmes.') });
    const after = disk.tree();
    expect(await inFolder('kit', 'mettre-a-jour', '--kit', '../deux', '--appliquer')).toMatchObject({
      exit: 0, out: 'Le dossier a déjà ce kit (petit 2.0.0). Rien à faire.\n',
    });
    expect(await inFolder('generer')).toMatchObject({ exit: 0, out: expect.stringContaining('Rien à faire') });
    expect(disk.tree()).toEqual(after);
  });

  describe('A07: a workbook that people work in', () => {
    const path = `${WORK}/nec/2-calendrier/retroplanning.xlsx`;
    const tick = (row: number): void => {
      const ticked = patchXlsx(disk.readBytes(path), [{ sheet: 'Rétroplanning', at: { row, key: 'etat' }, content: 'Fait' }], layout());
      if (ticked) disk.write(path, ticked);
    };
    const layout = (): readonly Sheet[] => {
      const baseline = decodeBaseline(disk.readBytes(`${WORK}/nec/.nec-local/baseline.zip`));
      const file = typeof baseline === 'object' ? baseline.files.find(({ path: name }) => name === '2-calendrier/retroplanning.xlsx') : undefined;
      return (typeof baseline === 'object' && file && readTableContent(baseline.partOf(file))?.sheets) || [];
    };
    const rows = () => {
      const found = readXlsx(disk.readBytes(path), layout());
      return found.ok ? found.sheets[0]?.rows.filter(({ id }) => id !== null).map(({ number, id, cells }) => [number, id, cells['etat']?.value]) ?? [] : [];
    };
    const rowOf = (id: string): number => Number(rows().find(([, found]) => found === id)?.[0]);
    const etat = async () => (JSON.parse((await inFolder('etat', '--json')).out) as { tasks: { id: string; state: string }[] }).tasks.map(({ id, state }) => `${id} ${state}`);

    it('gets the present numbers and titles, and keeps its ticks on the same tasks', async () => {
      tick(rowOf('T02'));
      expect(await etat()).toContain('T02 done');
      expect(await inFolder('kit', 'mettre-a-jour', '--kit', '../deux', '--appliquer')).toMatchObject({ exit: 0, err: '' });
      expect(rows().map(([, id, state]) => `${id} ${state}`)).toEqual(expect.arrayContaining(['T01 À faire', 'J02 Fait', 'T03 À faire']));
      expect(await etat()).toEqual(['T01 todo', 'J02 done', 'T03 todo']);
      expect(await inFolder('generer')).toMatchObject({ exit: 0, out: expect.stringContaining('Rien à faire') });
    });

    it('is understood all the same when it comes back from before', async () => {
      const old = disk.readBytes(path);
      await inFolder('kit', 'mettre-a-jour', '--kit', '../deux', '--appliquer');
      disk.write(path, old);
      tick(rowOf('T02'));
      expect(await etat()).toEqual(['T01 todo', 'J02 done', 'T03 todo']);
      expect(await inFolder('generer')).toMatchObject({ exit: 0 });
      expect(rows().map(([, id, state]) => `${id} ${state}`)).toContain('T02 Fait');
    });
  });

  it('A07: calendar entries keep their UID: nobody sees a task twice in their agenda', async () => {
    const calendar = (): string => disk.tree()['nec/2-calendrier/jalons.ics'] ?? '';
    const uids = (): readonly string[] => calendar().match(/^UID:.*$/gm) ?? [];
    const before = uids();
    expect(await inFolder('kit', 'mettre-a-jour', '--kit', '../jalon', '--appliquer')).toMatchObject({ exit: 0, err: '' });
    expect(uids()).toEqual(before);
    expect(calendar()).toContain('Écrire une note');
    expect(calendar()).not.toContain('CANCELLED');
  });

  it('predicts what it will do', async () => {
    const before = disk.tree();
    const dry = JSON.parse((await inFolder('kit', 'mettre-a-jour', '--kit', '../deux', '--appliquer', '--dry-run', '--json')).out) as { changes: unknown; applied: boolean };
    expect(disk.tree()).toEqual(before);
    const done = JSON.parse((await inFolder('kit', 'mettre-a-jour', '--kit', '../deux', '--appliquer', '--json')).out) as typeof dry;
    expect(done.changes).toEqual(dry.changes);
    expect([dry.applied, done.applied]).toEqual([false, true]);
  });

  it('the same version with another content is told', async () => {
    expect((await inFolder('kit', 'mettre-a-jour', '--kit', '../un-revu')).out).toMatch(/^Le kit petit 1\.0\.0 a le même numéro que celui du dossier, mais un autre contenu\.\n/);
    expect((await inFolder('kit', 'mettre-a-jour', '--kit', '../un-revu', '--appliquer')).exit).toBe(0);
  });

  it('A06: an older one is refused without --force, and says what would come back', async () => {
    await inFolder('kit', 'mettre-a-jour', '--kit', '../deux', '--appliquer');
    const before = disk.tree();
    const refused = await inFolder('kit', 'mettre-a-jour', '--kit', '../un', '--appliquer');
    expect(refused).toMatchObject({ exit: 1, err: 'Le kit proposé (petit 1.0.0) est plus ancien que celui du dossier (petit 2.0.0). Rien n’a été changé. Pour l’accepter, ajoutez --force\n' });
    expect(refused.out).toContain('Le kit petit 1.0.0 est plus ancien que celui du dossier (2.0.0).');
    expect(disk.tree()).toEqual(before);
    expect((await inFolder('kit', 'mettre-a-jour', '--kit', '../un', '--appliquer', '--force')).exit).toBe(0);
    expect(answers()).toMatch(/^kit: petit@1\.0\.0\+/m);
    expect(answers()).toMatch(/^# engagement: oui$/m);
  });

  it('another kit is refused without --force', async () => {
    expect(await inFolder('kit', 'mettre-a-jour', '--kit', '../autre', '--appliquer')).toMatchObject({
      exit: 1, err: expect.stringContaining('Le kit proposé (grand 1.0.0) n’est pas celui du dossier (petit 1.0.0)') });
    expect((await inFolder('kit', 'mettre-a-jour', '--kit', '../autre')).out).toContain('kit mettre-a-jour --appliquer --kit ../autre --force');
  });

  it('A09: a new question that must be answered is an error until it is answered', async () => {
    const before = disk.tree();
    expect((await inFolder('kit', 'mettre-a-jour', '--kit', '../trois')).out).toContain('Nouvelle question : « Quelle couleur ? » (couleur). Il faut y répondre : ajoutez --set couleur="votre réponse"');
    expect(await inFolder('kit', 'mettre-a-jour', '--kit', '../trois', '--appliquer')).toMatchObject({ exit: 65, err: expect.stringContaining('couleur : Quelle couleur ?') });
    expect(disk.tree()).toEqual(before);
    expect((await inFolder('kit', 'mettre-a-jour', '--kit', '../trois', '--appliquer', '--set', 'couleur=vert')).exit).toBe(0);
    expect(answers()).toMatch(/^couleur: vert$/m);
  });

  it('A10: answers that the kit no longer takes are told and kept as comments', async () => {
    await inFolder('generer', '--set', 'niveau=confort');
    const ran = await inFolder('kit', 'mettre-a-jour', '--kit', '../deux', '--appliquer');
    expect(ran.out).toContain('« Quel niveau ? » (niveau) : « Confort » ne convient plus. Attendu : une de ces valeurs : sobre, courant.');
    expect(answers()).toContain('# niveau: confort\n# niveau: sobre    # proposé');
  });

  it('bad answers are told with their line before anything else', async () => {
    disk.write(`${WORK}/nec/nec-local.yaml`, new TextEncoder().encode(answers().replace('date: 2027-10-14', 'date: 2027-02-31')));
    expect(await inFolder('kit', 'mettre-a-jour', '--kit', '../deux')).toMatchObject({ exit: 65, err: expect.stringMatching(/^nec-local\.yaml:\d+:7 : date : « 2027-02-31 »/) });
  });

  it('a copy of the kit that cannot be read any more is replaced, and everything goes on', async () => {
    disk.write(`${WORK}/nec/.nec-local/kit.zip`, new TextEncoder().encode('PK'));
    expect(await inFolder('generer')).toMatchObject({ exit: 65, err: expect.stringContaining('nec-local kit mettre-a-jour --appliquer') });
    expect((await inFolder('kit', 'mettre-a-jour', '--kit', '../un')).out).toMatch(/^La copie du kit gardée dans ce dossier ne se lit plus : elle est remplacée par petit 1\.0\.0\.\n/);
    expect((await inFolder('kit', 'mettre-a-jour', '--kit', '../un', '--appliquer')).exit).toBe(0);
    expect(await inFolder('generer')).toMatchObject({ exit: 0, out: expect.stringContaining('Rien à faire') });
  });

  it('can be undone', async () => {
    const before = disk.tree();
    await inFolder('kit', 'mettre-a-jour', '--kit', '../deux', '--appliquer');
    expect((await inFolder('annuler')).exit).toBe(0);
    const after = disk.tree();
    expect(Object.keys(after).filter((path) => !(path in before) && !path.startsWith('nec/.nec-local/'))).toEqual([]);
    for (const [path, text] of Object.entries(before)) expect(after[path] === text, path).toBe(true);
    expect((await inFolder('kit', 'comparer', '../un')).out).toContain('Ce sont les mêmes.');
  });
});
