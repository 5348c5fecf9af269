import type { Answers, IsoDate } from '../model.ts';
import { addDays, daysBetween, longDate, maxDate } from './dates.ts';
import { PLAN_WEEKS } from './plans.ts';

/** The first day that everything is counted from. */
export interface FirstDay {
  readonly firstDay: IsoDate;
  /** The date is not set: the first day of the period stands for it, or a full plan's time when there is no period either. */
  readonly provisional: boolean;
}

/** @param start the day the preparation begins: the event is never before */
export function firstDayOf(answers: Answers, start: IsoDate): FirstDay {
  const { date, periode } = answers;
  if (typeof date === 'string' && date !== 'a-definir') return { firstDay: date, provisional: false };
  const firstDay = typeof periode === 'string' ? `${periode.slice(0, 7)}-01` : addDays(start, PLAN_WEEKS.complet * 7);
  return { firstDay: maxDate(firstDay, start), provisional: true };
}

/** On how many days people come (answer `jours`: half a day counts one); one when nothing was said. */
export const daysBegun = ({ jours = 1 }: Answers): number => Math.max(1, Math.ceil(Number(jours)));

/** The last day of an event of so many days; one day when nothing was said. */
export function lastDayOf(firstDay: IsoDate, answers: Answers): IsoDate {
  return addDays(firstDay, daysBegun(answers) - 1);
}

/** Weeks between the start of the preparation and the event, with their fraction; never negative. */
export function weeksBefore(firstDay: IsoDate, start: IsoDate): number {
  return Math.max(0, daysBetween(start, firstDay) / 7);
}

/** « jeudi 14 octobre 2027 », « du jeudi 14 au vendredi 15 octobre 2027 ». */
export function daysInWords({ firstDay, lastDay }: { readonly firstDay: IsoDate; readonly lastDay: IsoDate }): string {
  if (firstDay === lastDay) return longDate(firstDay);
  return `du ${dropShared(longDate(firstDay), longDate(lastDay))} au ${longDate(lastDay)}`;
}

/** The words of the first date that the last does not repeat: « jeudi 30 septembre », « jeudi 14 ». */
function dropShared(first: string, last: string): string {
  const [weekday, day, ...monthAndYear] = first.split(' ');
  const rest = last.split(' ').slice(2);
  if (monthAndYear.join() === rest.join()) return `${weekday} ${day}`;
  return monthAndYear[1] === rest[1] ? `${weekday} ${day} ${monthAndYear[0]}` : first;
}
