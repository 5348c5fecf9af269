import type { FoundRow } from '../../model.ts';
import { cellAt, essence, sameContent } from './found-cell.ts';
import { isLike } from './match-rows.ts';
import type { OurRows, Side, SheetSides } from './side.ts';

/**
 * The ids no longer tell which row is which: most of one row stands under the id of another, or two labels do (sorted
 * without the column of ids); or most of a row that seems gone stands under no id of ours (an id was edited).
 */
export function areDisplaced({ base, mine, next }: SheetSides, matched: OurRows): boolean {
  const key = base.sheet.columns.find(({ label }) => label)?.key;
  if (key === undefined) return false;
  const owners = labelOwners(base, key);
  const ids = new Map([...matched].map(([id, row]) => [row, id]));
  const ownerOf = (row: FoundRow): string | undefined => owners.get(essence(cellAt(row, key).value));
  const saysItsOwn = (row: FoundRow, id: string): boolean =>
    [base, next].some((side) => sameContent(cellAt(row, key), side.cell(side.rows.get(id), key)));

  const isSought = (id: string): boolean => next.rows.has(id) && !matched.has(id);

  let strange = 0;
  for (const row of mine.rows) {
    const [id, owner] = [ids.get(row), ownerOf(row)];
    if (owner === undefined || (id === undefined ? !isSought(owner) : saysItsOwn(row, id))) continue;
    if (isLike(base, owner, row)) return true;
    if (id !== undefined) strange += 1;
  }
  return strange > 1;
}

type Value = ReturnType<typeof essence>;

/** The ids by the labels that one row alone has: two funders of one kind say nothing. */
function labelOwners(side: Side, key: string): ReadonlyMap<Value, string> {
  const owners = new Map<Value, string>();
  const doubled = new Set<Value>([null]);
  for (const [id, row] of side.rows) {
    const label = essence(side.cell(row, key).value);
    if (row.role !== 'item') continue;
    if (owners.has(label)) doubled.add(label);
    owners.set(label, id);
  }
  for (const label of doubled) owners.delete(label);
  return owners;
}
