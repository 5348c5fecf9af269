import type { CellEdit, Sheet } from '../../model.ts';
import { replaceParts } from '../package.ts';
import { applyEdits, type Write } from './apply-edits.ts';
import { askForCalculation, type PartChanges } from './calculation-parts.ts';
import { findPlaces } from './find-places.ts';
import { locateEdits } from './locate-edits.ts';
import type { CellPlace, Place } from './place.ts';
import { readsBack } from './reads-back.ts';
import { recalculate } from './recalculate.ts';
import { spliceSheet } from './splice-sheet.ts';
import { openWorkbook, type Tab, type Workbook } from './workbook.ts';
import { calculatedCells, gridOf } from './worksheet.ts';

/**
 * A person's workbook with some cells written, and all else as they left it: their styles, rows, columns, sheets,
 * pictures. `sheets` is the layout that the formulas and the formats of the edits refer to, in the columns that the
 * workbook has. The values kept for formulas follow (`recalculate.ts`). Undefined when it cannot be done without doubt: a
 * cell that is locked or not there, or a result that does not read back. Without edits: the same bytes.
 */
export function patchXlsx(bytes: Uint8Array, edits: readonly CellEdit[], sheets: readonly Sheet[]): Uint8Array | undefined {
  if (edits.length === 0) return bytes;
  // Apart, so that what was read of the old workbook is gone before the new one is made and read.
  const changes = changesFor(bytes, edits, sheets);
  const patched = changes && replaceParts(bytes, changes.parts, changes.removed);
  return patched && readsBack(patched, edits, changes.cells, sheets) ? patched : undefined;
}

/** What changes in the package, and the cell of each edit. */
interface Changes extends PartChanges {
  readonly cells: readonly CellPlace[];
}

function changesFor(bytes: Uint8Array, edits: readonly CellEdit[], sheets: readonly Sheet[]): Changes | undefined {
  const workbook = openWorkbook(bytes);
  const found = workbook && findPlaces(workbook, sheets);
  if (!workbook || !found || typeof found === 'string') return undefined;
  const located = locateEdits(edits, found);
  const applied = located && applyEdits(located, found, workbook.from1904);
  const calculation = askForCalculation(workbook);
  if (!located || !applied || !calculation) return undefined;
  const parts = [
    ...sheetParts(applied.places, applied.writes),
    ...otherParts(workbook, found.map(({ tab }) => tab)),
  ];
  if (parts.some(([, xml]) => xml === undefined)) return undefined;
  const written = Object.fromEntries(parts.flatMap(([name, xml]) => (xml === undefined ? [] : [[name, xml]])));
  return {
    parts: { ...written, ...calculation.parts }, removed: calculation.removed,
    cells: located.map(({ row, column }) => ({ row, column })),
  };
}

type Part = readonly [name: string, xml: string | undefined];

/** Our sheets, those that change. */
function sheetParts(places: readonly Place[], writes: readonly Write[]): readonly Part[] {
  const kept = recalculate(places);
  return places.flatMap((place): readonly Part[] => {
    const values = kept.get(place) ?? [];
    const known = new Map(values.map(({ row, column, value }) => [`${row} ${column}`, value]));
    const cells = writes.filter((write) => write.place.layout === place.layout).map(({ row, column, content: { value, formula } }) => ({
      row, column, ...(formula ? { formula: formula.text, value: known.get(`${row} ${column}`) } : { value }),
    }));
    return whatChanges(place.tab, place.sheet.xml, spliceSheet(place.sheet, cells, values, place.header));
  });
}

/** The sheets of the person's own: none of their formulas keeps a value that may be old. */
function otherParts(workbook: Workbook, ours: readonly Tab[]): readonly Part[] {
  const others = workbook.tabs.filter((tab) => !ours.includes(tab));
  return others.filter(({ part }) => /<f[\s>/]/.test(workbook.parts.text(part) ?? '')).flatMap((tab): readonly Part[] => {
    const sheet = workbook.sheet(tab);
    if (!sheet) return [[tab.part, undefined]];
    const unknown = calculatedCells(gridOf(sheet), sheet.filled).map(([row, column]) => ({ row, column, value: undefined }));
    return whatChanges(tab, sheet.xml, spliceSheet(sheet, [], unknown, 0));
  });
}

const whatChanges = ({ part }: Tab, before: string, after: string | undefined): readonly Part[] =>
  (before === after ? [] : [[part, after]]);
