import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toDocx } from '../../../src/documents/text/docx.ts';
import { mergeText } from '../../../src/folder/merge-text.ts';
import type { Block, FoundBlock } from '../../../src/model.ts';
import { patchDocx } from '../../../src/office/docx/patch-docx.ts';
import { readDocx } from '../../../src/office/docx/read-docx.ts';
import { anyTriple } from '../../support/any-blocks.ts';
import { editedBlocks } from '../../support/docx-edits.ts';
import { likeWord } from '../../support/docx-like-word.ts';

const read = (bytes: Uint8Array): readonly FoundBlock[] => {
  const found = readDocx(bytes);
  return found.ok ? found.document.blocks : [];
};

/** A file that reads as the person's side of a merge. */
const written = (mine: readonly FoundBlock[]): Uint8Array => toDocx({
  blocks: mine.map(({ kind, cells, depth }, rank): Block => ({
    id: `m${rank}`, kind: kind === 'other' ? 'paragraph' : kind, depth, values: [],
    cells: kind === 'rule' ? [] : cells.map((text) => [{ text }]),
  })),
}, { title: 'Note', footer: 'NEC Creuse 2027' });

it('can be done in the file, all that a merge asks for', () => {
  const asked = { words: 0, insert: 0, remove: 0 };
  fc.assert(fc.property(anyTriple, fc.boolean(), ({ base, mine, next }, isWord) => {
    const bytes = isWord ? likeWord(written(mine)) : written(mine);
    const found = read(bytes);
    const merged = mergeText(base, found, next);
    if (merged.kind !== 'merged') return;
    for (const { kind } of merged.edits) asked[kind] += 1;
    const again = read(patchDocx(bytes, merged.edits) ?? new Uint8Array()).filter(({ kind }) => kind !== 'other');
    expect(again.map(({ kind, depth, cells }) => ({ kind, depth, cells }))).toEqual(editedBlocks(found, merged.edits));
  }), { numRuns: 2_000 });
  expect(Math.min(...Object.values(asked))).toBeGreaterThan(500);
});
