import { expect, it } from 'vitest';
import { askBy } from '../../src/shared/ask-by.ts';

it.each([
  ['2027-01-14', 'ahead'], ['2027-01-15', 'tight'], ['2027-04-14', 'tight'], ['2027-04-15', 'late'], ['2027-10-20', 'late'], ['', 'ahead'],
] as const)('6 to 9 months before 14 October 2027, from %s: %s', (from, state) => {
  expect(askBy({ least: 6, most: 9 }, '2027-10-14', from)).toEqual({ day: '2027-01-14', state });
});

it('the end of a month stays in its month', () => {
  expect(askBy({ least: 3, most: 6 }, '2027-08-31', '2026-11-23').day).toBe('2027-02-28');
});
