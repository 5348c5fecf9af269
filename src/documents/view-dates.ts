import type { AnswerValue, Plan } from '../model.ts';
import { monthAndYear } from '../shared/dates.ts';
import { daysInWords } from '../shared/event-days.ts';
import { enumerate } from '../shared/words.ts';

/** The date of the event: as a label says it, and as a sentence says it. */
export interface EventDate {
  readonly label: string;
  readonly inSentence: string;
}

/** « jeudi 14 octobre 2027 », « du jeudi 14 au vendredi 15 octobre 2027 », « à définir (octobre ou novembre 2027) ». */
export function eventDate({ schedule, answers }: Plan): EventDate {
  const { firstDay, lastDay, provisional } = schedule;
  if (provisional) {
    const period = periodInWords(answers['periode']) ?? monthAndYear(firstDay);
    return { label: `à définir (${period})`, inSentence: `à une date à fixer (${period})` };
  }
  const label = daysInWords(schedule);
  return { label, inSentence: firstDay === lastDay ? `le ${label}` : label };
}

/** `2027-10/2027-11` → « octobre ou novembre 2027 ». */
export function periodInWords(period: AnswerValue | undefined): string | undefined {
  if (typeof period !== 'string' || !/^\d{4}-\d{2}(\/\d{4}-\d{2})?$/.test(period)) return undefined;
  const [from = '', to = from] = period.split('/');
  if (from === to) return monthAndYear(from);
  const [first, firstYear] = monthAndYear(from).split(' ');
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const start = sameYear ? `${first}` : `${first} ${firstYear}`;
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));
  return months === 1 ? enumerate([start, monthAndYear(to)], 'ou') : `entre ${start} et ${monthAndYear(to)}`;
}

const WHOLE_DAYS = ['', 'une journée', 'deux jours', 'trois jours', 'quatre jours', 'cinq jours'];

/** 0.5 → « une demi-journée », 1.5 → « une journée et demie », 2 → « deux jours ». */
export function durationInWords(days: number): string {
  if (days <= 0.5) return 'une demi-journée';
  const whole = Math.floor(days);
  const words = WHOLE_DAYS[whole] ?? `${whole} jours`;
  if (days === whole) return words;
  return whole === 1 ? `${words} et demie` : `${words} et demi`;
}
