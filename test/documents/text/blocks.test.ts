import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText, parseBlocks } from '../../../src/documents/text/blocks.ts';
import { markValue } from '../../../src/shared/values.ts';

const outline = (markdown: string): readonly string[] => (
  parseBlocks(markdown).map((block) => `${block.kind}: ${blockText(block)}`)
);
const PIECES = [
  '- ', '> ', '# ', '| ', '[#', ']', '\n', ':::info\n', '```\n', '**', '1. ', '[ ] ', 'a', '\uE000', '\uE001', '---\n',
];

describe('parseBlocks', () => {
  it.each<[string, readonly string[]]>([
    ['# a\n## b\n### c\n#### d', ['title: a', 'heading: b', 'subheading: c', 'subheading: d']],
    ['a\nb\\\nc', ['paragraph: a b\nc']],
    ['- a\n- [ ] b\n- [x] c\n1. d', ['item: a', 'check: b', 'check: c', 'number: d']],
    ['- a\n\n  b', ['item: a', 'paragraph: b']],
    ['> a\n>\n> b', ['quote: a', 'quote: b']],
    [':::info\na\n\nb\n:::\n\n:::warning\nc\n:::', ['info: a', 'info: b', 'warning: c']],
    ['| a | b |\n| --- | --- |\n| c | |', ['header-row: a\tb', 'row: c\t']],
    ['a\n---\nb', ['paragraph: a', 'rule: ', 'paragraph: b']],
    ['```js\na\n  b\n```', ['paragraph: a\n  b']],
    ['![plan](a.png) <b>c</b> ~~d~~', ['paragraph: plan <b>c</b> ~~d~~']],
    ['<script>a</script>', ['paragraph: <script>a</script>']],
    ['[ ] a', ['paragraph: [ ] a']],
    ['[#x]\n\nb', ['paragraph: b']],
    ['', []],
  ])('reads %j', (markdown, expected) => {
    expect(outline(markdown)).toEqual(expected);
  });

  it('takes ids out of the words', () => {
    const table = '| [#r-1] a | b |\n| --- | --- |';
    const blocks = parseBlocks(`# [#note] Note\n\n- [ ] [#note.p1] a\n\n${table}\n\n[#a] b\n[#c] d\n\ne\n\nf`);
    expect(blocks.map(({ id }) => id)).toEqual(['note', 'note.p1', 'r-1', 'a', 'paragraph', 'paragraph~2']);
    expect(blocks.map(blockText)).toEqual(['Note', 'a', 'a\tb', 'b d', 'e', 'f']);
  });

  it('makes ids of values, whatever they hold, and makes them unique', () => {
    const id = markValue('Élus] & [#communes');
    const ids = parseBlocks(`- [#role-${id}] a\n- [#role-${id}] b`).map((block) => block.id);
    expect(ids).toEqual(['role-elus-communes', 'role-elus-communes~2']);
  });

  it('lists values as printed', () => {
    const [date, place, amount] = ['12 mars', '[Guéret](x) | *', '1\u202f234\u00a0€'].map(markValue);
    const [block] = parseBlocks(`Le **${date}** à ${place} pour ${amount}, le ${date}.`);
    expect(block?.values).toEqual(['12 mars', '[Guéret](x) | *', '1\u202f234\u00a0€']);
    expect(block?.cells).toEqual([[
      { text: 'Le ' }, { text: '12 mars', strong: true },
      { text: ' à [Guéret](x) | * pour 1\u202f234\u00a0€, le 12 mars.' },
    ]]);
  });

  it('never reads a value as Markdown, anywhere', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const value = markValue(text);
      const table = `| a ${value} | b |\n| --- | --- |\n| c | d |`;
      const blocks = parseBlocks(`# a ${value}\n\n${value} b\n\n- a ${value}\n\n${table}`);
      expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'item', 'header-row', 'row']);
      for (const block of blocks.slice(0, 4)) expect(block.cells[0]?.length).toBe(1);
      const printed = blocks.slice(0, 4).map((block) => block.values);
      expect(new Set(printed.map((values) => values.join())).size).toBe(1);
    }));
  });

  it.each([
    ['[a](https://a.fr/b)', 'https://a.fr/b'],
    [`[a](${markValue('https://a.fr/b_c?d=(e)')})`, 'https://a.fr/b_c?d=(e)'],
    ['[a](mailto:a@b.fr)', 'mailto:a@b.fr'],
    ['[a](../3-budget/budget.xlsx)', '../3-budget/budget.xlsx'],
    ['[a](javascript:alert)', undefined],
    ['[a](file:///etc/passwd)', undefined],
    [`[a](${markValue('javascript:alert')})`, undefined],
  ])('reads the link of %j', (markdown, link) => {
    expect(parseBlocks(markdown)[0]?.cells[0]?.[0]?.link).toBe(link);
  });

  it('counts the depth of items from 0', () => {
    const blocks = parseBlocks('- a\n  1. b\n     - [ ] c\n- d');
    expect(blocks.map(({ kind, depth }) => `${kind} ${depth}`)).toEqual(['item 0', 'number 1', 'check 2', 'item 0']);
  });

  it('survives anything, with unique ids', () => {
    const markdown = fc.array(fc.constantFrom(...PIECES)).map((parts) => parts.join(''));
    fc.assert(fc.property(markdown, (source) => {
      const ids = parseBlocks(source).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }), { numRuns: 500 });
  });
});
