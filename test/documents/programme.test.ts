import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cachedValue } from '../../src/documents/tables/formulas.ts';
import { buildTimetable } from '../../src/documents/tables/timetable.ts';
import { buildView } from '../../src/documents/view.ts';
import type { Answers, DocumentSpec, Plan, Row } from '../../src/model.ts';
import { unmark } from '../../src/shared/values.ts';
import { anyPlan, necKit, planOf, plans } from './plans.ts';

const spec = necKit.documents.find(({ id }) => id === 'grille-horaire') as DocumentSpec;
const rowsOf = (plan: Plan, sheet: string): readonly Row[] => buildTimetable(spec, spec.path, plan).sheets.find(({ name }) => name === sheet)?.rows ?? [];
const dense = plans['ville dense'];
const on = (plan: Plan, answers: Answers): Plan => planOf(plan.territory, { ...plan.answers, ...answers });

/** `1 9 h 45`: each time of each day once, with its minutes. */
const told = (plan: Plan): readonly string[] => buildView(plan).journees.flatMap(({ id, temps }) => (
  temps.map(({ heure, minutes }) => unmark(`${id} ${heure} ${minutes}`))));
const laid = (plan: Plan): readonly string[] => [...new Set(rowsOf(plan, 'Grille').filter(({ cells }) => cells['debut'] && cells['duree'])
  .map(({ id, cells }) => `${/^j(\d+)/.exec(id ?? '')?.[1]} ${cells['debut']} ${cells['duree']}`))];

describe('the days that texts tell', () => {
  it('have the hours of the timetable, in their order', () => fc.assert(fc.property(anyPlan, (plan) => {
    expect(told(plan)).toEqual(laid(plan));
  })));

  it('count together and in workshops as the timetable does', () => {
    const [day] = buildView(on(dense, { jours: 1 })).journees;
    const counted = (id: string): readonly unknown[] => {
      const row = rowsOf(on(dense, { jours: 1 }), 'Vérifications').find((found) => found.id === id);
      return ['nombre', 'part'].map((key) => cachedValue(row?.cells[key] ?? null));
    };
    expect([day?.ensemble, day?.partEnsemble].map((value) => Number(unmark(value ?? '')))).toEqual(counted('ensemble'));
    expect(Number(unmark(day?.ateliers ?? ''))).toBe(Number(counted('ateliers')[0]) + Number(counted('pairs')[0]));
  });

  it('open, meet and welcome before the first time; consultations fill the workshops by twenty minutes', () => {
    const [day] = buildView(on(dense, { jours: 1 })).journees;
    expect([day?.ouverture, day?.reunion, day?.accueil, day?.fin].map((hour) => unmark(hour ?? ''))).toEqual(['7 h 30', '8 h 15', '8 h 30', '17 h 15']);
    expect(day?.consultations.map(({ heure }) => unmark(heure))).toEqual(['10 h 05', '10 h 25', '10 h 45', '11 h 05', '13 h 50', '14 h 10', '14 h 30', '14 h 50']);
  });

  it('know the first and the last, and are none in a kit without a programme', () => {
    expect(buildView(on(dense, { jours: 3 })).journees.map(({ premier, dernier }) => [premier, dernier])).toEqual([[true, false], [false, false], [false, true]]);
    const { programme: _, ...kit } = dense.kit;
    expect(buildView({ ...dense, kit }).journees).toEqual([]);
  });
});

describe('the rooms', () => {
  const rooms = (jauge: number): number => buildView(on(dense, { jauge, jours: 1 })).listes.salles.length;

  it.each([[20, 1], [80, 2], [120, 3], [200, 5], [340, 9]])('%i people, of whom six in ten are in a workshop: %i rooms of 25', (people, count) => expect(rooms(people)).toBe(count));

  it('are those of the timetable', () => {
    const names = new Set(rowsOf(dense, 'Grille').filter(({ cells }) => cells['type'] === 'Atelier').map(({ cells }) => cells['salle']));
    expect(buildView(dense).listes.salles.map(({ nom }) => unmark(nom))).toEqual([...names]);
  });

  it('a place keeps its id, and what was written of it, when another is taken away or a second room is added', () => {
    const ids = (jauge: number, ...names: readonly string[]): readonly string[] =>
      buildView(on(dense, { jauge, forme: 'multi-sites', sites: names.map((nom) => ({ nom })) })).listes.salles.map(({ id }) => id);
    expect(ids(60, 'Mairie', 'Relais nord', 'Relais sud')).toEqual(['mairie', 'relais-nord', 'relais-sud']);
    expect(ids(60, 'Relais sud', 'Relais nord')).toEqual(['relais-sud', 'relais-nord']);
    expect(ids(160, 'Mairie', 'Relais nord')).toEqual(['mairie', 'relais-nord', 'mairie-b', 'relais-nord-b']);
  });

  it('no workshop is laid out for more than 25 people, and the short path is for elected members alone', () => {
    for (const { cells } of rowsOf(on(dense, { publics: ['elus', 'mediateurs'], themes: ['communs-souverainete'] }), 'Grille').filter((row) => row.cells['type'] === 'Atelier')) {
      expect(cells['format'] === 'Parcours court pour les élues et élus').toBe(cells['public'] === 'Élues et élus');
      expect(Number(cells['places'])).toBeLessThanOrEqual(25);
    }
  });
});

