import type { IsoDate, Task } from '../model.ts';
import { daysBetween } from './dates.ts';

/**
 * How many days earlier than the plan says, by task: those that ask the funders, so that they do it in time, and all that
 * these need, so that the steps before keep the time between them. A task that is not in the list keeps its day.
 * @param asking the day on which the first funder is to be asked
 * @param dayOf the day of the plan
 */
export function advances(tasks: readonly Task[], asking: IsoDate, dayOf: (task: Task) => IsoDate): ReadonlyMap<string, number> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const advanced = new Map<string, number>();
  const advance = (task: Task | undefined, days: number): void => {
    if (!task || (advanced.get(task.id) ?? 0) >= days) return;
    advanced.set(task.id, days);
    for (const need of task.needs) advance(byId.get(need.task), days);
  };
  for (const task of tasks.filter(({ byFunders }) => byFunders)) advance(task, daysBetween(asking, dayOf(task)));
  return advanced;
}
