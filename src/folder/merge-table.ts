import type { ConflictReason, FoundSheet, Sheet } from '../model.ts';
import { mergeSheet } from './table/merge-sheet.ts';
import { together, type Pieces } from './table/pieces.ts';
import { isSameSheet } from './table/same-sheet.ts';
import { sideOf, type Canonical } from './table/side.ts';
import { withoutLostReferences } from './table/lost-references.ts';

/** What becomes of a person's workbook: cells to write, or why it is left alone as a whole. */
export type TableMerge =
  | { readonly kind: 'merged' } & Pieces
  | { readonly kind: 'left-alone'; readonly why: ConflictReason };

/**
 * The three-way merge of a workbook (regeneration.md T01 to T12): what was last written, what stands in the person's
 * file, what the kit and the answers give now. A sheet that only tells stays deleted when it was. By the ids of rows, then by cells; nothing that a person wrote is lost, no
 * row is moved. What formulas give is not compared.
 * @param canonical a formula of ours in the form of `FoundCell.formula`
 */
export function mergeTable(
  base: readonly Sheet[], mine: readonly FoundSheet[], next: readonly Sheet[], canonical: Canonical,
): TableMerge {
  if (base.map(({ name }) => name).join('\n') !== next.map(({ name }) => name).join('\n')) return leftAlone('layout-changed');
  const done: Pieces[] = [];
  for (const [index, sheet] of next.entries()) {
    const [was, will] = [sideOf(base[index] ?? sheet, canonical), sideOf(sheet, canonical)];
    const found = mine.find(({ name }) => name === sheet.name);
    if (!found && (isSameSheet(was, will) || isOnlyOurs(sheet))) continue;
    const merged = found ? mergeSheet({ base: was, mine: found, next: will }) : 'layout-changed';
    if (typeof merged === 'string') return leftAlone(merged);
    done.push(merged);
  }
  return { kind: 'merged', ...withoutLostReferences(together(done), mine) };
}

/** A sheet without a column for people: whoever deleted it does without what it tells. */
const isOnlyOurs = ({ columns }: Sheet): boolean => columns.every(({ owner }) => owner === 'kit');

const leftAlone = (why: ConflictReason): TableMerge => ({ kind: 'left-alone', why });
