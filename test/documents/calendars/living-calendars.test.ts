import { describe, expect, it } from 'vitest';
import type { ObservedTask } from '../../../src/model.ts';
import { NOTHING_DONE } from '../../../src/shared/nothing-done.ts';
import { calendarsOf as run, entriesOf as entries, planFor as onDay, stateAfter as stateOf, type Calendars } from '../../support/calendar-runs.ts';
import { row, rowsOf } from '../html/lived-samples.ts';
import { lintCalendar } from '../../support/ics-lint.ts';
import { samplePlan } from '../../support/plan.ts';

const entry = (calendar: string, uid: string): Readonly<Record<string, string>> => {
  const found = entries(calendar).get(`${uid}@4f1c0a7be2.nec-local`);
  if (!found) throw new Error(`no entry ${uid}`);
  return found;
};
const uids = (calendar: string): readonly string[] => [...entries(calendar).keys()];
const withoutRevisions = (calendar: string): string => calendar.replaceAll(/^(SEQUENCE|DTSTAMP|LAST-MODIFIED):.*\r\n/gm, '');

describe.each(['milestones', 'tasks'] as const)('the %s of a folder whose date moves', (which) => {
  const before = run(onDay('2027-10-14', '2026-11-23'));
  const moved = run(onDay('2027-11-18', '2027-01-11'), stateOf(before));
  const back = run(onDay('2027-10-14', '2027-02-01'), stateOf(moved));

  it('D11 same UIDs, a higher number, today as the day of the change', () => {
    expect(uids(moved[which])).toEqual(expect.arrayContaining([...uids(before[which])]));
    for (const [uid, was] of entries(before[which])) {
      const now = entries(moved[which]).get(uid) ?? {};
      const same = was['due'] === now['due'] && was['dtstart'] === now['dtstart'] && was['description'] === now['description'];
      expect([uid, now['sequence']]).toEqual([uid, same ? '0' : '1']);
      expect(now['dtstamp']).toBe(same ? '2026-11-23T00:00:00Z' : '2027-01-11T00:00:00Z');
    }
    expect(lintCalendar(moved[which])).toEqual([]);
  });

  it('D13 moved back, the same bytes but for what says when it changed', () => {
    expect(uids(moved[which]).toSorted()).toEqual(uids(before[which]).toSorted());
    expect(withoutRevisions(back[which])).toBe(withoutRevisions(before[which]));
    expect(back[which]).not.toBe(before[which]);
  });

  it('U38 a run that changes nothing gives the same bytes, whatever the day', () => {
    expect(run(onDay('2027-11-18', '2027-06-01'), stateOf(moved))[which]).toBe(moved[which]);
  });

  it('D14 every entry is cancelled when the date is not known any more, and comes back with the date', () => {
    const unknown = run(onDay('a-definir', '2027-03-01'), stateOf(back));
    expect(uids(unknown[which]).toSorted()).toEqual(uids(back[which]).toSorted());
    expect(new Set([...entries(unknown[which]).values()].map(({ status }) => status))).toEqual(new Set(['CANCELLED']));
    expect(lintCalendar(unknown[which])).toEqual([]);

    const known = run(onDay('2027-10-14', '2027-04-01'), stateOf(unknown));
    expect(withoutRevisions(known[which])).toBe(withoutRevisions(before[which]));
  });

  it('D14 stays valid and empty when the date was never known', () => {
    const never = run(onDay('a-definir', '2026-11-23'));
    expect(uids(run(onDay('a-definir', '2026-12-01'), stateOf(never))[which])).toEqual(['']);
    expect(run(onDay('a-definir', '2026-12-01'), stateOf(never))[which]).toBe(never[which]);
  });
});

it('D11 a task that the lack of time drops is cancelled, not forgotten', () => {
  const before = run(onDay('2027-10-14', '2026-11-23'));
  const near = onDay('2027-01-12', '2026-12-15');
  const dropped = near.schedule.dropped.map(({ task }) => `${task.id.toLowerCase()}@4f1c0a7be2.nec-local`);
  const gone = dropped.filter((uid) => uids(before.tasks).includes(uid));
  expect(gone.length).toBeGreaterThan(0);
  const moved = run(near, stateOf(before));
  for (const uid of gone) expect(entries(moved.tasks).get(uid)).toMatchObject({ status: 'CANCELLED', sequence: '1' });
});

describe('what people did', () => {
  const seen = (...told: readonly ObservedTask[]): Calendars => run(samplePlan, { ...NOTHING_DONE, observed: { tasks: rowsOf(samplePlan, ...told) } });

  it.each([
    ['todo', 'NEEDS-ACTION', undefined, 'CONFIRMED'], ['doing', 'IN-PROCESS', undefined, 'CONFIRMED'],
    ['done', 'COMPLETED', '100', 'CONFIRMED'], ['dropped', 'CANCELLED', undefined, 'CANCELLED'],
  ] as const)('shows a task that is %s', (state, status, percent, milestone) => {
    const { tasks, milestones } = seen(row('T08', { state }));
    expect([entry(tasks, 't08')['status'], entry(tasks, 't08')['percent-complete']]).toEqual([status, percent]);
    expect(entry(milestones, 'jalon-t08')['status']).toBe(milestone);
    expect(lintCalendar(tasks)).toEqual([]);
  });

  it('takes the own deadline for the day, and keeps the day of the plan in words', () => {
    const { tasks, milestones } = seen(row('T08', { ownDue: '2027-03-03' }));
    expect(entry(tasks, 't08')['due']).toBe('2027-03-03');
    expect(entry(milestones, 'jalon-t08')).toMatchObject({ dtstart: '2027-03-03', dtend: '2027-03-04' });
    expect(entry(tasks, 't08')['description']).toContain('Échéance choisie par l’équipe. Le plan disait : 25 février 2027.');
  });

  it('says who, on one line and without an invitation', () => {
    const { tasks } = seen(row('T08', { owner: 'Le cabinet\nATTENDEE:mailto:x@example.org' }));
    expect(entry(tasks, 't08')['description']).toContain('Qui\u00a0: Membre élu référent, Le cabinet ATTENDEE:mailto:x@example.org');
    expect(tasks).not.toMatch(/^ATTENDEE/m);
  });

  it('leaves out the lines that people added: nothing would tell them apart from run to run', () => {
    expect(uids(seen(row(null, { title: 'La fanfare', due: '2027-05-01' })).tasks)).toEqual(uids(run(samplePlan).tasks));
  });

  it('is all told by the plan while nobody did anything (U38)', () => {
    const untouched = samplePlan.schedule.tasks.map(({ task }) => row(task.id, { owner: task.role === 'chef-de-projet' ? 'Direction du numérique' : null }));
    expect(run(samplePlan, { ...NOTHING_DONE, observed: { tasks: untouched } })).toEqual(run(samplePlan));
  });
});
