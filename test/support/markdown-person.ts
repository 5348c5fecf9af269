import fc from 'fast-check';
import type { Block, BlockKind, FoundBlock, TextEdit } from '../../src/model.ts';
import { isListed } from '../../src/shared/block-kinds.ts';
import { wishedEdits } from './docx-edits.ts';

/** Words of a person, in every way that Markdown has to write them. */
const WORDS = [
  'Le lieu', 'la salle', 'mairie', '12 mars 2027', '1\u202f234\u00a0€', '« oui »', 'l’été', 'e\u0301te\u0301', 'a & b', '🎉', 'C#', 'x', '2 * 3',
  '**gras**', '__gras__', '*emphase*', '_emphase_', '***les deux***', '~~barré~~', '==marqué==', 'm^2^', '`code`', '`` a`b ``', 'l\\_a', '&eacute;', '&amp;', '\\*',
  '[un **lien**](https://a.fr "titre")', '[ref]', '[ici][ref]', '<https://a.fr>', '![plan](a.png)', 'note[^1]', '$x^2$', '<br>', '<u>souligné</u>', '$5', 'snake_case', '[',
] as const;
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));

/** A paragraph that goes on over some lines, reflowed or broken. */
const lines = fc.array(fc.tuple(words, fc.constantFrom('', '', '\\', '  ')), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map(([text, end], rank) => text + (rank < parts.length - 1 ? end : '')).join('\n'));
const behind = (first: string, others: string) => (text: string): string => first + text.replaceAll('\n', `\n${others}`);

const list = (marks: readonly [string, string], gap: string) => fc.array(fc.tuple(lines, fc.option(words), fc.boolean()), { minLength: 1, maxLength: 4 })
  .map((items) => items.map(([text, sub, box], rank) => {
    const mark = marks[0] === '1.' ? `${rank + 1}. ` : marks[0];
    const indent = ' '.repeat(mark.length);
    return behind(`${mark}${box ? '[x] ' : ''}`, indent)(text) + (sub === null ? '' : `\n${indent}${marks[1]}${sub}`);
  }).join(gap));

const cell = words.map((text) => text.replace(/[|`]/g, '\\|'));
const table = fc.record({ columns: fc.integer({ min: 1, max: 3 }), rows: fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }), wide: fc.boolean(), header: fc.boolean() })
  .map(({ columns, rows, wide, header }) => {
    const line = (cells: readonly string[]): string => (wide ? `|   ${cells.join('   |  ')} |` : columns === 1 ? `|${cells[0]}|` : cells.join(' | '));
    const [head, ...rest] = rows.map((row) => row.slice(0, columns));
    const first = header || !wide ? line(head ?? []) : `|${' |'.repeat(columns)}`;
    return [first, `|${':--|'.repeat(columns)}`, ...rest.map(line)].join('\n');
  });

const fragment: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: lines },
  fc.tuple(fc.constantFrom('# ', '## ', '### ', '#### '), words, fc.constantFrom('', ' ##')).map((parts) => parts.join('')),
  fc.tuple(words, fc.constantFrom('\n====', '\n---')).map((parts) => parts.join('')),
  ...(['\n', '\n\n'] as const).flatMap((gap) => [list(['* ', '- '], gap), list(['- ', '* '], gap), list(['1.', '+ '], gap)]),
  { weight: 2, arbitrary: table },
  lines.map(behind('> ', '> ')), fc.tuple(lines, lines).map((two) => two.map(behind('> ', '> ')).join('\n>\n')),
  fc.tuple(fc.constantFrom('info', 'warning', 'success'), lines, lines).map(([box, a, b]) => `:::${box}\n${a}\n\n${b}\n:::`),
  fc.constantFrom('***', '```js\nlet x = 1;\n\n> y\n```', '<div>\nx\n</div>', '[^1]: une note\nsur deux lignes', '    du code\n\n    encore', '$$\nx\n$$', '[TOC]'),
);

/** A pad as a person leaves it: any line ends, a byte order mark or none, metadata or none. */
export const somePad: fc.Arbitrary<string> = fc.record({
  front: fc.constantFrom('', '', '---\ntitle: "Note"\nlang: fr\n---\n\n'), mark: fc.constantFrom('', '', '\uFEFF'),
  fragments: fc.array(fc.tuple(fragment, fc.constantFrom('\n\n', '\n\n', '\n\n\n')), { maxLength: 8 }),
  end: fc.constantFrom('', '\n', '\n\n'), ends: fc.constantFrom(['\n'], ['\n'], ['\r\n'], ['\r\n', '\n'], ['\r']),
}).map(({ front, mark, fragments, end, ends }) => {
  const body = fragments.map(([text, gap], rank) => text + (rank < fragments.length - 1 ? gap : '')).join('');
  let rank = 0;
  return mark + `${front}${body}${body && '\n\n[ref]: https://exemple.fr'}${end}`.replace(/\n/g, () => {
    rank += 1;
    return ends[rank % ends.length] ?? '\n';
  });
});

/** What a kit puts into a text. */
const kitWords = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...WORDS.slice(0, 12)), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')) },
  fc.constantFrom('*', '- x', '1. x', '# x', '> x', '[x](y)', '`x`', '<b>', '| x', 'a_b_c', '\\', '[ ] x', '== x ==', ':::', '---', '&eacute;', 'a\nb'),
);

const KINDS: readonly BlockKind[] = ['title', 'heading', 'subheading', 'paragraph', 'paragraph', 'item', 'item', 'number', 'check', 'quote', 'info', 'warning'];
const paragraph = fc.record({ kind: fc.constantFrom(...KINDS), text: kitWords, depth: fc.nat(2) })
  .map(({ kind, text, depth }) => [{ kind, cells: [[{ text }]], depth: isListed(kind) ? depth : 0 }]);
const rows = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.array(kitWords, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([columns, texts, header]) => texts.map((row, rank) => ({
    kind: header && rank === 0 ? 'header-row' as const : 'row' as const, depth: 0, cells: row.slice(0, columns).map((text) => [{ text }]),
  })));
/** Blocks as a kit has them. */
const kitBlocks: fc.Arbitrary<readonly Block[]> = fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, rows, fc.constant([{ kind: 'rule' as const, cells: [], depth: 0 }])), { maxLength: 4 })
  .map((groups) => groups.flat().map((block, rank) => ({ ...block, id: `b${rank}`, values: [] })));

/** Numbers, words and blocks that decide about a pad which is not known yet. */
export const someWishes = fc.record({
  chances: fc.array(fc.nat(999), { minLength: 60, maxLength: 60 }), blocks: kitBlocks,
  words: fc.array(fc.oneof(kitWords, fc.constantFrom('', ' et ', ' ')), { minLength: 5, maxLength: 5 }),
});
export type Wishes = typeof someWishes extends fc.Arbitrary<infer T> ? T : never;

/** Edits that a merge may ask for in this pad. */
export const padEdits = (found: readonly FoundBlock[], { words: texts, ...wishes }: Wishes): readonly TextEdit[] => wishedEdits(found, wishes)
  .filter((edit) => edit.kind !== 'words' || found[edit.block]?.kind !== 'rule')
  .map((edit, rank) => (edit.kind === 'words' ? { ...edit, text: texts[rank % texts.length] ?? '' } : edit));
