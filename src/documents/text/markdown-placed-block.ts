import type { Token } from 'markdown-it';
import type { FoundBlock } from '../../model.ts';
import { readAtoms, type Atom } from './markdown-atoms.ts';
import type { Place } from './markdown-place.ts';

/** The words of a paragraph or cell with their place in the file. */
export interface PlacedCell {
  readonly atoms: readonly Atom[];
  readonly place: Place;
}

/** A range of lines, the last one not included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** What stands on its own in the file: a paragraph, a whole list, table, quote or box. */
export interface Unit extends LineRange {
  /** The type of its first token. */
  readonly type: string;
}

export const isList = ({ type }: Unit): boolean => type.endsWith('_list_open');

/** A block as found, with where it stands. */
export interface PlacedBlock extends LineRange {
  readonly found: FoundBlock;
  /** None when its words must stay. */
  readonly cells: readonly PlacedCell[];
  readonly unit: Unit;
  /** The list items around, from the outside in. */
  readonly items: readonly Token[];
  /** The words of its list item, not something more that stands in it. */
  readonly isItem: boolean;
  /** Nothing between it and its like: no blank lines. */
  readonly isTight: boolean;
}

/** A cell, or undefined when its words cannot be told exactly. */
export function placeCell(token: Token, place: Place | undefined): PlacedCell | undefined {
  const atoms = place && readAtoms(token.content, token.children ?? []);
  return atoms && { atoms, place };
}

/** What the parser shows of words that could not be told exactly. */
function shownWords({ children }: Token): string {
  const shown: Readonly<Record<string, string>> = { softbreak: ' ', hardbreak: '\n' };
  return (children ?? []).map(({ type, content }) => shown[type] ?? content).join('');
}

export const wordsOf = ({ atoms }: PlacedCell): string => atoms.map(({ text }) => text).join('');

/** Offsets in the words where a picture, a note mark, an HTML tag stands. */
function objectsIn({ atoms }: PlacedCell): readonly number[] {
  let offset = 0;
  return atoms.flatMap(({ role, text }) => {
    offset += text.length;
    return role === 'object' ? [offset] : [];
  });
}

/** A paragraph, item or row as found; `cells` has a hole where words could not be told exactly. */
export function foundWords(
  shape: Pick<FoundBlock, 'kind' | 'depth'>, tokens: readonly Token[], cells: readonly (PlacedCell | undefined)[],
): FoundBlock {
  if (!cells.every((cell) => cell !== undefined)) return { ...shape, cells: tokens.map(shownWords), locked: 'object', pinned: true };
  const fixed = cells.map(objectsIn);
  const words = cells.map(wordsOf);
  if (fixed.every((places) => places.length === 0)) return { ...shape, cells: words, pinned: false };
  const isAllObject = words.length === 1 && words[0]?.trim() === '';
  return isAllObject ? { kind: 'other', depth: 0, cells: words, pinned: true } : { ...shape, cells: words, pinned: true, fixed };
}
