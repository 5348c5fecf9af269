import { contains, type Area } from './address.ts';
import type { CellValue } from './values.ts';

/** A formula as it stands in a cell (ECMA-376 part 1, 18.3.1.40). */
export interface CellFormula {
  /** Empty for a member of a shared formula that another cell holds. */
  readonly text: string;
  readonly kind: 'normal' | 'shared' | 'array' | 'dataTable';
  /** Of a shared formula. */
  readonly group?: string;
}

/** What a cell holds. */
export interface CellContent {
  readonly value: CellValue;
  readonly formula?: CellFormula;
}

/** A cell and where it stands in the XML of its sheet; offsets in UTF-16 units. */
export interface SheetCell extends CellContent {
  /** `<c …>…</c>`. */
  readonly start: number;
  readonly end: number;
  /** Behind its opening tag. */
  readonly inner: number;
  /** Attribute `s`, as written. */
  readonly style?: string;
  /** `<f>…</f>` and `<v>…</v>`. */
  readonly formulaEnd?: number;
  readonly kept?: { readonly start: number; readonly end: number };
}

export interface SheetRow {
  readonly start: number;
  readonly end: number;
  readonly inner: number;
  /** By column, in the order of the file. */
  readonly cells: ReadonlyMap<number, SheetCell>;
}

/** One worksheet part. */
export interface Worksheet {
  readonly xml: string;
  /** By row number, in the order of the file. */
  readonly rows: ReadonlyMap<number, SheetRow>;
  readonly merges: readonly Area[];
  /** What array formulas and data tables fill: one formula for many cells. */
  readonly filled: readonly Area[];
  /** The cells that hold the shared formulas, by group. */
  readonly shared: ReadonlyMap<string, { readonly row: number; readonly column: number; readonly text: string }>;
  readonly dimension?: { readonly start: number; readonly end: number; readonly area: Area };
  /** Parts of the sheet are « tables »: their header cells must stay as the table has them. */
  readonly hasTables: boolean;
}

/** The cells of a sheet by row, then by column. */
export type Grid = ReadonlyMap<number, ReadonlyMap<number, CellContent>>;

/** The cells that a program calculates: those with a formula, and those that a formula of another cell fills. */
export function calculatedCells(grid: Grid, filled: readonly Area[]): readonly (readonly [row: number, column: number])[] {
  return [...grid].flatMap(([row, cells]) => [...cells]
    .filter(([column, { formula }]) => formula !== undefined || isFilled(filled, row, column))
    .map(([column]) => [row, column] as const));
}

export const isFilled = (filled: readonly Area[], row: number, column: number): boolean =>
  filled.some((area) => contains(area, row, column));

/** The cells of a sheet as they stand in the file. */
export const gridOf = (sheet: Worksheet): Grid => new Map([...sheet.rows].map(([number, { cells }]) => [number, cells]));

/** `true` as XML Schema writes it; LibreOffice writes words, Excel figures. */
export const isOn = (flag: string | undefined): boolean => flag === '1' || flag === 'true';
