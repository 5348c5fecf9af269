import type { ColumnFormat } from '../../model.ts';
import { cellText } from '../../shared/cell-text.ts';
import { addDays, daysBetween, isIsoDate } from '../../shared/dates.ts';
import { toCents } from '../../shared/money.ts';
import { isError, type CellValue } from './values.ts';

/** Between the units of a workbook (euros, day numbers) and ours (cents, `AAAA-MM-JJ`). */

/** 31 December 9999, the last day of every spreadsheet. */
const LAST_DAY = 2_958_465;

/** The day that has the number 0. */
const dayZero = (from1904: boolean): string => (from1904 ? '1904-01-01' : '1899-12-30');

/** What a cell holds, in the units of `FoundCell.value`; an error is its word, for instance `#REF!`. */
export function foundValue(value: CellValue, format: ColumnFormat, from1904: boolean): string | number | boolean | null {
  if (isError(value)) return value.error;
  if (typeof value === 'number' && format === 'money') return toCents(value);
  if (typeof value === 'number' && format === 'date' && value >= 1 && value < LAST_DAY + 1) {
    return addDays(dayZero(from1904), Math.floor(value));
  }
  return typeof value === 'string' && format === 'date' ? typedDate(value) : value;
}

/** A date typed as words, `14/10/2027` or `2027-10-14`, becomes that day; any other words stay. */
function typedDate(text: string): string {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(text) ?? [];
  const iso = year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : text;
}

/** A value of ours as a workbook holds it: cents become euros, dates day numbers, an empty text nothing. */
export function writtenValue(value: string | number | null, format: ColumnFormat, from1904: boolean): CellValue {
  if (typeof value === 'number') return format === 'money' ? value / 100 : value;
  if (value === null) return null;
  if (format === 'date' && isIsoDate(value)) return daysBetween(dayZero(from1904), value);
  return cellText(value) || null;
}
