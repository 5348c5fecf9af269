import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText, dropMarks, listValues, markValue, unmark } from '../../src/shared/values.ts';

it.each([
  ['le 12 mars', '\uE000le 12 mars\uE001'],
  ['**a** [b](c)', '\uE000\\*\\*a\\*\\* \\[b\\]\\(c\\)\uE001'],
  ['  a\r\n\tb  ', '\uE000a b\uE001'],
  ['1\u202f234\u00a0€', '\uE0001\u202f234\u00a0€\uE001'],
  ['a\u0000\u001b\u007f\uE000\uE001\uF8FF\uD800b', '\uE000ab\uE001'],
  ['', ''],
  [' \n\uE000', ''],
])('markValue(%j)', (text, expected) => {
  expect(markValue(text)).toBe(expected);
});

it('unmark gives the clean text back, and leaves unmarked text alone', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(unmark(markValue(text))).toBe(cleanText(text));
  }));
  expect(unmark('a\\*b')).toBe('a\\*b');
});

it('lists each value once', () => {
  expect(listValues('le \uE00012 mars\uE001 à \uE000Guéret\uE001, \uE00012 mars\uE001')).toEqual(['12 mars', 'Guéret']);
  expect(dropMarks('le \uE00012 mars\uE001')).toBe('le 12 mars');
});
