import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Schedule } from '../../src/model.ts';
import { addDays, daysBetween, isIsoDate } from '../../src/shared/dates.ts';
import { workingDays } from '../../src/territory/working-days.ts';
import { dueOf, scheduleOf, territories } from './support.ts';

const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2026-11-23', days));
const anyEvent = fc.record({
  debut: anyDay,
  weeks: fc.integer({ min: 0, max: 60 }),
  offset: fc.integer({ min: 1, max: 7 }),
  jours: fc.constantFrom(0.5, 1, 1.5, 2, 3),
  jauge: fc.constantFrom(5, 40, 79, 80, 199, 200, 1000),
  territory: fc.constantFrom(...Object.keys(territories)),
  appel: fc.constantFrom('contributions', 'communs', 'envies', 'aucun'),
  formation: fc.boolean(),
});

const scheduleFrom = ({ debut, weeks, offset, territory, ...answers }: {
  debut: string; weeks: number; offset: number; territory: string; jours: number; jauge: number; appel: string; formation: boolean;
}) => scheduleOf({ ...answers, debut, date: addDays(debut, weeks * 7 + offset) }, debut, territories[territory]);

describe('any schedule', () => {
  it('has real dates, none before the start, all of the preparation before the end of the event', () => {
    fc.assert(fc.property(anyEvent, (event) => {
      const schedule = scheduleFrom(event);
      for (const { task, due } of schedule.tasks) {
        expect(isIsoDate(due), `${task.id}: ${due}`).toBe(true);
        expect(due >= event.debut, `${task.id} on ${due}, before ${event.debut}`).toBe(true);
        if (task.lead.express < 0) expect(due > schedule.lastDay, `${task.id} on ${due}`).toBe(true);
        else expect(due <= schedule.lastDay, `${task.id} on ${due}, event ${schedule.firstDay}`).toBe(true);
      }
    }), { numRuns: 150 });
  });

  it('never puts a task before what it needs', () => {
    fc.assert(fc.property(anyEvent, (event) => {
      const schedule = scheduleFrom(event);
      for (const { task, due } of schedule.tasks) {
        for (const need of task.needs) {
          const needed = dueOf(schedule, need.task);
          expect(needed !== undefined && needed <= due, `${task.id} ${due} needs ${need.task} ${needed}`).toBe(true);
        }
      }
    }), { numRuns: 150 });
  });

  it('keeps to working days of the territory when there is time', () => {
    fc.assert(fc.property(anyEvent, (event) => {
      const schedule = scheduleFrom({ ...event, weeks: event.weeks + 45 });
      const open = workingDays(territories[event.territory] ?? (() => { throw new Error(); })());
      for (const { task, due } of schedule.tasks) {
        if (task.calendar !== 'event') expect(open.isOpen(due, task.calendar), `${task.id} on ${due}`).toBe(true);
      }
    }), { numRuns: 100 });
  });

  it('starts on a working day, even when the preparation starts on another', () => {
    fc.assert(fc.property(anyEvent, (event) => {
      const schedule = scheduleFrom({ ...event, weeks: event.weeks + 1 });
      const open = workingDays(territories[event.territory] ?? (() => { throw new Error(); })());
      for (const { task, due } of schedule.tasks) {
        if (task.calendar === 'event' || due !== event.debut) continue;
        const first = open.nextOpenDay(event.debut, task.calendar);
        expect(first === due || first >= schedule.firstDay, `${task.id} on ${due}`).toBe(true);
      }
    }), { numRuns: 200 });
  });

  it('drops more as time gets shorter, and never what is essential', () => {
    fc.assert(fc.property(anyEvent, (event) => {
      const counts = [30, 20, 12, 8, 4, 1].map((weeks) => {
        const { dropped } = scheduleFrom({ ...event, weeks });
        expect(dropped.filter(({ task }) => task.essential)).toEqual([]);
        return dropped.length;
      });
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
    }), { numRuns: 30 });
  });

  it('keeps the gap that a call needs when there are weeks enough', () => {
    fc.assert(fc.property(anyEvent, (event) => {
      const schedule = scheduleFrom({ ...event, weeks: event.weeks + 20, appel: 'contributions' });
      const [opened, closed] = [dueOf(schedule, 'T29'), dueOf(schedule, 'T32')];
      expect(opened && closed && daysBetween(opened, closed)).toBeGreaterThanOrEqual(21);
    }), { numRuns: 60 });
  });
});

