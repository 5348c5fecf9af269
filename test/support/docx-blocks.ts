import fc from 'fast-check';
import type { Block, BlockKind, Inline } from '../../src/model.ts';
import { isListed } from '../../src/shared/block-kinds.ts';
import { legalText } from '../../src/shared/xml.ts';

/** Words as a kit writes them and as people do: French spaces and quotes, signs that XML has to escape, line breaks. */
const words = fc.array(fc.constantFrom(
  'Le lieu', 'la salle', 'mairie', '12 mars 2027', '1\u202f234\u00a0€', '« oui »', 'd’abord', 'a & b', '<w:p>', '"', ']]>',
  'demi\u2011journée', 'co\u00ADopération', '🎉', 'é', 'x', ' ', '  ', ',', '.', '\n', '\t',
), { maxLength: 6 }).map((parts) => parts.join(' '));
/** Anything that XML can hold; a carriage return is no character of its own there. */
const anything = fc.string({ unit: 'grapheme' }).map((text) => legalText(text).replaceAll('\r', ''));

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: words.map((text) => ({ text })) },
  { weight: 1, arbitrary: anything.map((text) => ({ text })) },
  { weight: 1, arbitrary: words.map((text) => ({ text, strong: true as const })) },
  { weight: 1, arbitrary: words.map((text) => ({ text: text || 'ici', link: 'https://exemple.fr/?a=1&b="2"' })) },
);
const cell = fc.array(inline, { maxLength: 4 });

type Draft = Omit<Block, 'id'>;

const draft = (kind: BlockKind, cells: Block['cells'], depth = 0): Draft => ({ kind, cells, depth, values: [] });
const KINDS: readonly BlockKind[] = [
  'title', 'heading', 'subheading', 'paragraph', 'item', 'number', 'check', 'quote', 'info', 'warning',
];
const paragraph: fc.Arbitrary<Draft> = fc.tuple(fc.constantFrom(...KINDS), cell, fc.nat(3))
  .map(([kind, inlines, depth]) => draft(kind, [inlines], isListed(kind) ? depth : 0));
const table: fc.Arbitrary<readonly Draft[]> = fc.integer({ min: 1, max: 4 }).chain((columns) => {
  const row = fc.array(cell, { minLength: columns, maxLength: columns });
  return fc.tuple(row, fc.array(row, { maxLength: 4 }))
    .map(([header, rows]) => [draft('header-row', header), ...rows.map((cells) => draft('row', cells))]);
});

/** Blocks as a template gives them: paragraphs of every kind, lists of some depth, tables with a header. */
export const someBlocks: fc.Arbitrary<readonly Block[]> = fc.array(fc.oneof(
  { weight: 6, arbitrary: paragraph.map((one) => [one]) },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: fc.constant([draft('rule', [])]) },
), { maxLength: 12 }).map((groups) => groups.flat().map((block, rank) => ({ ...block, id: `b${rank}` })));

/** A paragraph or row of words only, for tables of cases. */
export function block(kind: BlockKind, ...cells: readonly string[]): Block {
  return { id: kind, kind, cells: cells.map((text) => [{ text }]), values: [], depth: 0 };
}

export const cellText = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join('');

/** What has to be read where a block was written. */
export function asRead({ kind, cells, depth }: Block): { kind: BlockKind; depth: number; cells: readonly string[] } {
  return { kind, depth, cells: cells.length === 0 ? [''] : cells.map(cellText) };
}
