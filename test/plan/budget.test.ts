import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Budget } from '../../src/model.ts';
import { buildBudget } from '../../src/shared/build-budget.ts';
import { necKit } from '../support/kit.ts';
import { answersWith, factsOf } from './support.ts';

function budgetOf(changes: Answers): Budget {
  const answers = answersWith(changes);
  return buildBudget(necKit().budget, answers, factsOf(answers));
}

/** The day of nec-locaux.md §3.3: 150 people, everything that it counts. */
const reference = {
  jauge: 150, jours: 1, budget: 50_000, restauration: 'dejeuner', captation: 'video',
  besoins_acces: ['lsf', 'transcription', 'garde-enfants'], publics: ['mediateurs', 'elus', 'agents'],
};

describe('the reference day of 150 people', () => {
  it.each([['sobre', 1_100], ['courant', 13_000], ['confort', 43_000]])('%s: about %i €', (niveau, euros) => {
    // The published 1 100 € counts 0 for sign language (0 to 300), which no pair of interpreters would do: compared without it.
    const besoins_acces = niveau === 'sobre' ? reference.besoins_acces.filter((need) => need !== 'lsf') : reference.besoins_acces;
    const { expenses } = budgetOf({ ...reference, besoins_acces, niveau });
    expect(expenses / 100).toBeGreaterThan(euros * 0.85);
    expect(expenses / 100).toBeLessThan(euros * 1.15);
  });
});

describe('any budget', () => {
  const anyBudget = fc.record({
    jauge: fc.integer({ min: 5, max: 3000 }),
    jours: fc.constantFrom(0.5, 1, 2, 3),
    budget: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0.01, max: 9_999.99, noNaN: true })),
    niveau: fc.constantFrom('sobre', 'courant', 'confort'),
    restauration: fc.constantFrom('aucune', 'cafe', 'repas-partage', 'dejeuner'),
    captation: fc.constantFrom('aucune', 'audio', 'video'),
    besoins_acces: fc.subarray(['lsf', 'transcription', 'boucle-magnetique', 'espace-calme', 'garde-enfants']),
    financeurs: fc.array(fc.record({ type: fc.constantFrom('departement', 'region', 'caf'), montant: fc.integer({ min: 0, max: 9_000 }) }), { maxLength: 3 }),
  });

  it('is made of whole cents, adds up, and balances or says the gap', () => {
    fc.assert(fc.property(anyBudget, (answers) => {
      const budget = budgetOf(answers);
      const amounts = [...budget.lines.map(({ amount }) => amount), ...budget.income.map(({ amount }) => amount), budget.contingency.amount, budget.gap];
      expect(amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
      expect(budget.lines.reduce((sum, { amount }) => sum + amount, budget.contingency.amount)).toBe(budget.expenses);
      expect(budget.income.reduce((sum, { amount }) => sum + amount, 0)).toBe(budget.incomeTotal);
      expect(budget.gap).toBe(Math.max(0, budget.expenses - budget.incomeTotal));
      for (const { amount, price, quantity, line } of budget.lines) {
        expect(amount, line.id).toBe((price ?? 0) * quantity);
        expect(Number.isInteger(quantity), line.id).toBe(true);
      }
    }), { numRuns: 200 });
  });
});

describe('with no money at all', () => {
  it('every line that can be done for free is, and says how', () => {
    const budget = budgetOf({ budget: 0, niveau: 'courant', restauration: 'dejeuner' });
    expect(budget.expenses).toBe(0);
    expect(budget.gap).toBe(0);
    expect(budget.lines.length).toBeGreaterThan(5);
    for (const { line, free } of budget.lines) {
      expect(free, line.id).toBe(true);
      expect(line.free, line.id).toMatch(/\w{10}|\w+ \w+/);
    }
  });

  it('what cannot be done for free is a gap', () => {
    const budget = budgetOf({ budget: 0, niveau: 'courant', besoins_acces: ['lsf'] });
    expect(budget.expenses).toBeGreaterThan(0);
    expect(budget.gap).toBe(budget.expenses);
  });

  it('a funder is money', () => {
    const budget = budgetOf({ budget: 0, niveau: 'courant', financeurs: [{ type: 'departement', montant: 2000 }] });
    expect(budget.lines.some(({ amount }) => amount > 0)).toBe(true);
    expect(budget.incomeTotal).toBe(200_000);
  });
});

