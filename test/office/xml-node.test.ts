import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachNode, hasNode, parseXml, splice } from '../../src/office/xml-node.ts';

/** Name, whole and inside of each element. */
function pieces(xml: string): readonly (readonly string[])[] {
  const root = parseXml(xml);
  const found: string[][] = [];
  if (root) eachNode(root, ({ name, start, inner, innerEnd, end }) => found.push([name, xml.slice(start, end), xml.slice(inner, innerEnd)]));
  return found;
}

describe('parseXml', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['<a/>', [['a', '<a/>', '']]],
    ['\uFEFF<?xml version="1.0"?>\r\n<!-- < --><a>\r\n</a>\n', [['a', '<a>\r\n</a>', '\r\n']]],
    ['<a x="1>2" y=\'"\'><b  /></a >', [['a', '<a x="1>2" y=\'"\'><b  /></a >', '<b  />'], ['b', '<b  />', '']]],
    ['<a>🎉<b>é</b>🎉<c/></a>', [['a', '<a>🎉<b>é</b>🎉<c/></a>', '🎉<b>é</b>🎉<c/>'], ['b', '<b>é</b>', 'é'], ['c', '<c/>', '']]],
    ['<a><![CDATA[<b>]]>&lt;</a>', [['a', '<a><![CDATA[<b>]]>&lt;</a>', '<![CDATA[<b>]]>&lt;']]],
  ])('finds every element of %j', (xml, expected) => expect(pieces(xml)).toEqual(expected));

  it('gives the attributes as they mean', () => {
    expect(parseXml('<a x="&lt;&#233;" y=""/>')?.attributes).toEqual({ x: '<é', y: '' });
  });

  it.each([
    '', 'a', '<a>', '</a>', '<a><b></a></b>', '<a/><b/>', '<a x=1/>', '<a x="1" x="2"/>', '<a>&nbsp;</a>', '<a>\u0001</a>', '<a>&#1;</a>',
    '<!DOCTYPE a><a/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<?xml version="1.0" encoding="UTF-16"?><a/>',
    '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', `${'<a>'.repeat(401)}${'</a>'.repeat(401)}`,
  ])('refuses %.60j', (xml) => expect(parseXml(xml)).toBeUndefined());

  it('survives the deepest part it reads', () => {
    const root = parseXml(`${'<a>'.repeat(400)}${'</a>'.repeat(400)}`);
    expect(root && hasNode(root, ({ name }) => name === 'b')).toBe(false);
  });
});

describe('splice', () => {
  it.each<[readonly (readonly [number, number, string])[], string | undefined]>([
    [[], 'abcdef'],
    [[[0, 0, 'x'], [6, 6, 'y']], 'xabcdefy'],
    [[[4, 5, ''], [1, 3, 'XYZ']], 'aXYZdf'],
    [[[2, 2, '1'], [2, 2, '2'], [2, 4, '3'], [0, 2, '4']], '4123ef'],
    [[[0, 3, 'x'], [2, 4, 'y']], undefined],
    [[[0, 3, 'x'], [2, 2, 'y']], undefined],
  ])('%j', (changes, expected) => {
    expect(splice('abcdef', changes.map(([start, end, text]) => ({ start, end, text })))).toBe(expected);
  });

  it('gives each change its place, whatever the order of those at different places', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 8 }), fc.string(), (places, text) => {
      const base = 'abcdefghijklmnopqrstu';
      const changes = places.map((start) => ({ start, end: start + 1, text }));
      const expected = Array.from(base, (letter, at) => (places.includes(at) ? text : letter)).join('');
      expect(splice(base, changes)).toBe(expected);
      expect(splice(base, changes.toReversed())).toBe(expected);
    }));
  });
});
