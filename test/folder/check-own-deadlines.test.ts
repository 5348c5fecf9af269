import { describe, expect, it } from 'vitest';
import { checkOwnDeadlines } from '../../src/folder/check-own-deadlines.ts';
import type { IsoDate, ObservedTask, TaskState } from '../../src/model.ts';
import { standingTasks } from '../../src/shared/standing-task.ts';
import { samplePlan } from '../support/plan.ts';

type Own = Readonly<Record<string, IsoDate>>;

/** What the sample plan looks like when these tasks have these deadlines and states. */
function flagged(own: Own, states: Readonly<Record<string, TaskState>> = {}): readonly string[] {
  const observed = samplePlan.schedule.tasks.map(({ task, due }): ObservedTask => ({
    id: task.id, title: task.title, phase: '', due, ownDue: own[task.id] ?? null, state: states[task.id] ?? 'todo', owner: null,
  }));
  const added: ObservedTask = { id: null, title: 'À moi', phase: '', due: null, ownDue: '2028-01-01', state: 'todo', owner: null };
  return checkOwnDeadlines(standingTasks(samplePlan, [...observed, added])).map((note) => {
    if (note.code !== 'own-deadline') throw new Error(note.code);
    return `${/N°\u00a0(\w+)/.exec(note.place)?.[1]} ${note.value}`;
  });
}

describe('T09, D04: an own deadline', () => {
  it.each<readonly [string, Own, readonly string[]]>([
    ['fits', { T19: '2027-04-30' }, []],
    ['after the event is flagged', { T19: '2027-10-15' }, ['T19 15/10/2027']],
    ['on the last day is not', { T19: '2027-10-14' }, []],
    ['after the day before which it has to be done is', { T21: '2027-06-15' }, ['T21 15/06/2027']],
    ['after the event is not, for what comes after it', { T84: '2027-12-20' }, []],
    ['before what it waits for is', { T28: '2027-02-20' }, ['T28 20/02/2027']],
    ['before the own deadline of what it waits for is', { T08: '2027-05-10', T28: '2027-05-03' }, ['T28 03/05/2027']],
  ])('%s', (_, own, expected) => expect(flagged(own)).toEqual(expected));

  it('of what is done or given up, or that waits for what is done, is not flagged', () => {
    expect(flagged({ T19: '2027-10-15' }, { T19: 'done' })).toEqual([]);
    expect(flagged({ T19: '2027-10-15' }, { T19: 'dropped' })).toEqual([]);
    expect(flagged({ T28: '2027-02-20' }, { T08: 'done' })).toEqual([]);
  });

  it('is named by its place in the workbook', () => {
    const [note] = checkOwnDeadlines(standingTasks(samplePlan, [
      { id: 'T19', title: '', phase: '', due: null, ownDue: '2027-10-15', state: 'todo', owner: null },
    ]));
    const title = samplePlan.schedule.tasks.find(({ task }) => task.id === 'T19')?.task.title ?? '';
    const place = `feuille Rétroplanning, ligne «\u00a0${title}\u00a0» (N°\u00a0T19), colonne Votre échéance`;
    expect(note).toEqual({ code: 'own-deadline', value: '15/10/2027', place });
  });
});