describe('the plan', () => {
  it.each([
    [79, 1, 'express'], [79, 0.5, 'express'], [80, 0.5, 'standard'], [80, 1, 'standard'], [199, 1.5, 'standard'],
    [200, 1, 'complet'], [30, 2, 'complet'],
  ])('%i people over %d days: %s', (jauge, jours, plan) => {
    expect(scheduleOf({ jauge, jours }).plan).toBe(plan);
  });

  it('is compressed to the weeks that are left', () => {
    const schedule = scheduleOf({ jauge: 300, date: '2027-03-18' });
    expect(schedule).toMatchObject({ plan: 'complet', weeksOfPlan: 36, weeksAvailable: 16, weeksUsed: 16 });
  });

  it('lasts to the last day of the event', () => {
    expect(scheduleOf({ jours: 2 })).toMatchObject({ firstDay: '2027-10-14', lastDay: '2027-10-15' });
    expect(scheduleOf({ jours: 0.5 })).toMatchObject({ firstDay: '2027-10-14', lastDay: '2027-10-14' });
  });

  it('opens on the first day and closes on the last, a Sunday too', () => {
    const due = (changes: object) => ['T75', 'T78', 'T79', 'T116'].map((id) => dueOf(scheduleOf({ jauge: 340, ...changes }), id));
    expect(due({ jours: 2 })).toEqual(['2027-10-14', '2027-10-15', '2027-10-15', '2027-10-15']);
    expect(due({ jours: 2, date: '2027-10-16' })).toEqual(['2027-10-16', '2027-10-17', '2027-10-17', '2027-10-17']);
    expect(due({ jours: 1 })).toEqual(['2027-10-14', '2027-10-14', '2027-10-14', '2027-10-14']);
  });
});

describe('meetings and deadlines of partners', () => {
  it('are never in August nor between Christmas and New Year', () => {
    for (const date of ['2027-09-30', '2027-10-14', '2028-01-27', '2028-02-10']) {
      for (const { task, due } of scheduleOf({ date, jauge: 300 }).tasks.filter((planned) => planned.task.calendar === 'partners')) {
        const [, month, day] = due.split('-').map(Number);
        expect(month === 8 || (month === 12 && (day ?? 0) >= 25) || (month === 1 && day === 1), `${task.id} on ${due}`).toBe(false);
      }
    }
  });
});

describe('the request to the ANCT', () => {
  it('is due four months before at the latest, whatever the plan', () => {
    for (const jauge of [40, 120, 300]) {
      const schedule = scheduleOf({ jauge });
      expect(schedule.tasks.find(({ task }) => task.id === 'T21')?.anchor).toBe('2027-06-14');
      expect(dueOf(schedule, 'T21') ?? '9').toMatch(/^2027-0[1-6]/);
      expect((dueOf(schedule, 'T21') ?? '9') <= '2027-06-14').toBe(true);
    }
  });

  it('comes first when it is already late', () => {
    const schedule = scheduleOf({ jauge: 40, date: '2027-02-11' });
    expect(schedule.tasks.find(({ task }) => task.id === 'T21')?.anchor).toBe('2026-10-09');
    expect(daysBetween('2026-11-23', dueOf(schedule, 'T21') ?? '')).toBeLessThanOrEqual(14);
  });
});

