import type { Observed, Plan, PlannedTask } from '../model.ts';

/** Tasks that have a day before which they must be done, and that cannot be done by it any more. */
export function brokenAnchors({ schedule, today }: Plan, observed: Observed): readonly PlannedTask[] {
  const done = new Set((observed.tasks ?? []).filter(({ state }) => state === 'done' || state === 'dropped').map(({ id }) => id));
  return schedule.tasks.filter(({ task, anchor, due }) => anchor !== undefined && (anchor < due || anchor < today) && !done.has(task.id));
}

/** Those that this run would break: an anchor that was missed before it is an alert, not a reason to stop. */
export function newlyBroken(after: Plan, before: Plan | undefined, observed: Observed): readonly PlannedTask[] {
  const already = new Set(before ? brokenAnchors(before, observed).map(({ task }) => task.id) : []);
  return brokenAnchors(after, observed).filter(({ task }) => !already.has(task.id));
}
