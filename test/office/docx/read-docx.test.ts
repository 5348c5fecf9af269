import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toDocx } from '../../../src/documents/text/docx.ts';
import { readDocx } from '../../../src/office/docx/read-docx.ts';
import { asRead, someBlocks } from '../../support/docx-blocks.ts';

const META = { title: 'Note', footer: 'NEC Creuse 2027' };

it('reads what we wrote', () => {
  fc.assert(fc.property(someBlocks, (blocks) => {
    const read = readDocx(toDocx({ blocks }, META));
    const found = read.ok ? read.document.blocks.filter(({ kind }) => kind !== 'other') : undefined;
    const expected = blocks.length === 0 ? [{ kind: 'paragraph', depth: 0, cells: [''] }] : blocks.map(asRead);
    expect(found?.map(({ kind, depth, cells }) => ({ kind, depth, cells }))).toEqual(expected);
    expect(found?.filter(({ locked }) => locked)).toEqual([]);
  }), { numRuns: 300 });
});
