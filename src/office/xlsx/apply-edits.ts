import { writtenValue } from './cell-units.ts';
import type { LocatedEdit } from './locate-edits.ts';
import { idKey, idsIn, type Place } from './place.ts';
import { resolveTemplate } from './resolve-template.ts';
import type { CellContent } from './worksheet.ts';

/** A cell of one of our sheets after a patch. */
export interface Write {
  readonly place: Place;
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
}

/**
 * Our sheets as they are after the edits, and what has to be written. Ids come first, as formulas name rows by them.
 * Undefined when a formula needs what is not there.
 */
export function applyEdits(
  edits: readonly LocatedEdit[], places: readonly Place[], from1904: boolean,
): { readonly places: readonly Place[]; readonly writes: readonly Write[] } | undefined {
  const plain = edits.map(({ content, format, ...at }): Write => {
    const value = typeof content === 'object' && content !== null ? null : writtenValue(content, format, from1904);
    return { ...at, content: { value } };
  });
  const named = withWrites(places, plain);
  const writes = edits.map(({ place, row, column, content }, rank): Write | undefined => {
    if (typeof content !== 'object' || content === null) return plain[rank];
    const here = named.find(({ layout }) => layout === place.layout);
    const text = here && resolveTemplate(content.formula, here, row, named);
    return text === undefined ? undefined : { place, row, column, content: { value: null, formula: { text, kind: 'normal' } } };
  });
  return writes.every((write) => write !== undefined) ? { places: withWrites(places, writes), writes } : undefined;
}

function withWrites(places: readonly Place[], writes: readonly Write[]): readonly Place[] {
  return places.map((place) => {
    const grid = new Map(place.grid);
    for (const { row, column, content } of writes.filter((write) => write.place === place)) {
      grid.set(row, new Map(grid.get(row)).set(column, content));
    }
    return { ...place, grid, ids: idsIn(grid, place.header, place.columns.get(idKey(place.layout) ?? '')) };
  });
}
