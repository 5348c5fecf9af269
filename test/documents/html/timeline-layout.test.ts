import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutTimeline as layOut, MARK_SPACING, timelineMarks as marksOf, type Frame, type Mark, type TimelineLayout } from '../../../src/documents/html/timeline-layout.ts';
import type { Plan } from '../../../src/model.ts';
import { addDays } from '../../../src/shared/dates.ts';
import { standingTasks } from '../../../src/shared/standing-task.ts';
import { samplePlan } from '../../support/plan.ts';
import { row, rowsOf } from './lived-samples.ts';
import { plans } from './samples.ts';

const frames = [{ width: 880, labels: 200 }, { width: 330, labels: 0 }];
const timelineMarks = (plan: Plan): readonly Mark[] => marksOf(standingTasks(plan));
const layOutTimeline = (plan: Plan, frame: Frame): TimelineLayout => layOut(plan, timelineMarks(plan), frame);
const [model] = samplePlan.schedule.tasks;

/** A plan whose milestones fall on these days before the event. */
function milestonesAt(days: readonly number[]): Plan {
  if (!model) throw new Error('the sample plan has tasks');
  const tasks = days.map((day, index) => ({
    task: { ...model.task, id: `M${index}`, milestone: true }, due: addDays('2027-10-14', -day), late: false,
  }));
  return { ...samplePlan, schedule: { ...samplePlan.schedule, tasks } };
}

describe('layOutTimeline', () => {
  it('never lets two marks touch, and keeps all inside the drawing', () => {
    const manyDays = fc.array(fc.integer({ min: -90, max: 400 }), { maxLength: 40 });
    fc.assert(fc.property(manyDays, fc.constantFrom(...frames), (days, frame) => {
      const { marks, lanes } = layOutTimeline(milestonesAt(days), frame);
      expect(marks.map(({ number }) => number)).toEqual(days.map((_, index) => index + 1));
      for (const a of marks) {
        expect(a.x).toBeGreaterThanOrEqual(frame.labels + 11);
        expect(a.x).toBeLessThanOrEqual(frame.width - 11);
        expect(a.lane).toBeLessThan(lanes);
        for (const b of marks) {
          if (a.number < b.number && a.lane === b.lane) expect(b.x - a.x).toBeGreaterThanOrEqual(MARK_SPACING);
        }
      }
    }));
  });

  it.each(Object.entries(plans))('draws %s inside its frame', (_, plan) => {
    for (const frame of frames) {
      const { bars, ticks, event, today } = layOutTimeline(plan, frame);
      for (const { x, width } of bars) {
        expect(x).toBeGreaterThanOrEqual(frame.labels);
        expect(x + width).toBeLessThanOrEqual(frame.width);
      }
      const named = ticks.filter((tick) => tick.named);
      named.forEach((tick, index) => expect(tick.x - (named[index - 1]?.x ?? -Infinity)).toBeGreaterThan(34));
      expect(event.x + event.width).toBeLessThanOrEqual(frame.width);
      if (today !== undefined) expect(today).toBeGreaterThanOrEqual(frame.labels);
    }
  });

  it('leaves today out when it is years away', () => {
    expect(layOutTimeline(plans['long ago'], { width: 880, labels: 200 }).today).toBeUndefined();
    expect(layOutTimeline(plans.full, { width: 880, labels: 200 }).today).toBeDefined();
  });

  it('tells preparation, event and what comes after', () => {
    const times = layOutTimeline(plans.full, { width: 880, labels: 200 }).bars.map(({ time }) => time);
    expect(times).toEqual(['before', 'before', 'before', 'before', 'before', 'after']);
  });
});

describe('timelineMarks', () => {
  it('holds milestones and last days in date order', () => {
    const marks = timelineMarks(samplePlan);
    expect(marks.map(({ date }) => date))
      .toEqual(['2027-02-25', '2027-03-25', '2027-05-13', '2027-06-14', '2027-06-24', '2027-11-15']);
    expect(marks.filter(({ kind }) => kind === 'limit')).toEqual([
      { date: '2027-06-14', title: 'Déposer la demande de soutien', kind: 'limit', done: false },
    ]);
  });

  it('shows once what falls on its own last day', () => {
    const tasks = samplePlan.schedule.tasks.map((task) => (task.anchor ? { ...task, due: task.anchor } : task));
    const marks = timelineMarks({ ...samplePlan, schedule: { ...samplePlan.schedule, tasks } });
    expect(marks.filter(({ date }) => date === '2027-06-14').map(({ kind }) => kind)).toEqual(['limit']);
  });

  it('follows what people did: own deadlines, done, given up', () => {
    const told = rowsOf(samplePlan, row('T08', { state: 'done' }), row('T19', { ownDue: '2027-07-01' }), row('T21', { state: 'done' }), row('T50', { state: 'dropped' }));
    expect(marksOf(standingTasks(samplePlan, told)).map(({ date, kind, done }) => [date, kind, done])).toEqual([
      ['2027-02-25', 'milestone', true], ['2027-05-13', 'milestone', true], ['2027-06-14', 'limit', true],
      ['2027-07-01', 'milestone', false], ['2027-11-15', 'milestone', false],
    ]);
  });
});
