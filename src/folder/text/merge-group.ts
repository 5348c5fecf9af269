import type { FoundBlock, TextEdit } from '../../model.ts';
import { spliceText } from '../../shared/apply-edits.ts';
import { isRowGist } from './gist.ts';
import type { Group } from './groups.ts';
import { mergeWords } from './merge-words.ts';
import type { Version } from './pair-versions.ts';
import type { Piece } from './pieces.ts';
import { spliceWords, type Part, type PlacedToken, type Splice, type Written } from './splice-words.ts';
import { readTokens } from './tokens.ts';
import { indexValues, joinValues, type ValueIndex } from './values.ts';

type WordsEdit = Extract<TextEdit, { readonly kind: 'words' }>;
type RemoveEdit = Extract<TextEdit, { readonly kind: 'remove' }>;

interface MergedTexts {
  readonly edits: readonly WordsEdit[];
  readonly isBoth: boolean;
}

/** What becomes of the words of a group. */
export interface MergedGroup {
  readonly edits: readonly (WordsEdit | RemoveEdit)[];
  /** Words of both sides stand in it now. */
  readonly isBoth: boolean;
}

/** The versions of a side; a paragraph that the kit dropped has no words any more. */
export const versionsOf = (group: Group, pieces: readonly Piece[], side: 'base' | 'next'): readonly Version[] =>
  group.pieces.flatMap((rank) => pieces[rank]?.[side] ?? []);

/** Merges one text: a cell, or all paragraphs of a group in a row. */
function mergeTexts(base: string, next: string, parts: readonly Part[], values: ValueIndex): MergedTexts | undefined {
  const written = (text: string): Written => ({ text, tokens: joinValues(readTokens(text), values) });
  const [was, now] = [written(base), written(next)];
  const mine = parts.flatMap(({ text }, part): readonly PlacedToken[] =>
    written(text).tokens.map((token) => ({ ...token, part })));
  const merged = mergeWords(was.tokens, mine, now.tokens);
  if (!merged) return undefined;
  const splices = merged.changes.map((change) => spliceWords(change, was, mine, parts, now));
  if (!splices.every((splice): splice is Splice => splice !== undefined)) return undefined;
  const edits = splices.flatMap(({ part, ...splice }): readonly WordsEdit[] => {
    const { block, cell } = parts[part] ?? { block: -1, cell: -1 };
    return [{ kind: 'words', block, cell, ...splice }];
  });
  return { edits, isBoth: merged.isBoth };
}

function mergeRow(base: Version, next: Version, block: number, found: FoundBlock, values: ValueIndex): MergedTexts | undefined {
  const [was, now] = [base.gist.texts, next.gist.texts];
  if (was.length !== found.cells.length || now.length !== found.cells.length) return undefined;
  const cells = found.cells.map((text, cell) => mergeTexts(was[cell] ?? '', now[cell] ?? '', [{ block, cell, text }], values));
  if (!cells.every((merged): merged is MergedTexts => merged !== undefined)) return undefined;
  return { edits: cells.flatMap(({ edits }) => edits), isBoth: cells.some(({ isBoth }) => isBoth) };
}

/**
 * The kit's words in a person's paragraphs. A conflict in one cell leaves the whole row. Undefined: both sides changed
 * the same words, or they are locked.
 */
export function mergeGroup(group: Group, pieces: readonly Piece[], mine: readonly FoundBlock[]): MergedGroup | undefined {
  const [base, next] = [versionsOf(group, pieces, 'base'), versionsOf(group, pieces, 'next')];
  const isSame = base.length === next.length && base.every(({ gist }, index) => gist.key === next[index]?.gist.key);
  const isRule = next.every(({ gist }) => gist.key === 'rule');
  if (isSame || isRule || base.length === 0) return { edits: [], isBoth: false };
  const values = indexValues([...base, ...next].flatMap(({ block }) => block.values));
  const textsOf = (versions: readonly Version[]): string => versions.map(({ gist }) => gist.texts.join(' ')).join(' ');
  const [rank = -1] = group.mine;
  const [was, now, found] = [base[0], next[0], mine[rank]];
  if (was && now && isRowGist(was.gist) !== isRowGist(now.gist)) return undefined;
  const merged = was && now && found && isRowGist(was.gist)
    ? mergeRow(was, now, rank, found, values)
    : mergeTexts(textsOf(base), textsOf(next), group.mine.map((block) => ({ block, cell: 0, text: mine[block]?.cells[0] ?? '' })), values);
  return merged?.edits.every((edit) => isAllowed(edit, mine)) ? dropEmptied(merged, group, mine) : undefined;
}

/** Of a paragraph that a person split, a part that the kit drops goes as a whole; but what both sides cut to nothing is a conflict. */
function dropEmptied({ edits, isBoth }: MergedTexts, group: Group, mine: readonly FoundBlock[]): MergedGroup | undefined {
  const editsOf = (rank: number): readonly WordsEdit[] => edits.filter(({ block }) => block === rank);
  const isEmptied = (rank: number): boolean => (mine[rank]?.cells ?? []).join('').trim() !== ''
    && (mine[rank]?.cells ?? []).every((text, cell) => spliceText(text, editsOf(rank).filter((edit) => edit.cell === cell)).trim() === '');
  const emptied = group.mine.filter(isEmptied);
  if (emptied.length === group.mine.length || emptied.some((rank) => mine[rank]?.pinned)) return undefined;
  return { isBoth, edits: [...edits.filter(({ block }) => !emptied.includes(block)), ...emptied.map((block): RemoveEdit => ({ kind: 'remove', block }))] };
}

/** Not in a locked paragraph, and not across a picture or a note mark. */
function isAllowed({ block, cell, from, to }: WordsEdit, mine: readonly FoundBlock[]): boolean {
  const { locked, fixed = [] } = mine[block] ?? {};
  return !locked && !(fixed[cell] ?? []).some((place) => from < place && place < to);
}
