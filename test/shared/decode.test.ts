import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/problem.ts';
import {
  compact, fallback, list, number, object, oneOf, optional, refine, required, text, yesNo, type Decoder,
} from '../../src/shared/decode.ts';
import { parseYaml } from '../../src/shared/yaml.ts';

function decode<T>(decoder: Decoder<T>, source: string): T | readonly string[] {
  const parsed = parseYaml(source, 'f.yaml');
  if (!parsed.ok) throw new Error('YAML');
  const problems: Problem[] = [];
  const value = decoder(parsed.value, (found) => problems.push(found));
  expect(value === undefined).toBe(problems.length > 0);
  return value ?? problems.map(({ code, at, args }) => `${at?.line}:${at?.column} ${code} ${Object.values(args).join(' | ')}`);
}

describe('one value', () => {
  it.each<[string, Decoder<unknown>, string, unknown]>([
    ['text', text, '07128', '07128'],
    ['text', text, '" x "', 'x'],
    ['text', text, 'true', 'true'],
    ['text', text, '""', ''],
    ['text', text, '', ['1:1 wrong-type un texte | rien']],
    ['text', text, '[a]', ['1:1 wrong-type un texte | une liste']],
    ['text', text, '{ a: b }', ['1:1 wrong-type un texte | des clés']],
    ['number', number, '-1.5', -1.5],
    ['number', number, '"3"', ['1:1 wrong-type un nombre | « 3 »']],
    ['number', number, '.inf', ['1:1 wrong-type un nombre | « .inf »']],
    ['number', number, '.nan', ['1:1 wrong-type un nombre | « .nan »']],
    ['yesNo', yesNo, 'oui', true],
    ['yesNo', yesNo, 'non', false],
    ['yesNo', yesNo, 'false', false],
    ['yesNo', yesNo, 'yes', ['1:1 wrong-type « oui » ou « non » | « yes »']],
    ['oneOf', oneOf(['haut', 'bas']), 'bas', 'bas'],
    ['oneOf', oneOf(['haut', 'bas']), 'hat', ['1:1 wrong-value hat | haut, bas | haut']],
    ['oneOf', oneOf(['haut', 'bas']), 'ailleurs', ['1:1 wrong-value ailleurs | haut, bas']],
    ['list', list(number), '[1, 2]', [1, 2]],
    ['list', list(number), '1', [1]],
    ['list', list(number), '', []],
    ['list', list(number), '[1, a, b]', ['1:5 wrong-type un nombre | « a »', '1:8 wrong-type un nombre | « b »']],
  ])('%s', (_, decoder, source, result) => expect(decode(decoder, source)).toEqual(result));
});

describe('object', () => {
  const person = object('une personne', {
    nom: required(text), age: optional(number), role: fallback(oneOf(['chef', 'aide']), 'aide'),
  }, compact);

  it('fills in what is left out, and drops what is empty', () => {
    expect(decode(person, 'nom: A')).toEqual({ nom: 'A', role: 'aide' });
    expect(Object.keys(decode(person, 'nom: A'))).toEqual(['nom', 'role']);
  });

  it('tells every problem at once, at its place', () => {
    expect(decode(person, 'agee: 3\nrole: chff\nage: x')).toEqual([
      '1:1 unknown-key agee | age', '1:1 missing-key nom | une personne', '3:6 wrong-type un nombre | « x »', '2:7 wrong-value chff | chef, aide | chef',
    ]);
  });

  it('is not built when a key is wrong', () => {
    const built: unknown[] = [];
    decode(object('x', { a: required(number) }, (values) => built.push(values)), 'a: b');
    expect(built).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('%s is an unknown key', (key) => {
    expect(decode(person, `nom: A\n${key}: {}`)).toEqual([`2:1 unknown-key ${key}`]);
  });

  it('leaves to others what is theirs', () => {
    expect(decode(object('x', { a: required(number) }, (values) => values, ['b']), 'a: 1\nb: 2')).toEqual({ a: 1 });
    expect(decode(object('x', { a: required(number) }, (values) => values, 'others'), 'a: 1\nz: 2')).toEqual({ a: 1 });
    expect(decode(object('x', { a: required(number) }, (values) => values), '[1]')).toEqual(['1:1 wrong-type des clés (a) | une liste']);
  });
});

it('refine is not asked about what could not be read', () => {
  const even = refine(number, (value) => (value % 2 === 0 ? value : 0));
  expect(decode(even, '3')).toBe(0);
  expect(decode(even, 'x')).toEqual(['1:1 wrong-type un nombre | « x »']);
});
