import type { Cell, CellEdit, ColumnFormat } from '../../model.ts';
import { LAST_ROW } from './address.ts';
import { findPreface } from './find-preface.ts';
import { locksOfRow } from './locks.ts';
import type { CellPlace, Place } from './place.ts';

/** An edit with its cell in the person's workbook. */
export interface LocatedEdit extends CellPlace {
  readonly place: Place;
  readonly format: ColumnFormat;
  readonly content: Cell;
}

/** The cells that edits write. Undefined when one of them is not there, or must not be written. */
export function locateEdits(edits: readonly CellEdit[], places: readonly Place[]): readonly LocatedEdit[] | undefined {
  const located = edits.map((edit) => {
    const place = places.find(({ layout }) => layout.name === edit.sheet);
    return place && locate(edit, place);
  });
  return located.every((edit) => edit !== undefined && !isForbidden(edit)) ? located as readonly LocatedEdit[] : undefined;
}

function locate({ at, content }: CellEdit, place: Place): LocatedEdit | undefined {
  if ('preface' in at) {
    const cell = findPreface(place)[at.preface];
    return cell && { place, ...cell, format: 'text', content };
  }
  const name = 'header' in at ? at.header : at.key;
  const [column, ours] = [place.columns.get(name), place.layout.columns.find(({ key }) => key === name)];
  if (column === undefined || !ours) return undefined;
  // A title is words, whatever its column holds.
  if ('header' in at) return { place, row: place.header, column, format: 'text', content };
  const isUnder = Number.isInteger(at.row) && at.row > place.header && at.row <= LAST_ROW;
  return isUnder ? { place, row: at.row, column, format: ours.format, content } : undefined;
}

/** Locked, or the header of a « table » of Excel, which has a copy of its titles elsewhere. */
function isForbidden({ place: { sheet, header }, row, column }: LocatedEdit): boolean {
  const isLocked = locksOfRow(sheet, row)(column, sheet.rows.get(row)?.cells.get(column));
  return isLocked || (sheet.hasTables && row === header);
}
