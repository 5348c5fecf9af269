import type { FoundRow } from '../../model.ts';
import { cellAt, contentColumns, isBlank, sameContent } from './found-cell.ts';
import type { OurRows, Side, SheetSides } from './side.ts';

/**
 * Which rows of a person's sheet are ours. Of several with one id (a copied row) the one that is nearest to what we wrote
 * is; the others are the person's. A row whose id is new in the kit is ours when it says what we would write: a run
 * was killed after it wrote the file. Otherwise a person had that number first, and theirs stays theirs.
 */
export function matchRows({ base, mine, next }: SheetSides): OurRows {
  const matched = new Map<string, FoundRow>();
  for (const [id, rows] of rowsById(mine.rows)) {
    const likeness = (row: FoundRow): number => likenessTo([base, next], id, row);
    const nearest = rows.reduce((best, row) => (likeness(row) > likeness(best) ? row : best));
    if (base.rows.has(id) || (next.rows.has(id) && isLike(next, id, nearest))) matched.set(id, nearest);
  }
  return matched;
}

function rowsById(rows: readonly FoundRow[]): ReadonlyMap<string, readonly FoundRow[]> {
  const byId = new Map<string, FoundRow[]>();
  for (const row of rows) {
    if (row.id === null) continue;
    const same = byId.get(row.id);
    if (same) same.push(row);
    else byId.set(row.id, [row]);
  }
  return byId;
}

const ourColumns = ({ sheet }: Side) => contentColumns(sheet.columns).filter(({ owner }) => owner === 'kit');

/** How many cells in columns of ours say what we wrote, or what we would write: as many after a merge as before. */
function likenessTo(sides: readonly [Side, Side], id: string, row: FoundRow): number {
  const known = sides.filter(({ rows }) => rows.has(id));
  return ourColumns(sides[0])
    .filter(({ key }) => known.some((side) => sameContent(cellAt(row, key), side.cell(side.rows.get(id), key)))).length;
}

/** Most of what we write in the row with this id stands in that row. */
export function isLike(side: Side, id: string, row: FoundRow): boolean {
  const ours = side.rows.get(id);
  const filled = ourColumns(side).filter(({ key }) => !isBlank(side.cell(ours, key)));
  const same = filled.filter(({ key }) => sameContent(cellAt(row, key), side.cell(ours, key)));
  return same.length * 2 > filled.length;
}
