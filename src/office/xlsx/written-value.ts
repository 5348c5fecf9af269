import type { ColumnFormat } from '../../model.ts';
import { cellText } from '../../shared/cell-text.ts';
import { daysBetween, isIsoDate } from '../../shared/dates.ts';
import { dayZero } from './found-value.ts';
import type { CellValue } from './values.ts';

/** A value of ours as a workbook holds it: cents become euros, dates day numbers, an empty text nothing. */
export function writtenValue(value: string | number | null, format: ColumnFormat, from1904: boolean): CellValue {
  if (typeof value === 'number') return format === 'money' ? value / 100 : value;
  if (value === null) return null;
  if (format === 'date' && isIsoDate(value)) return daysBetween(dayZero(from1904), value);
  return cellText(value) || null;
}
