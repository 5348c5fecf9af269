import { addDays as add } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { format } from 'date-fns/format';
import { fr } from 'date-fns/locale/fr';
import { subMonths as subtractMonths } from 'date-fns/subMonths';
import type { IsoDate } from '../model.ts';

/**
 * Civil dates. The only file that imports date-fns and the only one that makes a `Date`.
 * Every `Date` here is a local midnight made from the three numbers of an {@link IsoDate}:
 * `new Date('2026-03-29')` would be the evening of the 28th in Cayenne.
 */
function toDate(date: IsoDate): Date {
  return new Date(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

/** By hand: a plan makes thousands of these, and a general formatter takes most of its time. */
function toIso(date: Date): IsoDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** True for an existing day written `AAAA-MM-JJ` (not 31 February). */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number(text.slice(0, 4)) >= 1900 && toIso(toDate(text)) === text;
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return toIso(add(toDate(date), days));
}

/** The same day `months` calendar months earlier, or the last day of that month. */
export function subMonths(date: IsoDate, months: number): IsoDate {
  return toIso(subtractMonths(toDate(date), months));
}

/** Calendar days from `from` to `to`; negative when `to` is before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return differenceInCalendarDays(toDate(to), toDate(from));
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(date: IsoDate): number {
  return toDate(date).getDay() || 7;
}

/** « jeudi 1er octobre 2027 ». */
export function longDate(date: IsoDate): string {
  return format(toDate(date), 'EEEE do MMMM yyyy', { locale: fr });
}

/** « 1er octobre 2027 ». */
export function plainDate(date: IsoDate): string {
  return format(toDate(date), 'do MMMM yyyy', { locale: fr });
}

/** « octobre 2027 ». Takes a day or a month `AAAA-MM`. */
export function monthAndYear(date: string): string {
  return format(toDate(`${date.slice(0, 7)}-01`), 'MMMM yyyy', { locale: fr });
}

/** « oct. », for the ticks of a time line. */
export function shortMonth(date: IsoDate): string {
  return format(toDate(date), 'MMM', { locale: fr });
}

/** « 01/10/2027 », as French spreadsheets show it. */
export function numericDate(date: IsoDate): string {
  return format(toDate(date), 'dd/MM/yyyy');
}

export const minDate = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
export const maxDate = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
