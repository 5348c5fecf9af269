import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate, Observed, ObservedLine, ObservedTask, Plan } from '../../src/model.ts';
import { addDays } from '../../src/shared/dates.ts';
import { whyFirst } from '../../src/shared/first-thing.ts';
import { standing, type Standing } from '../../src/shared/standing.ts';
import type { StandingTask } from '../../src/shared/standing-task.ts';
import { row } from '../documents/html/lived-samples.ts';
import { samplePlan } from '../support/plan.ts';

/** The sample plan on another day: T01 4 Feb, T08 25 Feb, T19 25 March, T28 29 April, T21 13 May (anchor 14 June), T50 24 June, T70 13 Oct, T84 15 Nov. */
const on = (today: IsoDate, plan = samplePlan): Plan => ({ ...plan, today });

const done = (...ids: readonly string[]): readonly ObservedTask[] => ids.map((id) => row(id, { state: 'done' }));
const idsOf = (tasks: readonly StandingTask[]): readonly (string | null)[] => tasks.map(({ id }) => id);
const at = (today: IsoDate, tasks: readonly ObservedTask[] = []): Standing => standing(on(today), { tasks });
const find = ({ tasks }: Standing, id: string): StandingTask => {
  const found = tasks.find((task) => task.id === id);
  if (!found) throw new Error(`no task ${id}`);
  return found;
};

describe('tasks as they stand', () => {
  it('are all to do while nobody did anything, with the people named in the answers', () => {
    const { tasks, ahead, done: finished, late, soon } = standing(on('2027-02-01'), {});
    expect(ahead).toEqual(tasks);
    expect([finished, late]).toEqual([[], []]);
    expect(idsOf(soon)).toEqual(['T01']);
    expect(tasks[0]).toMatchObject({ owner: 'Direction du numérique', role: 'Chef de projet', phase: 'Cadrer', day: '2027-02-04' });
  });

  it('D06 a day that is past is late, never moved: from the day after, and in the next fortnight up to the fourteenth day', () => {
    expect(idsOf(at('2027-02-04').late)).toEqual([]);
    expect(idsOf(at('2027-02-05').late)).toEqual(['T01']);
    expect(idsOf(at('2027-02-11').soon)).toEqual(['T08']);
    expect(idsOf(at('2027-02-10').soon)).toEqual([]);
    expect(idsOf(at('2027-02-04').soon)).toEqual(['T01']);
  });

  it.each(['done', 'dropped'] as const)('are never late when %s', (state) => {
    const seen = at('2027-03-01', [row('T01', { state }), row('T08')]);
    expect(idsOf(seen.late)).toEqual(['T08']);
    expect(find(seen, 'T01')).toMatchObject({ state, ahead: false, late: false });
  });

  it('follow the own deadline, earlier or later', () => {
    const seen = at('2027-02-10', [row('T01', { ownDue: '2027-03-01' }), row('T08', { ownDue: '2027-02-09' })]);
    expect(idsOf(seen.late)).toEqual(['T08']);
    expect(find(seen, 'T01')).toMatchObject({ due: '2027-02-04', ownDue: '2027-03-01', day: '2027-03-01' });
    expect(idsOf(seen.tasks).slice(0, 2)).toEqual(['T08', 'T01']);
  });

  it('say when the own deadline comes after the last day that makes sense', () => {
    const seen = at('2027-02-01', [
      row('T21', { ownDue: '2027-06-15' }), row('T50', { ownDue: '2027-10-15' }), row('T84', { ownDue: '2027-12-31' }),
      row('T19', { ownDue: '2027-10-14' }),
    ]);
    expect(seen.tasks.filter(({ beyond }) => beyond).map(({ id, beyond }) => [id, beyond]))
      .toEqual([['T21', '2027-06-14'], ['T50', '2027-10-14']]);
  });

  it('take the owner of the workbook, also when somebody took the name away', () => {
    expect(find(at('2027-02-01', [row('T01', { owner: 'Le service culture' })]), 'T01').owner).toBe('Le service culture');
    expect(find(at('2027-02-01', [row('T01')]), 'T01').owner).toBeNull();
  });

  it('hold the lines that people added, with or without a day, and not the rows of tasks that the plan dropped', () => {
    const seen = at('2027-02-10', [
      row(null, { title: 'Réserver la fanfare', due: '2027-02-08', owner: 'La mairie' }),
      row(null, { title: 'Penser aux fleurs' }), row('perso-1', { title: 'Numéro inventé', due: '2027-02-20' }), row('T23'),
    ]);
    expect(seen.tasks.filter(({ id }) => id === null).map(({ title, day, late }) => [title, day, late])).toEqual([
      ['Réserver la fanfare', '2027-02-08', true], ['Numéro inventé', '2027-02-20', false], ['Penser aux fleurs', null, false],
    ]);
    expect(seen.tasks.at(-1)?.title).toBe('Penser aux fleurs');
  });

  it('are to do when no line says anything of them: a workbook that cannot take them yet', () => {
    expect(at('2027-02-10', [row('T01', { state: 'done' })]).ahead).toHaveLength(7);
  });

  it('are no longer possible once the event is over, but for what comes after it', () => {
    const after = at('2027-11-20', [row(null, { title: 'Trop tard', due: '2027-10-01' })]);
    expect(idsOf(after.ahead)).toEqual(['T84']);
    expect(idsOf(after.late)).toEqual(['T84']);
    expect(at('2027-11-20', done('T84')).ahead).toEqual([]);
  });
});

