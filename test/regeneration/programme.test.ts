import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { editSources, renameIds } from '../support/kit-edit.ts';
import { FIRST_DAY, hold, living, type Living } from '../support/living.ts';
import { memoryDisk, WORK } from '../support/memory-disk.ts';
import { dayNumber, rowOf, typeIn, valueAt } from '../support/sheet-typing.ts';
import { runIn } from '../support/shell.ts';
import { tinyKitIn, tinySources } from '../support/tiny-kit.ts';

const GRID = '7-programme/grille-horaire.xlsx';
const ACTORS = '4-partenaires/cartographie.xlsx';
const SIGNATURES = '6-inscriptions/feuille-d-emargement.xlsx';
const LATER = '2027-11-04';

/** Columns of the grid and of the map of partners. */
const [LENGTH, KIND, ROOM, PEOPLE, TITLE, LEADER, STATE] = ['C', 'E', 'F', 'J', 'L', 'M', 'P'];
const [WHO, WANTS, CONTACT, STEP, WHEN] = ['B', 'E', 'H', 'I', 'J'];

const type = (folder: Living, path: string, sheet: number, cells: Readonly<Record<string, string | number>>): void =>
  folder.write(path, typeIn(folder.bytes(path), sheet, cells));
const work = (folder: Living, path: string, id: string, cells: Readonly<Record<string, string | number>>): void => {
  const row = rowOf(folder.bytes(path), 1, id);
  type(folder, path, 1, Object.fromEntries(Object.entries(cells).map(([column, value]) => [`${column}${row}`, value])));
};
const read = (folder: Living, path: string, id: string, column: string, sheet = 1): string =>
  valueAt(folder.bytes(path), sheet, `${column}${rowOf(folder.bytes(path), sheet, id)}`);
