import type { FoundBlock, TextEdit } from '../../model.ts';
import { isRow } from '../../shared/block-kinds.ts';
import { applyEdits } from '../../shared/apply-edits.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import { readsAs } from './markdown-expected.ts';
import { writeInserts, type InsertEdit } from './markdown-new-lines.ts';
import type { Escape, Manner } from './markdown-parts.ts';
import type { PlacedBlock, Unit } from './markdown-placed-block.ts';
import { placeMarkdown, type PlacedMarkdown } from './markdown-placed.ts';
import { rebuildLines } from './markdown-seams.ts';
import { patchWords, type Setting } from './markdown-words.ts';

type EditOf<K extends TextEdit['kind']> = Extract<TextEdit, { readonly kind: K }>;

const foundIn = ({ blocks }: PlacedMarkdown): readonly FoundBlock[] => blocks.map(({ found }) => found);

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
function orderWords(edits: readonly EditOf<'words'>[]): readonly EditOf<'words'>[] | undefined {
  const ordered = edits.toSorted((a, b) => a.block - b.block || a.cell - b.cell || a.from - b.from || a.to - b.to);
  const overlaps = ordered.some((edit, rank) => {
    const before = ordered[rank - 1];
    return before !== undefined && before.block === edit.block && before.cell === edit.cell && edit.from < before.to;
  });
  return overlaps ? undefined : ordered;
}

