import type { CellEdit, FoundCell, Sheet } from '../../model.ts';
import { canonicalTemplate } from './canonical-formula.ts';
import { foundValue, writtenValue } from './cell-units.ts';
import { findPlaces } from './find-places.ts';
import { locateEdits, type LocatedEdit } from './locate-edits.ts';
import type { CellPlace } from './place.ts';
import { rowReader } from './read-cell.ts';
import { openWorkbook } from './workbook.ts';

/** Whether a patched workbook opens again and says what each edit asked for, at the place where it was written. */
export function readsBack(
  bytes: Uint8Array, edits: readonly CellEdit[], written: readonly CellPlace[], layouts: readonly Sheet[],
): boolean {
  const workbook = openWorkbook(bytes);
  const places = workbook && findPlaces(workbook, layouts);
  if (!workbook || !places || typeof places === 'string') return false;
  const located = locateEdits(edits, places);
  return located !== undefined && located.every((edit, rank) => {
    const before = written[rank];
    const cell = rowReader(edit.place, edit.row, places, workbook.from1904)(edit.column, edit.format);
    return edit.row === before?.row && edit.column === before.column && says(cell, edit, workbook.from1904);
  });
}

function says(cell: FoundCell, { content, format, place }: LocatedEdit, from1904: boolean): boolean {
  if (typeof content === 'object' && content !== null) return cell.formula === canonicalTemplate(content.formula, place.layout);
  return cell.formula === undefined && cell.value === foundValue(writtenValue(content, format, from1904), format, from1904);
}
