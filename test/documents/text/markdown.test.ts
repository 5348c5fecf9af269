import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText, parseBlocks } from '../../../src/documents/text/blocks.ts';
import { toMarkdown, writeMarkdown } from '../../../src/documents/text/markdown.ts';
import type { Block, BlockKind, Inline, TextDocument } from '../../../src/model.ts';

const KINDS: readonly BlockKind[] = [
  'title', 'heading', 'subheading', 'paragraph', 'item', 'number', 'check', 'quote', 'info', 'warning',
];

const TRAPS = [
  '*', '**', '_', '`', '#', '# a', '- a', '1. a', '12) a', '> a', '[a](b)', '[#x] a', '[ ] a', '![a](b)', '| a | b |',
  '---', '===', ':::info', ':::', ':smile:', '$x$', '==a==', '++a++', '~~a~~', 'a^2^', '&amp;', '<b>', '<https://a.fr>',
  '{%youtube a%}', '```', '\\', 'a\\', 'C#', '[TOC]', '[^1]', 'snake_case', '_a_', '1 234 €', '« x »', '+ a', '+', '-', '2.',
  'x |', '{{x}}', '2 * 3 * 4', 'https://a.fr/b_c?d=e&f', '🎉', 'שלום',
];

const word = fc.oneof(fc.constantFrom(...TRAPS, 'le', 'mot'), fc.string({ unit: 'grapheme', maxLength: 8 }));
const words = fc
  .array(word, { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' ').replace(/[\p{Cc}\p{Co}\p{Cs}\s]+/gu, ' ').trim())
  .filter((text) => text !== '');

const inline: fc.Arbitrary<Inline> = fc.record({
  text: words,
  strong: fc.constant(true),
  emphasis: fc.constant(true),
  link: fc.constantFrom('https://a.fr/b_(c)', 'mailto:a@b.fr'),
}, { requiredKeys: ['text'] });

const block: fc.Arbitrary<Block> = fc.record({
  id: fc.constant('x'),
  kind: fc.constantFrom(...KINDS),
  cells: fc.array(inline, { minLength: 1, maxLength: 3 }).map((runs) => [runs]),
  values: fc.constant([]),
  depth: fc.constant(0),
});

const outline = (blocks: readonly Block[]): readonly string[] => blocks.map((one) => `${one.kind}: ${blockText(one)}`);
const withRuns = (...runs: readonly Inline[]): Block => (
  { id: 'p', kind: 'paragraph', cells: [runs], values: [], depth: 0 }
);
const text = (kind: BlockKind, value: string, depth = 0): Block => ({ ...withRuns({ text: value }), kind, depth });
const row = (kind: 'header-row' | 'row', ...cells: readonly string[]): Block => (
  { id: kind, kind, cells: cells.map((cell) => [{ text: cell }]), values: [], depth: 0 }
);

describe('writeMarkdown', () => {
  it('reads back with the same kinds and words, whatever the words', () => {
    fc.assert(fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
      expect(outline(parseBlocks(writeMarkdown(blocks)))).toEqual(outline(blocks));
    }), { numRuns: 2000 });
  });

  it.each(['title', 'heading', 'subheading', 'paragraph', 'item', 'quote'] as const)('keeps the marks of a %s that is made of marks', (kind) => {
    for (const text of ['#', '##', '# a', 'a #', 'a ##', '\\#', '# #', '-', '1.', '>', '---', '[ ]', '[#x]']) {
      const blocks: readonly Block[] = [{ id: 'x', kind, cells: [[{ text }]], values: [], depth: 0 }];
      expect(outline(parseBlocks(writeMarkdown(blocks)))).toEqual(outline(blocks));
    }
  });

  it('reads tables back', () => {
    const table = fc.integer({ min: 1, max: 4 }).chain((columns) => (
      fc.array(fc.array(words, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 })
    ));
    fc.assert(fc.property(table, (rows) => {
      const blocks = rows.map((cells, index) => row(index === 0 ? 'header-row' : 'row', ...cells));
      expect(outline(parseBlocks(writeMarkdown(blocks)))).toEqual(outline(blocks));
    }), { numRuns: 1000 });
  });

  it.each<[string, readonly Block[], string]>([
    ['one blank line between blocks',
      [text('title', 'Note'), text('paragraph', 'Un.'), text('paragraph', 'Deux.')],
      '# Note\n\nUn.\n\nDeux.\n'],
    ['nested items under the words of their parent',
      [text('number', 'a'), text('item', 'b', 1), text('number', 'c'), text('check', 'd')],
      '1. a\n   - b\n2. c\n\n- [ ] d\n'],
    ['a depth without a parent', [text('item', 'a', 5)], '- a\n'],
    ['boxes and quotes',
      [text('info', 'a'), text('info', 'b'), text('warning', 'c'), text('quote', 'd'), text('quote', 'e')],
      ':::info\na\n\nb\n:::\n\n:::warning\nc\n:::\n\n> d\n>\n> e\n'],
    ['tables', [row('header-row', 'a', 'b'), row('row', 'c | d', ''), text('rule', '')],
      '| a | b |\n| --- | --- |\n| c \\| d |  |\n\n---\n'],
    ['two tables apart', [row('header-row', 'a'), row('header-row', 'b')], '| a |\n| --- |\n\n| b |\n| --- |\n'],
    ['looks',
      [withRuns({ text: 'du ' }, { text: '14 mars ', strong: true }, { text: 'au soir', strong: true, emphasis: true },
        { text: ', ' }, { text: 'ici', link: 'https://a.fr' })],
      'du **14 mars _au soir_**, [ici](https://a.fr)\n'],
    ['a look that cannot be written: the words stay',
      [withRuns({ text: 'a' }, { text: '« b »', strong: true }, { text: 'c' })],
      'a« b »c\n'],
    ['only what must be escaped',
      [text('paragraph', '- 12-13 mars (à 9:30), l’équipe & co ; mot_clé #1')],
      '\\- 12-13 mars (à 9:30), l’équipe & co ; mot_clé #1\n'],
  ])('writes %s', (_, blocks, expected) => {
    expect(writeMarkdown(blocks)).toBe(expected);
  });
});

describe('toMarkdown', () => {
  const doc: TextDocument = {
    kind: 'text', path: 'note', blocks: [text('title', 'Note')],
    spec: { id: 'note', path: 'note', kind: 'text', title: 'Note', purpose: '', readers: '' },
  };

  it('starts with metadata that no title can break', () => {
    expect(toMarkdown(doc, { title: 'NEC "Creuse"\n---\nrobots: all', licence: 'Licence Ouverte 2.0' })).toBe(
      '---\ntitle: "NEC \\"Creuse\\" --- robots: all"\nlicence: "Licence Ouverte 2.0"\nlang: "fr"\n---\n\n# Note\n',
    );
  });
});
