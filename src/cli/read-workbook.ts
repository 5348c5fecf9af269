import { renameFoundRows, rowRenamer } from '../folder/kit-renames.ts';
import type { CellEdit, ConflictReason, FoundSheet, Kit, Sheet } from '../model.ts';
import { readXlsx } from '../office/xlsx/read-xlsx.ts';

export type ReadWorkbook =
  | { readonly ok: true; readonly sheets: readonly FoundSheet[]; readonly renames: readonly CellEdit[] }
  | { readonly ok: false; readonly why: ConflictReason };

/**
 * A person's workbook under the present ids of the kit: a file may have waited through several versions, untouched by
 * any merge. `renames` are the cells « N° » that would say so.
 * @param sheets the layout that was last written
 * @param document its id
 */
export function readWorkbook(bytes: Uint8Array, sheets: readonly Sheet[], document: string, kit: Kit): ReadWorkbook {
  const found = readXlsx(bytes, sheets);
  if (!found.ok) return found;
  const { sheets: present, edits } = renameFoundRows(found.sheets, rowRenamer(document, kit));
  return { ok: true, sheets: present, renames: edits };
}
