import type { Block, FoundBlock } from '../../model.ts';
import { isRow } from '../../shared/block-kinds.ts';
import { legalText } from '../../shared/xml.ts';
import type { XmlNode } from '../xml-node.ts';
import type { WordsEdit } from './patch-words.ts';
import type { PlacedBlock } from './read-blocks.ts';

/** What has to be read back: the words of each cell, and for a block that was there before, all else as it was. */
type Expected = Pick<FoundBlock, 'cells'> & Partial<Pick<FoundBlock, 'kind' | 'depth' | 'locked'>>;

export function editText(text: string, edits: readonly WordsEdit[]): string {
  return edits.toSorted((a, b) => b.from - a.from)
    .reduce((words, { from, to, text: by }) => words.slice(0, from) + by + words.slice(to), text);
}

const textOf = (block: Block, rank: number): string => (
  (isRow(block.kind) ? block.cells.slice(rank, rank + 1) : block.cells).flat().map(({ text }) => legalText(text)).join('')
);

function newBlock(block: Block): Expected {
  const cells = isRow(block.kind) ? block.cells : [block.cells.flat()];
  return { cells: cells.map((_, rank) => textOf(block, rank)) };
}

/** All blocks of the patched file but the empty paragraphs after tables, in order. `wordsOf` gives the edits of a cell. */
export function expectedBlocks(
  blocks: readonly PlacedBlock[], removed: ReadonlySet<number>,
  placed: readonly { readonly after: number; readonly block: Block }[],
  wordsOf: (block: number, cell: number) => readonly WordsEdit[],
): readonly Expected[] {
  const behind = (rank: number): readonly Expected[] => (
    placed.filter(({ after }) => after === rank).map(({ block }) => newBlock(block))
  );
  return [...behind(-1), ...blocks.flatMap(({ found, isAfterTable }, rank): readonly Expected[] => {
    const { kind, depth, locked, cells } = found;
    const kept = { kind, depth, ...(locked && { locked }), cells: cells.map((text, cell) => editText(text, wordsOf(rank, cell))) };
    return [...(removed.has(rank) || isAfterTable ? [] : [kept]), ...behind(rank)];
  })];
}

/** The file reads as it should. */
export function readsAs(blocks: readonly PlacedBlock[], expected: readonly Expected[]): boolean {
  const read = blocks.filter(({ isAfterTable }) => !isAfterTable);
  return read.length === expected.length && read.every(({ found }, rank) => {
    const { cells = [], kind, depth, locked } = expected[rank] ?? {};
    const isSame = kind === undefined || (found.kind === kind && found.depth === depth && found.locked === locked);
    return isSame && found.cells.length === cells.length && found.cells.every((text, cell) => text === cells[cell]);
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
