import type { CopyDocument, DocumentSpec, FolderState, Plan } from '../../model.ts';
import type { Surroundings } from '../document-entry.ts';
import type { CalendarItem } from './calendar-item.ts';
import { milestoneItems, taskItems } from './calendar-items.ts';
import { kindOf, reviseItems } from './revise-items.ts';
import { writeCalendar } from './write-calendar.ts';

/**
 * Two files, because a program that takes tasks may refuse events and the other way round:
 * `jalons.ics` for every calendar, `taches.ics` for those that know tasks.
 */
export function buildCalendar(spec: DocumentSpec, path: string, plan: Plan, { state }: Pick<Surroundings, 'state'>): CopyDocument {
  const build = spec.builder === 'tasks-calendar' ? buildTasks : buildMilestones;
  return { kind: 'copy', spec, path, content: build(plan, state) };
}

/** The event and its milestones, as iCalendar text. */
export function buildMilestones(plan: Plan, state: FolderState): string {
  return build(`${plan.eventName} – jalons`, 'vevent', milestoneItems(plan, state.observed), plan, state);
}

/** Every task of the plan, as iCalendar text. */
export function buildTasks(plan: Plan, state: FolderState): string {
  return build(`${plan.eventName} – tâches`, 'vtodo', taskItems(plan, state.observed), plan, state);
}

function build(name: string, kind: string, items: readonly CalendarItem[], { today }: Plan, { calendarItems }: FolderState): string {
  const written = Object.values(calendarItems).filter((item) => kindOf(item) === kind);
  return writeCalendar(name, reviseItems(items, written, today));
}
