import { sheetToFound } from '../../src/folder/sheet-to-found.ts';
import type { Cell, CellEdit, FoundCell, FoundRow, FoundSheet, Sheet } from '../../src/model.ts';

/** Workbooks as people leave them, made from ours by the gestures of a spreadsheet. */

/** Nobody touched it. */
export const asWritten = (sheets: readonly Sheet[]): readonly FoundSheet[] => sheets.map(sheetToFound);

export type SheetChange = (sheet: FoundSheet) => FoundSheet;

/** The same workbook after some gestures on one of its sheets. */
export function after(sheets: readonly FoundSheet[], name: string, ...changes: readonly SheetChange[]): readonly FoundSheet[] {
  if (!sheets.some((sheet) => sheet.name === name)) throw new Error(`no sheet ${name}`);
  return sheets.map((sheet) => (sheet.name === name ? changes.reduce((done, change) => change(done), sheet) : sheet));
}

/** Which row of a sheet: by id, or by its number in the file. */
export type RowName = string | number;

export function rowIn(sheet: FoundSheet, name: RowName): FoundRow {
  const found = sheet.rows.find((row) => (typeof name === 'string' ? row.id === name : row.number === name));
  if (!found) throw new Error(`no row ${name}`);
  return found;
}

const mapRow = (name: RowName, change: (row: FoundRow) => FoundRow): SheetChange => (sheet) => {
  const chosen = rowIn(sheet, name);
  return { ...sheet, rows: sheet.rows.map((row) => (row === chosen ? change(row) : row)) };
};

export const setCell = (row: RowName, key: string, cell: FoundCell): SheetChange =>
  mapRow(row, (found) => ({ ...found, cells: { ...found.cells, [key]: cell } }));
/** Types a value over whatever stands there. */
export const type = (row: RowName, key: string, value: FoundCell['value']): SheetChange => setCell(row, key, { value });
/** Merges a cell with its neighbours. */
export const lock = (row: RowName, key: string): SheetChange =>
  mapRow(row, (found) => ({ ...found, cells: { ...found.cells, [key]: { ...(found.cells[key] ?? { value: null }), locked: true } } }));
export const setId = (row: RowName, id: string | null): SheetChange => mapRow(row, (found) => ({ ...found, id }));
/** Writes in a column that is not ours. */
export const writeBeside = (row: RowName): SheetChange => mapRow(row, (found) => ({ ...found, hasMore: true }));

const renumber = (rows: readonly FoundRow[], first: number): readonly FoundRow[] =>
  rows.map((row, index) => ({ ...row, number: first + index }));
const reorder = (change: (rows: readonly FoundRow[]) => readonly FoundRow[]): SheetChange => (sheet) =>
  ({ ...sheet, rows: renumber(change(sheet.rows), sheet.rows[0]?.number ?? 1) });

export const removeRow = (row: RowName): SheetChange => (sheet) => {
  const gone = rowIn(sheet, row);
  return reorder((rows) => rows.filter((other) => other !== gone))(sheet);
};
export const insertRow = (above: RowName, cells: FoundRow['cells'], id: string | null = null): SheetChange => (sheet) => {
  const place = sheet.rows.indexOf(rowIn(sheet, above));
  return reorder((rows) => rows.toSpliced(place, 0, { number: 0, id, cells, hasMore: false }))(sheet);
};
export const copyRow = (row: RowName, above: RowName): SheetChange => (sheet) => {
  const { cells, id } = rowIn(sheet, row);
  return insertRow(above, cells, id)(sheet);
};
/** Sorts whole rows from `from` to `to`, by what stands in a column, blanks last. */
export const sortRows = (from: number, to: number, key: string): SheetChange => reorder((rows) => [
  ...rows.slice(0, from), ...rows.slice(from, to).toSorted(byText(key)), ...rows.slice(to),
]);
/** Sorts a selection that leaves out the column of ids: numbers lie from then on. */
export const sortWithoutIds = (from: number, to: number, key: string): SheetChange => (sheet) => {
  const sorted = sheet.rows.slice(from, to).toSorted(byText(key));
  return {
    ...sheet,
    rows: sheet.rows.map((row, index) => ({ ...row, cells: (index >= from && index < to ? sorted[index - from] : row)?.cells ?? {} })),
  };
};

const byText = (key: string) => (a: FoundRow, b: FoundRow): number => {
  const [x, y] = [a, b].map(({ cells }) => String(cells[key]?.value ?? '\uffff')) as [string, string];
  return x < y ? -1 : Number(x > y);
};

const written = (content: Cell): FoundCell => {
  if (content === null || content === '') return { value: null };
  if (typeof content === 'object') return { value: content.value === '' ? null : content.value, formula: content.formula };
  return { value: content };
};

/** What stands in the workbook once the edits are written, formulas in the words of `Formula`. */
export function applyEdits(sheets: readonly FoundSheet[], edits: readonly CellEdit[]): readonly FoundSheet[] {
  return sheets.map((sheet) => edits.filter((edit) => edit.sheet === sheet.name).reduce(applyEdit, sheet));
}

function applyEdit(sheet: FoundSheet, { at, content }: CellEdit): FoundSheet {
  if ('preface' in at) return { ...sheet, preface: sheet.preface.map((line, rank) => (rank === at.preface ? written(content) : line)) };
  if ('header' in at) return { ...sheet, headers: { ...sheet.headers, [at.header]: String(content) } };
  const row = rowIn(sheet, at.row);
  if (row.cells[at.key]?.locked) throw new Error(`locked: ${at.key}${at.row}`);
  return (at.key === 'id' ? setId(at.row, content as string | null) : setCell(at.row, at.key, written(content)))(sheet);
}
