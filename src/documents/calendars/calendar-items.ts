import type { Plan, PlannedTask } from '../../model.ts';
import { plainDate } from '../../shared/dates.ts';
import { textAnswer } from '../../shared/read-answer.ts';
import type { CalendarItem } from './calendar-item.ts';

/** The event and the milestones that lead to it. Nothing while the date is not set: a provisional day is no day. */
export function milestoneItems(plan: Plan): readonly CalendarItem[] {
  if (plan.schedule.provisional) return [];
  const milestones = plan.schedule.tasks.filter(({ task }) => task.milestone);
  return [eventItem(plan), ...milestones.map((planned) => milestoneItem(planned, plan))];
}

/** Every task with the day by which it is done. Nothing while the date is not set. */
export function taskItems(plan: Plan): readonly CalendarItem[] {
  if (plan.schedule.provisional) return [];
  return plan.schedule.tasks.map((planned): CalendarItem => ({ ...common(planned, plan), kind: 'task' }));
}

function eventItem(plan: Plan): CalendarItem {
  const { schedule, answers, today, eventName } = plan;
  const place = textAnswer(answers, 'lieu');
  return {
    kind: 'event',
    uid: uidOf('evenement', plan),
    sequence: 0,
    revisedOn: today,
    summary: eventName,
    ...(place !== undefined && { location: place }),
    day: schedule.firstDay,
    lastDay: schedule.lastDay,
    busy: true,
  };
}

/** Its UID is not the task's: a collection that holds both files would see one entry (RFC 4791 §5.3.2.1). */
function milestoneItem(planned: PlannedTask, plan: Plan): CalendarItem {
  return { ...common(planned, plan), kind: 'event', uid: uidOf(`jalon-${planned.task.id}`, plan), busy: false };
}

function common({ task, due, anchor }: PlannedTask, plan: Plan): Omit<CalendarItem, 'kind'> {
  const { phases, roles } = plan.kit;
  const role = roles.find(({ id }) => id === task.role)?.title;
  const category = phases.find(({ id }) => id === task.phase)?.title;
  const description = [
    task.why,
    `C’est fait quand : ${task.done}`,
    ...(role ? [`Qui : ${role}`] : []),
    ...(anchor ? [`Au plus tard le ${plainDate(anchor)}.`] : []),
  ].join('\n');
  return {
    uid: uidOf(task.id, plan),
    sequence: 0,
    revisedOn: plan.today,
    summary: task.title,
    description,
    ...(category && { category }),
    day: due,
  };
}

/** From the task and the event, never from a time: importing again updates an entry instead of doubling it. */
function uidOf(id: string, { eventId }: Plan): string {
  return `${id.toLowerCase()}@${eventId}.nec-local`;
}