/** A blank row after the last row of ours. */
const blankRow = (folder: Living, path: string, lastId: string): number => rowOf(folder.bytes(path), 1, lastId) + 1;
const has = (folder: Living, path: string, id: string): boolean => strFromU8(unzipSync(folder.bytes(path))['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).includes(`>${id}</t>`);

describe('the workbooks of the programme', () => {
  it('D05, T01, T04 cells and rows of people stay while the date moves; every head says the new day', async () => {
    const folder = await living();
    work(folder, GRID, 'j1-ateliers-1--2', { [TITLE]: 'Aider sans faire à la place', [LEADER]: 'Le binôme du nord', [STATE]: 'Confirmée' });
    const session = blankRow(folder, GRID, 'j1-demonstrations');
    type(folder, GRID, 1, { [`D${session}`]: 'Ateliers du matin', [`E${session}`]: 'Atelier', [`F${session}`]: 'La cour', [`J${session}`]: 12, [`L${session}`]: 'Réparer un vélo' });
    work(folder, ACTORS, 'hub', { [WANTS]: 'de la visibilité', [CONTACT]: 'Appelé', [STEP]: 'Un rendez-vous', [WHEN]: dayNumber('2027-02-03') });
    const actor = blankRow(folder, ACTORS, 'media');
    type(folder, ACTORS, 1, { [`${WHO}${actor}`]: 'Le comité des fêtes' });
    type(folder, SIGNATURES, 2, { B8: 'Martin', C8: 'Claude' });

    const { exit, said } = await folder.run('reporter', LATER);
    expect([exit, said[GRID], said[ACTORS], said[SIGNATURES]]).toEqual([0, 'merge', 'merge', 'merge']);
    expect([TITLE, LEADER, STATE].map((column) => read(folder, GRID, 'j1-ateliers-1--2', column))).toEqual(['Aider sans faire à la place', 'Le binôme du nord', 'Confirmée']);
    expect(['D', 'E', 'F', 'J', 'L'].map((column) => valueAt(folder.bytes(GRID), 1, `${column}${session}`))).toEqual(['Ateliers du matin', 'Atelier', 'La cour', '12', 'Réparer un vélo']);
    expect(read(folder, GRID, '_jour-1', 'B')).toContain('4 novembre 2027');
    expect(valueAt(folder.bytes(GRID), 1, 'A2')).toContain('4 novembre 2027');
    expect([WANTS, CONTACT, STEP, WHEN].map((column) => read(folder, ACTORS, 'hub', column))).toEqual(['de la visibilité', 'Appelé', 'Un rendez-vous', String(dayNumber('2027-02-03'))]);
    expect(valueAt(folder.bytes(ACTORS), 1, `${WHO}${actor}`)).toBe('Le comité des fêtes');
    expect([valueAt(folder.bytes(SIGNATURES), 2, 'B8'), valueAt(folder.bytes(SIGNATURES), 2, 'C8')]).toEqual(['Martin', 'Claude']);
    for (const sheet of [1, 2, 3, 4]) expect(valueAt(folder.bytes(SIGNATURES), sheet, 'A2')).toContain('4 novembre 2027');
    // The session that people added counts, in what we keep for programs that do not calculate too.
    expect(['D', 'E'].map((column) => read(folder, GRID, 'j1-ateliers-1', column, 2))).toEqual(['5', '92']);
    expect((await folder.run('generer')).said).toEqual({ [GRID]: 'keep edited', [ACTORS]: 'keep edited', [SIGNATURES]: 'keep edited' });
  });

  it('D05 an hour, a length, a room that people changed stay, and the figures follow them', async () => {
    const folder = await living();
    work(folder, GRID, 'j1-ouverture', { B: '10 h 15', [LENGTH]: 90 });
    work(folder, GRID, 'j1-ateliers-2--3', { [ROOM]: 'Le jardin', [PEOPLE]: 40 });
    expect((await folder.run('reporter', LATER)).exit).toBe(0);
    expect([read(folder, GRID, 'j1-ouverture', 'B'), read(folder, GRID, 'j1-ouverture', LENGTH), read(folder, GRID, 'j1-ateliers-2--3', ROOM)]).toEqual(['10 h 15', '90', 'Le jardin']);
    expect(read(folder, GRID, 'j1-ateliers-2--3', 'K')).toBe('Plus de 25 places');
    expect([read(folder, GRID, 'ensemble', 'C', 3), read(folder, GRID, 'ensemble', 'F', 3), read(folder, GRID, 'grands', 'C', 3)]).toEqual(['130', 'Bon', '1']);
  });

  it('T03, T06 a place more is a row more at each time of workshops, in a file that people worked in', async () => {
    const folder = await living();
    work(folder, GRID, 'j1-ateliers-1--4', { [TITLE]: 'Réparer son téléphone' });
    const sites = ['Salle polyvalente', 'Médiathèque relais du nord', 'Médiathèque relais de l’est', 'Médiathèque relais du sud', 'Foyer de l’ouest'].map((nom) => `{ nom: ${nom} }`).join(', ');
    const { exit, said } = await folder.run('generer', '--set', `sites=[${sites}]`);
    expect([exit, said[GRID]]).toEqual([0, 'merge']);
    expect([read(folder, GRID, 'j1-ateliers-1--5', ROOM), read(folder, GRID, 'j1-ateliers-2--5', ROOM), read(folder, GRID, 'j1-ateliers-1--4', TITLE)])
      .toEqual(['Foyer de l’ouest', 'Foyer de l’ouest', 'Réparer son téléphone']);
    expect(read(folder, GRID, 'j1-ateliers-1', 'D', 2)).toBe('5');
    expect(has(folder, SIGNATURES, 'Feuille d’émargement')).toBe(true);
  });

  it('T03 a partner that the answers name takes the place of its kind; what people wrote beside that kind stays', async () => {
    const folder = await living();
    work(folder, ACTORS, 'association', { [STEP]: 'Appeler Emmaüs' });
    const named = (...more: readonly string[]) => `partenaires=[${['{ nom: Préfecture, type: prefecture }', ...more].join(', ')}]`;
    const first = await folder.run('generer', '--set', named('{ nom: Le Hub, type: hub }', '{ nom: Les Ateliers, type: association }'));
    expect([first.exit, first.said[ACTORS]]).toEqual([0, 'merge']);
    expect([has(folder, ACTORS, 'r.le-hub'), has(folder, ACTORS, 'hub'), read(folder, ACTORS, 'association', STEP)]).toEqual([true, false, 'Appeler Emmaüs']);
    work(folder, ACTORS, 'r.les-ateliers', { [CONTACT]: 'D’accord' });
    await folder.run('generer', '--set', named('{ nom: Les Ateliers, type: association }', '{ nom: Le Hub, type: hub }', '{ nom: Une radio, type: media }'));
    expect([read(folder, ACTORS, 'r.les-ateliers', CONTACT), read(folder, ACTORS, 'r.une-radio', WHO)]).toEqual(['D’accord', 'Une radio']);
  });

  it('D10 one day to two: files that nobody touched follow; where people worked the new version goes beside', async () => {
    const folder = await living();
    work(folder, GRID, 'j1-cloture', { [LEADER]: 'Le conseil' });
    const { exit, said } = await folder.run('generer', '--set', 'jours=2');
    expect([exit, said[GRID], said[SIGNATURES]]).toEqual([3, 'conflict layout-changed', 'update']);
    expect(read(folder, GRID, 'j1-cloture', LEADER)).toBe('Le conseil');
    expect(read({ ...folder, bytes: () => folder.bytes('7-programme/grille-horaire.nouveau.xlsx') }, GRID, 'j2-cloture', KIND)).toBe('Tous ensemble');
    expect(valueAt(folder.bytes(SIGNATURES), 5, 'A2')).toContain('15 octobre 2027');
  });

  it('U39 one day to half a day and back: nothing is lost in a file that nobody touched', async () => {
    const folder = await living();
    const before = folder.snapshot();
    await folder.run('generer', '--set', 'jours=0.5');
    expect(read(folder, GRID, 'j1-ateliers-1', 'D')).toBe('Premier temps d’ateliers');
    await folder.run('generer', '--set', 'jours=1');
    for (const path of [GRID, ACTORS, SIGNATURES]) expect(folder.snapshot()[path], path).toBe(before[path]);
  });
});

describe('A07 a kit that calls its times and its rows otherwise', () => {
  const later = editSources(renameIds(tinySources(), { ateliers: 'sessions', mairie: 'hotel-de-ville' }), ['kit.yaml', 'version: 1.0.0', 'version: 2.0.0'],
    ['programme.yaml', 'title: "Pause : le goûter"', 'title: Goûter'], ['tables.yaml', 'Mairie : à vérifier', 'Hôtel de ville']);
  let folder: Living;
  beforeAll(async () => {
    const disk = memoryDisk({ ...tinyKitIn('un'), ...Object.fromEntries(Object.entries(later).map(([path, text]) => [`deux/${path}`, text])) });
    const made = await runIn({ disk }, 'init', 'dossier', '--kit', 'un', '--yes', '--set', 'collectivite=departement:23', '--set', 'date=2027-10-14', '--set', 'jauge=90', '--today', FIRST_DAY);
    expect(made.exit, made.err).toBe(0);
    folder = hold(disk);
    const bytes = (path: string): Uint8Array => disk.readBytes(`${WORK}/dossier/${path}`);
    folder.write('7-programme/grille.xlsx', typeIn(bytes('7-programme/grille.xlsx'), 1, { [`L${rowOf(bytes('7-programme/grille.xlsx'), 1, 'j1-ateliers--2')}`]: 'Coudre' }));
    folder.write('4-partenaires/amis.xlsx', typeIn(bytes('4-partenaires/amis.xlsx'), 1, { [`C${rowOf(bytes('4-partenaires/amis.xlsx'), 1, 'mairie')}`]: 'Vu' }));
  });

  it('what people wrote follows, and the kit says what changed', async () => {
    const compared = await folder.say('kit', 'comparer', '../deux');
    expect(compared.out).toMatch(/Temps du programme \(2\)[\s\S]*Ateliers \(sessions\) : s’appelait ateliers/);
    const { exit, out, err } = await folder.say('kit', 'mettre-a-jour', '--kit', '../deux', '--appliquer', '--yes');
    expect([exit, err], out).toEqual([0, '']);
    expect(read(folder, '7-programme/grille.xlsx', 'j1-sessions--2', TITLE)).toBe('Coudre');
    expect(['B', 'C'].map((column) => read(folder, '4-partenaires/amis.xlsx', 'hotel-de-ville', column))).toEqual(['Hôtel de ville', 'Vu']);
    expect(read(folder, '7-programme/grille.xlsx', 'j1-gouter', 'D')).toBe('Goûter');
    expect(compared.out).toContain('Tableaux (1)\n  Texte revu : amis');
  });
});
