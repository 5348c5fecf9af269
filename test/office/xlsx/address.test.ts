import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters, columnNumber, hull, parseArea, printArea } from '../../../src/office/xlsx/address.ts';

describe('columns', () => {
  it.each([[1, 'A'], [26, 'Z'], [27, 'AA'], [52, 'AZ'], [53, 'BA'], [702, 'ZZ'], [703, 'AAA'], [16384, 'XFD']])('%i is %s', (number, letters) => {
    expect(columnLetters(number)).toBe(letters);
    expect(columnNumber(letters)).toBe(number);
  });

  it('go there and back', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 16384 }), (column) => columnNumber(columnLetters(column)) === column));
  });
});

describe('areas', () => {
  it.each([
    ['B2', { top: 2, left: 2, bottom: 2, right: 2 }],
    ['B2:D9', { top: 2, left: 2, bottom: 9, right: 4 }],
    ['$A$1:$AB$10', { top: 1, left: 1, bottom: 10, right: 28 }],
  ])('%s', (ref, area) => {
    expect(parseArea(ref)).toEqual(area);
    expect(printArea(area)).toBe(ref.replaceAll('$', ''));
  });

  it.each(['', 'A', '1:3', 'A:A', 'Feuille!A1', 'A1 B2'])('%j is none', (ref) => expect(parseArea(ref)).toBeUndefined());

  it('grow around another', () => {
    expect(hull({ top: 2, left: 2, bottom: 3, right: 3 }, { top: 1, left: 3, bottom: 9, right: 3 })).toEqual({ top: 1, left: 2, bottom: 9, right: 3 });
  });
});
