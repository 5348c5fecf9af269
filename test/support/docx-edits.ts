import fc from 'fast-check';
import type { Block, FoundBlock, TextEdit } from '../../src/model.ts';
import { isRow } from '../../src/shared/block-kinds.ts';
import { asRead, someBlocks } from './docx-blocks.ts';

type Read = Pick<FoundBlock, 'kind' | 'depth' | 'cells'>;

/** Numbers that decide about a file which is not known yet, and blocks to put in. */
export interface Wishes {
  readonly chances: readonly number[];
  readonly blocks: readonly Block[];
}

export const someWishes: fc.Arbitrary<Wishes> = fc.record({
  chances: fc.array(fc.nat(999), { minLength: 60, maxLength: 60 }), blocks: someBlocks,
});

/** Behind a character that takes two units, not in it. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at);

const NEW_WORDS = ['', 'le 2 avril', ' et ', 'a\nb', '\tc', '<&>', '🎉', '\u2011'];

/** New rows fit into the table where they go; others come as a whole table. */
function insertsAt(after: number, found: readonly FoundBlock[], blocks: readonly Block[]): readonly TextEdit[] {
  const columns = found[after]?.cells.length ?? 0;
  const fits = ({ kind, cells }: Block): boolean => kind === 'row' && isRow(found[after]?.kind as Block['kind']) && cells.length === columns;
  const first = blocks.filter(fits).slice(0, 2);
  const rest = blocks.filter((block) => !first.includes(block));
  const start = rest.findIndex(({ kind }) => kind !== 'row');
  return [...first, ...(start === -1 ? [] : rest.slice(start))].map((block) => ({ kind: 'insert', after, block }));
}

/** Edits that a merge may ask for in this file. */
export function wishedEdits(found: readonly FoundBlock[], { chances, blocks }: Wishes): readonly TextEdit[] {
  let used = 0;
  const chance = (): number => {
    used += 1;
    return (chances[used % chances.length] ?? 0) / 1000;
  };
  const edits: TextEdit[] = [];
  found.forEach(({ cells, locked, pinned, kind, fixed }, block) => {
    if (!pinned && chance() > 0.85) {
      edits.push({ kind: 'remove', block });
      return;
    }
    if (locked || kind === 'other') return;
    cells.forEach((text, cell) => {
      let at = 0;
      while (chance() > 0.7 && at <= text.length) {
        const from = whole(text, at + Math.floor(chance() * (text.length - at + 1)));
        const to = whole(text, from + Math.floor(chance() * (text.length - from + 1)));
        const crosses = (fixed?.[cell] ?? []).some((place) => from < place && place < to);
        if (!crosses) edits.push({ kind: 'words', block, cell, from, to, text: NEW_WORDS[Math.floor(chance() * NEW_WORDS.length)] ?? '' });
        at = to + 1;
      }
    });
  });
  const places = [...new Set([chance(), chance()].map((one) => Math.floor(one * (found.length + 1)) - 1))];
  const cut = Math.floor(chance() * (blocks.length + 1));
  const inserts = places.flatMap((after, rank) => insertsAt(after, found, rank === 0 ? blocks.slice(0, cut) : blocks.slice(cut)));
  return [...edits, ...inserts];
}

type Insert = Extract<TextEdit, { kind: 'insert' }>;

/** The block behind which an insert is read: rows join the table where they go, all else comes behind it. */
function placeOf(found: readonly FoundBlock[], inserts: readonly Insert[], insert: Insert): number {
  const rowAt = (rank: number): boolean => /row/.test(found[rank]?.kind ?? '');
  const { after } = insert;
  const here = inserts.filter((other) => other.after === after);
  const joins = here.slice(0, here.indexOf(insert) + 1).every(({ block }) => block.kind === 'row');
  if (!rowAt(after) || joins) return after;
  const end = found.findIndex((block, rank) => rank > after && block.kind !== 'row');
  return found[end]?.kind === 'other' ? end : end - 1;
}

/** What a file reads after some edits, said apart from the code that makes them; without the spaces after tables. */
export function editedBlocks(found: readonly FoundBlock[], edits: readonly TextEdit[]): readonly Read[] {
  const inserts = edits.filter((edit) => edit.kind === 'insert').toSorted((a, b) => a.after - b.after);
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.block] : [])));
  const words = edits.filter((edit) => edit.kind === 'words').toSorted((a, b) => b.from - a.from);
  const newAt = (rank: number): readonly Read[] => inserts.filter((one) => placeOf(found, inserts, one) === rank)
    .map(({ block }) => asRead(block));
  const kept = ({ kind, depth, cells }: FoundBlock, rank: number): Read => ({
    kind, depth, cells: cells.map((text, cell) => words.filter((edit) => edit.block === rank && edit.cell === cell)
      .reduce((all, { from, to, text: by }) => all.slice(0, from) + by + all.slice(to), text)),
  });
  return [...newAt(-1), ...found.flatMap((block, rank) => [
    ...(removed.has(rank) || block.kind === 'other' ? [] : [kept(block, rank)]), ...newAt(rank),
  ])];
}
