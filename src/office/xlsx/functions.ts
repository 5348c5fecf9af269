import type { Surroundings } from './evaluate.ts';
import { significant, toNumber } from './operators.ts';
import { isCells, isError, type Cells, type CellValue, type Outcome } from './values.ts';

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
    if (args.length !== 3 || !isCells(summed)) return undefined;
    return sumAt(summed, placesWhere([where, wanted], caller), caller);
  },
  SUMIFS: ([summed, ...conditions], caller) => (isCells(summed) ? sumAt(summed, placesWhere(conditions, caller, summed), caller) : undefined),
  COUNTIFS: (conditions, caller) => placesWhere(conditions, caller)?.length,
};

/** A cell of a range, counted from its first one. */
type Place = readonly [down: number, across: number];

const sumAt = ({ sheet, area }: Cells, places: readonly Place[] | undefined, caller: Caller): CellValue | undefined =>
  places && total(places.map(([down, across]) => caller.valueAt(sheet, area.top + down, area.left + across)));

/** A criterion that asks for these words and nothing else: no sign of comparison, no wildcard, no number. */
const isWords = (wanted: Outcome): wanted is string => typeof wanted === 'string' && !/^[<>=]|[*?~]|^\s*[-+.\d]/.test(wanted) && wanted !== '';

/**
 * Where every range of the pairs `range, words` holds its words, given in place or in a cell. Undefined: a criterion that we do not read, a cell that
 * is not known, ranges of other sizes (`like`: one that they have to be as large as).
 */
function placesWhere(pairs: readonly Outcome[], caller: Caller, like?: Cells): readonly Place[] | undefined {
  const conditions = pairs.flatMap((range, rank) => {
    const words = caller.scalar(pairs[rank + 1]);
    return rank % 2 === 0 && isCells(range) && isWords(words) ? [{ range, words: words.toLowerCase() }] : [];
  });
  const [first, ...others] = conditions;
  if (!first || conditions.length * 2 !== pairs.length) return undefined;
  if ([...others.map(({ range }) => range), ...(like ? [like] : [])].some((range) => !isSameSize(range, first.range))) return undefined;
  const { range: { area } } = first;
  const found = [...caller.valuesIn(first.range)];
  if (found.some(({ value }) => value === undefined)) return undefined;
  let places = found.filter(({ value }) => says(value, first.words)).map(({ row, column }): Place => [row - area.top, column - area.left]);
  for (const { range, words } of others) {
    const values = places.map(([down, across]) => caller.valueAt(range.sheet, range.area.top + down, range.area.left + across));
    if (values.includes(undefined)) return undefined;
    places = places.filter((_, rank) => says(values[rank], words));
  }
  return places;
}

const says = (value: CellValue | undefined, words: string): boolean => typeof value === 'string' && value.toLowerCase() === words;

const isSameSize = ({ area: one }: Cells, { area: other }: Cells): boolean =>
  one.bottom - one.top === other.bottom - other.top && one.right - one.left === other.right - other.left;

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
