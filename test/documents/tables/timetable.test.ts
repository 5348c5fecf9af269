import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cachedValue } from '../../../src/documents/tables/formulas.ts';
import { buildTimetable } from '../../../src/documents/tables/timetable.ts';
import type { Answers, DocumentSpec, Plan, Row, Sheet } from '../../../src/model.ts';
import { anyPlan, necKit, planOf, plans } from '../plans.ts';

const spec = necKit.documents.find(({ id }) => id === 'grille-horaire') as DocumentSpec;
const build = (plan: Plan): readonly Sheet[] => buildTimetable(spec, spec.path, plan).sheets;
const sheetOf = (plan: Plan, name: string): Sheet => build(plan).find((sheet) => sheet.name === name) as Sheet;
const town = plans['Creuse, un site'];
const dense = plans['ville dense'];
const on = (plan: Plan, answers: Answers): Plan => planOf(plan.territory, { ...plan.answers, ...answers });
const items = (sheet: Sheet): readonly Row[] => sheet.rows.filter(({ role }) => role === 'item');
const grid = (plan: Plan): readonly Row[] => items(sheetOf(plan, 'Grille'));
const workshops = (plan: Plan): readonly Row[] => grid(plan).filter(({ cells }) => cells['type'] === 'Atelier');
const check = (plan: Plan, id: string): Readonly<Record<string, unknown>> => {
  const row = sheetOf(plan, 'Vérifications').rows.find((found) => found.id === id);
  return Object.fromEntries(Object.entries(row?.cells ?? {}).map(([key, cell]) => [key, cachedValue(cell)]));
};
const MEDIATION = 'Médiatrices et médiateurs numériques';

