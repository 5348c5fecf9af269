import type { Column, ColumnFormat, FoundCell, FoundRow, Row } from '../../model.ts';
import { isIsoDate, numericDate } from '../../shared/dates.ts';
import { formatEuros, formatNumber } from '../../shared/money.ts';
import { cellAt, isBlank } from './found-cell.ts';
import type { Side } from './side.ts';

/** Places and contents of a workbook in words that its readers use. */

const LONGEST_LABEL = 60;

export const columnPlace = (sheet: string, { title }: Column): string => `feuille ${sheet}, titre de la colonne ${title}`;
export const prefacePlace = (sheet: string, rank: number): string => `feuille ${sheet}, ligne ${rank + 1} au-dessus du tableau`;

/** « feuille Dépenses, ligne « Location de salle » (N° B03), colonne Prévu ». Ids of our own rows are not shown in the file. */
export function rowPlace(sheet: string, id: string, label: string, column?: Column): string {
  const name = label === '' ? '' : ` «\u00a0${shortened(label)}\u00a0»`;
  const number = id.startsWith('_') ? '' : ` (N°\u00a0${id})`;
  return `feuille ${sheet}, ligne${name}${number}${column ? `, colonne ${column.title}` : ''}`;
}

const shortened = (text: string): string =>
  (text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL).replace(/\s+\S*$/, '')}…`);

/** What people call a row: its label as it reads in their file, else as we wrote it. */
export function rowLabel(side: Side, row: Row | undefined, mine?: FoundRow): string {
  const key = side.sheet.columns.find(({ label }) => label)?.key;
  const label = key === undefined ? undefined : [mine && cellAt(mine, key), side.cell(row, key)].find((cell) => cell && !isBlank(cell));
  return String(label?.value ?? Object.values(row?.cells ?? {}).find((cell) => typeof cell === 'string') ?? '').replace(/\s+/g, ' ').trim();
}

/** A cell as people read it; a formula that has not been calculated, as it is written. */
export function cellWords({ value, formula }: FoundCell, format: ColumnFormat): string {
  if (value === null) return formula === undefined ? '' : `=${formula}`;
  if (typeof value === 'boolean') return value ? 'vrai' : 'faux';
  if (typeof value === 'number') return format === 'money' ? formatEuros(Math.round(value)) : formatNumber(value);
  return format === 'date' && isIsoDate(value) ? numericDate(value) : value;
}
