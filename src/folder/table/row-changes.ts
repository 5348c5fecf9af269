import type { Cell, FoundRow, Row, Sheet } from '../../model.ts';
import { asFound, cellAt, contentColumns, isOurs, sameContent } from './found-cell.ts';
import { conflict, edit, NOTHING_TO_DO, together, type Pieces } from './pieces.ts';
import type { Side, SheetSides } from './side.ts';
import { rowLabel, rowPlace } from './words.ts';

/** Nobody wrote in a row of ours, not even in a column of their own, nor made a copy of it. */
export function isUntouched(id: string, row: FoundRow, { base, mine }: SheetSides): boolean {
  const ours = base.rows.get(id);
  return !row.hasMore && !mine.rows.some((other) => other !== row && other.id === id)
    && contentColumns(base.sheet.columns).every(({ key }) => isOurs(cellAt(row, key), base.cell(ours, key)));
}

export const isLocked = (row: FoundRow, { columns }: Sheet): boolean => columns.some(({ key }) => cellAt(row, key).locked);

/** Puts a row of ours, or a blank one, in the place of what stands there. */
export function writeRow(ours: Row, slot: FoundRow, side: Side): Pieces {
  const { name, columns } = side.sheet;
  return together(columns.map(({ key, format }) => {
    const isId = format === 'id';
    const content: Cell = isId ? ours.id : (ours.cells[key] ?? null);
    const [found, will] = isId ? [{ value: slot.id }, asFound(ours.id, String)] : [cellAt(slot, key), side.cell(ours, key)];
    return sameContent(found, will) ? NOTHING_TO_DO : edit(name, { row: slot.number, key }, content);
  }));
}

/** The kit has it no more, but a part of it may not be written. */
export function cannotGo(id: string, row: FoundRow, { base }: SheetSides): Pieces {
  const label = rowLabel(base, base.rows.get(id), row);
  return conflict({ place: rowPlace(base.sheet.name, id, label), mine: label, next: '', base: label });
}

/** The formulas that wait in blank rows, also where a person has since written figures for them. */
export function renewFormulas(row: FoundRow, { base, next }: SheetSides): Pieces {
  const { name, columns } = next.sheet;
  return together(contentColumns(columns).map(({ key }) => {
    const [was, found, will] = [base.cell(base.spare, key), cellAt(row, key), next.cell(next.spare, key)];
    const isAwaited = was.formula !== undefined && sameContent(was, found) && !sameContent(was, will) && !found.locked;
    return isAwaited ? edit(name, { row: row.number, key }, next.spare.cells[key] ?? null) : NOTHING_TO_DO;
  }));
}
