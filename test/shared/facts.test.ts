import { describe, expect, it } from 'vitest';
import type { Territory } from '../../src/model.ts';
import { derivedFacts, deriveFacts } from '../../src/shared/facts.ts';
import { samplePlan } from '../support/plan.ts';

const { territory } = samplePlan;
const reunion: Territory = { ...territory, holidayZone: 'reunion', schoolZone: 'propre' };

describe('deriveFacts', () => {
  it.each([
    [{ jauge: 80 }, { 'participants': 80, 'salles': 2, 'intervenants': 10, 'mediateurs-aides': 0 }],
    [{ jauge: 81, publics: ['mediateurs'] }, { 'salles': 2, 'intervenants': 11, 'mediateurs-aides': 17 }],
    [{ jauge: 50 }, { salles: 1 }], [{ jauge: 51 }, { salles: 2 }],
    [{}, { 'participants': 0, 'salles': 1, 'intervenants': 0, 'demi-journees': 2, 'nombre-de-sites': 1, 'zero-euro': false, 'date-fixee': false }],
    [{ debut: '2026-11-23', date: '2027-10-14' }, { 'semaines-disponibles': 46 }],
    [{ debut: '2026-11-23', date: 'a-definir', periode: '2027-03/2027-04' }, { 'semaines-disponibles': 14 }],
    [{ budget: 0 }, { 'zero-euro': true }], [{ budget: 0.01 }, { 'zero-euro': false }],
    [{ date: 'a-definir' }, { 'date-fixee': false }], [{ date: '2027-10-14' }, { 'date-fixee': true }],
    [{ date: '2027-10-15', jours: 1 }, { 'week-end': false }], [{ date: '2027-10-15', jours: 1.5 }, { 'week-end': true }], [{ date: '2027-10-17' }, { 'week-end': true }],
    [{ jauge: 340 }, { 'journees-personnes': 340 }], [{ jauge: 340, jours: 2 }, { 'journees-personnes': 680 }],
    [{ jauge: 40, jours: 0.5 }, { 'journees-personnes': 40 }], [{ jauge: 40, jours: 1.5 }, { 'journees-personnes': 80 }],
    [{ jours: 0.5 }, { 'demi-journees': 1 }], [{ jours: 1.5 }, { 'demi-journees': 3 }],
    [{ sites: [] }, { 'nombre-de-sites': 1 }], [{ sites: [{ nom: 'a' }, { nom: 'b' }] }, { 'nombre-de-sites': 2 }],
  ])('%j', (answers, expected) => expect(deriveFacts(answers)).toMatchObject(expected));

  it('keeps the answers, and knows no more of an unknown territory', () => {
    const facts = deriveFacts({ forme: 'greffe' });
    expect(facts['forme']).toBe('greffe');
    expect(facts).not.toHaveProperty('territoire-type');
    expect(facts).not.toHaveProperty('population');
    expect(deriveFacts({ date: 'a-definir' })).not.toHaveProperty('week-end');
  });

  it('says what follows from the place', () => {
    expect(deriveFacts({}, territory)).toMatchObject({ 'territoire-type': 'departement', 'population': 115_000, 'outre-mer': false, 'alsace-moselle': false });
    expect(deriveFacts({}, reunion)).toMatchObject({ 'outre-mer': true, 'zone-scolaire': 'propre', 'jours-feries': 'reunion' });
    expect(deriveFacts({}, { ...territory, holidayZone: 'alsace-moselle' })).toMatchObject({ 'outre-mer': false, 'alsace-moselle': true });
    const { population: _, ...unknown } = territory;
    expect(deriveFacts({}, unknown)).not.toHaveProperty('population');
  });

  it('gives all that kits may name, each with a value of its list', () => {
    const facts = deriveFacts({ debut: '2026-11-23', date: '2027-10-14' }, territory);
    for (const [name, values] of Object.entries(derivedFacts)) {
      const value = facts[name];
      expect(value, name).toBeDefined();
      if (!values) expect(typeof value, name).toBe('number');
      else expect(values, name).toContain(value === true ? 'oui' : value === false ? 'non' : value);
    }
  });
});
