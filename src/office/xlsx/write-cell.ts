import { escapeXml } from '../../shared/xml.ts';
import { cellAddress } from './address.ts';
import { isError, type CellValue } from './values.ts';
import type { SheetCell } from './worksheet.ts';

/** A cell to write: `style` is the `s` that it keeps or takes from a neighbour. */
export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  readonly style?: string | undefined;
  /** Undefined with a formula: programs have to calculate it. */
  readonly value: CellValue | undefined;
  readonly formula?: string | undefined;
}

/** The XML of a whole cell. A text is an inline string, and stays a text whatever it begins with. */
export function writeCell({ row, column, style, value, formula }: WrittenCell): string {
  const head = `<c r="${cellAddress(row, column)}"${style === undefined ? '' : ` s="${escapeXml(style)}"`}`;
  if (formula !== undefined) return `${head}${typeOf(value)}><f>${escapeXml(formula)}</f>${keptValue(value)}</c>`;
  if (value === null || value === undefined) return `${head}/>`;
  if (typeof value !== 'string') return `${head}${typeOf(value)}>${keptValue(value)}</c>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

/** The cell as it stands, with another value kept for its formula; undefined: none. */
export function withKeptValue(xml: string, cell: SheetCell, value: CellValue | undefined): string {
  const head = xml.slice(cell.start, cell.inner).replace(/\s+t\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  const behind = cell.formulaEnd ?? cell.inner;
  const kept = cell.kept ?? { start: behind, end: behind };
  const opening = `${head.slice(0, 2)}${typeOf(value)}${head.slice(2)}`;
  return opening + xml.slice(cell.inner, kept.start) + keptValue(value) + xml.slice(kept.end, cell.end);
}

function typeOf(value: CellValue | undefined): string {
  if (typeof value === 'string') return ' t="str"';
  if (typeof value === 'boolean') return ' t="b"';
  return value !== undefined && isError(value) ? ' t="e"' : '';
}

function keptValue(value: CellValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (isError(value)) return `<v>${escapeXml(value.error)}</v>`;
  return `<v>${typeof value === 'string' ? escapeXml(value) : Number(value)}</v>`;
}
