import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Facts } from '../../src/model.ts';
import type { Problem } from '../../src/problem.ts';
import { choose, condition, factsOf, holds, isGiven } from '../../src/shared/condition.ts';
import { parseYaml } from '../../src/shared/yaml.ts';

function read(source: string): { readonly value: Condition | undefined; readonly problems: readonly Problem[] } {
  const parsed = parseYaml(source, 'f.yaml');
  if (!parsed.ok) throw new Error('YAML');
  const problems: Problem[] = [];
  return { value: condition(parsed.value, (found) => problems.push(found)), problems };
}

const facts: Facts = {
  lieu: 'Salles polyvalentes de l’école Jean-Jaurès', partenaires: [{ nom: 'Pass numérique 31', type: 'hub' }],
  publics: ['mediateurs', 'elus'], jauge: 80, forme: 'greffe', charte: true, formation: false, nom: '', sites: [], roles: {},
};

describe('holds', () => {
  it.each([
    ['{ publics: mediateurs }', true], ['{ publics: habitants }', false], ['{ publics: [habitants, elus] }', true],
    ['{ forme: greffe }', true], ['{ forme: [autonome, multi-sites] }', false],
    ['{ charte: oui }', true], ['{ charte: non }', false], ['{ formation: non }', true], ['{ formation: false }', true],
    ['{ jauge: 80 }', true], ['{ jauge: "80" }', false],
    ['{ jauge: { min: 80 } }', true], ['{ jauge: { max: 80 } }', true], ['{ jauge: { min: 81 } }', false],
    ['{ jauge: { min: 10, max: 79 } }', false], ['{ forme: { min: 0 } }', false],
    ['{ absent: x }', false], ['{ absent: { min: 0 } }', false], ['{ absent: { max: 9 } }', false],
    ['{ absent: { given: non } }', true], ['{ absent: { given: oui } }', false],
    ['{ charte: { given: oui } }', true], ['{ formation: { given: oui } }', true], ['{ jauge: { given: oui } }', true],
    ['{ nom: { given: oui } }', false], ['{ sites: { given: oui } }', false], ['{ roles: { given: oui } }', false],
    ['{ publics: elus, jauge: { min: 100 } }', false], ['{ publics: elus, jauge: { min: 50 } }', true],
    ['{ any: [ { jauge: { min: 100 } }, { forme: greffe } ] }', true], ['{ any: [ { jauge: { min: 100 } } ] }', false], ['{ any: [] }', false],
    ['{ none: [ { forme: greffe } ] }', false], ['{ none: { forme: autonome } }', true], ['{ none: [] }', true],
    ['{ none: [ { any: [ { publics: elus }, { absent: x } ] } ] }', false],
    ['{ lieu: { says: [école] } }', true], ['{ lieu: { says: ECOLE } }', true], ['{ lieu: { says: [salle polyvalente] } }', true],
    ['{ lieu: { says: [polyvalente salle] } }', false], ['{ lieu: { says: [col] } }', false], ['{ lieu: { says: [écoles] } }', false],
    ['{ partenaires: { says: hub } }', true], ['{ partenaires: { says: [aptic, "pass numérique"] } }', true], ['{ partenaires: { says: association } }', false],
    ['{ publics: { says: elu } }', true], ['{ jauge: { says: "80" } }', false], ['{ absent: { says: x } }', false], ['{ nom: { says: x } }', false],
    ['{ none: [ { lieu: { says: [gymnase] } } ] }', true],
    ['{}', true],
  ])('%s → %s', (source, expected) => {
    const { value, problems } = read(source);
    expect(problems).toEqual([]);
    expect(holds(value, facts)).toBe(expected);
  });

  it('without a condition, always', () => expect(holds(undefined, {})).toBe(true));

  it('a condition and its `none` never agree', () => {
    const fact = fc.constantFrom(...Object.keys(facts), 'absent');
    const leaf = fc.oneof(
      fc.record({ op: fc.constant('is' as const), fact, values: fc.array(fc.constantFrom('elus', 'greffe', true, 80)) }),
      fc.record({ op: fc.constant('between' as const), fact, min: fc.integer({ min: 0, max: 160 }) }),
      fc.record({ op: fc.constant('given' as const), fact, given: fc.boolean() }),
    );
    fc.assert(fc.property(fc.array(leaf, { minLength: 1 }), (of) => {
      expect(holds({ op: 'none', of }, facts)).toBe(!holds({ op: 'any', of }, facts));
      expect(holds({ op: 'all', of }, facts)).toBe(of.every((part) => holds(part, facts)));
    }));
  });
});

it.each([
  ['texte', '1:1 wrong-type'], ['{ a: }', '1:6 wrong-type'], ['{ a: [x, [y]] }', '1:6 wrong-type'], ['{ a: { mini: 1 } }', '1:8 unknown-key'],
  ['{ a: { given: oui, min: 1 } }', '1:8 unknown-key'], ['{ a: { min: beaucoup } }', '1:13 wrong-type'],
  ['{ a: { given: peut-etre } }', '1:15 wrong-type'],
  ['{ a: { says: [{}] } }', '1:15 wrong-type'], ['{ a: { says: ["…"] } }', '1:15 wrong-value'], ['{ a: { says: x, min: 1 } }', '1:8 unknown-key'],
  ['{ any: texte }', '1:8 wrong-type'], ['{ none: [ texte ] }', '1:11 wrong-type'],
])('refuses %s', (source, told) => {
  const { value, problems } = read(source);
  expect(value).toBeUndefined();
  expect(problems.map(({ code, at }) => `${at?.line}:${at?.column} ${code}`)).toEqual([told]);
});

it('says: a word is found in any text that holds it, whatever stands around', () => {
  const word = fc.stringMatching(/^[a-zé]{3,8}$/);
  fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom('', 'Le ', '(', 'l’'), fc.constantFrom('', ' !', ', puis', 's'), (words, before, after) => {
    expect(holds({ op: 'says', fact: 't', words: [words.join(' ')] }, { t: `${before}${words.join(' ').toUpperCase()}${after}` })).toBe(true);
  }));
});

it('lists the facts that are looked at, with their values', () => {
  const { value } = read('{ a: [x, y], any: [ { b: { min: 1 } }, { none: [ { c: { given: oui } } ] } ] }');
  expect(value && factsOf(value)).toEqual([{ fact: 'a', values: ['x', 'y'] }, { fact: 'b', values: [] }, { fact: 'c', values: [] }]);
});

it('chooses the first that holds', () => {
  const big: Condition = { op: 'between', fact: 'jauge', min: 100 };
  expect(choose([{ when: big, value: 1 }, { value: 2 }, { value: 3 }], facts)).toBe(2);
  expect(choose([{ when: big, value: 1 }], facts)).toBeUndefined();
});

it.each([[0, true], [false, true], ['x', true], ['', false], [[], false], [{}, false], [undefined, false]])('isGiven(%j) is %s', (value, given) => {
  expect(isGiven(value)).toBe(given);
});
