import { describe, expect, it } from 'vitest';
import { buildBudget } from '../../../src/documents/tables/budget.ts';
import { buildSelectionGrid } from '../../../src/documents/tables/selection-grid.ts';
import { canonicalTemplate } from '../../../src/office/xlsx/canonical-formula.ts';
import { samplePlan, sampleSpecs } from '../../support/plan.ts';
import { writeBook, type BookCell } from '../../support/xlsx-book.ts';
import { balanceCells, cellOf, expenseCells, expenses, found, layouts, sampleBook } from '../../support/xlsx-sample.ts';

const product = 'IF(OR(C{row}="",D{row}=""),"",ROUND(C{row}*D{row},2))';
const total = 'SUM(E{first}:INDEX(E:E,ROW()-1))';

describe('canonicalTemplate', () => {
  it.each([
    ['IF(OR(C{row}="",D{row}=""),"",ROUND(C{row}*D{row},2))', product],
    ['SUM(E${first}:INDEX(E:E,ROW()-1))', total],
    ['{ref:Dépenses|_total|prevu}+{ref:Bilan 1|somme|montant}', '{ref:Dépenses|_total|prevu}+{ref:Bilan 1|somme|montant}'],
    ['SUMIF(\'Recettes\'!$C:$C,"Privé",\'Recettes\'!$D:$D)', 'SUMIF(\'Recettes\'!C:C,"Privé",\'Recettes\'!D:D)'],
    ['SUM(\'Dépenses\'!$C:$C)', 'SUM(C:C)'],
    ['ROUND( A{row} * 2 , 1 )', 'ROUND(A{row}*2,1)'],
  ])('%s', (formula, canonical) => expect(canonicalTemplate(formula, expenses)).toBe(canonical));

  it('of every formula of our builders is the formula without its `$`', () => {
    const sheets = [
      ...buildBudget(sampleSpecs.budget, 'b.xlsx', samplePlan).sheets,
      ...buildSelectionGrid(sampleSpecs.grid, 'g.xlsx', samplePlan).sheets,
    ];
    const formulas = sheets.flatMap((sheet) => sheet.rows.flatMap(({ cells }) => Object.values(cells)
      .flatMap((cell) => (typeof cell === 'object' && cell !== null ? [[cell.formula, canonicalTemplate(cell.formula, sheet)] as const] : []))));
    expect(formulas.length).toBeGreaterThan(50);
    for (const [formula, canonical] of formulas) expect(canonical).toBe(formula.replaceAll('$', ''));
  });
});

/** The formula of a cell of the first sheet in a workbook. */
const read = (cells: Readonly<Record<string, BookCell>>, row: number | string, key: string): string | undefined =>
  cellOf(found(sampleBook(cells)), row, key)?.formula;

describe('a formula in a person’s workbook', () => {
  it.each<[string, string, string]>([
    ['as we wrote it', 'IF(OR(C6="",D6=""),"",ROUND(C6*D6,2))', product],
    ['with `$`, spaces and small letters', ' if( OR(C$6="", $D$6=""), "", round($C6 *D6, 2))', product],
    ['with what LibreOffice or ODF put before it', 'of:=_xlfn.IF(OR(C6="",D6=""),"",ROUND(C6*D6,2))', product],
    ['that names its own sheet', 'IF(OR(Dépenses!C6="",\'Dépenses\'!$D6=""),"",ROUND(C6*D6,2))', product],
    ['of another row with an id', 'C7*2', '{ref:Dépenses|cafe|quantite}*2'],
    ['of a row without id', 'C8*2', 'C8*2'],
    ['of a cell above the table', 'C2', 'C2'],
    ['of the header', 'C$5', 'C{first}'],
    ['of columns that are not ours', 'J6+SUM(K:L)+J7', '!J{row}+SUM(!K:!L)+!J7'],
    ['of whole columns as older programs write them', 'SUM(C1:C1048576)+SUM($C$1:$D$1048576)', 'SUM(C:C)+SUM(C:D)'],
    ['of another sheet of ours', '\'Bilan 1\'!$C$4+\'Bilan 1\'!A1+\'bilan 1\'!C:C', '{ref:Bilan 1|somme|montant}+\'Bilan 1\'!A1+\'Bilan 1\'!C:C'],
    ['of a sheet of theirs', 'Perso!A1+\'L\'\'été\'!$B$2', '\'Perso\'!A1+\'L\'\'été\'!B2'],
    ['with words that look like addresses', '"C6 $D$6"&C6', '"C6 $D$6"&C{row}'],
    ['that lost what it read', 'ROUND(#REF!*D6,2)', 'ROUND(#REF!*D{row},2)'],
    ['over a range', 'SUM(C6:D6)+SUM($C$6:D7)', 'SUM(C{row}:D{row})+SUM(C{row}:{ref:Dépenses|cafe|prix})'],
  ])('%s', (_, formula, canonical) => {
    expect(read({ E6: { f: formula, v: 1 } }, 'salle', 'prevu')).toBe(canonical);
  });

  it.each<[string, Readonly<Record<string, BookCell>>]>([
    ['as Excel and LibreOffice 7 have it', { E9: { f: 'SUM(E$5:INDEX(E:E,ROW()-1))' } }],
    ['with the column written out', { E9: { f: 'SUM(E$5:INDEX(E1:E1048576,ROW()-1))' } }],
    ['with more `$`', { E9: { f: 'SUM($E$5:INDEX($E:$E,ROW()-1))' } }],
  ])('the total, %s', (_, cells) => expect(read(cells, '_total', 'prevu')).toBe(total));
});

