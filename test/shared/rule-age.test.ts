import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/shared/dates.ts';
import { ageWarning, ago, isUnchecked } from '../../src/shared/rule-age.ts';
import { samplePlan, samplePlanWithoutDate } from '../support/plan.ts';

const plain = (text: string | undefined) => text?.replace(/\u00a0/g, ' ');

describe('ago', () => {
  it.each([
    ['2026-11-23', 'aujourd’hui'], ['2026-11-24', 'hier'], ['2026-11-25', 'il y a 2 jours'], ['2026-12-06', 'il y a 13 jours'],
    ['2026-12-07', 'il y a 2 semaines'], ['2027-01-22', 'il y a 8 semaines'], ['2027-01-23', 'il y a 2 mois'], ['2027-11-22', 'il y a 11 mois'],
    ['2027-11-23', 'il y a 1 an'], ['2027-12-23', 'il y a 1 an et 1 mois'], ['2029-01-22', 'il y a 2 ans et 1 mois'], ['2026-11-22', undefined],
  ])('from 23 November 2026, on %s: %s', (today, said) => expect(ago('2026-11-23', today)).toBe(said));

  it('says something of every day that is past', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 5_000 }), (days) => {
      expect(ago('2026-02-28', addDays('2026-02-28', days))).toMatch(/^(aujourd’hui|hier|il y a [1-9]\d* (jours|semaines|mois|ans?( et [1-9]\d? mois)?))$/);
    }));
  });
});

describe('a rule says its age', () => {
  const on = (today: string, plan = samplePlan) => ({ ...plan, today });
  const checked = { checkedOn: '2026-11-23' };

  it.each([['2026-11-23', false], ['2027-11-23', false], ['2027-11-24', true], ['2026-01-01', false]])('unchecked for a year on %s: %s', (today, old) => {
    expect(isUnchecked(checked, today)).toBe(old);
    expect(ageWarning(checked, on(today)) !== undefined).toBe(old);
  });

  it('in words, with how long ago', () => {
    expect(plain(ageWarning(checked, on('2028-01-25')))).toBe('Cette règle n’a pas été vérifiée depuis plus d’un an (il y a 1 an et 2 mois) : à vérifier avant de s’y fier.');
  });

  it('once it is past its last day', () => {
    expect(ageWarning({ ...checked, validUntil: '2027-03-01' }, on('2027-03-01', samplePlanWithoutDate))).toBeUndefined();
    expect(plain(ageWarning({ ...checked, validUntil: '2027-03-01' }, on('2027-03-02')))).toBe('Cette règle ne valait que jusqu’au 1er mars 2027 : à vérifier avant de s’y fier.');
  });

  it('and already when the event comes after its last day', () => {
    expect(plain(ageWarning({ ...checked, validUntil: '2027-10-13' }, on('2026-12-01')))).toBe('Cette règle ne vaut que jusqu’au 13 octobre 2027, avant votre événement : à vérifier.');
    expect(ageWarning({ ...checked, validUntil: '2027-10-14' }, on('2026-12-01'))).toBeUndefined();
    expect(ageWarning({ ...checked, validUntil: '2027-10-13' }, on('2026-12-01', samplePlanWithoutDate))).toBeUndefined();
  });

  it('says both', () => {
    expect(ageWarning({ ...checked, validUntil: '2027-03-01' }, on('2028-01-01'))).toMatch(/^Cette règle ne valait .* Cette règle n’a pas été vérifiée /);
  });
});
