import type { Block, FoundBlock, TextEdit } from '../model.ts';
import { groupBy } from './group-by.ts';

const wordsOf = ({ kind, cells }: Block): readonly string[] => {
  const texts = cells.map((runs) => runs.map(({ text }) => text).join(''));
  return kind === 'row' || kind === 'header-row' ? texts : [texts.join('')];
};

/** A new block as it will be found in the file. */
export const asFound = (block: Block): FoundBlock => ({ kind: block.kind, depth: block.depth, cells: wordsOf(block), pinned: false });

type EditOf<K extends TextEdit['kind']> = Extract<TextEdit, { readonly kind: K }>;

/**
 * The blocks of a person's text once all edits are made: what a patch of the file has to come to. Ranks and offsets of
 * every edit are those of `mine`.
 */
export function applyEdits(mine: readonly FoundBlock[], edits: readonly TextEdit[]): readonly FoundBlock[] {
  const inserts = groupBy(edits.filter((edit): edit is EditOf<'insert'> => edit.kind === 'insert'), ({ after }) => after);
  const words = groupBy(edits.filter((edit): edit is EditOf<'words'> => edit.kind === 'words'), ({ block }) => block);
  const removed = new Set(edits.flatMap((edit) => (edit.kind === 'remove' ? [edit.block] : [])));
  const inserted = (after: number): readonly FoundBlock[] => (inserts.get(after) ?? []).map(({ block }) => asFound(block));
  const changed = (block: FoundBlock, rank: number): FoundBlock => {
    const splices = words.get(rank);
    return splices ? { ...block, cells: block.cells.map((text, at) => spliceText(text, splices.filter(({ cell }) => cell === at))) } : block;
  };
  return [...inserted(-1), ...mine.flatMap((block, rank) => [...(removed.has(rank) ? [] : [changed(block, rank)]), ...inserted(rank)])];
}

/** A text with some stretches replaced; offsets are those of the text before. */
export function spliceText(text: string, splices: readonly { readonly from: number; readonly to: number; readonly text: string }[]): string {
  return [...splices].sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce((result, splice) => result.slice(0, splice.from) + splice.text + result.slice(splice.to), text);
}
