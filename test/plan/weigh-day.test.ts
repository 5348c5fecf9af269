import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Favour, Kit, Rule } from '../../src/model.ts';
import { isAboutDate, weighDay } from '../../src/plan/weigh-day.ts';
import { addDays } from '../../src/shared/dates.ts';
import { necKit } from '../support/kit.ts';
import '../support/properties.ts';
import { territories } from './support.ts';
import { planOn, weighing } from './weighing.ts';

const idsOf = (date: string, name: string, changes: Answers = {}): { readonly pros: readonly string[]; readonly cons: readonly string[] } => {
  const day = weighDay(date, weighing(name, changes));
  return { pros: day.for.map(({ id }) => id), cons: day.against.map(({ rule }) => rule) };
};

describe('holidays and bridges by territory', () => {
  it.each([
    ['creuse', '2027-11-11', 'ferie'], ['rennes', '2027-05-06', 'ferie'], ['essonne', '2027-05-17', 'ferie'],
    ['creuse', '2027-11-12', 'pont'], ['creuse', '2027-05-07', 'pont'],
    ['reunion', '2027-12-20', 'ferie'], ['reunion', '2027-12-21', 'pont'], ['guyane', '2027-06-10', 'ferie'], ['guyane', '2027-06-11', 'pont'],
    ['guyane', '2027-02-09', 'ferie-usage'], ['strasbourg', '2027-03-26', 'ferie-a-verifier'], ['strasbourg', '2027-12-27', 'pont'],
  ])('%s, %s: %s', (name, date, rule) => {
    const { pros, cons } = idsOf(date, name);
    expect(cons).toContain(rule);
    expect(pros).not.toContain('ni-ferie-ni-pont');
  });

  it.each([
    ['creuse', '2027-12-20'], ['rennes', '2027-06-10'], ['essonne', '2027-02-09'], ['creuse', '2027-03-26'], ['rennes', '2027-12-27'],
    ['guyane', '2027-12-20'], ['reunion', '2027-06-10'], ['strasbourg', '2027-06-10'],
  ])('%s, %s: neither', (name, date) => {
    const { pros, cons } = idsOf(date, name);
    expect(cons.filter((rule) => rule.startsWith('ferie') || rule === 'pont')).toEqual([]);
    expect(pros).toContain('ni-ferie-ni-pont');
  });

  it('in Mayotte nothing is said for a day, for four feasts are not known', () => {
    const { pros, cons } = idsOf('2027-10-14', 'mayotte');
    expect(cons).toContain('fetes-mayotte');
    expect(pros).not.toContain('ni-ferie-ni-pont');
  });
});

describe('school holidays', () => {
  it.each([
    ['creuse', '2027-02-16', 'vacances-zone-a'], ['essonne', '2027-02-16', 'vacances-zone-c'], ['rennes', '2027-02-23', 'vacances-zone-b'],
    ['strasbourg', '2027-02-23', 'vacances-zone-b'], ['creuse', '2027-07-05', 'vacances-zone-a'],
  ])('%s, %s: %s', (name, date, rule) => {
    const { pros, cons } = idsOf(date, name);
    expect(cons).toContain(rule);
    expect(pros).not.toContain('hors-vacances');
  });

  it.each([['rennes', '2027-02-16'], ['creuse', '2027-03-01'], ['essonne', '2027-02-23'], ['strasbourg', '2027-06-08']])('%s, %s: none, and it is known', (name, date) => {
    expect(idsOf(date, name).pros).toContain('hors-vacances');
  });

  it.each([
    ...['creuse', 'rennes', 'essonne', 'strasbourg'].flatMap((name) => [[name, '2027-09-01'], [name, '2027-10-14'], [name, '2028-06-06'], [name, '2036-03-04']]),
    ...['reunion', 'guyane', 'guadeloupe', 'mayotte'].map((name) => [name, '2027-10-14']),
  ])('%s, %s: the calendar is said to be unknown', (name = '', date = '') => {
    const day = weighDay(date, weighing(name));
    expect(day.for.map(({ id }) => id)).not.toContain('hors-vacances');
    expect(day.against.map(({ message }) => message).join(' ')).toMatch(/calendrier scolaire (de La Réunion )?inconnu/i);
  });

  it('the last days that are known do not speak for an event that goes on after them', () => {
    const data = { ...necKit(), rules: necKit().rules.map((rule) => (rule.id === 'vacances-zone-a' ? { ...rule, validUntil: '2027-06-02' } : rule)) };
    const spoken = (jours: number): readonly string[] => weighDay('2027-06-02', weighing('creuse', { jours }, undefined, data)).for.map(({ id }) => id);
    expect(spoken(1)).toContain('hors-vacances');
    expect(spoken(2)).not.toContain('hors-vacances');
  });
});

