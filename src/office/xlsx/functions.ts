import type { Surroundings } from './evaluate.ts';
import { significant, toNumber } from './operators.ts';
import { isCells, isError, type CellValue, type Outcome } from './values.ts';

/** What a function sees besides its arguments. */
export interface Caller extends Surroundings {
  /** One cell becomes its value. */
  scalar(value: Outcome): CellValue | undefined;
}

type Call = (args: readonly Outcome[], caller: Caller) => Outcome;

/** The functions that our builders use, but IF, which reads only one of its branches. */
export const functions: Readonly<Record<string, Call>> = {
  OR: (args, caller) => {
    const values = args.map((arg) => caller.scalar(arg));
    const wrong = values.find(isError);
    if (values.length === 0 || values.some((value) => value === undefined || typeof value === 'string')) return undefined;
    return wrong ?? values.some(Boolean);
  },
  ROUND: ([value, digits], caller) => {
    const [number, places] = [numeric(caller.scalar(value)), numeric(caller.scalar(digits))];
    return typeof number === 'number' && typeof places === 'number' ? round(number, places) : firstError(number, places);
  },
  SUM: (args, caller) => total(args.flatMap((arg) => [...numbersOf(arg, caller)])),
  COUNT: (args, caller) => {
    const found = args.flatMap((arg) => (isCells(arg) ? [...caller.valuesIn(arg)].map(({ value }) => value) : [arg]));
    return found.includes(undefined) ? undefined : found.filter((value) => typeof value === 'number').length;
  },
  N: ([value], caller) => {
    const known = caller.scalar(value);
    return typeof known === 'string' ? 0 : numeric(known);
  },
  ROW: (args, caller) => {
    const [of] = args;
    if (args.length === 0) return caller.row;
    return isCells(of) && of.area.top === of.area.bottom ? of.area.top : undefined;
  },
  INDEX: (args, caller) => {
    const [cells, place] = args;
    const rank = numeric(caller.scalar(place));
    if (args.length !== 2 || !isCells(cells) || cells.area.left !== cells.area.right) return undefined;
    if (isError(rank)) return rank;
    // Rank 0 is the whole column; beyond it, programs have their own errors.
    const row = rank === undefined || rank < 1 ? Infinity : cells.area.top + Math.trunc(rank) - 1;
    return row > cells.area.bottom ? undefined : { sheet: cells.sheet, area: { ...cells.area, top: row, bottom: row } };
  },
  SUMIF: (args, caller) => {
    const [where, wanted, summed] = args;
    const isPlain = typeof wanted === 'string' && !/^[<>=]|[*?~]|^\s*[-+.\d]/.test(wanted) && wanted !== '';
    if (args.length !== 3 || !isPlain || !isCells(where) || !isCells(summed)) return undefined;
    const [down, across] = [summed.area.top - where.area.top, summed.area.left - where.area.left];
    const found = [...caller.valuesIn(where)];
    if (found.some(({ value }) => value === undefined)) return undefined;
    return total(found.filter(({ value }) => typeof value === 'string' && value.toLowerCase() === wanted.toLowerCase())
      .map(({ row, column }) => caller.valueAt(summed.sheet, row + down, column + across)));
  },
};

/** An argument of SUM as values to add: a text in a range does not count, one given in place is not known. */
function numbersOf(arg: Outcome, caller: Caller): Iterable<CellValue | undefined> {
  if (isCells(arg)) return [...caller.valuesIn(arg)].map(({ value }) => value);
  return [typeof arg === 'string' ? undefined : numeric(arg)];
}

/** The sum of the numbers; what is neither a number nor an error is left out, as in a range. */
function total(values: readonly (CellValue | undefined)[]): CellValue | undefined {
  if (values.includes(undefined)) return undefined;
  const wrong = values.find((value) => value !== undefined && isError(value));
  return wrong ?? values.reduce<number>((sum, value) => (typeof value === 'number' ? sum + value : sum), 0);
}

function numeric(value: Outcome): number | { readonly error: string } | undefined {
  if (value === undefined || isCells(value)) return undefined;
  return isError(value) ? value : toNumber(value);
}

const firstError = (...values: readonly (number | { readonly error: string } | undefined)[]): Outcome =>
  values.includes(undefined) ? undefined : values.find((value) => isError(value));

/** Half away from zero, on the digits that people see: 1.005 is 1.01 in every spreadsheet. */
function round(value: number, digits: number): number {
  const scale = 10 ** Math.trunc(digits);
  const rounded = Math.floor(significant(Math.abs(value) * scale) + 0.5) / scale;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
