import type { FoundBlock, TextEdit } from '../../model.ts';
import { applyEdits } from '../../shared/apply-edits.ts';
import { readsAs } from './markdown-expected.ts';
import { writeInserts, type InsertEdit } from './markdown-new-lines.ts';
import { isList, type Unit } from './markdown-placed-block.ts';
import { foundIn, placeMarkdown, type PlacedMarkdown } from './markdown-placed.ts';
import { reword, type WordsEdit } from './markdown-reword.ts';
import { rebuildLines } from './markdown-seams.ts';

/** An edit names something that is there and may change. */
function isAllowed({ blocks }: PlacedMarkdown, edit: TextEdit, removed: ReadonlySet<number>): boolean {
  if (edit.kind === 'insert') return edit.after >= -1 && edit.after < blocks.length;
  const found = blocks[edit.block]?.found;
  if (edit.kind === 'remove') return found !== undefined && !found.pinned;
  const { from, to, cell } = edit;
  return found !== undefined && !found.locked && found.kind !== 'other' && found.kind !== 'rule' && !removed.has(edit.block)
    && from >= 0 && from <= to && to <= (found.cells[cell]?.length ?? -1)
    && !(found.fixed?.[cell] ?? []).some((place) => from < place && place < to);
}

/** In order of their places; undefined when two overlap. */
function orderWords(edits: readonly WordsEdit[]): readonly WordsEdit[] | undefined {
  const ordered = edits.toSorted((a, b) => a.block - b.block || a.cell - b.cell || a.from - b.from || a.to - b.to);
  const overlaps = ordered.some((edit, rank) => {
    const before = ordered[rank - 1];
    return before !== undefined && before.block === edit.block && before.cell === edit.cell && edit.from < before.to;
  });
  return overlaps ? undefined : ordered;
}

/** Paragraphs, items and headers of tables that lose all their words: they go, but for what holds more than words. */
function emptiedBlocks(placed: PlacedMarkdown, edits: readonly WordsEdit[]): readonly number[] {
  const after = edits.length > 0 ? applyEdits(foundIn(placed), edits) : [];
  return [...new Set(edits.map(({ block }) => block))]
    .filter((block) => after[block]?.kind !== 'row' && !after[block]?.pinned && after[block]?.cells.every((words) => words.trim() === ''));
}

/** Units of which no block stays, but for lists: they end with their last item. */
function emptiedUnits({ blocks }: PlacedMarkdown, removed: ReadonlySet<number>): ReadonlySet<Unit> {
  const kept = new Set(blocks.flatMap(({ unit }, rank) => (removed.has(rank) ? [] : [unit])));
  return new Set(blocks.flatMap(({ unit }) => (kept.has(unit) || isList(unit) ? [] : [unit])));
}

/** Items under one that goes: they come up a step, or go under the item before. */
function orphansOf({ blocks }: PlacedMarkdown, removed: ReadonlySet<number>): ReadonlySet<FoundBlock> {
  const orphans = new Set<FoundBlock>();
  let above = Infinity;
  for (const [rank, { found, items }] of blocks.entries()) {
    if (items.length - 1 <= above) above = removed.has(rank) && items.length > 0 ? items.length - 1 : Infinity;
    else orphans.add(found);
  }
  return orphans;
}

/** A header whose rows stay loses its words: a table cannot be without one. */
function blankHeader({ text, lines }: PlacedMarkdown, first: number, columns: number): string {
  const prefix = /^[ \t>]*/.exec(text.slice(lines[first]?.start, lines[first]?.end))?.[0] ?? '';
  return `${prefix}|${'  |'.repeat(columns)}`;
}

/** `[name]: https://…`, which links elsewhere in the text may need. */
const isAddress = ({ text, lines }: PlacedMarkdown, rank: number): boolean => (
  /^[ \t>]*\[[^\]]+\]:/.test(text.slice(lines[rank]?.start, lines[rank]?.end))
);

function changeBlocks(placed: PlacedMarkdown, inserts: readonly InsertEdit[], removed: ReadonlySet<number>): PlacedMarkdown | undefined {
  if (inserts.length + removed.size === 0) return placed;
  const gone = emptiedUnits(placed, removed);
  const lines = new Set<number>();
  const replaced = new Map<number, string>();
  for (const rank of removed) {
    const block = placed.blocks[rank];
    if (!block) continue;
    const { first, last } = gone.has(block.unit) ? block.unit : block;
    const isHeader = block.found.kind === 'header-row' && !gone.has(block.unit);
    if (isHeader) replaced.set(first, blankHeader(placed, first, block.found.cells.length));
    else for (let line = first; line < last; line += 1) if (!isAddress(placed, line)) lines.add(line);
  }
  const { chunks, edits } = writeInserts(placed, inserts, removed);
  const patched = placeMarkdown(rebuildLines(placed, { removed: lines, replaced, added: chunks }));
  const removals = [...removed].map((block): TextEdit => ({ kind: 'remove', block }));
  const expected = applyEdits(foundIn(placed), [...edits, ...removals]);
  return readsAs(foundIn(patched), expected, orphansOf(placed, removed)) ? patched : undefined;
}

/**
 * A person's pad with some words changed, blocks put in and taken out; every other line keeps its bytes, also its line
 * end. Undefined when that cannot be done safely: an edit touches what is locked or pinned, reaches over a picture or a
 * note mark, or the result does not read back as the edits say. No edits: `text` itself.
 */
export function patchMarkdown(text: string, edits: readonly TextEdit[]): string | undefined {
  if (edits.length === 0) return text;
  const placed = placeMarkdown(text);
  const words = orderWords(edits.filter((edit): edit is WordsEdit => edit.kind === 'words'));
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.block] : [])));
  if (!words || !edits.every((edit) => isAllowed(placed, edit, removed))) return undefined;
  const emptied = new Set(emptiedBlocks(placed, words));
  const reworded = reword(placed, words.filter(({ block }) => !emptied.has(block)));
  const inserts = edits.filter((edit): edit is InsertEdit => edit.kind === 'insert');
  return reworded && changeBlocks(reworded, inserts, new Set([...removed, ...emptied]))?.text;
}
