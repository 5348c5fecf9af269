import type { Alert, IsoDate, Observed, Plan, PlannedTask } from '../model.ts';
import { daysBetween } from '../shared/dates.ts';
import { personInCharge } from '../shared/read-answer.ts';
import { newlyBroken } from './anchors.ts';

/** A task whose day changes. `from` or `to` is absent when it comes or goes. */
export interface MovedTask {
  readonly id: string;
  readonly title: string;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

/** One person or role, and what changes for them. */
export interface Affected {
  readonly who: string;
  readonly tasks: readonly MovedTask[];
}

/** What another plan changes for the people of the event. */
export interface Impact {
  /** Calendar days that the first day moves; negative when the event comes earlier. */
  readonly days: number;
  readonly affected: readonly Affected[];
  /** To do, in time before, and late now. */
  readonly becomesLate: readonly PlannedTask[];
  /** Fixed last days that can no longer be kept. */
  readonly anchors: readonly PlannedTask[];
  /** Rules met now that were not before: holidays, school holidays, elections… */
  readonly alerts: readonly Alert[];
  /** Tasks for which there is no time any more, and those for which there is again. */
  readonly dropped: readonly string[];
  readonly back: readonly string[];
}

/** Compares two plans of one event on the same day. */
export function impactOf(before: Plan, after: Plan, observed: Observed): Impact {
  const done = new Set((observed.tasks ?? []).filter(({ state }) => state === 'done' || state === 'dropped').map(({ id }) => id));
  const [old, now] = [byId(before), byId(after)];
  const isLate = (task: PlannedTask | undefined): boolean => task?.late === true;
  return {
    days: daysBetween(before.schedule.firstDay, after.schedule.firstDay),
    affected: affectedBy(old, now, after, observed),
    becomesLate: after.schedule.tasks.filter((task) => task.late && !isLate(old.get(task.task.id)) && !done.has(task.task.id)),
    anchors: newlyBroken(after, before, observed),
    alerts: newAlerts(before, after),
    dropped: after.schedule.dropped.filter(({ task }) => old.has(task.id)).map(({ task }) => task.title),
    back: before.schedule.dropped.filter(({ task }) => now.has(task.id)).map(({ task }) => task.title),
  };
}

/** What the rules say of a plan and did not say of the other. */
export function newAlerts(before: Plan, after: Plan): readonly Alert[] {
  const told = new Set(before.alerts.map(({ rule, message }) => `${rule} ${message}`));
  return after.alerts.filter(({ rule, message }) => !told.has(`${rule} ${message}`));
}

type ById = ReadonlyMap<string, PlannedTask>;
const byId = ({ schedule }: Plan): ById => new Map(schedule.tasks.map((planned) => [planned.task.id, planned]));

/** Those who have most to do with it come first. */
function affectedBy(old: ById, now: ById, plan: Plan, observed: Observed): readonly Affected[] {
  const owners = new Map((observed.tasks ?? []).flatMap(({ id, owner }) => (id !== null && owner !== null ? [[id, owner] as const] : [])));
  const groups = new Map<string, MovedTask[]>();
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(id)?.due, now.get(id)?.due];
    const task = (now.get(id) ?? old.get(id))?.task;
    if (!task || from === to) continue;
    const who = owners.get(id) ?? personInCharge(plan.answers, task.role) ?? plan.kit.roles.find((role) => role.id === task.role)?.title ?? task.role;
    const moved: MovedTask = { id, title: task.title, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    groups.set(who, [...groups.get(who) ?? [], moved]);
  }
  return [...groups].map(([who, tasks]) => ({ who, tasks })).sort((a, b) => b.tasks.length - a.tasks.length);
}
