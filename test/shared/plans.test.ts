import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leadAt, planFor } from '../../src/shared/plans.ts';

it.each([
  [5, 0.5, 'express'], [79, 1, 'express'], [79, 1.5, 'express'], [80, 1, 'standard'], [199, 1.5, 'standard'],
  [200, 0.5, 'complet'], [5, 2, 'complet'],
])('%d people over %d days: %s', (people, days, plan) => expect(planFor(people, days)).toBe(plan));

it.each([
  [36, 210], [60, 210], [26, 140], [12, 70], [31, 175], [19, 105], [6, 35], [0, 0], [-3, 0], [25.9, 140],
])('with %d weeks, 30, 20 or 10 weeks of lead become %d days', (weeks, days) => {
  expect(leadAt({ complet: 210, standard: 140, express: 70 }, weeks)).toBe(days);
});

it('never squeezes what comes after the event', () => {
  for (const weeks of [0, 1, 6, 12, 26, 36, 50]) expect(leadAt({ complet: -45, standard: -45, express: -45 }, weeks)).toBe(-45);
});

it('keeps the order of two tasks at any length: the kit check of three columns is enough', () => {
  const lead = fc.record({ complet: fc.nat(252), standard: fc.nat(182), express: fc.nat(84) });
  fc.assert(fc.property(lead, lead, fc.double({ min: 0, max: 60, noNaN: true }), (a, b, weeks) => {
    const before = { complet: a.complet + b.complet, standard: a.standard + b.standard, express: a.express + b.express };
    expect(leadAt(before, weeks)).toBeGreaterThanOrEqual(leadAt(a, weeks));
  }));
});
