import { walkXml, type Tag } from '../walk-xml.ts';
import { columnNumber, parseArea, type Area } from './address.ts';
import { closeContent, finishCell, openContent, type CellDraft } from './cell-draft.ts';
import { isTransitional } from './namespaces.ts';
import type { SheetCell, SheetRow, Worksheet } from './worksheet.ts';

type Attributes = Readonly<Record<string, string>>;

/** What has been read of a sheet so far. */
interface Draft {
  readonly rows: Map<number, SheetRow>;
  readonly merges: Area[];
  readonly filled: Area[];
  readonly shared: Map<string, { row: number; column: number; text: string }>;
  isSound: boolean;
  hasTables: boolean;
  dimension?: { readonly start: number; readonly end: number; readonly area: Area };
  row?: { readonly number: number; readonly tag: Tag; readonly cells: Map<number, SheetCell> };
  cell?: CellDraft & { readonly column: number };
  /** Where a row or a cell without address stands: behind the one before. */
  lastRow: number;
  lastColumn: number;
}

/**
 * A worksheet part, with the place of all that may be changed in it. `strings` are the shared strings of the workbook.
 * Undefined when it is not one that we know: not well formed, not transitional, rows or cells out of order.
 */
export function parseWorksheet(xml: string, strings: readonly string[]): Worksheet | undefined {
  const draft: Draft = {
    rows: new Map(), merges: [], filled: [], shared: new Map(),
    isSound: true, hasTables: false, lastRow: 0, lastColumn: 0,
  };
  const path: string[] = [];
  let words = '';
  const isWhole = walkXml(xml, {
    open(name, attributes, tag) {
      path.push(name);
      words = '';
      openElement(draft, path, attributes, tag);
    },
    close(_, tag) {
      if (draft.cell && path.length > 4) closeContent(draft.cell, path.slice(4), words, tag);
      else if (draft.cell && path.length === 4) closeCell(draft, draft.cell, tag, strings);
      else if (path.length === 3) closeRow(draft, tag);
      words = '';
      path.pop();
    },
    text(text) {
      words += text;
    },
  });
  const { row, cell, isSound, lastRow, lastColumn, ...sheet } = draft;
  return isWhole && isSound ? { xml, ...sheet } : undefined;
}

function openElement(draft: Draft, path: readonly string[], attributes: Attributes, tag: Tag): void {
  const name = path.at(-1) ?? '';
  switch (path.length) {
    case 1:
      draft.isSound = name === 'worksheet' && isTransitional(attributes);
      break;
    case 2:
      openSection(draft, name, attributes, tag);
      break;
    case 3:
      if (name === 'row' && path[1] === 'sheetData') openRow(draft, attributes, tag);
      if (name === 'mergeCell') addArea(draft.merges, attributes['ref']);
      break;
    case 4:
      if (name === 'c' && draft.row) openCell(draft, draft.row.number, attributes, tag);
      break;
    case 5:
      if (draft.cell) openContent(draft.cell, name, attributes, tag);
  }
}

function openSection(draft: Draft, name: string, attributes: Attributes, tag: Tag): void {
  const area = parseArea(attributes['ref'] ?? '');
  if (name === 'dimension' && area) draft.dimension = { ...tag, area };
  if (name === 'tableParts') draft.hasTables = true;
}

function openRow(draft: Draft, attributes: Attributes, tag: Tag): void {
  const number = Number(attributes['r'] ?? draft.lastRow + 1);
  draft.isSound &&= Number.isInteger(number) && number > draft.lastRow;
  draft.row = { number, tag, cells: new Map() };
  [draft.lastRow, draft.lastColumn] = [number, 0];
}

function openCell(draft: Draft, row: number, attributes: Attributes, tag: Tag): void {
  const address = attributes['r'];
  const [, letters, number] = /^([A-Z]{1,3})(\d+)$/.exec(address ?? '') ?? [];
  const column = letters === undefined ? draft.lastColumn + 1 : columnNumber(letters);
  draft.isSound &&= column > draft.lastColumn && (address === undefined || Number(number) === row);
  draft.cell = { column, attributes, tag, words: '' };
  draft.lastColumn = column;
}

function closeCell(draft: Draft, cell: CellDraft & { readonly column: number }, tag: Tag, strings: readonly string[]): void {
  const done = finishCell(cell, tag, strings);
  delete draft.cell;
  if (!done || !draft.row) {
    draft.isSound = false;
    return;
  }
  draft.row.cells.set(cell.column, done);
  const { formula } = done;
  if (formula?.kind === 'array' || formula?.kind === 'dataTable') addArea(draft.filled, cell.ref);
  if (formula?.group !== undefined && formula.text !== '') {
    draft.shared.set(formula.group, { row: draft.row.number, column: cell.column, text: formula.text });
  }
}

function closeRow(draft: Draft, tag: Tag): void {
  if (!draft.row) return;
  const { number, tag: opening, cells } = draft.row;
  draft.rows.set(number, { start: opening.start, inner: opening.end, end: tag.end, cells });
  delete draft.row;
}

function addArea(areas: Area[], ref: string | undefined): void {
  const area = parseArea(ref ?? '');
  if (area) areas.push(area);
}
