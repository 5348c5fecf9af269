/** Hours of a day as minutes after midnight. */

const MINUTES_PER_DAY = 24 * 60;

/** « 9 h » or « 10 h 05 » as minutes after midnight; undefined for anything else. */
export function minutesOf(hour: string): number | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,2}) ?h(?: ?(\d{2}))?$/.exec(hour.trim()) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && Number(minutes) < 60 && total < MINUTES_PER_DAY ? total : undefined;
}

/** 540 → « 9 h », 605 → « 10 h 05 ». */
export function hourInWords(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}`;
}
