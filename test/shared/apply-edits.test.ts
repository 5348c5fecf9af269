import { expect, it } from 'vitest';
import type { Block, FoundBlock, TextEdit } from '../../src/model.ts';
import { applyEdits, asFound, spliceText } from '../../src/shared/apply-edits.ts';

const MINE: readonly FoundBlock[] = [
  { kind: 'heading', depth: 0, cells: ['Titre'], pinned: false },
  { kind: 'row', depth: 0, cells: ['a', 'b'], pinned: true },
];
const fresh = (text: string): Block => ({ id: text, kind: 'item', cells: [[{ text }, { text: '!', strong: true }]], values: [], depth: 1 });
const read = (edits: readonly TextEdit[]): readonly string[] => applyEdits(MINE, edits).map(({ kind, cells }) => `${kind}: ${cells.join(' | ')}`);

it.each<[string, readonly TextEdit[], readonly string[]]>([
  ['nothing', [], ['heading: Titre', 'row: a | b']],
  ['words, from offsets of the text before', [
    { kind: 'words', block: 1, cell: 1, from: 0, to: 1, text: 'B' }, { kind: 'words', block: 0, cell: 0, from: 5, to: 5, text: '.' },
    { kind: 'words', block: 0, cell: 0, from: 0, to: 2, text: 'Sous-ti' },
  ], ['heading: Sous-titre.', 'row: a | B']],
  ['blocks in the order of the list, before all and behind one that goes', [
    { kind: 'insert', after: 0, block: fresh('x') }, { kind: 'insert', after: -1, block: fresh('y') },
    { kind: 'remove', block: 0 }, { kind: 'insert', after: 0, block: fresh('z') },
  ], ['item: y!', 'item: x!', 'item: z!', 'row: a | b']],
])('applies %s', (_, edits, expected) => expect(read(edits)).toEqual(expected));

it('reads a block of ours as it will be found', () => {
  expect(asFound(fresh('x'))).toEqual({ kind: 'item', depth: 1, cells: ['x!'], pinned: false });
  expect(asFound({ id: 'r', kind: 'rule', cells: [], values: [], depth: 0 }).cells).toEqual(['']);
});

it('splices in any order', () => expect(spliceText('abc', [{ from: 0, to: 1, text: '' }, { from: 2, to: 3, text: 'CC' }])).toBe('bCC'));
