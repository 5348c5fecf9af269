import { hull } from './address.ts';
import { functions } from './functions.ts';
import { compare, calculate } from './operators.ts';
import type { Expression } from './parse-formula.ts';
import { isCells, isError, type Cells, type CellValue, type Outcome } from './values.ts';

/**
 * What a formula of ours is worth, as Excel and LibreOffice count. Only what our builders use is known; all else is
 * undefined, and what reads it too. Ours and not a package: HyperFormula is GPL, fast-formula-parser is not kept up,
 * hucre does not calculate, and none says « I do not know » when a person's formula is met.
 */
export interface Surroundings {
  /** The tab and the row where the formula stands. */
  readonly sheet: string;
  readonly row: number;
  /** Undefined: not known. Null: empty. */
  valueAt(sheet: string, row: number, column: number): CellValue | undefined;
  /** The cells that hold something, in any order. */
  valuesIn(cells: Cells): Iterable<{ readonly row: number; readonly column: number; readonly value: CellValue | undefined }>;
}

/** The value of a whole formula: one that only points to an empty cell is 0, as in every spreadsheet. */
export function evaluate(expression: Expression, around: Surroundings): CellValue | undefined {
  const value = scalar(outcome(expression, around), around);
  return value === null ? 0 : value;
}

function outcome(expression: Expression, around: Surroundings): Outcome {
  switch (expression.kind) {
    case 'literal': return expression.value;
    case 'area': return { sheet: expression.sheet ?? around.sheet, area: expression.area };
    case 'range': return range(outcome(expression.from, around), outcome(expression.to, around));
    case 'negative': return calculate('-', 0, scalar(outcome(expression.of, around), around));
    case 'operation': {
      const [left, right] = [expression.left, expression.right].map((side) => scalar(outcome(side, around), around));
      return /[-+*/]/.test(expression.sign) ? calculate(expression.sign, left, right) : compare(expression.sign, left, right);
    }
    case 'call': return call(expression.name, expression.args, around);
  }
}

/** Only the branch that is taken has to be known. */
function call(name: string, args: readonly Expression[], around: Surroundings): Outcome {
  if (name !== 'IF') {
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    return known?.(args.map((arg) => outcome(arg, around)), { ...around, scalar: (value) => scalar(value, around) });
  }
  const [condition, yes, no] = args;
  const value = condition && scalar(outcome(condition, around), around);
  if (value === undefined || isError(value)) return value;
  if (typeof value === 'string' || args.length > 3) return undefined;
  const branch = value ? yes : no;
  return branch ? outcome(branch, around) : Boolean(value);
}

function range(from: Outcome, to: Outcome): Outcome {
  if (isError(from) || isError(to)) return isError(from) ? from : to;
  return isCells(from) && isCells(to) && from.sheet === to.sheet ? { sheet: from.sheet, area: hull(from.area, to.area) } : undefined;
}

/** The value of one cell; several cells have no single value that all programs agree on. */
function scalar(value: Outcome, around: Surroundings): CellValue | undefined {
  if (!isCells(value)) return value;
  const { sheet, area: { top, left, bottom, right } } = value;
  return top === bottom && left === right ? around.valueAt(sheet, top, left) : undefined;
}