describe('elections, season, days of the week', () => {
  it.each([
    ['creuse', '2027-04-10', ['presidentielle-2027', 'communication-presidentielle', 'week-end']],
    ['rennes', '2027-10-14', ['candidatures-2028']], ['creuse', '2027-10-14', ['communication-elections-2028']],
    ['essonne', '2028-03-07', ['elections-2028', 'communication-elections-2028']],
  ])('%s, %s: against', (name, date, rules) => expect(idsOf(date, name).cons).toEqual(expect.arrayContaining(rules)));

  it.each([['2027-09-24', false], ['2027-09-27', true], ['2027-12-15', true], ['2027-12-16', false], ['2027-05-20', false]])('the season on %s: %s', (date, spoken) => {
    expect(idsOf(date, 'creuse').pros.includes('saison')).toBe(spoken);
  });

  it('a season may run over the end of the year, and holds the whole event', () => {
    const winter: Favour = { ...(necKit().favours[0] as Favour), id: 'hiver', test: { kind: 'season', from: '12-15', to: '01-15' } };
    const spoken = (date: string, jours: number): number =>
      weighDay(date, weighing('creuse', { jours }, undefined, { ...necKit(), favours: [winter] })).for.length;
    expect([spoken('2027-12-16', 1), spoken('2028-01-14', 1), spoken('2027-12-14', 2), spoken('2028-01-15', 2), spoken('2027-11-15', 1)]).toEqual([1, 1, 0, 0, 0]);
  });

  it('a Friday of two days reaches the weekend', () => {
    expect(idsOf('2027-10-15', 'creuse', { jours: 1 }).pros).toContain('en-semaine');
    expect(idsOf('2027-10-15', 'creuse', { jours: 2 }).cons).toContain('week-end');
  });
});

describe('the time that is needed', () => {
  it('there is enough, or there is not', () => {
    expect(idsOf('2027-10-14', 'creuse').pros).toEqual(expect.arrayContaining(['demande-a-temps', 'temps-pour-l-appel']));
    expect(idsOf('2027-10-14', 'creuse', { appel: 'aucun' }).pros).toContain('temps-sans-appel');
    const { pros, cons } = idsOf('2027-03-02', 'creuse');
    expect(cons).toEqual(expect.arrayContaining(['demande-anct', 'temps-court', 'taches-abandonnees']));
    expect(pros).not.toEqual(expect.arrayContaining(['demande-a-temps']));
    expect(pros).not.toEqual(expect.arrayContaining(['temps-pour-l-appel']));
  });

  it('a request that is not in the plan is no reason', () => {
    const without: Kit = { ...necKit(), tasks: necKit().tasks.map((task) => (task.id === 'T21' ? { ...task, minSize: 5000 } : task)) };
    expect(weighDay('2027-10-14', weighing('creuse', {}, undefined, without)).for.map(({ id }) => id)).not.toContain('demande-a-temps');
  });
});

