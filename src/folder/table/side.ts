import type { FoundCell, FoundRow, FoundSheet, Row, Sheet } from '../../model.ts';
import { asFound } from './found-cell.ts';

/** Turns a formula of ours into the form of `FoundCell.formula`. */
export type Canonical = (formula: string, sheet: Sheet) => string;

/** One of our sheets, as it was last written (base) or as it would be now (next). */
export interface Side {
  readonly sheet: Sheet;
  readonly rows: ReadonlyMap<string, Row>;
  /** What a blank row holds: nothing but formulas that wait for figures. */
  readonly spare: Row;
  /** A cell as it reads in a workbook; blank for a row that is not there. */
  cell(row: Row | undefined, key: string): FoundCell;
}

/** The three sides of one sheet. */
export interface SheetSides {
  readonly base: Side;
  readonly mine: FoundSheet;
  readonly next: Side;
}

/** The rows of a person's sheet that are ours, by id. */
export type OurRows = ReadonlyMap<string, FoundRow>;

const BLANK_ROW: Row = { id: null, role: 'spare', cells: {} };

export function sideOf(sheet: Sheet, canonical: Canonical): Side {
  // Most rows have the same formulas.
  const known = new Map<string, string>();
  const inForm = (formula: string): string => {
    const form = known.get(formula) ?? canonical(formula, sheet);
    known.set(formula, form);
    return form;
  };
  return {
    sheet,
    rows: new Map(sheet.rows.flatMap((row) => (row.id === null ? [] : [[row.id, row]]))),
    spare: sheet.rows.find(({ role }) => role === 'spare') ?? BLANK_ROW,
    cell: (row, key) => asFound(row?.cells[key], inForm),
  };
}
