import { describe, expect, it } from 'vitest';
import {
  cachedValue, difference, letterOf, minus, plus, product, refer, sumAbove,
} from '../../../src/documents/tables/formulas.ts';
import { resolveFormula } from '../../../src/documents/tables/resolve-formula.ts';
import type { Column, Row, Sheet } from '../../../src/model.ts';

const column = (key: string): Column => ({ key, title: key, width: 10, format: 'money', owner: 'kit' });
const columns = [column('quantite'), column('prix'), column('prevu'), column('reel')];
const row = (id: string, cells: Row['cells']): Row => ({ id, role: 'item', cells });

describe('product', () => {
  it.each([
    [{ quantite: 80, prix: 450 }, 36000],
    [{ quantite: 0, prix: 450 }, 0],
    [{ quantite: 1.5, prix: 333 }, 500],
    [{ quantite: null, prix: 450 }, ''],
    [{ quantite: 80 }, ''],
    [{ quantite: 80, prix: 'à demander' }, ''],
  ])('of %j is %j', (cells, value) => {
    expect(product(columns, cells, 'quantite', 'prix'))
      .toEqual({ formula: 'IF(OR(A{row}="",B{row}=""),"",ROUND(A{row}*B{row},2))', value });
  });
});

describe('difference', () => {
  it.each([
    [{ reel: 900, prevu: 1000 }, -100],
    [{ reel: 0, prevu: 1000 }, -1000],
    [{ prevu: 1000 }, ''],
    [{ reel: 900, prevu: { formula: '…', value: '' } }, 900],
  ])('of %j is %j', (cells, value) => {
    expect(difference(columns, cells, 'reel', 'prevu').value).toBe(value);
  });
});

describe('sumAbove', () => {
  it('starts at the header and ends just above itself, wherever rows are inserted', () => {
    const computed = (value: number | string) => ({ prevu: { formula: '…', value } });
    const above = [row('a', { prevu: 100 }), row('b', computed('')), row('c', computed(50))];
    expect(sumAbove(columns, above, 'prevu')).toEqual({ formula: 'SUM(C${first}:INDEX(C:C,ROW()-1))', value: 150 });
  });
});

describe('refer', () => {
  const sheet = { name: 'Dépenses', rows: [row('a', { prevu: 100 }), row('b', { prevu: 30 }), row('vide', {})] };

  it('adds and takes away', () => {
    expect(plus(refer(sheet, 'a', 'prevu'), refer(sheet, 'b', 'prevu')))
      .toEqual({ formula: '{ref:Dépenses|a|prevu}+{ref:Dépenses|b|prevu}', value: 130 });
    expect(minus(refer(sheet, 'b', 'prevu'), refer(sheet, 'a', 'prevu')).value).toBe(-70);
    expect(refer(sheet, 'vide', 'prevu').value).toBe(0);
  });

  it('throws on a row that is not there: the builder is wrong, not the answers', () => {
    expect(() => refer(sheet, 'z', 'prevu')).toThrow('no row "z"');
  });
});

describe('letterOf', () => {
  it('counts from A and refuses what is not there', () => {
    expect(letterOf(columns, 'reel')).toBe('D');
    expect(() => letterOf(columns, 'autre')).toThrow('autre');
  });
});

describe('cachedValue', () => {
  const cases = [[undefined, null], [null, null], ['a', 'a'], [0, 0], [{ formula: '1', value: 3 }, 3]] as const;
  it.each(cases)('of %j is %j', (cell, value) => {
    expect(cachedValue(cell)).toBe(value);
  });
});

describe('resolveFormula', () => {
  const sheet = (name: string, preface: readonly string[]): Sheet =>
    ({ name, preface, columns, rows: [row('a', {}), row('b', {})], landscape: true });
  const here = sheet('Ici', ['Titre', 'Sous-titre']);
  const table = { sheets: [here, sheet('L’autre d\'à côté', [])] };

  it.each([
    ['A{row}*B{row}', 'A9*B9'],
    ['SUM(C${first}:INDEX(C:C,ROW()-1))', 'SUM(C$4:INDEX(C:C,ROW()-1))'],
    ['{ref:Ici|b|prix}', '$B$6'],
    ['{ref:L’autre d\'à côté|a|reel}+1', '\'L’autre d\'\'à côté\'!$D$2+1'],
  ])('%s', (formula, resolved) => {
    expect(resolveFormula(formula, table, here, 9)).toBe(resolved);
  });

  it('throws on a reference to nothing', () => {
    expect(() => resolveFormula('{ref:Ici|z|prix}', table, here, 9)).toThrow('no row "z"');
  });
});