describe('a date that is not set', () => {
  it('is counted from the first day of the period, provisionally', () => {
    expect(scheduleOf({ date: 'a-definir', periode: '2027-10/2027-11' })).toMatchObject({ firstDay: '2027-10-01', provisional: true });
  });

  it('is not counted from a day that has passed', () => {
    expect(scheduleOf({ date: 'a-definir', periode: '2027-10/2027-11', debut: '2027-10-15' })).toMatchObject({ firstDay: '2027-10-15' });
  });

  it('is far enough away when there is no period either', () => {
    const schedule = scheduleOf({ date: 'a-definir' });
    expect(schedule.provisional).toBe(true);
    expect(schedule.weeksAvailable).toBe(36);
  });
});

it('today says what is late and moves nothing', () => {
  const [before, after] = [scheduleOf({}, '2026-11-23'), scheduleOf({}, '2027-06-01')];
  expect(after.tasks.map(({ due }) => due)).toEqual(before.tasks.map(({ due }) => due));
  expect(before.tasks.filter(({ late }) => late)).toEqual([]);
  expect(after.tasks.filter(({ late }) => late).length).toBeGreaterThan(10);
});

it('a small event is not drowned', () => {
  expect(scheduleOf({ jauge: 40, jours: 0.5, appel: 'aucun' }).tasks.length).toBeLessThanOrEqual(45);
});

describe('funders that are to be asked early', () => {
  const event: Answers = { date: '2027-10-14', jauge: 80, jours: 1 };
  const asked = (debut: string, ...types: readonly string[]): Schedule => scheduleOf({ ...event, debut, financeurs: types.map((type) => ({ type })) }, debut);
  const early = '2026-11-23';

  it.each<readonly [string, readonly string[], string]>([
    ['none: the day of the plan', [], '2027-05-05'],
    ['nine months before', ['prefecture'], '2027-01-14'],
    ['six months before', ['region'], '2027-04-14'],
    ['the first of several', ['region', 'prefecture', 'fondation'], '2027-01-14'],
    ['one that tells no time changes nothing', ['commune'], '2027-05-05'],
    ['one that it is too late for neither', ['europe', 'region'], '2027-04-14'],
  ])('%s', (_, types, day) => {
    const debut = types.includes('europe') ? '2027-01-20' : early;
    expect(dueOf(asked(debut, ...types), 'T23')).toBe(day);
  });

  it('bring forward all that the request needs, with the time between the steps, and nothing else', () => {
    const [plain, moved] = [asked(early), asked(early, 'prefecture')];
    const shift = (id: string): number => daysBetween(dueOf(moved, id) ?? '', dueOf(plain, id) ?? '');
    for (const id of ['T01', 'T02', 'T03', 'T06', 'T07', 'T08']) expect(Math.abs(shift(id) - 7 * 16), `${id}: ${shift(id)}`).toBeLessThanOrEqual(3);
    expect(['T04', 'T09', 'T14', 'T19', 'T21', 'T50'].map(shift)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('are asked as soon as the note is valid, where the time is short', () => {
    const tight = asked('2027-03-01', 'prefecture');
    expect(dueOf(tight, 'T01')).toBe('2027-03-01');
    const note = dueOf(tight, 'T08') ?? '';
    expect(daysBetween(note, dueOf(tight, 'T23') ?? '')).toBeLessThanOrEqual(5);
    expect(note < '2027-03-31').toBe(true);
  });

  it('order is kept, and nobody starts before the start', () => fc.assert(fc.property(
    anyEvent, fc.uniqueArray(fc.constantFrom('prefecture', 'region', 'europe', 'caf', 'commune'), { maxLength: 3 }), (given, types) => {
      const { weeks, offset, territory, ...answers } = given;
      const schedule = scheduleOf({
        ...answers, date: addDays(given.debut, weeks * 7 + offset), financeurs: types.map((type) => ({ type })),
      }, given.debut, territories[territory]);
      for (const { task, due } of schedule.tasks) {
        expect(due >= given.debut, task.id).toBe(true);
        for (const need of task.needs) expect((dueOf(schedule, need.task) ?? due) <= due, `${task.id} needs ${need.task}`).toBe(true);
      }
    }), { numRuns: 150 }));
});
