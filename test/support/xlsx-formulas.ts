import type { CellValue } from '../../src/office/xlsx/values.ts';

/** Rows of columns A, B, C… of two sheets; undefined is a cell that we know nothing of. */
export const formulaSheets: Readonly<Record<string, readonly (readonly (CellValue | undefined)[])[]>> = {
  Ici: [
    ['Prix', 'Origine', null, null],
    [10, 'Privé', 2.5, true],
    [20.1, 'privé', '', { error: '#N/A' }],
    [-0.3, 'Public', null, undefined],
    [null, 'Privé', 'mot', '12'],
  ],
  'Là-bas': [[7, undefined]],
};

const NA = { error: '#N/A' };

/** Formulas and what they are worth on row 9 of the sheet « Ici ». LibreOffice is asked too (test/tools). */
export const formulaValues: readonly (readonly [formula: string, value: CellValue])[] = [
  // numbers and signs
  ['1+2*3', 7], ['(1+2)*3', 9], ['10-4-3', 3], ['100/8/2', 6.25], ['-A2+1', -9], ['--2', 2], ['+A2', 10], ['2*-3', -6],
  ['1/0', { error: '#DIV/0!' }], ['A2/C4', { error: '#DIV/0!' }], ['0.3-0.1-0.2', 0], ['A2+C4', 10], ['D2+1', 2],
  // one cell
  ['A2', 10], ['$A$2', 10], ['Z99', 0], ['B2', 'Privé'], ['C3', ''], ['D3', NA], ['\'Là-bas\'!A1*2', 14],
  // comparisons
  ['A2=10', true], ['A2<>10', false], ['A5=""', true], ['C3=""', true], ['A2=""', false], ['A5=0', true], ['C5=0', false],
  ['B2=B3', true], ['B2="autre"', false], ['B2<>"autre"', true], ['0.1+0.2=0.3', true], ['A2>9', true], ['A2<=9', false],
  ['A2<"a"', true], ['"a">9', true], ['D3=1', NA],
  // IF: only the branch that is taken counts
  ['IF(A2=10,"oui","non")', 'oui'], ['IF(A2=11,"oui","non")', 'non'], ['IF(A5="","",A5*2)', ''], ['IF(A2,1,2)', 1],
  ['IF(A4=0,1)', false], ['IF(D3,1,2)', NA], ['IF(A2=10,1,D4)', 1], ['IF(A2=10,1,INCONNU(1))', 1],
  // OR
  ['OR(A5="",A2="")', true], ['OR(A2="",A3="")', false], ['OR(A2=1,D3)', NA], ['OR(0,A5)', false],
  // ROUND: half away from zero, on the digits that people see
  ['ROUND(2.5,0)', 3], ['ROUND(-2.5,0)', -3], ['ROUND(1.005,2)', 1.01], ['ROUND(-1.005,2)', -1.01], ['ROUND(2.675,2)', 2.68],
  ['ROUND(1234.5,-2)', 1200], ['ROUND(-0.001,2)', 0], ['ROUND(A3*C2,2)', 50.25], ['ROUND(D3,2)', NA], ['ROUND(8.325,2)', 8.33],
  // SUM, COUNT: words and empty cells do not count
  ['SUM(A1:A5)', 29.8], ['SUM(A2,A3,5)', 35.1], ['SUM(C1:C5)', 2.5], ['SUM(A:A)', 29.8], ['SUM(D1:D3)', NA], ['SUM(A2:A4)/2', 14.9],
  ['SUM(A$1:INDEX(A:A,ROW()-5))', 29.8], ['SUM(F1:F9)', 0], ['COUNT(A1:C5)', 4], ['COUNT(F1:F9)', 0], ['COUNT(A1,3)', 1],
  // N, ROW, INDEX
  ['N(A2)', 10], ['N(B2)', 0], ['N(A5)', 0], ['N(D2)', 1], ['N(D3)', NA], ['N(A2:A2)', 10], ['ROW()', 9], ['ROW(A7)', 7],
  ['INDEX(A:A,3)', 20.1], ['INDEX(A2:A4,2)', 20.1], ['INDEX(A:A,D3)', NA],
  // SUMIF
  ['SUMIF(B:B,"Privé",A:A)', 30.1], ['SUMIF($B:$B,"PUBLIC",$A:$A)', -0.3], ['SUMIF(B1:B5,"absent",A1:A5)', 0], ['SUMIF(B:B,"Privé",D:D)', NA],
  ['ROUND(100*SUMIF(B:B,"Privé",A:A)/A2,1)', 301],
  // SUMIFS, COUNTIFS
  ['SUMIFS(A:A,B:B,"Privé")', 30.1], ['SUMIFS($A:$A,$B:$B,"privé",$C:$C,"MOT")', 0], ['SUMIFS(A1:A5,B1:B5,"absent")', 0], ['SUMIFS(D:D,B:B,"Privé",A:A,"x")', 0],
  ['SUMIFS(D:D,B:B,"Privé")', NA], ['COUNTIFS(B:B,"Privé")', 3], ['COUNTIFS(B1:B5,"PRIVÉ",C1:C5,"mot")', 1], ['COUNTIFS(B:B,"absent",D:D,"x")', 0],
  ['COUNTIFS(B:B,B2)', 3], ['SUMIFS(A:A,B:B,B4,C:C,C5)', 0], ['SUMIF(B:B,B3,A:A)', 30.1],
];
