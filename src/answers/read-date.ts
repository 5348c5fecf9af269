import type { IsoDate } from '../model.ts';
import { isIsoDate, weekday } from '../shared/dates.ts';
import { fold } from '../shared/words.ts';

const MONTHS = [
  'janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin',
  'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre',
];
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/**
 * A day as people type it: `2027-10-14`, `14/10/2027`, `14.10.27`, `14 octobre 2027`, `jeudi 1er oct. 2027`.
 * Undefined when that day does not exist or is not that day of the week.
 */
export function readDate(typed: string): IsoDate | undefined {
  const text = typed.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return toIso(iso[1], iso[2], iso[3]);
  const french = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (french) return toIso(french[3], french[2], french[1]);
  const words = /^(?:le )?(?:([a-z]+) )?(\d{1,2})(?:er)? ([a-z]+) (\d{4}|\d{2})$/.exec(fold(text));
  if (!words) return undefined;
  const date = toIso(words[4], monthNumber(words[3]), words[2]);
  const sameWeekday = words[1] === undefined || (date && WEEKDAYS[weekday(date) - 1] === words[1]);
  return sameWeekday ? date : undefined;
}

/**
 * A month or a range of months, as `AAAA-MM/AAAA-MM`: `2027-10/2027-11`, `octobre 2027`, `10/2027`,
 * `octobre à novembre 2027`, `déc. 2027 - janv. 2028`. Undefined when it ends before it begins.
 */
export function readPeriod(typed: string): string | undefined {
  const text = typed.trim();
  const whole = readMonth(text);
  if (whole) return `${whole}/${whole}`;
  for (const separator of ['/', ' - ', '-', '–', ' à ', ' a ', ' au ', ' et ', ' ou ']) {
    const at = text.toLowerCase().indexOf(separator);
    if (at <= 0) continue;
    const end = readMonth(text.slice(at + separator.length));
    const begin = readMonth(text.slice(0, at)) ?? (end && readMonth(`${text.slice(0, at)} ${end.slice(0, 4)}`));
    if (begin && end) return begin <= end ? `${begin}/${end}` : undefined;
  }
  return undefined;
}

function readMonth(typed: string): string | undefined {
  const text = typed.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
  const french = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  const words = /^(?:de |d )?([a-z]+) (\d{4})$/.exec(fold(text));
  const day = iso ? toIso(iso[1], iso[2], '1')
    : french ? toIso(french[2], french[1], '1')
    : words ? toIso(words[2], monthNumber(words[1]), '1') : undefined;
  return day?.slice(0, 7);
}

/** « oct » is October; « jui » could be two months and is none. */
function monthNumber(word = ''): string | undefined {
  const found = MONTHS.filter((month) => word.length >= 3 && month.startsWith(word));
  return found.length === 1 ? String(MONTHS.indexOf(found[0] ?? '') + 1) : undefined;
}

function toIso(year: string | undefined, month: string | undefined, day: string | undefined): IsoDate | undefined {
  if (!year || !month || !day) return undefined;
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : undefined;
}