describe('events that the organiser named', () => {
  const salon = { evenements_voisins: [{ nom: 'Salon <b>', du: '2027-10-12', au: '2027-10-14' }, { nom: 'NEC national', du: '2027-10-21' }] };
  it.each([
    ['2027-10-05', 1, undefined], ['2027-10-06', 1, 'evenement-proche'], ['2027-10-11', 1, 'evenement-proche'], ['2027-10-11', 2, 'evenement-voisin'],
    ['2027-10-12', 1, 'evenement-voisin'], ['2027-10-14', 1, 'evenement-voisin'], ['2027-10-15', 1, 'evenement-proche'],
    ['2027-10-27', 1, 'evenement-proche'], ['2027-10-28', 1, undefined],
  ])('%s, %i day(s): %s', (date, jours, rule) => {
    const { pros, cons } = idsOf(date, 'creuse', { ...salon, jours });
    expect(cons.filter((id) => id.startsWith('evenement-'))).toEqual(expect.arrayContaining(rule === undefined ? [] : [rule]));
    expect(pros.includes('loin-des-autres')).toBe(rule === undefined);
  });

  it('are all named, with their days, in the words of the person', () => {
    const { against } = weighDay('2027-10-18', weighing('creuse', salon));
    expect(against.find(({ rule }) => rule === 'evenement-proche')?.message)
      .toContain('Salon <b> (du mardi 12 octobre 2027 au jeudi 14 octobre 2027) et NEC national (jeudi 21 octobre 2027)');
  });

  it('without any there is nothing to say', () => expect(idsOf('2027-10-14', 'creuse').pros).not.toContain('loin-des-autres'));
});

describe('what alerts say and what reasons say', () => {
  const anyCase = fc.record({
    name: fc.constantFrom(...Object.keys(territories)),
    date: fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-11-23', days)),
    jours: fc.constantFrom(0.5, 1, 2, 3),
    jauge: fc.constantFrom(20, 120, 500),
    appel: fc.constantFrom('contributions', 'aucun'),
    events: fc.array(fc.integer({ min: 0, max: 900 }).map((days) => ({ nom: 'Salon', du: addDays('2026-11-23', days) })), { maxLength: 3 }),
  });

  it('is the same of every day', () => {
    fc.assert(fc.property(anyCase, ({ name, date, events, ...answers }) => {
      const changes = { ...answers, evenements_voisins: events };
      const plan = planOn(date, name, changes);
      const about = new Set(plan.kit.rules.filter(isAboutDate).map(({ id }) => id));
      const alerts = plan.alerts.filter(({ rule }) => about.has(rule));
      const day = weighDay(date, weighing(name, { ...changes, periode: '2027-10/2027-11' }));
      expect(day.against).toEqual(alerts);
      expect(plan.dates).toEqual([day]);
    }), { numRuns: 120 });
  });

  it('never a reason for and its contrary', () => {
    fc.assert(fc.property(anyCase, ({ name, date, events, ...answers }) => {
      const day = weighDay(date, weighing(name, { ...answers, evenements_voisins: events }));
      for (const { test } of day.for) {
        if (test.kind === 'silent') expect(day.against.filter(({ rule }) => test.rules.includes(rule))).toEqual([]);
      }
    }), { numRuns: 60 });
  });

  it('a rule that another date cannot change is no reason', () => {
    const changes: Rule['test'][] = [{ kind: 'facts', when: { op: 'is', fact: 'forme', values: ['greffe'] } }, { kind: 'threshold', figure: 'gap', over: 0 }, { kind: 'threshold', figure: 'late-funders', over: 0 }];
    const depends: Rule['test'][] = [
      { kind: 'facts', when: { op: 'any', of: [{ op: 'is', fact: 'forme', values: ['greffe'] }, { op: 'between', fact: 'semaines-disponibles', max: 3 }] } },
      { kind: 'threshold', figure: 'dropped-tasks', over: 0 }, { kind: 'neighbour', near: false },
    ];
    const [rule] = necKit().rules;
    if (!rule) throw new Error('no rule');
    expect(changes.map((test) => isAboutDate({ ...rule, test }))).toEqual([false, false, false]);
    expect(depends.map((test) => isAboutDate({ ...rule, test }))).toEqual([true, true, true]);
  });
});