describe('what is blocked', () => {
  const blockers = (seen: Standing): readonly unknown[] => seen.blocked.map(({ id, blockedBy }) => [id, blockedBy.map((need) => need.id)]);

  it('waits for something late', () => {
    expect(blockers(at('2027-02-04'))).toEqual([]);
    expect(blockers(at('2027-02-10'))).toEqual([['T08', ['T01']]]);
    expect(find(at('2027-02-10'), 'T08').blockedBy).toEqual([
      { id: 'T01', title: 'Écrire la finalité à partir d’un besoin de terrain', day: '2027-02-04', late: true },
    ]);
  });

  it('is free when what it waits for is done or given up', () => {
    expect(blockers(at('2027-02-10', done('T01')))).toEqual([]);
    expect(blockers(at('2027-02-10', [row('T01', { state: 'dropped' })]))).toEqual([]);
  });

  it('waits for something promised for a later day than its own', () => {
    expect(blockers(at('2027-02-01', [row('T01', { ownDue: '2027-02-26' })]))).toEqual([['T08', ['T01']]]);
  });
});

describe('the one thing to do first', () => {
  const first = (today: IsoDate, tasks: readonly ObservedTask[] = []): readonly unknown[] => {
    const { first: found } = at(today, tasks);
    return found ? [found.task.id ?? found.task.title, found.because] : [];
  };

  it('is the next one while nothing is late', () => {
    expect(first('2026-11-23')).toEqual(['T01', 'next']);
    expect(first('2027-02-05', done('T01'))).toEqual(['T08', 'next']);
    expect(first('2027-12-01', done('T84'))).toEqual([]);
  });

  it('is what the event cannot do without, before older things that are only late', () => {
    const own = row(null, { title: 'Réserver la fanfare', due: '2027-01-10' });
    expect(first('2027-03-01', [...done('T01'), own])).toEqual(['T08', 'essential']);
    expect(first('2027-03-01', [...done('T01', 'T08'), own])).toEqual(['Réserver la fanfare', 'late']);
  });

  it('is the oldest late one that can go on, before an older one that waits', () => {
    const tasks = [...done('T01'), row('T08', { ownDue: '2027-05-01' }), row(null, { title: 'Réserver la fanfare', due: '2027-04-01' })];
    expect(idsOf(at('2027-04-10', tasks).late)).toEqual(['T19', null]);
    expect(first('2027-04-10', tasks)).toEqual(['Réserver la fanfare', 'late']);
    expect(first('2027-04-10', tasks.slice(0, 2))).toEqual(['T08', 'late']);
  });

  it('is the task whose last day is near, then past, before all else', () => {
    const tasks = done('T01', 'T08');
    expect(first('2027-05-10', tasks)).toEqual(['T19', 'late']);
    expect(first('2027-05-14', tasks)).toEqual(['T21', 'anchor']);
    expect(first('2027-07-01', [...tasks, row('T21', { ownDue: '2027-09-01' })])).toEqual(['T21', 'anchor']);
  });

  it('is what the urgent task waits for, when it waits', () => {
    expect(first('2027-05-14')).toEqual(['T01', 'anchor']);
    expect(first('2027-05-14', done('T01'))).toEqual(['T08', 'anchor']);
  });

  it.each([
    ['2026-11-23', [], 'C’est la prochaine échéance\u00a0: le 4 février 2027.'],
    ['2027-03-01', done('T01'), 'Elle est indispensable, et en retard\u00a0: elle était prévue le 25 février 2027.'],
    ['2027-05-14', done('T08'), 'Elle ne peut pas attendre\u00a0: dernier jour le 14 juin 2027.'],
    ['2027-06-15', done('T08'), 'Elle ne pouvait pas attendre\u00a0: le dernier jour était le 14 juin 2027.'],
    ['2027-05-14', done('T01'), 'La tâche «\u00a0Déposer la demande de soutien\u00a0» l’attend. Elle ne peut pas attendre\u00a0: dernier jour le 14 juin 2027.'],
    ['2027-04-01', done('T01', 'T08'), 'C’est la plus ancienne des tâches en retard\u00a0: elle était prévue le 25 mars 2027.'],
  ] as const)('says why, on %s', (today, tasks, reason) => {
    const { first: found } = at(today, tasks);
    expect(found && whyFirst(found, on(today))).toBe(reason);
  });

  it('does not promise a provisional day', () => {
    const plan = { ...samplePlan, schedule: { ...samplePlan.schedule, provisional: true } };
    const { first: found } = standing(plan, {});
    expect(found && whyFirst(found, plan)).toContain('vers le 4 février 2027');
  });
});

