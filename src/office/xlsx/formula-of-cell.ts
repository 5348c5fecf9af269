import { tokenize, type Token } from './formula-tokens.ts';
import { shiftFormula } from './shift-formula.ts';
import type { CellContent, Worksheet } from './worksheet.ts';

/** The words of the formula of a cell; a member of a shared formula reads the one that its group has in one place. */
export function formulaOf({ formula }: CellContent, sheet: Worksheet, row: number, column: number): readonly Token[] | undefined {
  if (!formula) return undefined;
  const owner = formula.text === '' && formula.group !== undefined ? sheet.shared.get(formula.group) : undefined;
  if (!owner) return tokenize(formula.text);
  return shiftFormula(tokenize(owner.text), row - owner.row, column - owner.column);
}
