import { describe, expect, it } from 'vitest';
import { parseBlocks } from '../../../src/documents/text/blocks.ts';
import { columnWidths } from '../../../src/shared/docx/table.ts';

describe('columnWidths', () => {
  it('shares the page without starving a column', () => {
    const rows = parseBlocks(`| a | ${'b'.repeat(900)} |\n| --- | --- |`);
    expect(columnWidths(rows, 9412)).toEqual([1711, 7700]);
    expect(columnWidths([], 100)).toEqual([100]);
  });
});