/** How the words of a block have to be written: what stands before its first line stands before a new one, without marks. */
function settingOf({ text, lines }: PlacedMarkdown, { found: { kind }, first, cells }: PlacedBlock): Setting {
  const line = lines[first];
  const start = text.slice(line?.start, line?.end);
  if (kind !== 'other' && isRow(kind)) return { lineBreak: undefined, danger: 'cell' };
  if (['title', 'heading', 'subheading'].includes(kind)) return { lineBreak: undefined, danger: /^[ \t>]*#/.test(start) ? 'heading' : 'start' };
  const prefix = text.slice(line?.start, cells[0]?.place.start).replace(/\[[ xX]\][ \t]+$/, '').replace(/[^>\s]/g, ' ');
  const lineEnd = text.slice(line?.end, line?.next) || (text.match(/\r\n?|\n/)?.[0] ?? '\n');
  return { lineBreak: lineEnd + prefix, danger: 'start' };
}

function patchAllWords(placed: PlacedMarkdown, edits: readonly EditOf<'words'>[], mannerOf: (block: number) => Manner): string {
  const cells = new Map<string, EditOf<'words'>[]>();
  for (const edit of edits) {
    const key = `${edit.block} ${edit.cell}`;
    cells.set(key, [...cells.get(key) ?? [], edit]);
  }
  let [patched, at] = ['', 0];
  for (const own of cells.values()) {
    const block = placed.blocks[own[0]?.block ?? -1];
    const cell = block?.cells[own[0]?.cell ?? -1];
    if (!block || !cell) continue;
    patched += placed.text.slice(at, cell.place.start) + patchWords(placed.text, cell, own, settingOf(placed, block), mannerOf(own[0]?.block ?? -1));
    at = cell.place.end;
  }
  return patched + placed.text.slice(at);
}

const escapeAll: Escape = (words) => words.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** From what changes least to what always reads back. */
const MANNERS: readonly [Manner, ...Manner[]] = [
  { escape: escapeMarkdown, marks: 'keep' }, { escape: escapeMarkdown, marks: 'star' },
  { escape: escapeAll, escapeKept: escapeMarkdown, marks: 'star' }, { escape: escapeAll, escapeKept: escapeMarkdown, marks: 'drop' },
];

/** Each block is written in the first manner in which it reads back. */
function withWords(placed: PlacedMarkdown, edits: readonly EditOf<'words'>[]): PlacedMarkdown | undefined {
  if (edits.length === 0) return placed;
  const expected = applyEdits(foundIn(placed), edits);
  const manners = new Map(edits.map(({ block }) => [block, 0]));
  for (const _ of MANNERS) {
    const patched = placeMarkdown(patchAllWords(placed, edits, (block) => MANNERS[manners.get(block) ?? 0] ?? MANNERS[0]));
    const found = foundIn(patched);
    if (readsAs(found, expected)) return found.length === expected.length ? patched : undefined;
    for (const [block, manner] of manners) {
      const [now, then] = [found[block], expected[block]];
      const isFine = found.length === expected.length && now && then && readsAs([now], [then]);
      if (!isFine) manners.set(block, manner + 1);
    }
  }
  return undefined;
}

/** Paragraphs, items and headings of tables that lose all their words: they go. */
function emptiedBlocks(placed: PlacedMarkdown, edits: readonly EditOf<'words'>[]): ReadonlySet<number> {
  if (edits.length === 0) return new Set();
  const after = applyEdits(foundIn(placed), edits);
  return new Set(edits.flatMap(({ block }) => (after[block]?.kind !== 'row' && after[block]?.cells.every((words) => words.trim() === '') ? [block] : [])));
}

/** Units of which no block stays, but for lists: they end with their last item. */
function emptiedUnits({ blocks }: PlacedMarkdown, removed: ReadonlySet<number>): ReadonlySet<Unit> {
  const kept = new Set(blocks.flatMap(({ unit }, rank) => (removed.has(rank) ? [] : [unit])));
  return new Set(blocks.flatMap(({ unit }) => (kept.has(unit) || /_list_open$/.test(unit.type) ? [] : [unit])));
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

function withBlocks(placed: PlacedMarkdown, inserts: readonly InsertEdit[], ranks: ReadonlySet<number>): PlacedMarkdown | undefined {
  if (inserts.length + ranks.size === 0) return placed;
  const { blocks } = placed;
  const gone = emptiedUnits(placed, ranks);
  const removed = new Set<number>();
  const replaced = new Map<number, string>();
  for (const rank of ranks) {
    const block = blocks[rank];
    if (!block) continue;
    const isHeader = block.found.kind === 'header-row' && !gone.has(block.unit);
    const { first, last } = gone.has(block.unit) ? block.unit : block;
    if (isHeader) replaced.set(first, `|${'  |'.repeat(block.found.cells.length)}`);
    else for (let line = first; line < last; line += 1) removed.add(line);
  }
  const { chunks, edits } = writeInserts(placed, inserts, gone);
  const patched = placeMarkdown(rebuildLines(placed, { removed, replaced, added: chunks }));
  const removals = [...ranks].map((block): TextEdit => ({ kind: 'remove', block }));
  const expected = applyEdits(foundIn(placed), [...edits, ...removals]);
  return readsAs(foundIn(patched), expected, orphansOf(placed, ranks)) ? patched : undefined;
}

/**
 * A person's pad with some words changed, blocks put in and taken out; every other line keeps its bytes, also its line
 * end. Undefined when that cannot be done safely: an edit touches what is locked or pinned, reaches over a picture or a
 * note mark, or the result does not read back as the edits say. No edits: `text` itself.
 */
export function patchMarkdown(text: string, edits: readonly TextEdit[]): string | undefined {
  if (edits.length === 0) return text;
  const placed = placeMarkdown(text);
  const inserts = edits.filter((edit): edit is InsertEdit => edit.kind === 'insert');
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.block] : [])));
  const words = orderWords(edits.filter((edit): edit is EditOf<'words'> => edit.kind === 'words'));
  if (!words || !edits.every((edit) => isAllowed(placed, edit, removed))) return undefined;
  const emptied = emptiedBlocks(placed, words);
  const reworded = withWords(placed, words.filter(({ block }) => !emptied.has(block)));
  return reworded && withBlocks(reworded, inserts, new Set([...removed, ...emptied]))?.text;
}
