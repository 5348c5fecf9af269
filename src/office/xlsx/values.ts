import type { Area } from './address.ts';

/** What a cell of a workbook can hold; null when it is empty. Numbers as in the file: euros, day numbers. */
export type CellValue = number | string | boolean | null | CellError;

/** `#DIV/0!`, `#REF!`… */
export interface CellError {
  readonly error: string;
}

/** Cells of a sheet, by its tab name, as a part of a formula. */
export interface Cells {
  readonly sheet: string;
  readonly area: Area;
}

/** What a part of a formula is worth; undefined: we cannot tell, and neither can we tell what depends on it. */
export type Outcome = CellValue | Cells | undefined;

export const isError = (value: Outcome): value is CellError => typeof value === 'object' && value !== null && 'error' in value;
export const isCells = (value: Outcome): value is Cells => typeof value === 'object' && value !== null && 'area' in value;
