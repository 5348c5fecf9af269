import type { Column, FoundCell, FoundRow } from '../../model.ts';
import { isIsoDate } from '../../shared/dates.ts';
import { cellAt, contentColumns, isBlank, isLeftBehind, sameContent } from './found-cell.ts';
import { fateOf, hasStrayed } from './merge-cell.ts';
import { conflict, edit, note, NOTHING_TO_DO, together, type Pieces } from './pieces.ts';
import type { SheetSides } from './side.ts';
import { cellWords, rowLabel, rowPlace } from './words.ts';

/** A row of ours that stands in the file and was there last time, cell by cell. */
export function mergeRow(id: string, mine: FoundRow, { base, next }: SheetSides): Pieces {
  const { name, columns } = next.sheet;
  const [before, now] = [base.rows.get(id), next.rows.get(id)];
  const label = rowLabel(next, now, mine);
  const place = (column: Column): string => rowPlace(name, id, label, column);

  const mergeOne = (column: Column): Pieces => {
    const [was, found, will] = [base.cell(before, column.key), cellAt(mine, column.key), next.cell(now, column.key)];
    const take = edit(name, { row: mine.number, key: column.key }, now?.cells[column.key] ?? null);
    const fate = fateOf(column, was, found, will);
    const aside = fate === 'conflict' ? asideOf(column) : undefined;
    if (aside) return together([take, moveAside(column, aside, found)]);
    if (fate === 'take') return take;
    if (fate === 'conflict') return conflict({ place: place(column), ...threeTexts(column, found, will, was) });
    return hasStrayed(fate, was, found) ? note({ code: 'formula-changed', place: place(column) }) : NOTHING_TO_DO;
  };

  /** The person's column that can take the date typed over this one. */
  const asideOf = (column: Column): Column | undefined => {
    const aside = columns.find(({ key }) => key === column.overflow);
    const found = cellAt(mine, column.key);
    if (!aside || found.locked || found.formula !== undefined || !isDate(found)) return undefined;
    const there = cellAt(mine, aside.key);
    const isOursToo = !sameContent(base.cell(before, aside.key), next.cell(now, aside.key));
    return there.locked || isOursToo || !(isBlank(there) || sameContent(there, found)) ? undefined : aside;
  };

  const moveAside = (column: Column, aside: Column, found: FoundCell): Pieces => together([
    isBlank(cellAt(mine, aside.key)) ? edit(name, { row: mine.number, key: aside.key }, String(found.value)) : NOTHING_TO_DO,
    note({ code: 'deadline-moved', value: cellWords(found, column.format), place: place(column) }),
  ]);

  return together(contentColumns(columns).map(mergeOne));
}

const isDate = ({ value }: FoundCell): boolean => typeof value === 'string' && isIsoDate(value);

const threeTexts = ({ format }: Column, mine: FoundCell, next: FoundCell, base: FoundCell) =>
  ({ mine: cellWords(mine, format), next: cellWords(next, format), base: cellWords(base, format) });

/** Formulas of a row of ours that a program moved without minding them, where nothing else is to be done. */
export function strayedFormulas(id: string, mine: FoundRow, { base, next }: SheetSides): Pieces {
  const row = base.rows.get(id);
  const label = rowLabel(next, row, mine);
  return together(contentColumns(next.sheet.columns).map((column) => (
    isLeftBehind(cellAt(mine, column.key), base.cell(row, column.key))
      ? note({ code: 'formula-changed', place: rowPlace(next.sheet.name, id, label, column) })
      : NOTHING_TO_DO)));
}
