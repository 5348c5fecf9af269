import { cellText } from '../../shared/cell-text.ts';
import { idKey, type CellPlace, type Place } from './place.ts';

/**
 * Where each line above the table stands now, by rank; undefined where it cannot be told. A line whose words are still
 * ours is found by them. One that changed is where it must be when as many rows came above the line before it as above
 * the line after it: then nothing came in between. The top of the sheet and the header close the list.
 */
export function findPreface({ layout, sheet, header, columns }: Place): readonly (CellPlace | undefined)[] {
  const above = [...sheet.rows].filter(([row]) => row < header);
  const places = layout.preface.map((line): CellPlace | undefined => {
    for (const [row, { cells }] of above) {
      for (const [column, { value }] of cells) if (value === cellText(line)) return { row, column };
    }
    return undefined;
  });
  const shifts = [0, ...places.map((place, rank) => place && place.row - rank - 1), header - layout.preface.length - 2];
  const column = places.find((place) => place)?.column ?? columns.get(idKey(layout) ?? '') ?? 1;
  return places.map((place, rank) => {
    const before = shifts.slice(0, rank + 1).findLast((shift) => shift !== undefined);
    const after = shifts.slice(rank + 2).find((shift) => shift !== undefined);
    return place ?? (before !== undefined && before === after ? { row: rank + 1 + before, column } : undefined);
  });
}
