import { describe, expect, it } from 'vitest';
import { readTokens } from '../../../src/folder/text/tokens.ts';
import { coreOf, indexValues, isTelling, joinValues } from '../../../src/folder/text/values.ts';

const keys = (text: string): readonly string[] => readTokens(text).map(({ key }) => key);

describe('tokens', () => {
  it.each([
    ['l’équipe', "l'équipe"], ['« oui »', '"oui"'], ['“oui”', '« oui »'], ['1 500 €', '1\u202f500\u00a0€'], ['bien…', 'bien...'],
    ['12-13 mars', '12–13 mars'], ['oui -- non', 'oui — non'], ['é', 'e\u0301'], ['inclu\u00adsion', 'inclusion'], [' a \t b\n', 'a b'],
  ])('%j and %j are the same', (a, b) => expect(keys(a)).toEqual(keys(b)));

  it.each([['a', 'A'], ['a.', 'a'], ['été', 'ete'], ['3', '30'], ['ab', 'a b'], ['constructor', '__proto__']])('%j and %j are not', (a, b) => {
    expect(keys(a)).not.toEqual(keys(b));
  });

  it('know their place', () => {
    const text = 'Un « mot »,\u00a0puis l’autre…';
    expect(readTokens(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Un', '«', 'mot', '»', ',', 'puis', 'l', '’', 'autre', '…']);
  });
});

describe('values', () => {
  it.each([
    ['le 14 octobre 2027 au soir', ['14 octobre 2027'], ['14 octobre 2027']],
    ['du 14 octobre 2027', ['le 14 octobre 2027'], ['14 octobre 2027']],
    ['180 personnes, 80 chaises', ['80'], ['80']],
    ['1\u202f500\u00a0€', ['1 500 €'], ['1\u202f500\u00a0€']],
    ['jeudi 14 octobre', ['14', 'jeudi 14 octobre'], ['jeudi 14 octobre']],
    ['rien', ['', '«', 'constructor'], []],
  ])('in %j of %j: %j', (text, values, expected) => {
    const found = joinValues(readTokens(text), indexValues(values)).filter(({ isValue }) => isValue);
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(expected);
  });

  it.each([['le jeudi 14', 'jeudi 14'], ['l’Agora', 'Agora'], ['La Poste', 'La Poste'], ['le', 'le'], ['à compléter', 'à compléter']])('%j without its article: %j', (value, core) => {
    expect(coreOf(value)).toBe(core);
  });

  it.each([['80', true], ['Agora', true], ['la Creuse', true], ['une journée', false], ['à compléter', false], ['un événement pour toutes les écoles', true]])('%j tells by itself: %j', (value, expected) => {
    expect(isTelling(value)).toBe(expected);
  });
});
