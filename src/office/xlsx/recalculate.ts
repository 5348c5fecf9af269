import type { Area } from './address.ts';
import { canonicalFormula, canonicalTemplate, placeOf } from './canonical-formula.ts';
import { evaluate, type Surroundings } from './evaluate.ts';
import { formulaOf } from './formula-of-cell.ts';
import { significant } from './operators.ts';
import { parseFormula } from './parse-formula.ts';
import type { Place } from './place.ts';
import type { CellValue } from './values.ts';
import { calculatedCells, isFilled, type Grid } from './worksheet.ts';

/** The value that the file has to keep for a formula; undefined: none, the next program calculates it. */
export interface KeptValue {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue | undefined;
}

/**
 * The values of all formulas on our sheets (merge.md, rules for .xlsx, 3). A formula that is ours word for word is
 * calculated; a person's is not known, and neither is one of ours that reads it.
 */
export function recalculate(places: readonly Place[]): ReadonlyMap<Place, readonly KeptValue[]> {
  const valueOf = calculator(places);
  return new Map(places.map((place) => [place, calculatedCells(place.grid, place.sheet.filled)
    .map(([row, column]) => ({ row, column, value: valueOf(place, row, column) }))]));
}

function calculator(places: readonly Place[]): (place: Place, row: number, column: number) => CellValue | undefined {
  const ours = new Map(places.map((place) => [place, templatesOf(place)]));
  const known = new Map(places.map((place) => [place, new Map<string, CellValue | undefined>()]));

  function valueOf(place: Place, row: number, column: number): CellValue | undefined {
    const cell = place.grid.get(row)?.get(column);
    if (isFilled(place.sheet.filled, row, column)) return undefined;
    if (!cell?.formula) return cell?.value ?? null;
    const values = known.get(place);
    const address = `${row} ${column}`;
    if (values && !values.has(address)) {
      // A circle finds this, and is not known.
      values.set(address, undefined);
      values.set(address, calculate(place, row, column));
    }
    return values?.get(address);
  }

  function calculate(place: Place, row: number, column: number): CellValue | undefined {
    const cell = place.grid.get(row)?.get(column);
    const tokens = cell && formulaOf(cell, place.sheet, row, column);
    const templates = ours.get(place)?.get(place.keys.get(column) ?? '');
    if (!tokens || !templates?.has(canonicalFormula(tokens, place, row, places))) return undefined;
    const expression = parseFormula(tokens);
    const value = expression && evaluate(expression, { sheet: place.tab.name, row, ...around });
    return typeof value === 'number' ? significant(value) : value;
  }

  const around: Pick<Surroundings, 'valueAt' | 'valuesIn'> = {
    valueAt(sheet, row, column) {
      const place = placeOf(sheet, places);
      return place && valueOf(place, row, column);
    },
    *valuesIn({ sheet, area }) {
      const place = placeOf(sheet, places);
      // A sheet that is not ours: as one cell that is not known.
      if (!place) yield { row: area.top, column: area.left, value: undefined };
      else for (const [row, column] of cellsIn(place.grid, area)) yield { row, column, value: valueOf(place, row, column) };
    },
  };
  return valueOf;
}

/** The formulas that we write in each column. Most rows have the same: each is read once. */
function templatesOf({ layout }: Place): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(layout.columns.map(({ key }) => {
    const formulas = new Set(layout.rows.flatMap(({ cells }) => {
      const cell = cells[key];
      return typeof cell === 'object' && cell !== null ? [cell.formula] : [];
    }));
    return [key, new Set([...formulas].map((formula) => canonicalTemplate(formula, layout)))];
  }));
}

/** The cells of an area that are in the file, without counting through a million empty rows. */
function* cellsIn(grid: Grid, { top, bottom, left, right }: Area): Generator<readonly [number, number]> {
  const rows = bottom - top < grid.size
    ? Array.from({ length: bottom - top + 1 }, (_, rank) => top + rank)
    : [...grid.keys()].filter((row) => row >= top && row <= bottom);
  for (const row of rows) {
    for (const column of grid.get(row)?.keys() ?? []) if (column >= left && column <= right) yield [row, column];
  }
}
