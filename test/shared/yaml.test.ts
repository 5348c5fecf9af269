import fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { parseYaml, type Located } from '../../src/shared/yaml.ts';

const plain = (node: Located): unknown => {
  switch (node.kind) {
    case 'scalar': return node.value;
    case 'list': return node.items.map(plain);
    case 'map': return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
  }
};

const read = (text: string): unknown => {
  const parsed = parseYaml(text, 'f.yaml');
  return parsed.ok ? plain(parsed.value) : parsed.problems.map(({ code, at }) => `${at?.line}:${at?.column} ${code}`);
};

const scalar = (text: string): Located | undefined => {
  const parsed = parseYaml(text, 'f.yaml');
  return parsed.ok ? parsed.value : undefined;
};

describe('parseYaml', () => {
  it.each([
    ['a: 1\nb: [x, "y"]\nc: { d: non, e: true, f: ~ }', { a: 1, b: ['x', 'y'], c: { d: 'non', e: true, f: null } }],
    ['a: yes\nb: on\nc: 0o17\nd: 1_000', { a: 'yes', b: 'on', c: 15, d: '1_000' }],
    ['date: 2027-10-14', { date: '2027-10-14' }],
    ['\uFEFFa: 1', { a: 1 }],
    ['a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['', null],
    ['# rien', null],
    ['texte', 'texte'],
  ])('reads %j', (text, value) => expect(read(text)).toEqual(value));

  it.each([['07128', '07128', 7128], ['1.0', '1.0', 1], ['"07128"', '07128', '07128'], ['1e3', '1e3', 1000]])(
    'keeps %s as it was written', (text, source, value) => {
      expect(scalar(text)).toMatchObject({ source, value });
    });

  it('knows where everything stands, from 1', () => {
    const node = scalar('un:\n  deux: [x,\n    y]\n');
    if (node?.kind !== 'map') throw new Error('map expected');
    const inner = node.entries[0]?.value;
    if (inner?.kind !== 'map') throw new Error('map expected');
    const [entry] = inner.entries;
    expect([node.at, entry?.keyAt, entry?.value.at].map((at) => `${at?.line}:${at?.column}`)).toEqual(['1:1', '2:3', '2:9']);
    expect(entry?.value.kind === 'list' && entry.value.items.map(({ at }) => `${at.line}:${at.column}`)).toEqual(['2:10', '3:5']);
  });

  it.each([
    ['a:\n\tb: 1', ['2:1 yaml-syntax']],
    ['a: 1\na: 2', ['2:1 yaml-syntax']],
    ['b: 1\na: "x\nc: 2\n', ['2:4 yaml-syntax']],
    ['a: [1, [2], 3\nb: 2\n', ['1:4 yaml-syntax']],
    ['a: [1, [2, 3]\nb: 2\n', ['1:4 yaml-syntax']],
    ['a: &x 1\nb: *x', ['1:7 yaml-syntax', '2:4 yaml-syntax']],
    ['*x : 1', ['1:1 yaml-syntax']],
    ['a: !!str 1', ['1:10 yaml-syntax']],
    ['a: !inconnu 1', ['1:4 yaml-syntax']],
    ['a: 1\n---\nb: 2', ['2:1 yaml-syntax']],
  ])('refuses %j there, once', (text, told) => expect(read(text)).toEqual(told));

  it('refuses 1 MB and one character, and reads 1 MB', () => {
    const line = 'a: b # ';
    expect(read(line.padEnd(1_000_000, 'x'))).toEqual({ a: 'b' });
    expect(read(line.padEnd(1_000_001, 'x'))).toEqual(['1:1 yaml-too-large']);
  });

  it('goes 40 levels deep and no deeper', () => {
    expect(read('['.repeat(40) + ']'.repeat(40))).toBeInstanceOf(Array);
    expect(read('['.repeat(42) + ']'.repeat(42))).toEqual(['1:42 yaml-syntax']);
  });

  it('never throws, and reads back what is written', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => { parseYaml(text, 'f.yaml'); }));
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const value = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(leaf, fc.array(leaf), fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), leaf)));
    fc.assert(fc.property(value, (data) => {
      expect(read(stringify(data, { aliasDuplicateObjects: false }))).toEqual(Object.assign({}, data));
    }));
  });
});
