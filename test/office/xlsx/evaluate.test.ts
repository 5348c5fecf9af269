import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/office/xlsx/evaluate.ts';
import { tokenize } from '../../../src/office/xlsx/formula-tokens.ts';
import { parseFormula } from '../../../src/office/xlsx/parse-formula.ts';
import type { CellValue } from '../../../src/office/xlsx/values.ts';
import { formulaSheets, formulaValues } from '../../support/xlsx-formulas.ts';

function value(formula: string, row = 9): CellValue | undefined {
  const expression = parseFormula(tokenize(formula));
  return expression && evaluate(expression, {
    sheet: 'Ici', row,
    valueAt: (sheet, at, column) => {
      const line = formulaSheets[sheet]?.[at - 1];
      return line && column <= line.length ? line[column - 1] : formulaSheets[sheet] && null;
    },
    * valuesIn({ sheet, area }) {
      for (const [index, line] of (formulaSheets[sheet] ?? [[undefined]]).entries()) {
        for (const [rank, found] of line.entries()) {
          const [at, column] = [index + 1, rank + 1];
          const isIn = at >= area.top && at <= area.bottom && column >= area.left && column <= area.right;
          if (isIn) yield { row: at, column, value: found };
        }
      }
    },
  });
}

describe('evaluate', () => {
  it.each(formulaValues)('%s', (formula, expected) => {
    const found = value(formula);
    expect(typeof found === 'number' ? Number(found.toPrecision(15)) : found).toEqual(expected);
  });

  it.each([
    // what stands in a cell that we know nothing of
    'D4', 'D4+1', 'SUM(D4:D5)', 'COUNT(D4)', 'IF(D4,1,2)', 'N(D4)', '\'Là-bas\'!B1', 'SUM(A1,\'Là-bas\'!A1:B1)', 'ROUND(1,D4)',
    'OR(A2=10,D4)', 'SUMIF(B:B,"Public",D:D)', 'INDEX(A:A,D4)',
    // words to count with, of which programs have their own ideas
    'B2+1', 'C3*2', '-B2', 'D5*2', 'SUM("12")', 'ROUND("a",2)', 'IF(B2,1,2)', 'OR("a")', 'B2<"Q"', 'A2&B2', 'TRUE', 'D2=1',
    // several cells where one is wanted
    'A1:A5', 'A1:A5+1', 'IF(A1:A5,1,2)', 'ROW(A1:A5)', 'INDEX(A1:B5,2)', 'INDEX(A1:B5,2,2)', 'INDEX(A2:A4,0)', 'INDEX(A2:A4,-1)', 'INDEX(A2:A4,9)',
    // functions and forms that no builder of ours uses
    'SUMPRODUCT(A1:A5)', 'constructor(1)', 'toString()', 'A2^2', 'A2%', 'Table1', '{1,2}', '#REF!', 'Ailleurs!A1', 'SUM(Ailleurs!A1:A9)',
    'SUMIF(B:B,">5",A:A)', 'SUMIF(B:B,"P*",A:A)', 'SUMIF(B:B,"12",A:A)', 'SUMIF(B:B,"",A:A)', 'SUMIF(A:A,10)', 'ROUND(1.5)',
    'SUMIFS(A:A,B:B,">5")', 'SUMIFS(A1:A4,B1:B5,"Privé")', 'SUMIFS(A:A)', 'SUMIFS(D:D,B:B,"Public")', 'SUMIFS(1,B:B,"Privé")', 'COUNTIFS(B:B,"P*")', 'COUNTIFS(B:B)',
    'COUNTIFS()', 'COUNTIFS(D:D,"x")', 'COUNTIFS(B:B,"Public",D:D,"x")', 'COUNTIFS(B1:B5,"Privé",C1:C4,"mot")', 'COUNTIFS(B:B,"Privé",C:C)',
     'IF(1,2,3,4)', 'IF()',
    // not formulas
    '', '1+', '(1', '1)', 'SUM(1,', 'SUM(,1)', 'A1 A2', '*1', 'A{row}', 'A1:', '1:5',
  ])('%j is not known', (formula) => expect(value(formula)).toBeUndefined());
});
