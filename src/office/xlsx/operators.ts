import { isError, type CellValue } from './values.ts';

type Known = CellValue | undefined;

/** A text is not counted with: programs and their settings do not agree on `"12" + 1`. */
export function toNumber(value: Exclude<CellValue, { error: string }>): number | undefined {
  return typeof value === 'string' ? undefined : Number(value);
}

/** `+ - * /` of two values. */
export function calculate(sign: string, left: Known, right: Known): Known {
  if (left === undefined || right === undefined) return undefined;
  if (isError(left)) return left;
  if (isError(right)) return right;
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a === undefined || b === undefined) return undefined;
  switch (sign) {
    case '+': return add(a, b);
    case '-': return add(a, -b);
    case '*': return a * b;
    default: return b === 0 ? { error: '#DIV/0!' } : a / b;
  }
}

/** Spreadsheets make 0 of a difference that is only the noise of binary numbers: 0.3 − 0.1 − 0.2. */
function add(a: number, b: number): number {
  const sum = a + b;
  return Math.abs(sum) < Math.abs(a) * NOISE ? 0 : sum;
}

/** Five of the 53 bits of a number. */
const NOISE = 2 ** -48;

/** Fifteen digits, which is all that a spreadsheet shows and compares. */
export const significant = (value: number): number => Number(value.toPrecision(15));

/** `= <> < > <= >=`. An empty cell is 0 beside a number and "" beside a text; case does not count. */
export function compare(sign: string, left: Known, right: Known): Known {
  if (left === undefined || right === undefined) return undefined;
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (typeof left === 'boolean' || typeof right === 'boolean') return undefined;
  const [a, b] = [left ?? emptyBeside(right), right ?? emptyBeside(left)];
  const order = typeof a === 'number' && typeof b === 'number' ? Math.sign(significant(a) - significant(b)) : orderOfTexts(a, b);
  switch (sign) {
    case '=': return order === 0;
    case '<>': return order !== 0;
    // Every program has its own order of letters.
    default: return order === undefined ? undefined : ordered(sign, order);
  }
}

const emptyBeside = (other: number | string | null): number | string => (typeof other === 'string' ? '' : 0);

/** 0 when equal, -1 and 1 between a number and a text (a number comes first), undefined for two texts that differ. */
function orderOfTexts(a: number | string, b: number | string): number | undefined {
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  return a.toLowerCase() === b.toLowerCase() ? 0 : undefined;
}

function ordered(sign: string, order: number): boolean {
  switch (sign) {
    case '<': return order < 0;
    case '>': return order > 0;
    case '<=': return order <= 0;
    default: return order >= 0;
  }
}
