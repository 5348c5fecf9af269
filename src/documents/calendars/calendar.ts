import type { CalendarDocument, DocumentSpec, FolderState, Plan } from '../../model.ts';
import type { Surroundings } from '../document-entry.ts';
import type { CalendarItem } from './calendar-item.ts';
import { milestoneItems, taskItems } from './calendar-items.ts';
import { kindOf, reviseItems } from './revise-items.ts';

/**
 * Two files, because a program that takes tasks may refuse events and the other way round:
 * `jalons.ics` for every calendar, `taches.ics` for those that know tasks.
 */
export function buildCalendar(spec: DocumentSpec, path: string, plan: Plan, { state }: Pick<Surroundings, 'state'>): CalendarDocument {
  const build = spec.builder === 'tasks-calendar' ? buildTasks : buildMilestones;
  return { kind: 'calendar', spec, path, ...build(plan, state) };
}

/** What `writeCalendar` writes. */
export type Calendar = Pick<CalendarDocument, 'name' | 'items'>;

/** The event and its milestones. */
export function buildMilestones(plan: Plan, state: FolderState): Calendar {
  return build(`${plan.eventName} – jalons`, 'vevent', milestoneItems(plan, state.observed), plan, state);
}

/** Every task of the plan. */
export function buildTasks(plan: Plan, state: FolderState): Calendar {
  return build(`${plan.eventName} – tâches`, 'vtodo', taskItems(plan, state.observed), plan, state);
}

function build(name: string, kind: string, items: readonly CalendarItem[], { today }: Plan, { calendarItems, undoneSequences }: FolderState): Calendar {
  const written = Object.values(calendarItems).filter((item) => kindOf(item) === kind);
  return { name, items: reviseItems(items, written, today, undoneSequences) };
}