describe('the grid', () => {
  it('has one row for each time and room, by ids that say neither hours nor words', () => {
    expect(grid(on(town, { jauge: 80, milieu: 'urbain' })).map(({ id, cells }) => [id, cells['debut'], cells['duree'], cells['salle']])).toEqual([
      ['j1-ouverture', '9 h', 45, 'Grande salle'], ['j1-pause-1', '9 h 45', 20, 'Hall'],
      ['j1-ateliers-1', '10 h 05', 90, 'Salle A'], ['j1-ateliers-1--2', '10 h 05', 90, 'Salle B'],
      ['j1-pause-2', '11 h 35', 20, 'Hall'], ['j1-entre-pairs', '11 h 55', 40, 'Hall'], ['j1-repas', '12 h 35', 75, 'Hall'],
      ['j1-ateliers-2', '13 h 50', 90, 'Salle A'], ['j1-ateliers-2--2', '13 h 50', 90, 'Salle B'],
      ['j1-pause-3', '15 h 20', 20, 'Hall'], ['j1-retours', '15 h 40', 45, 'Grande salle'], ['j1-cloture', '16 h 25', 30, 'Grande salle'],
      ['j1-temps-vide', '16 h 55', 20, 'Hall'],
      ['j1-cafe-des-pairs', undefined, undefined, 'Hall, au centre'], ['j1-consultations', undefined, undefined, 'Coin calme'],
      ['j1-demonstrations', undefined, undefined, 'Stands, près des prises'],
    ]);
  });

  it('runs from 10 to 16 where people come from far, in the halves of the day too', () => {
    expect(grid(town).map(({ cells }) => cells['debut']).filter(Boolean).slice(0, 2)).toEqual(['10 h', '10 h 20']);
    expect(grid(on(town, { jours: 0.5 })).map(({ cells }) => cells['debut']).filter(Boolean).at(-1)).toBe('12 h 40');
  });

  it('keeps the names of the times from one to half a day, so that titles stay with their time', () => {
    const ids = (jours: number): readonly (string | null)[] => workshops(on(town, { jours, jauge: 50 })).map(({ id }) => id);
    expect(ids(0.5)).toEqual(ids(1));
  });

  it('says each day with its date, and no date that is not set', () => {
    const sections = (plan: Plan) => sheetOf(plan, 'Grille').rows.filter(({ role }) => role === 'section').map(({ cells }) => String(cells['debut']).replace(/\u00a0/g, ' '));
    expect(sections(dense)).toEqual(['Jour 1 : jeudi 14 octobre 2027', 'Jour 2 : vendredi 15 octobre 2027']);
    expect(sections(on(dense, { date: 'a-definir', periode: '2027-10/2027-11' }))).toEqual(['Jour 1', 'Jour 2']);
  });

  it('ends the event once: the first days end on a look at the day', () => {
    const ends = (jours: number) => grid(on(dense, { jours })).map(({ id }) => id).filter((id) => /cloture|point-du-jour/.test(String(id)));
    expect(ends(1)).toEqual(['j1-cloture']);
    expect(ends(3)).toEqual(['j1-point-du-jour', 'j2-point-du-jour', 'j3-cloture']);
    expect(ends(1.5)).toEqual(['j1-point-du-jour', 'j2-cloture']);
  });

  it('says the meal as it was answered', () => {
    const meal = (answers: Answers) => grid(on(dense, answers)).find(({ id }) => id === 'j1-repas')?.cells['creneau'];
    expect(['dejeuner', 'repas-partage', 'cafe'].map((restauration) => meal({ restauration }))).toEqual(['Déjeuner', 'Repas partagé', 'Repas libre']);
    expect(meal({ restauration: 'aucune', milieu: 'rural' })).toBe('Repas tiré du sac');
  });

  it('leaves to people what is theirs', () => {
    expect(sheetOf(town, 'Grille').columns.filter(({ owner }) => owner === 'person').map(({ title }) => title))
      .toEqual(['Titre de la séance', 'Qui anime', 'Qui accueille', 'Besoins', 'État', 'Notes']);
    for (const { cells } of grid(town)) for (const key of ['titre', 'anime', 'accueille', 'besoins', 'etat', 'notes']) expect(cells[key]).toBeUndefined();
  });

  it('tells an event inside another that the host sets the hours', () => {
    expect(sheetOf(plans['greffe outre-mer, date à définir'], 'Grille').preface.join()).toContain('événement hôte');
    expect(sheetOf(town, 'Grille').preface).toHaveLength(sheetOf(plans['greffe outre-mer, date à définir'], 'Grille').preface.length);
  });
});

describe('rooms', () => {
  it('a room more is a row more at each time of workshops, and no other id changes', () => {
    const ids = (jauge: number) => grid(on(town, { jauge })).map(({ id }) => id);
    expect(ids(120).filter((id) => !ids(80).includes(id))).toEqual(['j1-ateliers-1--3', 'j1-ateliers-2--3']);
    expect(ids(80).filter((id) => !ids(120).includes(id))).toEqual([]);
    expect(sheetOf(town, 'Grille').rows.filter(({ role }) => role === 'spare').length).toBeGreaterThanOrEqual(4);
  });

  const sites = (...names: readonly string[]): Answers => ({ forme: 'multi-sites', sites: names.map((nom) => ({ nom })) });

  it('of several places: each has its workshops, and one place more leaves the others their ids', () => {
    const rows = (plan: Plan) => workshops(plan).filter(({ id }) => id?.startsWith('j1-ateliers-1')).map(({ id, cells }) => [id, cells['salle']]);
    expect(rows(on(town, { jauge: 60, ...sites('Nord', 'Sud') }))).toEqual([['j1-ateliers-1', 'Nord'], ['j1-ateliers-1--2', 'Sud']]);
    expect(rows(on(town, { jauge: 160, ...sites('Nord', 'Sud') })).slice(0, 3)).toEqual([
      ['j1-ateliers-1', 'Nord, salle A'], ['j1-ateliers-1--2', 'Sud, salle A'], ['j1-ateliers-1--1001', 'Nord, salle B']]);
    expect(rows(on(town, { jauge: 160, ...sites('Nord', 'Sud', 'Est') })).map(([id]) => id))
      .toEqual(['j1-ateliers-1', 'j1-ateliers-1--2', 'j1-ateliers-1--3', 'j1-ateliers-1--1001', 'j1-ateliers-1--1002', 'j1-ateliers-1--1003']);
  });

  it('of several places: people open together, and rest where they are', () => {
    const far = plans['Creuse, plusieurs sites'];
    expect(grid(far).filter(({ cells }) => cells['type'] === 'Tous ensemble').map(({ cells }) => cells['salle'])).toEqual(['Tous les lieux', 'Tous les lieux']);
    expect(grid(far).filter(({ cells }) => cells['type'] === 'Pause').map(({ cells }) => cells['salle'])).toEqual(['Chaque lieu', 'Chaque lieu']);
  });
});

