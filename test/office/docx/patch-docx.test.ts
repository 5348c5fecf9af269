import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../../src/documents/text/docx.ts';
import type { FoundBlock } from '../../../src/model.ts';
import { patchDocx } from '../../../src/office/docx/patch-docx.ts';
import { readDocx } from '../../../src/office/docx/read-docx.ts';
import { someBlocks } from '../../support/docx-blocks.ts';
import { editedBlocks, someWishes, wishedEdits } from '../../support/docx-edits.ts';
import { likeWord } from '../../support/docx-like-word.ts';

const META = { title: 'Note', footer: 'NEC Creuse 2027' };

function read(bytes: Uint8Array): readonly FoundBlock[] {
  const found = readDocx(bytes);
  expect(found.ok).toBe(true);
  return found.ok ? found.document.blocks : [];
}

describe.each([['as we wrote it', (bytes: Uint8Array) => bytes], ['as Word saves it', likeWord]])('a file %s', (_, saved) => {
  it('reads, after a patch, as the edits say', () => {
    fc.assert(fc.property(someBlocks, someWishes, (blocks, wishes) => {
      const bytes = saved(toDocx({ blocks }, META));
      const found = read(bytes);
      const edits = wishedEdits(found, wishes);
      const patched = patchDocx(bytes, edits);
      expect(patched).toBeDefined();
      const again = read(patched ?? bytes).filter(({ kind }) => kind !== 'other');
      expect(again.map(({ kind, depth, cells }) => ({ kind, depth, cells }))).toEqual(editedBlocks(found, edits));
    }), { numRuns: 150 });
  });
});
