import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { easterSunday } from '../../src/territory/easter.ts';
import { holidaysOf } from '../../src/territory/holidays.ts';
import { addDays, weekday } from '../../src/shared/dates.ts';
import type { HolidayZone } from '../../src/model.ts';

const of = (holidayZone: HolidayZone, year: number, id = 'commune:00000') => holidaysOf({ id, holidayZone }, year);
const dates = (zone: HolidayZone, year: number, certainty: string): string[] =>
  of(zone, year).filter((it) => it.certainty === certainty).map((it) => it.date);
const NATIONAL_2027 = dates('metropole', 2027, 'legal');
const added = (zone: HolidayZone, certainty: string): string[] =>
  dates(zone, 2027, certainty).filter((date) => !NATIONAL_2027.includes(date));

/** Gauss's method with the tables of the Church (golden number, epact), unlike the one under test. */
function easterByEpact(year: number): string {
  const century = Math.floor(year / 100) + 1;
  const solar = Math.floor((3 * century) / 4) - 12;
  const lunar = Math.floor((8 * century + 5) / 25) - 5;
  const golden = (year % 19) + 1;
  let epact = (11 * golden + 20 + lunar - solar) % 30;
  if (epact < 0) epact += 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  const fullMoon = addDays(`${year}-03-01`, (epact > 23 ? 74 : 44) - epact - 1);
  return addDays(fullMoon, 7 - (weekday(fullMoon) % 7));
}

describe('public holidays', () => {
  it.each([
    [2026, '2026-04-06', '2026-05-14', '2026-05-25'],
    [2027, '2027-03-29', '2027-05-06', '2027-05-17'],
    [2028, '2028-04-17', '2028-05-25', '2028-06-05'],
    [2029, '2029-04-02', '2029-05-10', '2029-05-21'],
    [2030, '2030-04-22', '2030-05-30', '2030-06-10'],
  ])('of %i: %s, %s, %s and eight fixed days', (year, easterMonday, ascension, whitMonday) => {
    expect(dates('metropole', year, 'legal')).toEqual([
      '01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25',
    ].map((day) => `${year}-${day}`).concat(easterMonday, ascension, whitMonday).sort());
  });

  it('finds Easter as another method does', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 4000 }), (year) => {
      expect(easterSunday(year)).toBe(easterByEpact(year));
      expect(weekday(easterSunday(year))).toBe(7);
    }));
  });

  it.each<[HolidayZone, string[], string[], string[]]>([
    ['alsace-moselle', ['2027-12-26'], [], ['2027-03-26']],
    ['guadeloupe', ['2027-05-27'], ['2027-02-09', '2027-02-10', '2027-03-04', '2027-03-26', '2027-07-21', '2027-11-02'], []],
    ['martinique', ['2027-05-22'], ['2027-02-09', '2027-02-10', '2027-03-04', '2027-03-26', '2027-07-21', '2027-11-02'], []],
    ['guyane', ['2027-06-10'], ['2027-02-09', '2027-02-10', '2027-11-02'], []],
    ['reunion', ['2027-12-20'], [], []],
    ['mayotte', ['2027-04-27'], [], []],
    ['saint-barthelemy', ['2027-10-09'], ['2027-02-09', '2027-02-10', '2027-11-02'], []],
    ['saint-martin', [], ['2027-02-09', '2027-02-10', '2027-11-02'], ['2027-05-27', '2027-05-28']],
    ['saint-pierre-et-miquelon', [], [], []],
    ['nouvelle-caledonie', [], [], ['2027-09-24']],
    ['polynesie', [], [], ['2027-03-05', '2027-03-26', '2027-11-20']],
    ['wallis-et-futuna', [], [], ['2027-04-28', '2027-06-29', '2027-07-29']],
  ])('%s adds legal %j, customary %j, to be checked %j', (zone, legal, usage, toCheck) => {
    expect(added(zone, 'legal')).toEqual(legal);
    expect(added(zone, 'usage')).toEqual(usage);
    expect(added(zone, 'a-verifier')).toEqual(toCheck);
  });

  it.each([[2027, '2027-03-26'], [2028, '2028-04-14'], [2029, '2029-03-30']])(
    'Good Friday of %i in Strasbourg is to be checked',
    (year, date) => {
      const [day] = of('alsace-moselle', year).filter((it) => it.name === 'Vendredi saint');
      expect(day).toMatchObject({ date, certainty: 'a-verifier' });
      expect(day?.note).toContain('temple protestant');
    },
  );

  it('says what is to be checked each time that a day is not sure', () => {
    for (const day of [...of('martinique', 2027), ...of('polynesie', 2027), ...of('metropole', 2027, 'region:44')]) {
      expect(day.note === undefined).toBe(day.certainty === 'legal');
    }
  });

  it('warns the région Grand Est of the two days of Alsace-Moselle', () => {
    const unsure = of('metropole', 2027, 'region:44').filter((it) => it.certainty === 'a-verifier');
    expect(unsure.map((it) => it.date)).toEqual(['2027-03-26', '2027-12-26']);
  });
});
