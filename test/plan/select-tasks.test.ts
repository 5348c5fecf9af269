import { describe, expect, it } from 'vitest';
import type { Task } from '../../src/model.ts';
import { selectTasks } from '../../src/plan/select-tasks.ts';

function task(id: string, needs: readonly (readonly [string, number])[] = [], more: Partial<Task> = {}): Task {
  return {
    id, title: id, phase: 'p', role: 'r', support: [], lead: { complet: 7, standard: 7, express: 7 },
    needs: needs.map(([need, gapDays]) => ({ task: need, gapDays })), minSize: 0, milestone: false, essential: false,
    calendar: 'office', why: '', done: '', sources: ['jugement'], checkedOn: '2026-11-23', confidence: 'low', ...more,
  };
}

/** Ids and needs (`A+7`: at least seven days after A) of what is kept. */
function kept(tasks: readonly Task[], people = 100, weeks = 40): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(selectTasks(tasks, {}, people, weeks).tasks
    .map(({ id, needs }) => [id, needs.map((need) => `${need.task}+${need.gapDays}`)]));
}

describe('what depended on a task that is out', () => {
  const chain = [task('A'), task('B', [['A', 3]], { minSize: 200 }), task('C', [['B', 2]])];

  it('depends on what that one needed', () => {
    expect(kept(chain)).toEqual({ A: [], C: ['A+3'] });
    expect(kept(chain, 200)).toEqual({ A: [], B: ['A+3'], C: ['B+2'] });
  });

  it('counts a task once, with its longer gap, when two ways lead to it', () => {
    expect(kept([task('A'), task('B', [['A', 3]], { minSize: 200 }), task('C', [['B', 0], ['A', 1]])])).toEqual({ A: [], C: ['A+3'] });
  });
});

describe('when time is short', () => {
  const tasks = [task('A', [], { dropUnderWeeks: 12 }), task('B', [['A', 0]], { essential: true })];
  it.each([[11.9, ['A']], [12, []], [40, []]])('%d weeks: %j dropped', (weeks, expected) => {
    expect(selectTasks(tasks, {}, 100, weeks).dropped.map((dropped) => dropped.task.id)).toEqual(expected);
  });

  it('a task that this event would not have is not dropped', () => {
    expect(selectTasks([task('A', [], { dropUnderWeeks: 12, minSize: 200 })], {}, 100, 3).dropped).toEqual([]);
  });
});
