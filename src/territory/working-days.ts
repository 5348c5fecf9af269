import type { IsoDate, Territory, WorkCalendar, WorkingDays } from '../model.ts';
import { addDays, weekday } from '../shared/dates.ts';
import { holidaysOf } from './holidays.ts';

/**
 * The days on which people of a territory work.
 * - `office`: Monday to Friday, except holidays. Customary days and days to be checked count as closed: a deadline
 *   one day too early harms nobody, a meeting on a closed day does.
 * - `partners`: those of them outside August and outside 25 December to 1 January.
 */
export function workingDays(territory: Pick<Territory, 'id' | 'holidayZone'>): WorkingDays {
  const closedByYear = new Map<number, ReadonlySet<IsoDate>>();
  const closedIn = (year: number): ReadonlySet<IsoDate> => {
    const closed = closedByYear.get(year) ?? new Set(holidaysOf(territory, year).map((holiday) => holiday.date));
    closedByYear.set(year, closed);
    return closed;
  };
  const isOpen = (date: IsoDate, calendar: WorkCalendar): boolean =>
    weekday(date) <= 5 && !closedIn(Number(date.slice(0, 4))).has(date) && !(calendar === 'partners' && isAway(date));
  const firstOpenDay = (from: IsoDate, calendar: WorkCalendar, step: 1 | -1): IsoDate => {
    let date = from;
    while (!isOpen(date, calendar)) date = addDays(date, step);
    return date;
  };
  return {
    isOpen,
    previousOpenDay: (date, calendar) => firstOpenDay(date, calendar, -1),
    nextOpenDay: (date, calendar) => firstOpenDay(date, calendar, 1),
  };
}

/** August, and from Christmas to New Year's Day. */
function isAway(date: IsoDate): boolean {
  const monthAndDay = date.slice(5);
  return monthAndDay.startsWith('08') || monthAndDay >= '12-25' || monthAndDay === '01-01';
}
