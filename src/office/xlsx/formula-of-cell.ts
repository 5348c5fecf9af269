import { LAST_COLUMN, LAST_ROW } from './address.ts';
import { tokenize, type Token } from './formula-tokens.ts';
import type { CellContent, Worksheet } from './worksheet.ts';

/** The words of the formula of a cell; a member of a shared formula reads the one that its group has in one place. */
export function formulaOf({ formula }: CellContent, sheet: Worksheet, row: number, column: number): readonly Token[] | undefined {
  if (!formula) return undefined;
  const owner = formula.text === '' && formula.group !== undefined ? sheet.shared.get(formula.group) : undefined;
  if (!owner) return tokenize(formula.text);
  return shiftFormula(tokenize(owner.text), row - owner.row, column - owner.column);
}

/**
 * A shared formula as another cell of its group reads it: what has no `$` moves with the cell (ECMA-376 part 1,
 * 18.3.1.40).
 */
function shiftFormula(tokens: readonly Token[], rows: number, columns: number): readonly Token[] {
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
