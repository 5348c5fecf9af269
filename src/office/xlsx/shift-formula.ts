import { LAST_COLUMN, LAST_ROW } from './address.ts';
import type { Token } from './formula-tokens.ts';

/**
 * A shared formula as another cell of its group reads it: what has no `$` moves with the cell (ECMA-376 part 1,
 * 18.3.1.40).
 */
export function shiftFormula(tokens: readonly Token[], rows: number, columns: number): readonly Token[] {
  return tokens.map((token): Token => {
    if (token.kind === 'cell' && typeof token.row === 'number') {
      const row = token.fixedRow ? token.row : token.row + rows;
      const column = token.fixedColumn ? token.column : token.column + columns;
      return isInside(row, LAST_ROW) && isInside(column, LAST_COLUMN) ? { ...token, row, column } : LOST;
    }
    if (token.kind === 'columns') {
      const from = token.fixedFrom ? token.from : token.from + columns;
      const to = token.fixedTo ? token.to : token.to + columns;
      return isInside(from, LAST_COLUMN) && isInside(to, LAST_COLUMN) ? { ...token, from, to } : LOST;
    }
    return token;
  });
}

const LOST: Token = { kind: 'other', text: '#REF!' };
const isInside = (number: number, last: number): boolean => number >= 1 && number <= last;
