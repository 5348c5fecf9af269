import { describe, expect, it } from 'vitest';
import { buildRetroplanning } from '../../../src/documents/tables/retroplanning.ts';
import type { Plan } from '../../../src/model.ts';
import { plans, planOf } from '../plans.ts';
import { samplePlan, samplePlanWithoutDate, sampleSpecs } from '../../support/plan.ts';

const build = (plan: Plan) => buildRetroplanning(sampleSpecs.retroplanning, '2-calendrier/retroplanning.xlsx', plan);
const sheets = build(samplePlan).sheets;
const rows = sheets[0]?.rows ?? [];
const rowOf = (id: string) => rows.find((row) => row.id === id)?.cells ?? {};

describe('buildRetroplanning', () => {
  it('groups tasks by phase, with two spare rows after each', () => {
    expect(rows.map(({ id, role }) => id ?? role).slice(0, 7)).toEqual(
      ['_cadrer', 'T01', 'T08', 'spare', 'spare', '_securiser', 'T19']);
    expect(rows.filter(({ role }) => role === 'item')).toHaveLength(samplePlan.schedule.tasks.length);
  });

  it('keeps apart a phase and a task of the same name', () => {
    const [first, ...others] = samplePlan.schedule.tasks;
    if (!first) throw new Error('no task');
    for (const id of ['phase-cadrer', 'cadrer']) {
      const tasks = [{ ...first, task: { ...first.task, id } }, ...others];
      const ids = build({ ...samplePlan, schedule: { ...samplePlan.schedule, tasks } }).sheets[0]?.rows.flatMap((row) => row.id ?? []);
      expect(new Set(ids).size).toBe(ids?.length);
    }
  });

  it('fills our columns', () => {
    expect(rowOf('T21')).toEqual({
      phase: 'Sécuriser', tache: 'Déposer la demande de soutien', echeance: '2027-05-13', role: 'Chef de projet',
      responsable: 'Direction du numérique', etat: 'À faire', depend: 'T08', document: null,
      pourquoi: [
        'La demande part au moins quatre mois avant.',
        'C’est fait quand\u00a0: Un accusé de réception.',
        'Au plus tard le 14 juin 2027.',
      ].join('\n'),
    });
  });

  it('names the document of a task, and none that a small event does not get', () => {
    const documents = samplePlan.kit.documents.map((spec) => ({ ...spec, extra: true }));
    const named = (plan: Plan) => build(plan).sheets[0]?.rows.find(({ id }) => id === 'T21')?.cells['document'];
    const withTask = { ...samplePlan, kit: { ...samplePlan.kit, documents }, schedule: { ...samplePlan.schedule, tasks: samplePlan.schedule.tasks.map((planned) => ({ ...planned, task: { ...planned.task, document: 'bilan' } })) } };
    expect(named(withTask)).toBe('Bilan');
    expect(named({ ...withTask, facts: { ...samplePlan.facts, 'petit-evenement': true } })).toBeNull();
  });

  it('leaves the person’s own date and notes empty, and the owner when nobody was named', () => {
    expect(rows.every(({ cells }) => cells['votre-echeance'] === undefined && cells['notes'] === undefined)).toBe(true);
    expect(rowOf('T19')['responsable']).toBeNull();
  });

  it('says which columns belong to the person', () => {
    const theirs = sheets[0]?.columns.filter(({ owner }) => owner === 'person').map(({ title }) => title);
    expect(theirs).toEqual(['Votre échéance', 'Responsable', 'État', 'Notes']);
  });

  it('lists what was dropped, why, and what to do instead', () => {
    expect(sheets[1]?.name).toBe('Laissé de côté');
    expect(sheets[1]?.rows[0]?.id).toBe('T23');
    expect(sheets[1]?.rows[0]?.cells['remplacement']).toBe('Demander une aide en nature à deux partenaires.');
  });

  it('says so when nothing was dropped', () => {
    const table = build({ ...samplePlan, schedule: { ...samplePlan.schedule, dropped: [] } });
    expect(table.sheets.map(({ name }) => name)).toEqual(['Rétroplanning', 'Laissé de côté', 'Mode d’emploi']);
    expect(table.sheets[1]?.preface[2]).toContain('Aucune tâche n’est laissée de côté faute de temps.');
  });

  it('lists the tasks of larger events, each with its size, and none of what the answers do not ask for', () => {
    const given = plans['Creuse, un site'];
    const left = (jauge: number) => build(planOf(given.territory, { ...given.answers, jauge, appel: 'aucun' })).sheets[1]?.rows
      .filter(({ cells }) => cells['raison']) ?? [];
    const ids = left(40).map(({ id }) => id);
    expect(ids).toContain('T09');
    expect(ids).not.toContain('T28');
    expect(left(40).find(({ id }) => id === 'T09')?.cells['raison']).toBe('Elle sert à partir de 80 personnes.');
    expect(left(300)).toEqual([]);
  });

  it('keeps room for what more or less time would change: no date takes or gives a row', () => {
    const given = plans['Creuse, un site'];
    const on = (date: string) => planOf(given.territory, { ...given.answers, date });
    const [short, long] = [on('2027-01-28'), on('2028-03-16')];
    const shape = (plan: Plan) => build(plan).sheets.map((sheet) => ({
      name: sheet.name, preface: sheet.preface.length, rows: sheet.rows.length,
      frame: sheet.rows.flatMap(({ id, role }, index) => (role === 'section' ? [`${id} ${index}`] : [])),
    }));
    expect(short.schedule.dropped.length).toBeGreaterThan(5);
    expect(long.schedule.dropped).toEqual([]);
    expect(shape(short)).toEqual(shape(long));
  });

  it('says that dates are provisional while the date is not set', () => {
    expect(build(samplePlanWithoutDate).sheets[0]?.preface[1]).toContain('provisoire');
    expect(sheets[0]?.preface[1]).toBe('NEC Creuse 2027, jeudi 14 octobre 2027');
    expect(build({ ...samplePlan, eventName: 'Fête du Creusement' }).sheets[0]?.preface[1])
      .toBe('Fête du Creusement, Creuse, jeudi 14 octobre 2027');
  });

  it('names no dependency that is not in the table', () => {
    const without = samplePlan.schedule.tasks.filter(({ task }) => task.id !== 'T08');
    const table = build({ ...samplePlan, schedule: { ...samplePlan.schedule, tasks: without } });
    expect(table.sheets[0]?.rows.find(({ id }) => id === 'T19')?.cells['depend']).toBeNull();
  });
});
