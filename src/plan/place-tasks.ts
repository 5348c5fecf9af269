import type { IsoDate, Task, WorkingDays } from '../model.ts';
import { advances } from '../shared/advances.ts';
import { addDays, maxDate, minDate, subMonths } from '../shared/dates.ts';
import { leadAt } from '../shared/plans.ts';

/** The time between the start of the planning and the event. */
export interface Frame {
  /** No task is due before. */
  readonly start: IsoDate;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  /** Weeks used for the whole preparation. */
  readonly weeks: number;
  /** The day on which the first funder is to be asked, if any was named. */
  readonly asking?: IsoDate;
}

export interface PlacedTask {
  readonly task: Task;
  readonly due: IsoDate;
  readonly anchor?: IsoDate;
}

/** After every date: no limit. */
const FAR_AWAY: IsoDate = '9999-12-31';

/**
 * Gives each task its date. First backwards from the event: the day of the plan, or earlier when a funder is to be asked
 * or a task that needs it is earlier, moved to the previous working day (after the event, to the next). Then forwards:
 * where the start of the planning cut things short, a task waits for what it needs, but never beyond the eve of the event
 * (gaps then shrink, and the day may be a closed one, for there is no other; order never breaks).
 */
export function placeTasks(tasks: readonly Task[], frame: Frame, workingDays: WorkingDays): readonly PlacedTask[] {
  const ordered = needsFirst(tasks);
  const advanced = frame.asking === undefined ? undefined : advances(tasks, frame.asking, (task) => targetDay(task, frame));
  const due = new Map<string, IsoDate>();
  const limits = new Map<string, IsoDate>();
  for (const task of ordered.toReversed()) {
    const planned = addDays(targetDay(task, frame), -(advanced?.get(task.id) ?? 0));
    const wished = minDate(planned, limits.get(task.id) ?? FAR_AWAY);
    const day = placeBackwards(task, wished, frame, workingDays);
    due.set(task.id, day);
    for (const need of task.needs) limits.set(need.task, minDate(limits.get(need.task) ?? FAR_AWAY, addDays(day, -need.gapDays)));
  }
  for (const task of ordered) {
    const waits = task.needs.map((need) => ({ day: due.get(need.task) ?? frame.start, gap: need.gapDays }));
    const earliest = waits.map(({ day, gap }) => addDays(day, gap)).reduce(maxDate, frame.start);
    const needed = waits.map(({ day }) => day).reduce(maxDate, frame.start);
    due.set(task.id, placeForwards(task, due.get(task.id) ?? frame.start, earliest, needed, frame, workingDays));
  }
  return tasks.map((task) => ({
    task,
    due: due.get(task.id) ?? frame.firstDay,
    ...(task.anchorMonths !== undefined && { anchor: anchorOf(task.anchorMonths, frame, workingDays) }),
  }));
}

/** The day of the plan: so many days before the first day or after the last, and no later than the anchor. */
function targetDay(task: Task, frame: Frame): IsoDate {
  const lead = leadAt(task.lead, frame.weeks);
  const day = lead < 0 || task.lead.onLastDay ? addDays(frame.lastDay, -lead) : addDays(frame.firstDay, -lead);
  return task.anchorMonths === undefined ? day : minDate(day, subMonths(frame.firstDay, task.anchorMonths));
}

/** The last working day that leaves the whole months before the event. */
const anchorOf = (months: number, { firstDay }: Frame, workingDays: WorkingDays): IsoDate =>
  workingDays.previousOpenDay(subMonths(firstDay, months), 'office');

const isAfterEvent = (task: Task): boolean => task.lead.express < 0;

function placeBackwards(task: Task, wished: IsoDate, frame: Frame, workingDays: WorkingDays): IsoDate {
  if (task.calendar === 'event') return maxDate(wished, frame.start);
  if (isAfterEvent(task)) return workingDays.nextOpenDay(wished, task.calendar);
  const open = workingDays.previousOpenDay(wished, task.calendar);
  if (open >= frame.start) return open;
  const first = workingDays.nextOpenDay(frame.start, task.calendar);
  return first < frame.firstDay ? first : frame.start;
}

function placeForwards(
  task: Task, day: IsoDate, earliest: IsoDate, needed: IsoDate, frame: Frame, workingDays: WorkingDays,
): IsoDate {
  if (day >= earliest) return day;
  if (task.calendar === 'event') return maxDate(day, needed);
  const open = workingDays.nextOpenDay(earliest, task.calendar);
  if (isAfterEvent(task)) return open;
  const eve = maxDate(addDays(frame.firstDay, -1), frame.start);
  return open <= eve ? open : maxDate(minDate(earliest, eve), needed);
}

/** The tasks in an order where each comes after what it needs (the kit check has refused circles). */
function needsFirst(tasks: readonly Task[]): readonly Task[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const ordered: Task[] = [];
  const visited = new Set<string>();
  const visit = (task: Task): void => {
    if (visited.has(task.id)) return;
    visited.add(task.id);
    for (const need of task.needs) {
      const other = byId.get(need.task);
      if (other) visit(other);
    }
    ordered.push(task);
  };
  tasks.forEach(visit);
  return ordered;
}
