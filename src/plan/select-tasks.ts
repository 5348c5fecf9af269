import type { Dependency, DroppedTask, Facts, Task } from '../model.ts';
import { holds } from '../shared/condition.ts';

export interface Selection {
  readonly tasks: readonly Task[];
  readonly dropped: readonly DroppedTask[];
}

/**
 * Which tasks this event has: those of its size and answers, less those that make no sense in the weeks that are left.
 * Tasks that depended on one that is out depend on what that one needed.
 */
export function selectTasks(all: readonly Task[], facts: Facts, people: number, weeksAvailable: number): Selection {
  const suited = all.filter((task) => people >= task.minSize && holds(task.when, facts));
  const isDropped = (task: Task): boolean =>
    !task.essential && task.dropUnderWeeks !== undefined && weeksAvailable < task.dropUnderWeeks;
  const kept = suited.filter((task) => !isDropped(task));
  const byId = new Map(all.map((task) => [task.id, task]));
  const present = new Set(kept.map((task) => task.id));
  return {
    tasks: kept.map((task) => ({ ...task, needs: onceEach(presentNeeds(task, byId, present)) })),
    dropped: suited.filter(isDropped).map((task) => ({ task, reason: 'short' })),
  };
}

/** Two ways to the same task count once, with the longer gap. */
function onceEach(needs: readonly Dependency[]): readonly Dependency[] {
  const gaps = new Map<string, number>();
  for (const { task, gapDays } of needs) gaps.set(task, Math.max(gapDays, gaps.get(task) ?? 0));
  return [...gaps].map(([task, gapDays]) => ({ task, gapDays }));
}

function presentNeeds(task: Task, byId: ReadonlyMap<string, Task>, present: ReadonlySet<string>): readonly Dependency[] {
  return task.needs.flatMap((need) => {
    if (present.has(need.task)) return [need];
    const absent = byId.get(need.task);
    return absent ? presentNeeds(absent, byId, present) : [];
  });
}