describe('income', () => {
  it('takes from the envelope what the funders leave', () => {
    const budget = budgetOf({ ...reference, niveau: 'courant', financeurs: [{ type: 'region', montant: 5000 }] });
    const [own, region] = budget.income;
    expect(own).toMatchObject({ id: '_autofinancement', amount: budget.expenses - 500_000 });
    expect(region).toMatchObject({ id: 'region', amount: 500_000, unknownAmount: false, share: 'public-local' });
    expect(budget.gap).toBe(0);
  });

  it('numbers the funders of one type, whatever stands before them', () => {
    const idsOf = (...types: readonly string[]) =>
      budgetOf({ financeurs: types.map((type) => ({ type })) }).income.map(({ id }) => id).slice(1);
    expect(idsOf('region', 'caf', 'region')).toEqual(['region', 'caf', 'region--2']);
    expect(idsOf('caf', 'region', 'region')).toEqual(['caf', 'region', 'region--2']);
  });

  it('keeps a funder without an amount', () => {
    const [, funder] = budgetOf({ financeurs: [{ type: 'caf' }] }).income;
    expect(funder).toMatchObject({ amount: 0, unknownAmount: true });
  });

  it('keeps cents', () => {
    expect(budgetOf({ ...reference, niveau: 'confort', budget: 1234.56 }).income[0]?.amount).toBe(123_456);
  });
});

describe('accounts', () => {
  it.each([['developpee', '6234'], ['abregee', '623']])('%s chart: receptions in %s', (nomenclature, account) => {
    const lunch = budgetOf({ ...reference, nomenclature }).lines.find(({ line }) => line.id === 'dejeuner');
    expect(lunch?.account).toBe(account);
  });
});

describe('a price that nobody knows', () => {
  it('counts as nothing, and is not free while there is money', () => {
    const shuttle = budgetOf({ milieu: 'rural', budget: 1200, niveau: 'sobre' }).lines.find(({ line }) => line.id === 'navette');
    expect(shuttle).toMatchObject({ price: null, amount: 0, free: false });
  });

  it('is free where there is no money at all', () => {
    const shuttle = budgetOf({ milieu: 'rural', budget: 0 }).lines.find(({ line }) => line.id === 'navette');
    expect(shuttle).toMatchObject({ price: 0, amount: 0, free: true });
  });
});

describe('accounts of the income', () => {
  const accountOf = (funder: string, facts: Answers, nomenclature = 'developpee'): string | undefined => {
    const answers = answersWith({ financeurs: [{ type: funder }], nomenclature });
    return buildBudget(necKit().budget, answers, { ...factsOf(answers), ...facts }).income[1]?.account;
  };
  it.each([
    ['commune', { 'territoire-type': 'epci' }, '74741', '7474'], ['commune', { 'territoire-type': 'departement' }, '74748', '7474'],
    ['commune', { 'territoire-type': 'commune' }, '74748', '7474'], ['commune', { 'territoire-type': 'ept' }, 'à confirmer', 'à confirmer'],
    ['epci', { 'territoire-type': 'commune' }, '74751', '7475'], ['epci', { 'territoire-type': 'region' }, '74758', '7475'],
    ['departement', { 'territoire-type': 'commune' }, '7473', '7473'], ['region', { 'territoire-type': 'com' }, '7472', '7472'],
    ['region', { 'territoire-type': 'commune', structure: 'Les ateliers' }, 'à confirmer', 'à confirmer'],
  ] as const)('%s, for %o: %s, abridged %s', (funder, facts, full, short) => {
    expect([accountOf(funder, facts), accountOf(funder, facts, 'abregee')]).toEqual([full, short]);
  });
});
