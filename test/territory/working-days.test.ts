import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingDays } from '../../src/territory/working-days.ts';
import { addDays, daysBetween } from '../../src/shared/dates.ts';
import type { HolidayZone, WorkCalendar } from '../../src/model.ts';

const ZONES: readonly HolidayZone[] = [
  'metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte', 'saint-barthelemy',
  'saint-martin', 'saint-pierre-et-miquelon', 'nouvelle-caledonie', 'polynesie', 'wallis-et-futuna',
];
const inZone = (holidayZone: HolidayZone) => workingDays({ id: 'commune:00000', holidayZone });

describe('workingDays', () => {
  it.each<[HolidayZone, string, WorkCalendar, boolean]>([
    ['metropole', '2027-05-06', 'office', false], ['metropole', '2027-05-07', 'office', true],
    ['metropole', '2027-05-08', 'office', false], ['metropole', '2027-05-09', 'office', false],
    ['metropole', '2027-08-02', 'office', true], ['metropole', '2027-08-02', 'partners', false],
    ['metropole', '2027-07-30', 'partners', true], ['metropole', '2027-09-01', 'partners', true],
    ['metropole', '2027-12-24', 'partners', true], ['metropole', '2027-12-27', 'partners', false],
    ['metropole', '2027-12-27', 'office', true], ['metropole', '2027-12-31', 'partners', false],
    ['metropole', '2027-01-01', 'partners', false], ['metropole', '2027-01-04', 'partners', true],
    ['metropole', '2027-03-26', 'office', true], ['alsace-moselle', '2027-03-26', 'office', false],
    ['martinique', '2027-07-21', 'office', false], ['reunion', '2027-12-20', 'office', false],
    ['saint-martin', '2027-05-27', 'office', false], ['saint-martin', '2027-05-28', 'office', false],
  ])('%s, %s, %s: %s', (zone, date, calendar, open) => {
    expect(inZone(zone).isOpen(date, calendar)).toBe(open);
  });

  it.each<[string, WorkCalendar, string, string]>([
    ['2027-05-07', 'office', '2027-05-07', '2027-05-07'],
    ['2027-05-09', 'office', '2027-05-07', '2027-05-10'],
    ['2027-08-15', 'partners', '2027-07-30', '2027-09-01'],
    ['2028-01-01', 'partners', '2027-12-24', '2028-01-03'],
  ])('around %s (%s): %s and %s', (date, calendar, previous, next) => {
    expect(inZone('metropole').previousOpenDay(date, calendar)).toBe(previous);
    expect(inZone('metropole').nextOpenDay(date, calendar)).toBe(next);
  });

  it('moves to an open day, never the wrong way, never far', () => {
    const anyDate = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2020-01-01', days));
    const anyCalendar = fc.constantFrom<WorkCalendar>('office', 'partners');
    fc.assert(fc.property(anyDate, anyCalendar, fc.constantFrom(...ZONES), (date, calendar, zone) => {
      const days = inZone(zone);
      const previous = days.previousOpenDay(date, calendar);
      const next = days.nextOpenDay(date, calendar);
      expect([days.isOpen(previous, calendar), days.isOpen(next, calendar)]).toEqual([true, true]);
      expect(daysBetween(previous, date)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(date, next)).toBeGreaterThanOrEqual(0);
      expect(Math.max(daysBetween(previous, date), daysBetween(date, next))).toBeLessThanOrEqual(40);
    }));
  });
});
