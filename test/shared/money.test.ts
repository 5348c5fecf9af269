import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatEuros, formatNumber, groupThousands, toCents } from '../../src/shared/money.ts';

it.each([[0, 0], [1.5, 150], [12.02, 1202], [0.29, 29], [1.005, 100], [19.99, 1999], [-3.1, -310], [1_000_000, 100_000_000]])(
  'toCents(%d) is %d', (euros, cents) => expect(toCents(euros)).toBe(cents));

it('finds every amount of two decimals again', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => {
    expect(toCents(cents / 100)).toBe(cents);
  }));
});

it.each([
  [0, '0\u00a0€'], [5, '0,05\u00a0€'], [150, '1,50\u00a0€'], [123_400, '1\u202f234\u00a0€'], [123_450, '1\u202f234,50\u00a0€'],
  [100_000_000, '1\u202f000\u202f000\u00a0€'], [-5, '−0,05\u00a0€'], [-123_400, '−1\u202f234\u00a0€'],
])('formatEuros(%d) is %s', (cents, said) => expect(formatEuros(cents)).toBe(said));

it.each([[0, '0'], [999, '999'], [1000, '1\u202f000'], [1_234_567, '1\u202f234\u202f567']])('groupThousands(%d)', (value, said) => {
  expect(groupThousands(value)).toBe(said);
});

it.each([[0.5, '0,5'], [1.5, '1,5'], [80, '80'], [1000, '1\u202f000']])('formatNumber(%d) is %s', (value, said) => {
  expect(formatNumber(value)).toBe(said);
});
