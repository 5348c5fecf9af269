import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesIn } from '../../../src/documents/tables/row-height.ts';

describe('linesIn', () => {
  it.each([
    ['', 10, 1],
    ['un deux', 10, 1],
    ['un deux trois', 10, 2],
    ['un\ndeux', 10, 2],
    ['anticonstitutionnellement', 10, 3],
    ['a anticonstitutionnellement b', 10, 5],
  ])('%j in %i characters', (text, width, lines) => {
    expect(linesIn(text, width)).toBeLessThanOrEqual(lines);
    expect(linesIn(text, width)).toBeGreaterThanOrEqual(Math.ceil(text.length / (width + 1)));
  });

  it('never gives fewer lines than the letters need', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 3, max: 60 }), (text, width) => {
      expect(linesIn(text, width)).toBeGreaterThanOrEqual(Math.ceil(text.replaceAll(/\s/g, '').length / width));
    }));
  });
});