describe('a formula that only moved is the one we wrote', () => {
  const at = (column: string, row: number): string => `${column}${row}`;

  it('under inserted rows', () => {
    const shifted = Object.fromEntries(Object.entries(expenseCells).map(([address, cell]) => {
      const row = Number(address.slice(1));
      const line = row >= 5 ? row + 3 : row;
      const moved = typeof cell === 'object' && cell !== null && 'f' in cell
        ? { ...cell, f: cell.f.replace(/([A-Z]\$?)(\d+)(?=[="),*:])/g, (__, letter: string, number: string) => `${letter}${Number(number) + 3}`) } : cell;
      return [at(address.charAt(0), line), moved];
    }));
    const sheet = found(writeBook({ sheets: [{ name: 'Dépenses', cells: shifted }, { name: 'Bilan 1', cells: balanceCells }] }));
    expect(cellOf(sheet, 'salle', 'prevu')?.formula).toBe(product);
    expect(cellOf(sheet, '_total', 'prevu')?.formula).toBe(total);
  });

  it('right of inserted columns, in a renamed tab, from another sheet', () => {
    const cells: Record<string, BookCell> = Object.fromEntries(Object.entries(expenseCells).map(([address, cell]) => {
      const letter = address.charAt(0);
      return [at(letter < 'D' ? letter : String.fromCharCode(letter.charCodeAt(0) + 2), Number(address.slice(1))), cell];
    }));
    const edited = { ...cells, G6: { f: 'IF(OR(C6="",F6=""),"",ROUND(C6*F6,2))' }, G9: { f: 'SUM(G$5:INDEX(G:G,ROW()-1))' }, D5: 'À nous' };
    const other = { ...balanceCells, C4: { f: '\'Frais 2027\'!$G$9' }, C5: { f: 'SUMIF(\'Frais 2027\'!$B:$B,"Salle",\'Frais 2027\'!$G:$G)' } };
    const bytes = writeBook({ sheets: [{ name: 'Frais 2027', cells: edited }, { name: 'Bilan 1', cells: other }] });
    expect(cellOf(found(bytes), 'salle', 'prevu')?.formula).toBe(product);
    expect(cellOf(found(bytes), '_total', 'prevu')?.formula).toBe(total);
    const [, balance] = layouts;
    for (const row of balance?.rows ?? []) {
      const cell = row.cells['montant'];
      const wrote = typeof cell === 'object' && cell !== null && balance ? canonicalTemplate(cell.formula, balance) : '';
      expect(cellOf(found(bytes, 'Bilan 1'), row.id ?? '', 'montant')?.formula).toBe(wrote);
    }
  });

  it('in sorted rows', () => {
    const sorted = {
      A6: 'cafe', B6: 'Café', A7: 'salle', B7: 'Salle', A8: '_total', E8: { f: 'SUM(E$5:INDEX(E:E,ROW()-1))' }, A9: null, E9: { f: 'IF(OR(C9="",D9=""),"",ROUND(C9*D9,2))' },
    };
    expect(['cafe', 'salle', 9].map((row) => read(sorted, row, 'prevu'))).toEqual([product, product, product]);
    expect(read(sorted, '_total', 'prevu')).toBe(total);
  });

  it('but not one that a program left behind', () => {
    expect(read({ E8: { f: 'IF(OR(C7="",D7=""),"",ROUND(C7*D7,2))' } }, 8, 'prevu')).toContain('{ref:Dépenses|cafe|quantite}');
  });
});
