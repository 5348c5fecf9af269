import type { TextEdit } from '../../model.ts';
import { replaceParts } from '../package.ts';
import { splice, type Splice } from '../xml-node.ts';
import { expectedBlocks, isSoundBody, legalEdit, readsAs } from './expected-blocks.ts';
import { insertBlocks } from './insert-blocks.ts';
import { newLists } from './new-list.ts';
import { openDocx, type OpenDocx } from './open-docx.ts';
import { patchWords, type WordsEdit } from './patch-words.ts';
import type { Paragraph, PlacedBlock } from './placed-block.ts';
import { readBlocks } from './read-blocks.ts';
import { removeBlocks } from './remove-blocks.ts';

type EditOf<K extends TextEdit['kind']> = Extract<TextEdit, { readonly kind: K }>;

/** The edits of each cell that has any. */
function byCell(edits: readonly EditOf<'words'>[]): readonly (readonly EditOf<'words'>[])[] {
  const cells = new Map<string, EditOf<'words'>[]>();
  for (const edit of edits) {
    const key = `${edit.block} ${edit.cell}`;
    const known = cells.get(key);
    if (known) known.push(edit);
    else cells.set(key, [edit]);
  }
  return [...cells.values()];
}

/** Splits the edits of a cell among its paragraphs; undefined when one reaches from a paragraph into the next. */
function patchCell(xml: string, cell: readonly Paragraph[], edits: readonly WordsEdit[]): readonly Splice[] | undefined {
  const splices: Splice[] = [];
  let [start, left] = [0, edits];
  for (const paragraph of cell) {
    const [first, last] = [start, start + paragraph.words.text.length];
    const own = left.filter(({ from, to }) => from >= first && to <= last);
    const patched = patchWords(xml, paragraph, own.map(({ from, to, text }) => ({ from: from - first, to: to - first, text })));
    if (!patched) return undefined;
    splices.push(...patched);
    left = left.filter((edit) => !own.includes(edit));
    start = last + 1;
  }
  return left.length === 0 ? splices : undefined;
}

/** An edit names something that is there and may change. */
function isAllowed(blocks: readonly PlacedBlock[], edit: TextEdit, removed: ReadonlySet<number>): boolean {
  if (edit.kind === 'insert') return edit.after >= -1 && edit.after < blocks.length;
  const found = blocks[edit.block]?.found;
  if (edit.kind === 'remove') return found !== undefined && !found.pinned;
  const { from, to } = edit;
  return found !== undefined && !found.locked && found.kind !== 'other' && !removed.has(edit.block)
    && from >= 0 && from <= to && to <= (found.cells[edit.cell]?.length ?? -1);
}

/** The parts that change, and the edits as they will be read. */
function plan(file: OpenDocx, blocks: readonly PlacedBlock[], edits: readonly TextEdit[]) {
  const words = edits.filter((edit): edit is EditOf<'words'> => edit.kind === 'words');
  const removals = edits.filter((edit): edit is EditOf<'remove'> => edit.kind === 'remove');
  const removed = new Set(removals.map(({ block }) => block));
  const cells = byCell(words);
  if (!edits.every((edit) => isAllowed(blocks, edit, removed))) return undefined;
  const patched = cells.map((own) => patchCell(file.xml, own[0] ? blocks[own[0].block]?.cells[own[0].cell] ?? [] : [], own));
  const lists = newLists(file);
  const inserted = insertBlocks(file, blocks, edits.filter((edit) => edit.kind === 'insert'), removed, lists);
  if (!inserted || !patched.every((one) => one !== undefined)) return undefined;
  const xml = splice(file.xml, [...patched.flat(), ...inserted.splices, ...removeBlocks(file, blocks, removed, inserted.filled)]);
  return xml === undefined ? undefined : {
    parts: { [file.name]: xml, ...lists.part() }, edits: [...words, ...removals, ...inserted.edits],
  };
}

/**
 * A person's `.docx` with some words changed, blocks put in and blocks taken out; every other part of the file keeps its
 * bytes. Undefined when that cannot be done safely: an edit touches what is locked or pinned, reaches over something
 * that is not words, a row fits in no table, or the result does not read back as the edits say. No edits: `bytes` itself.
 */
export function patchDocx(bytes: Uint8Array, edits: readonly TextEdit[]): Uint8Array | undefined {
  if (edits.length === 0) return bytes;
  const file = openDocx(bytes);
  if (!file) return undefined;
  const blocks = readBlocks(file);
  const patch = plan(file, blocks, edits.map(legalEdit));
  const patched = patch && replaceParts(bytes, patch.parts);
  const again = patched && openDocx(patched);
  const isGood = again && isSoundBody(again.body, file.body) && readsAs(readBlocks(again), expectedBlocks(blocks, patch.edits));
  return isGood ? patched : undefined;
}
