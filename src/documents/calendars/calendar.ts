import type { CopyDocument, DocumentSpec, Plan } from '../../model.ts';
import { milestoneItems, taskItems } from './calendar-items.ts';
import { writeCalendar } from './write-calendar.ts';

/**
 * Two files, because a program that takes tasks may refuse events and the other way round:
 * `jalons.ics` for every calendar, `taches.ics` for those that know tasks.
 */
export function buildCalendar(spec: DocumentSpec, path: string, plan: Plan): CopyDocument {
  const build = spec.builder === 'tasks-calendar' ? buildTasks : buildMilestones;
  return { kind: 'copy', spec, path, content: build(plan) };
}

/** The event and its milestones, as iCalendar text. */
export function buildMilestones(plan: Plan): string {
  return writeCalendar(`${plan.eventName} – jalons`, milestoneItems(plan));
}

/** Every task to do, as iCalendar text. */
export function buildTasks(plan: Plan): string {
  return writeCalendar(`${plan.eventName} – tâches`, taskItems(plan));
}
