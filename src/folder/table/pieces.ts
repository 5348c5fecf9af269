import type { Cell, CellEdit, ConflictPiece, Note } from '../../model.ts';

/** What a merge decided about a part of a workbook. */
export interface Pieces {
  readonly edits: readonly CellEdit[];
  readonly conflicts: readonly ConflictPiece[];
  readonly notes: readonly Note[];
}

export const NOTHING_TO_DO: Pieces = { edits: [], conflicts: [], notes: [] };

export const edit = (sheet: string, at: CellEdit['at'], content: Cell): Pieces =>
  ({ ...NOTHING_TO_DO, edits: [{ sheet, at, content }] });
export const conflict = (piece: ConflictPiece): Pieces => ({ ...NOTHING_TO_DO, conflicts: [piece] });
export const note = (said: Note): Pieces => ({ ...NOTHING_TO_DO, notes: [said] });

export const together = (parts: readonly Pieces[]): Pieces => ({
  edits: parts.flatMap(({ edits }) => edits),
  conflicts: parts.flatMap(({ conflicts }) => conflicts),
  notes: parts.flatMap(({ notes }) => notes),
});
