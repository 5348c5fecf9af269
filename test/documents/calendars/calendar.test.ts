import { describe, expect, it } from 'vitest';
import { buildCalendar, buildMilestones, buildTasks } from '../../../src/documents/calendars/calendar.ts';
import { milestonesText, tasksText } from '../../support/calendar-text.ts';
import { NOTHING_DONE } from '../../../src/shared/nothing-done.ts';
import { lintCalendar } from '../../support/ics-lint.ts';
import { samplePlan, samplePlanWithoutDate, sampleSpecs } from '../../support/plan.ts';

const linesOf = (calendar: string, property: string): readonly string[] =>
  calendar.replaceAll('\r\n ', '').split('\r\n').filter((line) => new RegExp(`^${property}[;:]`).test(line));

describe('buildMilestones', () => {
  const calendar = milestonesText(samplePlan, NOTHING_DONE);

  it('holds the event and every milestone, and no other task', () => {
    expect(linesOf(calendar, 'UID')).toEqual([
      'UID:evenement@4f1c0a7be2.nec-local',
      'UID:jalon-t08@4f1c0a7be2.nec-local',
      'UID:jalon-t19@4f1c0a7be2.nec-local',
      'UID:jalon-t21@4f1c0a7be2.nec-local',
      'UID:jalon-t50@4f1c0a7be2.nec-local',
      'UID:jalon-t84@4f1c0a7be2.nec-local',
    ]);
  });

  it('ends the event the day after its last day', () => {
    const twoDays = { ...samplePlan, schedule: { ...samplePlan.schedule, lastDay: '2027-10-15' } };
    expect(linesOf(milestonesText(twoDays, NOTHING_DONE), 'DTEND')[0]).toBe('DTEND;VALUE=DATE:20271016');
  });

  it('takes the day of the event, and leaves the days of milestones free', () => {
    expect(new Set(linesOf(calendar, 'TRANSP').slice(1))).toEqual(new Set(['TRANSP:TRANSPARENT']));
    expect(linesOf(calendar, 'TRANSP')[0]).toBe('TRANSP:OPAQUE');
  });

  it('dates every entry from the today of the plan, and starts at sequence 0', () => {
    expect(new Set(linesOf(calendar, 'DTSTAMP'))).toEqual(new Set(['DTSTAMP:20261123T000000Z']));
    expect(new Set(linesOf(calendar, 'LAST-MODIFIED'))).toEqual(new Set(['LAST-MODIFIED:20261123T000000Z']));
    expect(new Set(linesOf(calendar, 'SEQUENCE'))).toEqual(new Set(['SEQUENCE:0']));
  });
});

describe('buildTasks', () => {
  const calendar = tasksText(samplePlan, NOTHING_DONE);

  it('holds every task with the day by which it is done', () => {
    expect(linesOf(calendar, 'DUE')).toHaveLength(samplePlan.schedule.tasks.length);
    expect(linesOf(calendar, 'DUE')[0]).toBe('DUE;VALUE=DATE:20270204');
  });

  it('shares no UID with the milestones, for both files may go into one collection', () => {
    const milestones = new Set(linesOf(milestonesText(samplePlan, NOTHING_DONE), 'UID'));
    expect(linesOf(calendar, 'UID').filter((uid) => milestones.has(uid))).toEqual([]);
  });

  it('holds no event: some calendars refuse a file with both', () => {
    expect(calendar).not.toContain('BEGIN:VEVENT');
  });
});

describe('both calendars', () => {
  const builders = [['jalons', milestonesText], ['taches', tasksText]] as const;

  it.each(builders)('%s has no fault, with and without a date', (_, build) => {
    expect(lintCalendar(build(samplePlan, NOTHING_DONE))).toEqual([]);
    expect(lintCalendar(build(samplePlanWithoutDate, NOTHING_DONE))).toEqual([]);
  });

  it.each(builders)('%s is valid and empty until the date is set', (_, build) => {
    expect(build(samplePlanWithoutDate, NOTHING_DONE)).not.toMatch(/BEGIN:V(EVENT|TODO)/);
    expect(build(samplePlanWithoutDate, NOTHING_DONE)).toContain('BEGIN:VTIMEZONE');
  });

  it.each(['Europe/Paris', 'America/Cayenne', 'Pacific/Kiritimati'])('are the same in %s', (zone) => {
    const here = [milestonesText(samplePlan, NOTHING_DONE), tasksText(samplePlan, NOTHING_DONE)];
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      expect([milestonesText(samplePlan, NOTHING_DONE), tasksText(samplePlan, NOTHING_DONE)]).toEqual(here);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('are chosen by the builder that the kit names', () => {
    expect(buildCalendar(sampleSpecs.tasks, 'taches.ics', samplePlan, { state: NOTHING_DONE })).toMatchObject(buildTasks(samplePlan, NOTHING_DONE));
    expect(buildCalendar(sampleSpecs.milestones, 'jalons.ics', samplePlan, { state: NOTHING_DONE })).toMatchObject(buildMilestones(samplePlan, NOTHING_DONE));
  });
});
