import type { FoundBlock, LockReason } from '../../model.ts';
import type { XmlNode } from '../xml-node.ts';
import type { Words } from './words.ts';

export interface Paragraph {
  readonly node: XmlNode;
  readonly words: Words;
}

/** A block and where it stands in the main part. */
export interface PlacedBlock {
  readonly found: FoundBlock;
  /** `w:p`, or `w:tr`. */
  readonly node: XmlNode;
  /** The table of a row. */
  readonly table: XmlNode | undefined;
  /** The paragraphs of each cell. */
  readonly cells: readonly (readonly Paragraph[])[];
  /** Where a paragraph that comes after it goes: behind it, its table, or what wraps it. */
  readonly behind: number;
  /** The small empty paragraph that we put after each table. */
  readonly isAfterTable: boolean;
}

/** Where things that are no words stand in a cell, whose paragraphs are joined by line breaks. */
function fixedIn(paragraphs: readonly Paragraph[]): readonly number[] {
  let start = 0;
  return paragraphs.flatMap(({ words }, rank) => {
    const places = words.fixed.map((place) => start + place);
    start += words.text.length + 1;
    return rank === paragraphs.length - 1 ? places : [...places, start - 0.5];
  });
}

/** What a merge sees of a block. `isHeld`: it must stay for a reason that its words do not show. */
export function foundBlock(
  { kind, depth }: Pick<FoundBlock, 'kind' | 'depth'>, cells: PlacedBlock['cells'],
  locked: LockReason | undefined, isHeld: boolean,
): FoundBlock {
  const fixed = cells.map(fixedIn);
  const hasObject = cells.flat().some(({ words }) => words.fixed.length > 0);
  return {
    kind, depth, cells: cells.map((cell) => cell.map(({ words }) => words.text).join('\n')),
    ...(locked && { locked }), pinned: isHeld || hasObject || locked !== undefined,
    ...(fixed.some((places) => places.length > 0) && { fixed }),
  };
}
