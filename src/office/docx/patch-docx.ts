import type { TextEdit } from '../../model.ts';
import { legalText } from '../../shared/xml.ts';
import { replaceParts } from '../package.ts';
import { splice, type Splice } from '../xml-node.ts';
import { expectedBlocks, isSoundBody, readsAs } from './expected-blocks.ts';
import { insertBlocks, type InsertEdit } from './insert-blocks.ts';
import { newLists } from './new-list.ts';
import { openDocx, type OpenDocx } from './open-docx.ts';
import { patchWords, type WordsEdit } from './patch-words.ts';
import { readBlocks, type PlacedBlock } from './read-blocks.ts';
import { removeBlocks } from './remove-blocks.ts';

type CellEdit = Extract<TextEdit, { kind: 'words' }>;

/** Splits the edits of a cell among its paragraphs; undefined when one reaches from a paragraph into the next. */
function patchCell(
  xml: string, paragraphs: PlacedBlock['cells'][number], edits: readonly WordsEdit[],
): readonly Splice[] | undefined {
  const splices: Splice[] = [];
  let [start, left] = [0, edits];
  for (const paragraph of paragraphs) {
    const end = start + paragraph.words.text.length;
    const [first, mine] = [start, left.filter(({ from, to }) => from >= start && to <= end)];
    const patched = patchWords(xml, paragraph, mine.map((edit) => ({ ...edit, from: edit.from - first, to: edit.to - first })));
    if (!patched) return undefined;
    splices.push(...patched);
    left = left.filter((edit) => !mine.includes(edit));
    start = end + 1;
  }
  return left.length === 0 ? splices : undefined;
}

/** The words of an edit as a file can hold them. */
const asWords = ({ from, to, text }: CellEdit): WordsEdit => ({ from, to, text: legalText(text).replace(/\r\n?/g, '\n') });

interface CellEdits {
  readonly block: number;
  readonly cell: number;
  readonly edits: readonly WordsEdit[];
}

function byCell(edits: readonly CellEdit[]): ReadonlyMap<string, CellEdits> {
  const cells = new Map<string, CellEdits>();
  for (const edit of edits) {
    const { block, cell } = edit;
    const key = `${block} ${cell}`;
    cells.set(key, { block, cell, edits: [...cells.get(key)?.edits ?? [], asWords(edit)] });
  }
  return cells;
}

/** Edits name things that are there and may change, each of them once. */
function isAllowed(blocks: readonly PlacedBlock[], edits: readonly TextEdit[], removed: ReadonlySet<number>): boolean {
  return edits.every((edit) => {
    if (edit.kind === 'insert') return edit.after >= -1 && edit.after < blocks.length;
    const found = blocks[edit.block]?.found;
    if (edit.kind === 'remove') return found !== undefined && !found.pinned;
    const text = found?.cells[edit.cell];
    return text !== undefined && !found?.locked && found?.kind !== 'other' && !removed.has(edit.block)
      && edit.from >= 0 && edit.from <= edit.to && edit.to <= text.length
      && edits.every((other) => other === edit || other.kind !== 'words' || other.block !== edit.block
        || other.cell !== edit.cell || other.to <= edit.from || other.from >= edit.to);
  });
}

interface Patch {
  readonly parts: Readonly<Record<string, string>>;
  readonly expected: ReturnType<typeof expectedBlocks>;
}

function plan(file: OpenDocx, edits: readonly TextEdit[]): Patch | undefined {
  const blocks = readBlocks(file);
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.block] : [])));
  if (!isAllowed(blocks, edits, removed)) return undefined;
  const words = byCell(edits.filter((edit) => edit.kind === 'words'));
  const patched = [...words.values()].map(({ block, cell, edits: own }) => (
    patchCell(file.xml, blocks[block]?.cells[cell] ?? [], own)
  ));
  const lists = newLists(file);
  const inserts: readonly InsertEdit[] = edits.filter((edit) => edit.kind === 'insert');
  const inserted = insertBlocks(file, blocks, inserts, removed, lists);
  const isWhole = patched.every((one) => one !== undefined);
  if (!inserted || !isWhole) return undefined;
  const splices = [...patched.flat(), ...inserted.splices, ...removeBlocks(file, blocks, removed, inserted.filled)];
  const xml = splice(file.xml, splices);
  const numbering = file.numbering && lists.splices().length > 0
    ? { [file.numbering.name]: splice(file.parts.text(file.numbering.name) ?? '', lists.splices()) ?? '' } : {};
  const expected = expectedBlocks(blocks, removed, inserted.placed, (block, cell) => words.get(`${block} ${cell}`)?.edits ?? []);
  return xml === undefined ? undefined : { parts: { [file.name]: xml, ...numbering }, expected };
}

/**
 * A person's `.docx` with some words changed, blocks put in and blocks taken out; every other part of the file keeps its
 * bytes. Undefined when that cannot be done safely: an edit touches what is locked or pinned, reaches over something
 * that is not words, a row fits in no table, or the result does not read back as the edits say. No edits: `bytes` itself.
 */
export function patchDocx(bytes: Uint8Array, edits: readonly TextEdit[]): Uint8Array | undefined {
  if (edits.length === 0) return bytes;
  const file = openDocx(bytes);
  const patch = file && plan(file, edits);
  if (!patch) return undefined;
  const patched = replaceParts(bytes, patch.parts);
  const again = openDocx(patched);
  const isGood = again && isSoundBody(again.body, file.body) && readsAs(readBlocks(again), patch.expected);
  return isGood ? patched : undefined;
}
