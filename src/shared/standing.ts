import type { Observed, Plan } from '../model.ts';
import { addDays } from './dates.ts';
import { firstThing, type FirstThing } from './first-thing.ts';
import { standingBudget, type StandingBudget } from './standing-budget.ts';
import { standingTasks, type StandingTask } from './standing-task.ts';

/** Where the project stands on `plan.today`. Every list is in order of days. */
export interface Standing {
  /** All of them: also done and given up. */
  readonly tasks: readonly StandingTask[];
  /** To do, and still possible. */
  readonly ahead: readonly StandingTask[];
  readonly done: readonly StandingTask[];
  /** Of `ahead`: the day is past. */
  readonly late: readonly StandingTask[];
  /** Of `ahead`: from today to fourteen days later. */
  readonly soon: readonly StandingTask[];
  /** Of `ahead`: waits for something that is late or comes too late. */
  readonly blocked: readonly StandingTask[];
  readonly budget: StandingBudget;
  readonly first?: FirstThing;
}

const SOON_DAYS = 14;

/** The plan and what people did, as one picture. Where nothing was seen, the plan speaks: nothing done, nobody late but by the day. */
export function standing(plan: Plan, observed: Observed): Standing {
  const tasks = standingTasks(plan, observed.tasks);
  const ahead = tasks.filter((task) => task.ahead);
  const limit = addDays(plan.today, SOON_DAYS);
  const first = firstThing(ahead, plan.today);
  return {
    tasks, ahead,
    done: tasks.filter(({ state }) => state === 'done'),
    late: ahead.filter(({ late }) => late),
    soon: ahead.filter(({ day }) => day !== null && day >= plan.today && day <= limit),
    blocked: ahead.filter(({ blockedBy }) => blockedBy.length > 0),
    budget: standingBudget(plan, observed.budget),
    ...(first && { first }),
  };
}
