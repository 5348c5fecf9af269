import type { ConflictReason, FoundRow } from '../../model.ts';
import { areDisplaced } from './displaced-rows.ts';
import { matchRows } from './match-rows.ts';
import { mergeFrame } from './merge-frame.ts';
import { mergeRow, strayedFormulas } from './merge-row.ts';
import { note, NOTHING_TO_DO, together, type Pieces } from './pieces.ts';
import { cannotGo, isLocked, isUntouched, renewFormulas, writeRow } from './row-changes.ts';
import { hasSameLayout, isSameSheet, saysMoreThanValues } from './same-sheet.ts';
import type { OurRows, SheetSides } from './side.ts';
import { isFree, placeRows } from './spare-rows.ts';
import { rowLabel, rowPlace } from './words.ts';

/** One sheet, row by row; or why it has to be left alone. */
export function mergeSheet(sides: SheetSides): Pieces | ConflictReason {
  const { base, mine, next } = sides;
  const matched = matchRows(sides);
  const known = [...matched].filter(([id]) => base.rows.has(id));
  if (isSameSheet(base, next)) return together(known.map(([id, row]) => strayedFormulas(id, row, sides)));
  if (!hasSameLayout(sides)) return 'layout-changed';
  if (areDisplaced(sides, matched)) return 'rows-displaced';

  const [staying, gone] = split(known, ([id]) => next.rows.has(id));
  const [leaving, kept] = split(gone, ([id, row]) => isUntouched(id, row, sides));
  const [stuck, movable] = split(leaving, ([, row]) => isLocked(row, next.sheet));
  const vacant = new Set(movable.map(([, row]) => row));

  const added = [...next.rows].filter(([id]) => !base.rows.has(id) && !matched.has(id)).map(([, row]) => row);
  const placed = placeRows(added, mine.rows.filter((row) => vacant.has(row) || isFree(row, sides)), sides, matched);
  if (!placed) return 'no-spare-rows';
  const filled = new Set(placed.values());

  return together([
    mergeFrame(sides),
    ...staying.map(([id, row]) => mergeRow(id, row, sides)),
    ...stuck.map(([id, row]) => cannotGo(id, row, sides)),
    ...kept.map(([id, row]) => keptRow(id, row, sides)),
    ...[...placed].map(([row, slot]) => writeRow(row, slot, next)),
    ...[...vacant].filter((row) => !filled.has(row)).map((row) => writeRow(next.spare, row, next)),
    ...mine.rows.filter((row) => row.id === null && !filled.has(row)).map((row) => renewFormulas(row, sides)),
    ...deletedRows(sides, matched),
  ]);
}

/** What the kit or the plan has no more, and a person worked in: it stays, and that is said, once. */
const keptRow = (id: string, row: FoundRow, { base }: SheetSides): Pieces =>
  note({ code: 'removed-piece', place: rowPlace(base.sheet.name, id, rowLabel(base, base.rows.get(id), row)) });

function split<T>(list: readonly T[], test: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [list.filter(test), list.filter((item) => !test(item))];
}

/** Rows that a person took out stay out; a new wording of one is worth a word, new dates and figures are not. */
function deletedRows({ base, next }: SheetSides, matched: OurRows): readonly Pieces[] {
  return [...next.rows].map(([id, row]) => {
    const before = base.rows.get(id);
    if (!before || matched.has(id) || !saysMoreThanValues(base, before, next, row)) return NOTHING_TO_DO;
    return note({ code: 'deleted-piece', place: rowPlace(next.sheet.name, id, rowLabel(next, row)) });
  });
}