describe('workshops', () => {
  const themed = (answers: Answers) => workshops(on(town, { milieu: 'urbain', ...answers })).map(({ cells }) => cells['theme']);

  it('a theme stays in its room while there are rooms for all', () => {
    expect(themed({ jauge: 120, themes: ['inclusion', 'ecologie'] })).toEqual(['Inclusion numérique', 'Numérique et écologie', 'Inclusion numérique', 'Inclusion numérique', 'Numérique et écologie', 'Inclusion numérique']);
  });

  it('themes go round where rooms are fewer, or places several', () => {
    expect(themed({ jauge: 40, themes: ['inclusion', 'ecologie', 'Nos mots'] })).toEqual(['Inclusion numérique', 'Numérique et écologie']);
    expect(themed({ jauge: 60, themes: ['inclusion', 'ecologie'], forme: 'multi-sites', sites: [{ nom: 'Nord' }, { nom: 'Sud' }] }))
      .toEqual(['Inclusion numérique', 'Numérique et écologie', 'Numérique et écologie', 'Inclusion numérique']);
  });

  it('of a theme in people’s own words, or of none at all, are workshops too', () => {
    expect(themed({ jauge: 40, themes: ['Réparer'] })).toEqual(['Réparer', 'Réparer']);
    expect(themed({ jauge: 40, themes: [] })).toEqual([null, null]);
  });

  it('have a format that takes this time: an hour and a half, an hour, three quarters', () => {
    const formats = (answers: Answers) => [...new Set(workshops(on(town, { jauge: 40, publics: ['associations'], themes: ['communs-souverainete'], ...answers })).map(({ cells }) => cells['format']))];
    expect(formats({})).toEqual(['Atelier commun numérique']);
    expect(formats({ jours: 0.5, milieu: 'urbain' })).toEqual(['Conversations tournantes (world café)']);
    expect(formats({ jours: 0.5 })).toEqual(['Retour d’expérience']);
    expect(formats({ jours: 0.5, themes: ['donnees-democratie'] })).toEqual(['Données ouvertes en cercle']);
  });

  it('never have more places than a quarter of a hundred, nor than people', () => {
    expect(workshops(on(town, { jauge: 12 })).map(({ cells }) => cells['places'])).toEqual([12, 12]);
    expect(Math.max(...workshops(on(town, { jauge: 400 })).map(({ cells }) => Number(cells['places'])))).toBe(25);
  });

  const publics = (answers: Answers) => workshops(on(town, { milieu: 'urbain', ...answers })).map(({ cells }) => cells['public']);

  it('are for mediation at each time, whatever the themes, while there are rooms for others too', () => {
    expect(publics({ jauge: 70, publics: ['associations', 'mediateurs', 'etudiants'], themes: ['communs-souverainete', 'ecologie'] }))
      .toEqual([MEDIATION, 'Associations et tiers-lieux', 'Étudiantes et étudiants', MEDIATION]);
  });

  it('for mediation go from place to place, so that each has one', () => {
    const sites = ['Nord', 'Sud', 'Est'].map((nom) => ({ nom }));
    for (const jauge of [60, 250]) {
      const rows = workshops(on(town, { jauge, jours: 2, forme: 'multi-sites', sites, publics: ['mediateurs', 'elus', 'agents', 'associations'], themes: ['inclusion', 'mediation-metier'] }));
      expect(rows.filter(({ cells }) => cells['public'] === MEDIATION).map(({ cells }) => String(cells['salle']).split(',')[0])).toEqual(['Nord', 'Sud', 'Est', 'Nord']);
    }
  });

  it('for mediation leave their turn to those who have had none, and still stand in a place that had none', () => {
    const sites = ['Nord', 'Sud', 'Est'].map((nom) => ({ nom }));
    const names = publics({ jauge: 60, forme: 'multi-sites', sites, publics: ['mediateurs', 'elus', 'agents', 'associations', 'entreprises'], themes: ['inclusion'] });
    expect(new Set(names).size).toBe(5);
    expect(names.map((name) => name === MEDIATION)).toEqual([true, false, false, false, false, true]);
  });

  it('of a kit that protects no audience may all be for one', () => {
    const { neverTwice: _, ...limits } = necKit.programme?.limits ?? {};
    const programme = { ...necKit.programme, limits } as Plan['kit']['programme'];
    const plan = on(town, { jauge: 200, publics: ['mediateurs'] });
    const rows = workshops({ ...plan, kit: { ...plan.kit, ...(programme && { programme }) } });
    expect(rows.every(({ cells }) => cells['public'] === MEDIATION)).toBe(true);
    expect(workshops(plan).map(({ cells }) => cells['public']).slice(0, 3)).toEqual([MEDIATION, 'Tous les publics', 'Tous les publics']);
  });
});

