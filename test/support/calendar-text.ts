import { buildMilestones, buildTasks } from '../../src/documents/calendars/calendar.ts';
import { writeCalendar } from '../../src/documents/calendars/write-calendar.ts';
import type { FolderState, Plan } from '../../src/model.ts';

/** `jalons.ics` and `taches.ics` of a plan. */
export const milestonesText = (plan: Plan, state: FolderState): string => writeCalendar(buildMilestones(plan, state));
export const tasksText = (plan: Plan, state: FolderState): string => writeCalendar(buildTasks(plan, state));
