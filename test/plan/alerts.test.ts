import { describe, expect, it } from 'vitest';
import type { Alert, Answers, Kit, Rule, RuleTest } from '../../src/model.ts';
import { buildAlerts } from '../../src/plan/alerts.ts';
import { buildBudget } from '../../src/shared/build-budget.ts';
import { holidaysOf } from '../../src/territory/holidays.ts';
import { necKit } from '../support/kit.ts';
import { answersWith, factsOf, scheduleOf, territories } from './support.ts';

interface Case {
  readonly answers?: Answers;
  readonly today?: string;
  readonly territory?: string;
}

function alertsOf(kit: Kit, { answers: changes = {}, today = '2026-11-23', territory: name = 'creuse' }: Case): readonly Alert[] {
  const territory = territories[name];
  if (!territory) throw new Error(name);
  const answers = answersWith(changes);
  const facts = factsOf(answers, territory);
  return buildAlerts(kit, {
    facts, schedule: scheduleOf(changes, today, territory), budget: buildBudget(kit.budget, answers, facts), today,
    holidaysOf: (year) => holidaysOf(territory, year),
  });
}

/** What one rule says in one case; undefined when it is silent. */
function said(test: RuleTest, situation: Case, message = '{nom} {date} {montant} {nombre} {note}'): string | undefined {
  const rule: Rule = {
    id: 'r', severity: 'info', test, message, todo: '', sources: ['jugement'], checkedOn: '2026-11-23', confidence: 'low',
  };
  return alertsOf({ ...necKit(), rules: [rule] }, situation)[0]?.message;
}

describe('public holidays', () => {
  const legal: RuleTest = { kind: 'holiday', near: false, certainty: ['legal'] };
  const near: RuleTest = { kind: 'holiday', near: true, certainty: ['legal'] };
  const toCheck: RuleTest = { kind: 'holiday', near: false, certainty: ['a-verifier'] };

  it.each([
    ['8 May 2027', legal, '2027-05-08', 'creuse', true],
    ['the day after is no holiday', legal, '2027-05-09', 'creuse', false],
    ['but it is near one', near, '2027-05-09', 'creuse', true],
    ['a holiday is not near itself', near, '2027-07-14', 'creuse', false],
    ['27 May in Guadeloupe', legal, '2027-05-27', 'guadeloupe', true],
    ['27 May elsewhere', legal, '2027-05-27', 'creuse', false],
    ['Good Friday in Strasbourg has to be checked', toCheck, '2027-03-26', 'strasbourg', true],
    ['Good Friday elsewhere', toCheck, '2027-03-26', 'creuse', false],
    ['New Year’s Eve is near the next year', near, '2027-12-31', 'creuse', true],
  ] as const)('%s', (_, test, date, territory, met) => {
    expect(said(test, { answers: { date }, territory }) !== undefined).toBe(met);
  });

  it('looks at every day of the event', () => {
    expect(said(legal, { answers: { date: '2027-05-07', jours: 2 } })).toContain('8 mai 2027');
  });

  it('says nothing of a date that is not set', () => {
    expect(said(legal, { answers: { date: 'a-definir', periode: '2027-05/2027-06' } })).toBeUndefined();
  });
});

describe('windows', () => {
  const test: RuleTest = { kind: 'window', windows: [{ from: '2027-10-13', to: '2027-10-14', name: 'un scrutin' }] };
  it.each([
    ['2027-10-12', 1, false], ['2027-10-12', 2, true], ['2027-10-13', 1, true], ['2027-10-14', 1, true], ['2027-10-15', 1, false],
  ])('from %s for %i day(s): %s', (date, jours, met) => {
    expect(said(test, { answers: { date, jours } }) !== undefined).toBe(met);
  });

  it('names the window and the first day that is touched', () => {
    expect(said(test, { answers: { date: '2027-10-12', jours: 2 } })).toMatch(/^un scrutin mercredi 13 octobre 2027/);
  });
});

describe('the anchor of the ANCT', () => {
  const test: RuleTest = { kind: 'anchor', task: 'T21' };
  it('is silent when there is time to frame the event before', () => {
    expect(said(test, { answers: { date: '2027-05-20' } })).toBeUndefined();
  });
  it('speaks when the request cannot be ready in time', () => {
    expect(said(test, { answers: { date: '2027-03-23' } })).toContain('23 novembre 2026');
  });
  it('speaks one day later', () => {
    expect(said(test, { answers: { date: '2027-03-22' } })).toContain('20 novembre 2026');
  });
  it('speaks when today has passed it, whatever the start', () => {
    expect(said(test, { today: '2027-07-01' })).toContain('14 juin 2027');
  });
});

describe('thresholds', () => {
  it('gap, expenses, dropped tasks, missing weeks', () => {
    const paid = { budget: 0, besoins_acces: ['lsf'], niveau: 'courant' };
    expect(said({ kind: 'threshold', figure: 'gap', over: 0 }, { answers: paid }, '{montant}')).toMatch(/^[\d\u202f,]+\u00a0€$/);
    expect(said({ kind: 'threshold', figure: 'gap', over: 0 }, { answers: { budget: 100_000 } })).toBeUndefined();
    expect(said({ kind: 'threshold', figure: 'expenses', over: 48_000 }, { answers: { budget: 100_000 } })).toBeUndefined();
    expect(said({ kind: 'threshold', figure: 'weeks-missing', over: 0 }, { answers: { date: '2027-01-07', jauge: 300 } }, '{nombre}')).toBe('30');
    expect(Number(said({ kind: 'threshold', figure: 'dropped-tasks', over: 0 }, { answers: { date: '2027-01-07' } }, '{nombre}'))).toBeGreaterThan(0);
  });
});

describe('the rules of the kit', () => {
  it('come with their source, their date and how sure we are, the most serious first', () => {
    const alerts = alertsOf(necKit(), { answers: { date: '2027-01-07', budget: 0, besoins_acces: ['lsf'] } });
    expect(alerts.length).toBeGreaterThan(3);
    const ranks = alerts.map(({ severity }) => ['blocking', 'warning', 'info'].indexOf(severity));
    expect(ranks).toEqual([...ranks].sort());
    for (const { sources, checkedOn, confidence, message, todo } of alerts) {
      expect(sources.length).toBeGreaterThan(0);
      expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(['high', 'medium', 'low']).toContain(confidence);
      expect(`${message}${todo}`).not.toMatch(/\{\w+\}|undefined/);
    }
  });
});
