import ICAL from 'ical.js';
import { milestonesText, tasksText } from './calendar-text.ts';
import { readCalendarItems } from '../../src/documents/calendars/read-calendar.ts';
import type { FolderState, IsoDate, Observed, Plan } from '../../src/model.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { planOf, plans } from '../documents/plans.ts';

/** The two calendars that one run of the tool writes. */
export interface Calendars { readonly milestones: string; readonly tasks: string }

/** A run; its state is what an earlier one left. */
export const calendarsOf = (plan: Plan, state: FolderState = NOTHING_DONE): Calendars =>
  ({ milestones: milestonesText(plan, state), tasks: tasksText(plan, state) });

/** What the next run remembers. */
export function stateAfter(last: Calendars, observed: Observed = {}): FolderState {
  const items = [...readCalendarItems(last.milestones), ...readCalendarItems(last.tasks)];
  return { ...NOTHING_DONE, observed, calendarItems: Object.fromEntries(items.map((item) => [item.uid, item])) };
}

const creuse = plans['Creuse, un site'];

/** The shipped kit for an event on this date, as planned on that day. */
export const planFor = (date: IsoDate, today: IsoDate): Plan => ({ ...planOf(creuse.territory, { ...creuse.answers, date }), today });

/** What an agenda knows of each entry, by UID; read without our own reader. */
export function entriesOf(calendar: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const [, , components] = ICAL.parse(calendar) as [string, unknown, [string, [string, object, string, unknown][]][]];
  return new Map(components.map(([, properties]) => {
    const said = Object.fromEntries(properties.map(([name, , , value]) => [name, String(value)]));
    return [said['uid'] ?? '', said];
  }));
}
