import type { TextEdit } from '../../model.ts';
import { applyEdits } from '../../shared/apply-edits.ts';
import { isRow } from '../../shared/block-kinds.ts';
import { groupBy } from '../../shared/group-by.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import { readsAs } from './markdown-expected.ts';
import type { Escape, Manner } from './markdown-parts.ts';
import type { PlacedBlock } from './markdown-placed-block.ts';
import { foundIn, placeMarkdown, type PlacedMarkdown } from './markdown-placed.ts';
import { patchWords, type Setting } from './markdown-words.ts';

export type WordsEdit = Extract<TextEdit, { readonly kind: 'words' }>;

const escapeAll: Escape = (words) => words.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** From what changes least to what nearly always reads back. */
const MANNERS: readonly [Manner, ...Manner[]] = [
  { escape: escapeMarkdown, marks: 'keep' },
  { escape: escapeMarkdown, marks: 'star' },
  { escape: escapeAll, escapeKept: escapeMarkdown, marks: 'star' },
  { escape: escapeAll, escapeKept: escapeMarkdown, marks: 'drop' },
];

/** How the words of a block have to be written: what stands before its first line stands before a new one, without marks. */
function settingOf({ text, lines }: PlacedMarkdown, { found: { kind }, first, cells }: PlacedBlock): Setting {
  const line = lines[first];
  const [start, lineEnd] = [text.slice(line?.start, line?.end), text.slice(line?.end, line?.next)];
  if (kind !== 'other' && isRow(kind)) return { lineBreak: undefined, danger: 'cell' };
  if (['title', 'heading', 'subheading'].includes(kind)) return { lineBreak: undefined, danger: /^[ \t>]*#/.test(start) ? 'heading' : 'start' };
  const prefix = text.slice(line?.start, cells[0]?.place.start).replace(/\[[ xX]\][ \t]+$/, '').replace(/[^>\s]/g, ' ');
  return { lineBreak: (lineEnd || (/\r\n?|\n/.exec(text)?.[0] ?? '\n')) + prefix, danger: 'start' };
}

/** The text with the words of each cell replaced. The edits come in order of their places. */
function writeWords(placed: PlacedMarkdown, edits: readonly WordsEdit[], mannerOf: (block: number) => Manner): string {
  const { text, blocks } = placed;
  const written: string[] = [];
  let at = 0;
  for (const [rank, own] of groupBy(edits, ({ block }) => block)) {
    const block = blocks[rank];
    for (const [which, those] of groupBy(own, ({ cell }) => cell)) {
      const cell = block?.cells[which];
      if (!block || !cell) continue;
      written.push(text.slice(at, cell.place.start), patchWords(text, cell, those, settingOf(placed, block), mannerOf(rank)));
      at = cell.place.end;
    }
  }
  return written.join('') + text.slice(at);
}

/**
 * A pad with some words changed, each block in the first manner in which it reads back as the edits say; undefined when
 * it does in none. No edit takes all the words of a block.
 * @param edits in order of their places, none over another
 */
export function reword(placed: PlacedMarkdown, edits: readonly WordsEdit[]): PlacedMarkdown | undefined {
  if (edits.length === 0) return placed;
  const expected = applyEdits(foundIn(placed), edits);
  const manners = new Map(edits.map(({ block }) => [block, 0]));
  for (const _ of MANNERS) {
    const patched = placeMarkdown(writeWords(placed, edits, (block) => MANNERS[manners.get(block) ?? 0] ?? MANNERS[0]));
    const found = foundIn(patched);
    const isWhole = found.length === expected.length;
    if (isWhole && readsAs(found, expected)) return patched;
    for (const [block, manner] of manners) {
      const [now, then] = [found[block], expected[block]];
      if (!isWhole || !now || !then || !readsAs([now], [then])) manners.set(block, manner + 1);
    }
  }
  return undefined;
}
