import type { Cell as HucreCell, WriteSheet } from 'hucre/xlsx';
import type { Cell, Column, Row, Sheet, TableDocument } from '../../model.ts';
import { cellText } from '../../shared/cell-text.ts';
import { daysBetween } from '../../shared/dates.ts';
import { headerRow, rowNumber } from '../../shared/sheet-places.ts';
import { resolveFormula } from './resolve-formula.ts';
import { rowHeight } from './row-height.ts';
import { cellStyle, headerStyle, prefaceStyle } from './xlsx-style.ts';

/** One sheet as hucre wants it, except drop-down lists and defined names, which need the whole workbook. */
export function sheetForHucre(sheet: Sheet, table: TableDocument, title: string): WriteSheet {
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    cells: cellsOf(sheet, table),
    freezePane: { rows: headerRow(sheet) },
    ...(isWorkedIn(sheet) && { autoFilter: { range: filterRange(sheet) } }),
    rowDefs: heights(sheet),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      fitToPage: true, fitToWidth: 1, fitToHeight: 0,
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L&8 ${inFooter(title)}&C&8 ${inFooter(sheet.name)}&R&8 Page &P / &N` },
    view: { showGridLines: false },
  };
}

/** A sheet where somebody has something to write: only there do filters help. */
export const isWorkedIn = (sheet: Sheet): boolean => sheet.columns.some(({ owner }) => owner === 'person');

/** From the header to the last row that is not a total: sorting must never move a total. */
export function filterRange(sheet: Sheet): string {
  return `A${headerRow(sheet)}:${lastLetter(sheet)}${lastDataRow(sheet)}`;
}

export function lastDataRow(sheet: Sheet): number {
  const totals = sheet.rows.findIndex(({ role }) => role === 'total');
  return rowNumber(sheet, (totals < 0 ? sheet.rows.length : totals) - 1);
}

const lastLetter = (sheet: Sheet): string => String.fromCharCode(64 + sheet.columns.length);

function heights(sheet: Sheet): Map<number, { height: number }> {
  return new Map([
    [0, { height: 26 }],
    [headerRow(sheet) - 1, { height: 32 }],
    ...sheet.rows.map((row, index) =>
      [rowNumber(sheet, index) - 1, { height: Math.max(rowHeight(row, sheet.columns), sheet.rowHeight ?? 0) }] as const),
  ]);
}

function cellsOf(sheet: Sheet, table: TableDocument): Map<string, Partial<HucreCell>> {
  const preface = sheet.preface.map((text, index) =>
    [`${index},0`, { ...textCell(text), style: prefaceStyle(index) }] as const);
  const header = sheet.columns.map((column, index) =>
    [`${headerRow(sheet) - 1},${index}`, { ...textCell(column.title), style: headerStyle(column) }] as const);
  const body = sheet.rows.flatMap((row, place) => sheet.columns.map((column, index) => {
    const number = rowNumber(sheet, place);
    const content = contentOf(column, row, (formula) => resolveFormula(formula, table, sheet, number));
    const style = cellStyle(column, row.role, content.formula !== undefined, row.role !== 'spare' || isWorkedIn(sheet));
    return [`${number - 1},${index}`, { ...content, style }] as const;
  }));
  return new Map<string, Partial<HucreCell>>([...preface, ...header, ...body]);
}

function contentOf(column: Column, row: Row, resolve: (formula: string) => string): Partial<HucreCell> {
  const cell: Cell = column.format === 'id' ? row.id : (row.cells[column.key] ?? null);
  if (cell === null) return { value: null };
  if (typeof cell === 'object') {
    return { formula: resolve(cell.formula), formulaResult: inWorkbook(column, cell.value) };
  }
  const value = inWorkbook(column, cell);
  return typeof value === 'string' ? textCell(value) : { value };
}

/** Cents become euros, dates the day number that workbooks count from 30 December 1899, marks numbers. */
function inWorkbook(column: Column, value: string | number): string | number {
  if (typeof value === 'number') return column.format === 'money' ? value / 100 : value;
  return column.format === 'date' && value !== '' ? daysBetween('1899-12-30', value) : value;
}

/** hucre makes an error cell of a text such as `#REF!`; as a run of rich text it stays a text. */
function textCell(text: string): Partial<HucreCell> {
  const value = cellText(text);
  return value.startsWith('#') ? { richText: [{ text: value }] } : { value };
}

/** In a footer `&` begins a code; Excel refuses a footer of more than 255 characters. */
const inFooter = (text: string): string => cellText(text).slice(0, 60).replaceAll('&', '&&').replaceAll('\n', ' ');
