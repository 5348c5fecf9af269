import type { FoundBlock, TextEdit } from '../../model.ts';
import { applyEdits } from '../../shared/apply-edits.ts';
import { legalText } from '../../shared/xml.ts';
import type { XmlNode } from '../xml-node.ts';
import type { PlacedBlock } from './placed-block.ts';

/** In XML, a carriage return is no character of its own. */
const legalWords = (text: string): string => legalText(text).replace(/\r\n?/g, '\n');

/** An edit with the words that a file can hold. */
export function legalEdit(edit: TextEdit): TextEdit {
  switch (edit.kind) {
    case 'words': return { ...edit, text: legalWords(edit.text) };
    case 'insert': {
      const cells = edit.block.cells.map((inlines) => inlines.map((inline) => ({ ...inline, text: legalWords(inline.text) })));
      return { ...edit, block: { ...edit.block, cells } };
    }
    default: return edit;
  }
}

/** All blocks after the edits, but for the small paragraphs behind tables, which come and go with them. */
export function expectedBlocks(blocks: readonly PlacedBlock[], edits: readonly TextEdit[]): readonly FoundBlock[] {
  const spaces = new Set(blocks.filter(({ isAfterTable }) => isAfterTable).map(({ found }) => found));
  return applyEdits(blocks.map(({ found }) => found), edits).filter((block) => !spaces.has(block));
}

/** The words are the same, and all else, but that a file without our styles shows a new block as a plain paragraph. */
export function readsAs(blocks: readonly PlacedBlock[], expected: readonly FoundBlock[]): boolean {
  const read = blocks.filter(({ isAfterTable }) => !isAfterTable);
  return read.length === expected.length && read.every(({ found }, rank) => {
    const { cells = [], kind, depth = 0, locked } = expected[rank] ?? {};
    const isAlike = found.kind === kind ? found.depth === Math.min(depth, 8) : found.kind === 'paragraph';
    return isAlike && found.locked === locked
      && found.cells.length === cells.length && found.cells.every((text, cell) => text === cells[cell]);
  });
}

/** Pairs of tables that touch, in the content of a body. */
function touching(content: readonly XmlNode[]): number {
  return content.filter(({ name }, rank) => name === 'w:tbl' && content[rank + 1]?.name === 'w:tbl').length;
}

/** No two tables touch that did not before, and the last thing is a paragraph: else Word repairs the file. */
export function isSoundBody(body: XmlNode, before: XmlNode): boolean {
  const [now, then] = [body, before].map(({ children }) => children.filter(({ name }) => /^w:(p|tbl|sdt)$/.test(name)));
  return touching(now ?? []) <= touching(then ?? []) && now?.at(-1)?.name === then?.at(-1)?.name;
}
