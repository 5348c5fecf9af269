import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, WeighedDay } from '../../src/model.ts';
import { betterDays, proposeDays, rankDays } from '../../src/plan/choose-days.ts';
import { compareDates, compareReasons } from '../../src/plan/compare-days.ts';
import { weighDay } from '../../src/plan/weigh-day.ts';
import { addDays, daysBetween, weekday } from '../../src/shared/dates.ts';
import { isSerious } from '../../src/shared/severity.ts';
import { holidaysOf } from '../../src/territory/holidays.ts';
import '../support/properties.ts';
import { territories } from './support.ts';
import { territoryOf, weighing } from './weighing.ts';

const datesOf = (days: readonly WeighedDay[]): readonly string[] => days.map(({ date }) => date);
const proposed = (name: string, changes: Answers, today?: string): readonly string[] => datesOf(proposeDays(weighing(name, changes, today)));

describe('five days of a period', () => {
  it.each([
    // All as good: five weeks and five days of the week.
    ['rennes', '2027-10/2027-11', {}, ['2027-10-01', '2027-10-04', '2027-10-12', '2027-10-20', '2027-10-28']],
    // The holidays of La Réunion and Guyane, the bridges around them.
    ['reunion', '2027-12/2027-12', {}, ['2027-12-01', '2027-12-02', '2027-12-06', '2027-12-10', '2027-12-14']],
    ['guyane', '2027-06/2027-06', {}, ['2027-06-01', '2027-06-07', '2027-06-16', '2027-06-24', '2027-06-28']],
    // Zones A, B and C have other holidays in the same weeks.
    ['creuse', '2027-02/2027-02', { debut: '2026-05-01' }, ['2027-02-01', '2027-02-03', '2027-02-09', '2027-02-11', '2027-02-19']],
    ['rennes', '2027-02/2027-02', { debut: '2026-05-01' }, ['2027-02-01', '2027-02-04', '2027-02-09', '2027-02-12', '2027-02-17']],
    ['essonne', '2027-02/2027-02', { debut: '2026-05-01' }, ['2027-02-01', '2027-02-03', '2027-02-23', '2027-02-25', '2027-02-12']],
  ] as const)('%s, %s', (name, periode, changes, dates) => {
    expect(proposed(name, { periode, ...changes })).toEqual(dates);
  });

  it('named events push the proposals away', () => {
    const away = proposed('rennes', { periode: '2027-10/2027-10', evenements_voisins: [{ nom: 'Salon', du: '2027-10-01', au: '2027-10-15' }] });
    expect(away).toEqual(['2027-10-22', '2027-10-25', '2027-10-26', '2027-10-20', '2027-10-07']);
  });

  it('two days begin on no Friday, and end within the period', () => {
    const days = rankDays(weighing('rennes', { periode: '2027-11/2027-11', jours: 2 }));
    expect(datesOf(days).filter((date) => weekday(date) === 5 || date === '2027-11-30')).toEqual([]);
    expect(datesOf(days)).not.toContain('2027-11-10');
  });

  it('only what is still to come', () => {
    expect(proposed('rennes', { periode: '2026-11/2026-11' })).toEqual(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30']);
    expect(proposed('rennes', { periode: '2027-10/2027-10' }, '2027-10-27')).toEqual(['2027-10-28', '2027-10-29']);
    expect(proposed('rennes', { periode: '2026-11/2026-11' }, '2026-11-30')).toEqual([]);
    expect(proposed('rennes', {})).toEqual([]);
  });

  it('of a very long period the first year is looked at', () => {
    const days = datesOf(rankDays(weighing('rennes', { periode: '2027-01/2099-12' })));
    expect(days.length).toBe(260);
    expect(days.every((date) => date < '2028-02-01')).toBe(true);
  });
});

const anyCase = fc.record({
  name: fc.constantFrom(...Object.keys(territories)),
  from: fc.integer({ min: 0, max: 30 }),
  months: fc.integer({ min: 0, max: 2 }),
  jours: fc.constantFrom(0.5, 1, 2, 5),
  jauge: fc.constantFrom(20, 120, 500),
  late: fc.integer({ min: 0, max: 60 }),
  events: fc.array(fc.integer({ min: 0, max: 900 }).map((days) => ({ nom: 'Salon', du: addDays('2026-11-23', days), au: addDays('2026-11-23', days + 3) })), { maxLength: 3 }),
}).map(({ name, from, months, events, late, ...answers }) => {
  const month = (rank: number): string => `${2026 + Math.floor((10 + rank) / 12)}-${String(((10 + rank) % 12) + 1).padStart(2, '0')}`;
  return { name, today: addDays('2026-11-23', late), changes: { ...answers, evenements_voisins: events, periode: `${month(from)}/${month(from + months)}` } };
});

describe('whatever the place, the period and the length', () => {
  it('the days are working days of the period, after today and `debut`, five or as many as there are', () => {
    fc.assert(fc.property(anyCase, ({ name, today, changes }) => {
      const [first = '', last = ''] = changes.periode.split('/');
      const given = weighing(name, changes, today);
      const days = datesOf(proposeDays(given));
      const all = datesOf(rankDays(given));
      expect(days.length).toBe(Math.min(5, all.length));
      for (const date of days) {
        expect(date > today && date > '2026-11-23').toBe(true);
        for (let rank = 0; rank < Math.ceil(changes.jours); rank += 1) {
          const day = addDays(date, rank);
          expect(day.slice(0, 7) >= first && day.slice(0, 7) <= last).toBe(true);
          expect(weekday(day)).toBeLessThan(6);
          expect(holidaysOf(territoryOf(name), Number(day.slice(0, 4))).map((holiday) => holiday.date)).not.toContain(day);
        }
      }
    }), { numRuns: 40 });
  });

  it('the order is total and the same again; what is proposed follows it', () => {
    fc.assert(fc.property(anyCase, ({ name, today, changes }) => {
      const all = rankDays(weighing(name, changes, today));
      const order = (a: WeighedDay, b: WeighedDay): number => compareReasons(a, b) || compareDates(a, b);
      all.forEach((day, rank) => all.slice(rank + 1).forEach((later) => {
        expect(order(day, later)).toBeLessThan(0);
        expect(order(later, day)).toBeGreaterThan(0);
      }));
      const days = proposeDays(weighing(name, changes, today));
      expect(days[0]).toEqual(all[0]);
      expect(datesOf(days)).toEqual(datesOf(all.filter(({ date }) => datesOf(days).includes(date))));
      expect(proposeDays(weighing(name, changes, today))).toEqual(days);
    }), { numRuns: 15 });
  });

  it('they are not all neighbours: no three of one week while another week is left', () => {
    fc.assert(fc.property(anyCase, ({ name, today, changes }) => {
      const given = weighing(name, changes, today);
      const week = (date: string): string => addDays(date, 1 - weekday(date));
      const weeks = new Map<string, number>();
      for (const date of datesOf(proposeDays(given))) weeks.set(week(date), (weeks.get(week(date)) ?? 0) + 1);
      const open = new Map<string, number>();
      for (const date of datesOf(rankDays(given))) open.set(week(date), (open.get(week(date)) ?? 0) + 1);
      const room = [...open.values()].reduce((sum, days) => sum + Math.min(2, days), 0);
      if (room >= 5) expect(Math.max(...weeks.values())).toBeLessThanOrEqual(2);
    }), { numRuns: 20 });
  });
});

describe('better days near the one that was chosen', () => {
  const better = (date: string, name: string, changes: Answers = {}, today?: string): readonly WeighedDay[] => {
    const given = weighing(name, changes, today);
    return betterDays(weighDay(date, given), given);
  };

  it('leave a holiday and its bridges, the nearest first', () => {
    expect(datesOf(better('2027-11-11', 'rennes'))).toEqual(['2027-11-09', '2027-11-08', '2027-11-15']);
    expect(datesOf(better('2027-06-10', 'guyane'))).toEqual(['2027-06-08', '2027-06-07', '2027-06-14']);
  });

  it('leave the days of a known event', () => {
    const salon = { evenements_voisins: [{ nom: 'Salon', du: '2027-10-13', au: '2027-10-14' }] };
    expect(datesOf(better('2027-10-13', 'rennes', salon)).every((date) => date <= '2027-10-06' || date >= '2027-10-21')).toBe(true);
  });

  it('are none when nothing serious is known, or when everything near is as bad', () => {
    expect(better('2027-10-14', 'rennes')).toEqual([]);
    expect(better('2027-10-14', 'creuse')).toEqual([]);
  });

  it('are never past, never far, always better', () => {
    const wished = weighDay('2026-12-25', weighing('rennes'));
    for (const day of better('2026-12-25', 'rennes')) {
      expect(day.date > '2026-11-23' && Math.abs(daysBetween('2026-12-25', day.date)) <= 28).toBe(true);
      expect(day.against.filter(isSerious).length).toBeLessThan(wished.against.filter(isSerious).length);
    }
    expect(better('2026-12-25', 'rennes')).toHaveLength(3);
  });
});
