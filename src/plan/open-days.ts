import type { Answers, IsoDate } from '../model.ts';
import { addDays, maxDate, subMonths } from '../shared/dates.ts';
import { lastDayOf } from '../shared/event-days.ts';
import { textAnswer } from '../shared/read-answer.ts';
import type { Weighing } from './weigh-day.ts';

/** A year of working days: of a longer time only the beginning is looked at. */
const MAX_DAYS = 260;

/**
 * The days from one to another on which the event can begin: it lies between the two, on working days only, and is still
 * to come, after today and after `debut`.
 */
export function openDays(from: IsoDate, to: IsoDate, { answers, today, workingDays }: Weighing): readonly IsoDate[] {
  const isOpen = (first: IsoDate): boolean => {
    const last = lastDayOf(first, answers);
    for (let day = first; day <= last; day = addDays(day, 1)) if (!workingDays.isOpen(day, 'office')) return false;
    return last <= to;
  };
  const days: IsoDate[] = [];
  const start = addDays(maxDate(today, textAnswer(answers, 'debut') ?? today), 1);
  for (let day = maxDate(from, start); day <= to && days.length < MAX_DAYS; day = addDays(day, 1)) if (isOpen(day)) days.push(day);
  return days;
}

/** The first and the last day of the months that the organiser has in mind (answer `periode`); undefined: none. */
export function periodOf(answers: Answers): readonly [from: IsoDate, to: IsoDate] | undefined {
  const [first, last = first] = textAnswer(answers, 'periode')?.split('/') ?? [];
  return first === undefined ? undefined : [`${first}-01`, addDays(subMonths(`${last}-01`, -1), -1)];
}
