import type { IsoDate, Observed, Plan } from '../../model.ts';
import { plainDate } from '../../shared/dates.ts';
import { textAnswer } from '../../shared/read-answer.ts';
import { firstName } from '../../shared/rename.ts';
import { standingTasks, type StandingTask } from '../../shared/standing-task.ts';
import type { CalendarItem } from './calendar-item.ts';

/** A task of the plan: a line that a person added has no id, so nothing that would stay the same from run to run. */
type OwnTask = StandingTask & { readonly id: string; readonly day: IsoDate };

/** The event and the milestones that lead to it. Nothing while the date is not set: a provisional day is no day. */
export function milestoneItems(plan: Plan, observed: Observed): readonly CalendarItem[] {
  if (plan.schedule.provisional) return [];
  const milestones = ownTasks(plan, observed).filter(({ milestone }) => milestone);
  return [eventItem(plan), ...milestones.map((task) => milestoneItem(task, plan))];
}

/** Every task with the day by which it is done. Nothing while the date is not set. */
export function taskItems(plan: Plan, observed: Observed): readonly CalendarItem[] {
  if (plan.schedule.provisional) return [];
  return ownTasks(plan, observed).map((task): CalendarItem => ({ ...common(task, plan), kind: 'task' }));
}

const ownTasks = (plan: Plan, { tasks }: Observed): readonly OwnTask[] =>
  standingTasks(plan, tasks).filter((task): task is OwnTask => task.id !== null && task.day !== null);

function eventItem(plan: Plan): CalendarItem {
  const { schedule, answers, eventName } = plan;
  const place = textAnswer(answers, 'lieu');
  return {
    kind: 'event',
    uid: uidOf('evenement', plan),
    summary: eventName,
    ...(place !== undefined && { location: place }),
    day: schedule.firstDay,
    lastDay: schedule.lastDay,
    busy: true,
    state: 'todo',
  };
}

/** Its UID is not the task's: a collection that holds both files would see one entry (RFC 4791 §5.3.2.1). */
function milestoneItem(task: OwnTask, plan: Plan): CalendarItem {
  return { ...common(task, plan), kind: 'event', uid: uidOf(`jalon-${firstName(plan.kit.renames.entries.tasks, task.id)}`, plan), busy: false };
}

function common(task: OwnTask, plan: Plan): Omit<CalendarItem, 'kind'> {
  const { id, title, phase, day, state } = task;
  return { uid: uidOf(firstName(plan.kit.renames.entries.tasks, id), plan), summary: title, description: description(task, plan), category: phase, day, state };
}

/** Who does it stands in words: an attendee (RFC 5545 §3.8.4.1) would need a mail address, and get invitations. */
function description({ id, role, owner, due, ownDue, anchor }: OwnTask, { kit }: Plan): string {
  const task = kit.tasks.find((candidate) => candidate.id === id);
  const who = [role, owner].filter((name) => name).join(', ').replaceAll(/\s+/g, ' ');
  return [
    ...(task ? [task.why, `C’est fait quand\u00a0: ${task.done}`] : []),
    ...(who ? [`Qui\u00a0: ${who}`] : []),
    ...(ownDue !== null && due !== null ? [`Échéance choisie par l’équipe. Le plan disait : ${plainDate(due)}.`] : []),
    ...(anchor ? [`Au plus tard le ${plainDate(anchor)}.`] : []),
  ].join('\n');
}

/** From the task, by the first id that it ever had, and the event; never from a time. */
function uidOf(id: string, { eventId }: Plan): string {
  return `${id.toLowerCase()}@${eventId}.nec-local`;
}
