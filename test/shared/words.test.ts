import fc from 'fast-check';
import { expect, it } from 'vitest';
import { enumerate, fold, nearest, numberDoubles, slug } from '../../src/shared/words.ts';

it.each([
  ['Évry-Courcouronnes', 'evry courcouronnes'], ['L’Haÿ-les-Roses', 'l hay les roses'], ['Œuf à la  COQUE !', 'oeuf a la coque'],
  ['Ægidius', 'aegidius'], ['  ', ''], ['ﬁ', ''], ['T01', 't01'], ['«\u00a0a\u202fb »', 'a b'],
])('fold(%j)', (text, folded) => expect(fold(text)).toBe(folded));

it('folds once and for all, into ASCII', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    expect(fold(text)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
    expect(fold(fold(text))).toBe(fold(text));
    expect(slug(text)).toBe(fold(text).replaceAll(' ', '-'));
  }));
});

it.each([
  ['mediateur', 'mediateurs'], ['médiateurs', 'mediateurs'], ['grefe', 'greffe'], ['grf', undefined], ['gerffe', 'greffe'], ['autonme', 'autonome'],
  ['zzzz', undefined], ['', undefined],
])('nearest(%j) is %j', (word, expected) => {
  expect(nearest(word, ['mediateurs', 'greffe', 'autonome', 'multi-sites'])).toBe(expected);
});

it('suggests nothing out of nothing, and the word itself when it is there', () => {
  expect(nearest('x', [])).toBeUndefined();
  fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,12}$/), fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), (word, others) => {
    expect(nearest(word, [...others, word])).toBe(word);
  }));
});

it.each([[[], ''], [['a'], 'a'], [['a', 'b'], 'a et b'], [['a', 'b', 'c'], 'a, b et c']])('enumerate(%j)', (words, said) => {
  expect(enumerate(words)).toBe(said);
  expect(enumerate(words, 'ou')).toBe(said.replace(' et ', ' ou '));
});

it('numbers ids that come again, and makes none that a kit could have', () => {
  expect(numberDoubles(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a--2', 'a--3']);
  const kitId = fc.stringMatching(/^[a-c]{1,2}(-[1-3])?$/);
  fc.assert(fc.property(fc.array(kitId), (ids) => {
    expect(new Set(numberDoubles(ids)).size).toBe(ids.length);
  }));
});
