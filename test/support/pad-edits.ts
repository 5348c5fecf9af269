import { readMarkdownText } from '../../src/documents/text/markdown-found.ts';
import { patchMarkdown } from '../../src/documents/text/markdown-patch.ts';
import type { Block, FoundBlock, TextEdit } from '../../src/model.ts';

/** An edit that names its place by words of the pad. */
export type PadEdit = (blocks: readonly FoundBlock[]) => TextEdit;

function rankOf(blocks: readonly FoundBlock[], words: string): number {
  const rank = blocks.findIndex(({ cells }) => cells.some((text) => text.includes(words)));
  if (rank === -1) throw new Error(`Not in the pad: ${words}`);
  return rank;
}

/** New words for some that stand there once. */
export const change = (words: string, text: string): PadEdit => (blocks) => {
  const block = rankOf(blocks, words);
  const cells = blocks[block]?.cells ?? [];
  const cell = cells.findIndex((one) => one.includes(words));
  const from = cells[cell]?.indexOf(words) ?? -1;
  return { kind: 'words', block, cell, from, to: from + words.length, text };
};

/** More words behind some that stand there. */
export const add = (words: string, text: string): PadEdit => (blocks) => {
  const edit = change(words, text)(blocks);
  return edit.kind === 'words' ? { ...edit, from: edit.to } : edit;
};

/** A new block behind the one with these words; behind none: before all. */
export const insert = (words: string | undefined, block: Block): PadEdit => (blocks) => (
  { kind: 'insert', after: words === undefined ? -1 : rankOf(blocks, words), block });

export const remove = (words: string): PadEdit => (blocks) => ({ kind: 'remove', block: rankOf(blocks, words) });

export const patchPad = (pad: string, ...edits: readonly PadEdit[]): string | undefined => {
  const { blocks } = readMarkdownText(pad);
  return patchMarkdown(pad, edits.map((edit) => edit(blocks)));
};