describe('the money as it stands', () => {
  const line = (id: string | null, planned: number | null, actual: number | null, kind: ObservedLine['kind'] = 'expense'): ObservedLine =>
    ({ id, label: id ?? 'Fanfare', kind, planned, actual });

  it('is the plan while no workbook can be read', () => {
    const { budget } = standing(samplePlan, {});
    expect(budget).toMatchObject({
      planned: { expenses: 240_240, income: 170_000 }, actual: { expenses: 0, income: 0 }, balance: -70_240, over: 0, overspent: [],
    });
    expect(budget.lines.map(({ id }) => id)).toEqual(['B01', 'B02', 'B03', 'B04', 'B05', 'B06', '_imprevus', '_autofinancement', 'prefecture', 'mecenat']);
  });

  it('names the lines that cost more than planned, and what nobody had planned', () => {
    const observed: Observed = {
      budget: {
        lines: [line('B02', 36_000, 36_000), line('B04', 36_000, 40_050), line(null, null, 15_000), line('prefecture', 1, 2, 'income')],
        planned: { expenses: 72_000, income: 170_000 }, actual: { expenses: 91_050, income: 0 },
      },
    };
    const { budget } = standing(samplePlan, observed);
    expect(budget.overspent).toEqual([
      { id: null, label: 'Fanfare', planned: 0, actual: 15_000, over: 15_000 },
      { id: 'B04', label: 'B04', planned: 36_000, actual: 40_050, over: 4_050 },
    ]);
    expect(budget).toMatchObject({ balance: 98_000, over: 19_050 });
  });
});

describe('any folder', () => {
  const day = fc.integer({ min: -400, max: 200 }).map((days) => addDays('2027-10-14', days));
  const ids = samplePlan.schedule.tasks.map(({ task }) => task.id);
  const rows = fc.uniqueArray(fc.record({
    id: fc.constantFrom(...ids, null, 'T23', 'x'), title: fc.string(), phase: fc.string(), owner: fc.option(fc.string()),
    due: fc.option(day), ownDue: fc.option(day), state: fc.constantFrom('todo', 'doing', 'done', 'dropped'), row: fc.nat(),
  }), { selector: ({ id, row: number }) => id ?? number });

  it('is counted once, and something is first as long as something with a day is ahead', () => {
    fc.assert(fc.property(day, rows, (today, tasks) => {
      const seen = at(today, tasks as readonly ObservedTask[]);
      const added = tasks.filter(({ id }) => id === null || id === 'x').length;
      expect(seen.tasks).toHaveLength(ids.length + added);
      expect(new Set(seen.ahead.filter(({ late }) => late))).toEqual(new Set(seen.late));
      expect(seen.late.filter((task) => seen.soon.includes(task) || !seen.ahead.includes(task))).toEqual([]);
      expect([...seen.done, ...seen.tasks.filter(({ state }) => state === 'dropped')].filter(({ ahead }) => ahead)).toEqual([]);
      expect(seen.first !== undefined).toBe(seen.ahead.some((task) => task.day !== null));
      if (seen.first) expect(seen.ahead).toContain(seen.first.task);
      const days = seen.tasks.map((task) => task.day ?? '9999');
      expect(days).toEqual(days.toSorted());
    }));
  });
});
