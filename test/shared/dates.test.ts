import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays, daysBetween, isIsoDate, longDate, maxDate, minDate, monthAndYear, numericDate, plainDate, shortMonth, subMonths, weekday,
} from '../../src/shared/dates.ts';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days));

describe('isIsoDate', () => {
  it.each(['2027-10-14', '2028-02-29', '2000-02-29', '1900-01-01', '2026-12-31'])('%s is a day', (text) => expect(isIsoDate(text)).toBe(true));
  it.each([
    '2027-02-29', '2100-02-29', '2027-02-31', '2027-13-01', '2027-00-10', '2027-10-00', '2027-10-32', '27-10-14', '14/10/2027',
    '2027-10-14T00:00', ' 2027-10-14',
    '2027-1-1', '0001-01-01', '', 'a-definir', '２０２７-10-14',
  ])('%j is none', (text) => expect(isIsoDate(text)).toBe(false));
});

describe('counting', () => {
  it('goes over changes of hour, months and leap days', () => {
    expect(addDays('2027-03-27', 1)).toBe('2027-03-28');
    expect(addDays('2027-03-28', 1)).toBe('2027-03-29');
    expect(addDays('2027-10-30', 2)).toBe('2027-11-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(daysBetween('2026-11-23', '2027-10-14')).toBe(325);
    expect(daysBetween('2027-10-14', '2026-11-23')).toBe(-325);
  });

  it('adds and counts alike, through any span', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days);
      expect(addDays(addDays(day, days), -days)).toBe(day);
      expect(weekday(addDays(day, 7))).toBe(weekday(day));
    }));
  });

  it.each([
    ['2027-10-14', 4, '2027-06-14'], ['2027-10-31', 4, '2027-06-30'], ['2027-03-31', 1, '2027-02-28'], ['2028-03-31', 1, '2028-02-29'],
    ['2027-01-15', 1, '2026-12-15'],
  ])(
    '%s less %d months is %s', (day, months, before) => expect(subMonths(day, months)).toBe(before));

  it('compares', () => {
    expect(minDate('2027-10-14', '2027-09-30')).toBe('2027-09-30');
    expect(maxDate('2027-10-14', '2027-09-30')).toBe('2027-10-14');
    expect([weekday('2027-10-11'), weekday('2027-10-17')]).toEqual([1, 7]);
  });
});

it('speaks French', () => {
  expect(longDate('2027-10-01')).toBe('vendredi 1er octobre 2027');
  expect(longDate('2027-02-14')).toBe('dimanche 14 février 2027');
  expect(plainDate('2027-08-01')).toBe('1er août 2027');
  expect(plainDate('2027-12-25')).toBe('25 décembre 2027');
  expect(monthAndYear('2027-10')).toBe('octobre 2027');
  expect(monthAndYear('2027-10-14')).toBe('octobre 2027');
  expect(shortMonth('2027-10-14')).toBe('oct.');
  expect(numericDate('2027-03-05')).toBe('05/03/2027');
});
