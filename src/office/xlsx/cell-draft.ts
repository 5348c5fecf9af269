import type { Tag } from '../walk-xml.ts';
import type { CellValue } from './values.ts';
import type { CellFormula, SheetCell } from './worksheet.ts';

type Attributes = Readonly<Record<string, string>>;

/** A cell while it is read (ECMA-376 part 1, 18.3.1.4). */
export interface CellDraft {
  readonly attributes: Attributes;
  readonly tag: Tag;
  /** What `v`, or the `t` of an inline string, holds so far. */
  words: string;
  formula?: CellFormula;
  /** What an array formula or a data table fills. */
  ref?: string;
  formulaEnd?: number;
  kept?: { readonly start: number; readonly end: number };
}

const GROUPED = ['shared', 'array', 'dataTable'] as const;

/** At the opening of a child of the cell. */
export function openContent(cell: CellDraft, name: string, attributes: Attributes, tag: Tag): void {
  if (name === 'v') cell.kept = tag;
  if (name !== 'f') return;
  const kind = GROUPED.find((known) => known === attributes['t']) ?? 'normal';
  cell.formula = { text: '', kind, ...(attributes['si'] !== undefined && { group: attributes['si'] }) };
  if (attributes['ref'] !== undefined) cell.ref = attributes['ref'];
}

/**
 * At the end of an element inside the cell; `path` leads to it from the cell. Phonetic hints (`rPh`) are not part of the
 * words, and neither is what newer programs add (`extLst`).
 */
export function closeContent(cell: CellDraft, path: readonly string[], words: string, tag: Tag): void {
  const [name, ...deeper] = path;
  if (name === 'is' && deeper.at(-1) === 't' && !deeper.includes('rPh')) cell.words += words;
  if (deeper.length > 0) return;
  if (name === 'v' && cell.kept) {
    cell.words += words;
    cell.kept = { start: cell.kept.start, end: tag.end };
  }
  if (name === 'f' && cell.formula) {
    cell.formula = { ...cell.formula, text: words };
    cell.formulaEnd = tag.end;
  }
}

/** The cell, or undefined when its value is none that the format knows. */
export function finishCell(cell: CellDraft, tag: Tag, strings: readonly string[]): SheetCell | undefined {
  const value = valueOf(cell.attributes['t'], cell.words, strings);
  const style = cell.attributes['s'];
  return value === undefined ? undefined : {
    // A formula may give an empty text; a cell of which a program kept an empty text is empty.
    value: value === '' && !cell.formula ? null : value,
    start: cell.tag.start, inner: cell.tag.end, end: tag.end,
    ...(style !== undefined && { style }),
    ...(cell.formula && { formula: cell.formula }),
    ...(cell.formulaEnd !== undefined && { formulaEnd: cell.formulaEnd }),
    ...(cell.kept && { kept: cell.kept }),
  };
}

/** By the type of the cell (18.18.11). */
function valueOf(type: string | undefined, words: string, strings: readonly string[]): CellValue | undefined {
  if (type === 'str' || type === 'inlineStr') return words.replace(/\r\n?/g, '\n');
  if (words === '') return null;
  switch (type) {
    case 's': return strings[Number(words)];
    case 'b': return words === '1' || words === 'true';
    case 'e': return { error: words };
    // A day and an hour of ISO 8601: days are all that our tables hold.
    case 'd': return words.slice(0, 10);
    case undefined: case 'n': return Number.isFinite(Number(words)) ? Number(words) : undefined;
    default: return undefined;
  }
}
