import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawAnswer } from '../../../src/answers/raw-answer.ts';
import { renderDocuments } from '../../support/render-documents.ts';
import { readMarkdownText } from '../../../src/documents/text/markdown-found.ts';
import { placeMarkdown } from '../../../src/documents/text/markdown-placed.ts';
import { toMarkdown } from '../../../src/documents/text/markdown.ts';
import type { FoundBlock } from '../../../src/model.ts';
import { NOTHING_DONE } from '../../../src/shared/nothing-done.ts';
import { asRead } from '../../support/docx-blocks.ts';
import { loadSources, makeFolder } from '../../support/folder.ts';
import { necSources } from '../../support/kit.ts';
import { somePad } from '../../support/markdown-person.ts';

const outline = (text: string): readonly string[] => readMarkdownText(text).blocks.map(({ kind, depth, cells, locked, pinned }) => (
  `${kind}${depth || ''}${pinned ? ' pinned' : ''}${locked ? ` ${locked}` : ''}: ${cells.join(' | ')}`));
const only = (text: string): FoundBlock | undefined => readMarkdownText(text).blocks[0];

describe('readMarkdownText', () => {
  it.each<[string, string, readonly string[]]>([
    ['headings of both styles', 'A\n===\n\nB *c*\n---\n\n### D ##\n\n#### E', ['title: A', 'heading: B c', 'subheading: D', 'subheading: E']],
    ['reflowed and broken lines', 'a\nb  \nc\\\nd', ['paragraph: a b\nc\nd']],
    ['any list marks', '* a\n  + b\n    1) c\n* [x] d\n\n- [ ] e', ['item: a', 'item1: b', 'number2: c', 'check: d', 'check: e']],
    ['marks of all kinds around words', '**a** __b__ *c* _d_ ***e*** ~~f~~ ==g== ++h++ H~2~O m^2^ `` i`j ``', ['paragraph: a b c d e f g h H2O m2 i`j']],
    ['escapes and entities', '\\*a\\* &eacute; &amp; &#233; \\q', ['paragraph: *a* é & é \\q']],
    ['links of all kinds', '[a](https://x.fr "t") [b][r] [r] [c][] <https://y.fr>\n\n[r]: https://z.fr\n[c]: https://z.fr', ['paragraph: a b r c https://y.fr']],
    ['tables of other widths, without outer bars, with bars in cells', '|a|b|\n|:-|-:|\n|  c \\| d  | |\n\ne | f\n--|--\ng | h | too many',
      ['header-row: a | b', 'row: c | d | ', 'header-row: e | f', 'row: g | h']],
    ['no header where it has no words', '|  |  |\n| --- | --- |\n| a | b |', ['row: a | b']],
    ['quotes and boxes', '> a\nlazy\n>\n> - b\n\n:::info\nc\n:::\n:::danger\nd\n:::', ['quote: a lazy', 'item: b', 'info: c', 'paragraph: d']],
    ['what no kit writes', '```js\na\n```\n\n    code\n\n<div>\n</div>\n\n[^1]: note\n\n<!-- a -->\n\n![p](a.png)',
      ['other pinned: a', 'other pinned: code', 'other pinned: <div>\n</div>', 'other pinned: [^1]: note', 'other pinned: <!-- a -->', 'other pinned: ']],
    ['more in an item than its words', '- a\n\n  b\n- c', ['item pinned: a', 'paragraph: b', 'item: c']],
    ['a rule, and dashes that are no metadata', '---\n\na\n\n---\n', ['rule: ', 'paragraph: a', 'rule: ']],
    ['what a pad shows as words', '[#x] a\n\n[ ] b\n\n5 $ et 6 $', ['paragraph: [#x] a', 'paragraph: [ ] b', 'paragraph: 5 $ et 6 $']],
    ['nothing', '\uFEFF---\ntitle: a\n---\n', []],
    ['empty paragraphs, items and headings as nothing', '#\n\n- \n\n&nbsp;', []],
  ])('reads %s', (_, text, expected) => expect(outline(text)).toEqual(expected));

  it.each(['\n', '\r\n', '\r'])('reads any line end, with a byte order mark and metadata (%j)', (lineEnd) => {
    const text = '\uFEFF---\ntitle: "a"\nlang: fr\n---\n\n# b\n\nc\nd\n\n> e\n> f\n'.replaceAll('\n', lineEnd);
    expect(outline(text)).toEqual(['title: b', 'paragraph: c d', 'quote: e f']);
  });

  it('tells where pictures, formulas, tags and note marks stand', () => {
    expect(only('a ![b](c.png) d[^1] e $x^2$ <u>f</u>')).toEqual(
      { kind: 'paragraph', depth: 0, cells: ['a  d e  f'], pinned: true, fixed: [[2, 4, 7, 8, 9]] });
    expect(only('| a<br>b |\n| --- |')).toEqual({ kind: 'header-row', depth: 0, cells: ['ab'], pinned: true, fixed: [[1]] });
  });

  it('locks what it cannot find in the source, to the character: words of code over two lines', () => {
    expect(only('a `b\nc` d')).toEqual({ kind: 'paragraph', depth: 0, cells: ['a b c d'], locked: 'object', pinned: true });
  });

  it('keeps accents as they are written', () => expect(only('e\u0301te\u0301 été')?.cells).toEqual(['e\u0301te\u0301 été']));

  it('finds each word of a pad again where it says', () => {
    fc.assert(fc.property(somePad, (pad) => {
      for (const { cells, found } of placeMarkdown(pad).blocks) {
        expect(found.locked).toBeUndefined();
        for (const { atoms, place } of cells) {
          expect(atoms.every(({ from }, rank) => from === (atoms[rank - 1]?.to ?? 0))).toBe(true);
          for (const { role, text, from, to } of atoms) if (role === 'words') expect(pad.slice(place.at(from), place.at(to)).replaceAll('\\|', '|')).toBe(text);
        }
      }
    }), { numRuns: 500 });
  });
});

const loaded = loadSources(necSources());

it.each(loaded.kit.profiles.map(({ id, answers }) => [id, answers] as const))('reads back every text of the profile %s', async (_, answers) => {
  const { plan } = await makeFolder(loaded, { ...answers as Readonly<Record<string, RawAnswer>>, textes: 'markdown' }, '2026-11-23');
  const texts = (await renderDocuments(plan, await loaded.templates(), NOTHING_DONE)).filter((document) => document.kind === 'text');
  expect(texts.length).toBeGreaterThan(4);
  for (const text of texts) {
    const { blocks } = readMarkdownText(toMarkdown(text, { title: 'NEC', licence: 'Licence Ouverte 2.0' }));
    expect(blocks, text.path).toEqual(text.blocks.map((block) => ({ ...asRead(block), pinned: false })));
  }
});
