import { describe, expect, it } from 'vitest';
import { tokenize, type Token } from '../../../src/office/xlsx/formula-tokens.ts';

/** A token in short: addresses with their `$` and their sheet, all else as its kind and its text. */
function short(token: Token): string {
  switch (token.kind) {
    case 'cell': return `${token.sheet ?? ''}!${token.fixedColumn ? '$' : ''}${token.column},${token.fixedRow ? '$' : ''}${token.row}`;
    case 'columns': return `${token.sheet ?? ''}!${token.fixedFrom ? '$' : ''}${token.from}:${token.fixedTo ? '$' : ''}${token.to}`;
    case 'named': return `${token.sheet}|${token.id}|${token.key}`;
    default: return `${token.kind} ${token.text}`;
  }
}

describe('tokenize', () => {
  it.each([
    ['A1', ['!1,1']],
    ['$AB$12', ['!$28,$12']],
    ['A{row}+C${first}', ['!1,{row}', 'sign +', '!3,${first}']],
    ['{ref:Apports en nature|_total|valeur-unitaire}', ['Apports en nature|_total|valeur-unitaire']],
    ['C:C', ['!3:3']],
    ['\'Recettes\'!$C:$D', ['Recettes!$3:$4']],
    ['Dépenses!$G$20', ['Dépenses!$7,$20']],
    ['\'L\'\'autre feuille\'!B2', ['L\'autre feuille!2,2']],
    ['Feuille1!A1', ['Feuille1!1,1']],
    ['D1:D1048576', ['!4:4']],
    ['Recettes!$D$1:$D$1048576', ['Recettes!$4:$4']],
    ['Recettes!D2:E9', ['Recettes!4,2', 'sign :', 'Recettes!5,9']],
    ['sum( A1 , 2 )', ['function SUM', '!1,1', 'sign ,', 'number 2', 'sign )']],
    ['_xlfn.IFS(A1)', ['function IFS', '!1,1', 'sign )']],
    ['_xlfn._xlws.SORT(A1)', ['function SORT', '!1,1', 'sign )']],
    ['LOG10(A1)', ['function LOG10', '!1,1', 'sign )']],
    ['"a ""b"" A1"&C1', ['text "a ""b"" A1"', 'sign &', '!3,1']],
    ['1.5e-3<=.5', ['number 1.5e-3', 'sign <=', 'number .5']],
    ['=A1<>B1', ['!1,1', 'sign <>', '!2,1']],
    ['of:=A1', ['!1,1']],
    ['TVA*taux_réduit', ['other TVA', 'sign *', 'other taux_réduit']],
    ['#REF!+A1', ['other #REF!', 'sign +', '!1,1']],
    ['D1:D12', ['!4,1', 'sign :', '!4,12']],
    ['A12345678', ['other A12345678']],
    ['ABCD1', ['other ABCD1']],
    ['$1:$5', ['other $', 'number 1', 'sign :', 'other $', 'number 5']],
    ['', []],
  ] as const)('%s', (formula, tokens) => expect(tokenize(formula).map(short)).toEqual(tokens));

  it('ends on anything, quickly', () => {
    for (const text of ["'".repeat(5000), '"'.repeat(5001), 'A'.repeat(20_000), '{ref:'.repeat(3000), "''!".repeat(3000), '('.repeat(9000)]) {
      const start = process.cpuUsage().user;
      expect(tokenize(text).length).toBeGreaterThan(0);
      expect(process.cpuUsage().user - start).toBeLessThan(2_000_000);
    }
  });
});
