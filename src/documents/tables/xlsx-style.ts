import type { CellStyle } from 'hucre/xlsx';
import type { Column, ColumnFormat, Row } from '../../model.ts';

/** How our workbooks look. Contrast of every pair of text and fill is at least 4.5 to 1 (WCAG 1.4.3). */
const color = {
  ink: '1B1B1B', muted: '5A6270', paper: 'FFFFFF', line: 'C9D1DB',
  header: '1F3A5F', headerTheirs: '6B5200', theirs: 'FFF8DC', section: 'DCE7F3', total: 'E9EDF2',
} as const;

/** LibreOffice shows a font without a name in a serif face: every style names it. */
const font = { name: 'Arial', size: 10, color: { rgb: color.ink } } as const;
export const defaultFont = { name: font.name, size: font.size };

const fill = (rgb: string): Pick<CellStyle, 'fill'> =>
  ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } });
const side = { style: 'thin', color: { rgb: color.line } } as const;
const border = { top: side, right: side, bottom: side, left: side };

/** A number without decimals has no comma either: `#,##0.##` would show « 29, ». */
const numberFormats: Readonly<Partial<Record<ColumnFormat, string>>> = {
  date: 'dd/mm/yyyy',
  money: '#,##0.00\\ "€"',
  number: 'General',
};

/** Sections and totals have an id too, by which we know them again; it says nothing to people. */
const KEPT_UNSEEN = ';;;';

/** The title, then the lines under it. */
export function prefaceStyle(index: number): CellStyle {
  const look = index === 0 ? { size: 16, bold: true, color: { rgb: color.header } } : { color: { rgb: color.muted } };
  return { font: { ...font, ...look }, alignment: { vertical: 'center' } };
}

export function headerStyle(column: Column): CellStyle {
  return {
    font: { ...font, bold: true, color: { rgb: color.paper } },
    ...fill(column.owner === 'person' ? color.headerTheirs : color.header),
    border,
    alignment: { wrapText: true, vertical: 'center', ...aside(column) },
  };
}

/**
 * `computed`: the cell holds a formula, so nobody has to write there, even in a column of theirs. `ruled`: false for a
 * blank row where no person has to write; without borders it is neither seen nor printed.
 */
export function cellStyle(column: Column, role: Row['role'], computed: boolean, ruled: boolean): CellStyle {
  const numFmt = column.format === 'id' && role !== 'item' ? KEPT_UNSEEN : numberFormats[column.format];
  return {
    font: { ...font, ...fontLook(column, role) },
    ...background(column, role, computed),
    ...(ruled && { border: role === 'section' ? { top: side, bottom: side } : border }),
    alignment: alignment(column, role),
    ...(numFmt && { numFmt }),
  };
}

function fontLook(column: Column, role: Row['role']): CellStyle['font'] {
  if (column.format === 'id') return { size: 9, color: { rgb: color.muted } };
  if (role === 'section') return { bold: true, color: { rgb: color.header } };
  return role === 'total' ? { bold: true } : {};
}

function background(column: Column, role: Row['role'], computed: boolean): Pick<CellStyle, 'fill'> {
  if (role === 'section') return fill(color.section);
  if (column.owner === 'person' && !computed) return fill(color.theirs);
  return role === 'total' ? fill(color.total) : {};
}

/** Section titles run over the empty cells beside them, so they must not wrap. */
function alignment(column: Column, role: Row['role']): NonNullable<CellStyle['alignment']> {
  const fit = column.format === 'id' ? { shrinkToFit: true } : { wrapText: role !== 'section' };
  return { vertical: 'center', ...fit, ...aside(column) };
}

/** Figures and dates to the right, ids in the middle, words to the left with a little room before them. */
function aside({ format }: Column): NonNullable<CellStyle['alignment']> {
  if (format === 'id') return { horizontal: 'center' };
  return ['money', 'number', 'date'].includes(format) ? { horizontal: 'right' } : { horizontal: 'left', indent: 1 };
}