describe('whatever is answered', () => {
  const days = fc.constantFrom(0.5, 1, 1.5, 2, 2.5, 5);
  const whole = fc.tuple(anyPlan, days, fc.constantFrom(5, 49, 80, 1200), fc.constantFrom(0, 1, 2, 7)).map(([plan, jours, jauge, sites]) =>
    on(plan, { jours, jauge, sites: Array.from({ length: sites }, (_, rank) => ({ nom: `Lieu ${rank}` })) }));

  it('names the audience whose workshops it counts: the others can have two at once', () => {
    const plan = on(dense, { jauge: 340, publics: ['mediateurs', 'elus', 'agents'], themes: ['inclusion'] });
    const names = workshops(plan).filter(({ id }) => String(id).startsWith('j1-ateliers-1')).map(({ cells }) => cells['public']);
    expect(names.filter((name) => name === MEDIATION).length).toBeLessThanOrEqual(1);
    expect(new Set(names).size).toBeLessThan(names.length);
    expect(String(check(plan, 'meme-public')['compte']).replace(/\u00a0/g, ' ')).toBe(`Temps d’ateliers qui proposent deux séances à la fois à ce public : ${MEDIATION}`);
    expect(check(plan, 'meme-public')['lecture']).toContain('Un autre public peut en avoir deux à la fois');
  });

  it('no audience of mediation has two workshops at once, no workshop more than 25 places, no time together more than 35 %', () => {
    fc.assert(fc.property(whole, (plan) => {
      const atOnce = new Map<string, number>();
      for (const { cells } of workshops(plan)) {
        expect(Number(cells['places'])).toBeGreaterThan(0);
        expect(Number(cells['places'])).toBeLessThanOrEqual(25);
        expect(cells['format']).not.toBeNull();
        if (cells['public'] === MEDIATION) atOnce.set(String(cells['creneau']), (atOnce.get(String(cells['creneau'])) ?? 0) + 1);
      }
      expect(Math.max(0, ...atOnce.values())).toBeLessThanOrEqual(1);
      for (const id of ['ensemble', 'vides', 'grands', 'meme-public']) expect(check(plan, id)['reponse'], id).toBe('Bon');
    }), { numRuns: 120 });
  });

  it('everybody who was invited has a workshop, where there are enough of them', () => {
    fc.assert(fc.property(whole, (plan) => {
      const names = workshops(plan).map(({ cells }) => cells['public']);
      const invited = necKit.audiences.filter(({ id }) => (plan.answers['publics'] as readonly string[] | undefined ?? []).includes(id));
      const without = invited.filter(({ name }) => !names.includes(name)).map(({ id }) => id);
      if (names.length >= invited.length) expect(without).toEqual([]);
      expect(without).not.toContain('mediateurs');
      if (invited.length > 0) expect([check(plan, 'sans-atelier')['nombre'], check(plan, 'sans-atelier')['reponse']]).toEqual([without.length, without.length > 0 ? 'À revoir' : 'Bon']);
    }), { numRuns: 120 });
  });

  it('every id stands once in its sheet, and every day ends on open time', () => {
    fc.assert(fc.property(whole, (plan) => {
      for (const { rows } of build(plan)) {
        const ids = rows.flatMap(({ id }) => id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
      }
      const timed = grid(plan).filter(({ cells }) => cells['debut'] !== undefined);
      const last = new Map(timed.map(({ id, cells }) => [/^j\d+/.exec(String(id))?.[0], cells['type']]));
      expect([...last.values()].every((type) => type === 'Temps vide')).toBe(true);
    }), { numRuns: 80 });
  });

  it('the figures are those of a count by hand', () => {
    fc.assert(fc.property(whole, (plan) => {
      const rows = grid(plan);
      for (const { cells } of items(sheetOf(plan, 'Ateliers'))) {
        const here = rows.filter((row) => row.cells['creneau'] === cells['temps']);
        expect(cachedValue(cells['seances'])).toBe(here.length);
        expect(cachedValue(cells['places'])).toBe(here.reduce((sum, row) => sum + Number(row.cells['places']), 0));
        expect(cachedValue(cells['minutes'])).toBe(here[0]?.cells['duree']);
        expect(cachedValue(cells['protege'])).toBe(here.filter((row) => row.cells['public'] === MEDIATION).length);
      }
      const once = new Map(rows.filter(({ cells }) => cells['type'] !== 'Repas').map(({ id, cells }) => [String(id).replace(/--\d+$/, ''), Number(cells['duree'] ?? 0)]));
      expect(check(plan, 'tout')['nombre']).toBe([...once.values()].reduce((sum, minutes) => sum + minutes, 0));
    }), { numRuns: 80 });
  });
});

describe('what does not fit is said', () => {
  it('the share of time together, as the running order counts it: all but the meal', () => {
    const share = (plan: Plan) => [check(plan, 'ensemble')['nombre'], check(plan, 'tout')['nombre'], check(plan, 'ensemble')['part']];
    expect(share(on(town, { milieu: 'urbain' }))).toEqual([120, 420, 29]);
    expect(share(town)).toEqual([60, 300, 20]);
    expect(share(on(town, { jours: 0.5, milieu: 'urbain' }))).toEqual([40, 220, 18]);
    expect(share(on(town, { jours: 0.5 }))).toEqual([40, 180, 22]);
  });

  it('people for each session, if all of them went', () => {
    const [row] = items(sheetOf(on(town, { jauge: 80 }), 'Ateliers'));
    expect([cachedValue(row?.cells['personnes']), cachedValue(row?.cells['par-seance'])]).toEqual([80, 40]);
  });

  it('blank rows count nothing until a time is named there', () => {
    const spare = sheetOf(town, 'Ateliers').rows.filter(({ role }) => role === 'spare');
    expect(spare.length).toBeGreaterThan(0);
    for (const { cells } of spare) expect(Object.values(cells).every((cell) => cachedValue(cell) === '')).toBe(true);
  });
});

it('a kit without a programme has no timetable: its check refuses the document', () => {
  const { programme: _, ...kit } = necKit;
  expect(() => build({ ...town, kit })).toThrow('programme');
});
