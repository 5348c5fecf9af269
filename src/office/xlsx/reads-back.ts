import type { CellEdit, FoundCell, FoundSheet, Sheet } from '../../model.ts';
import { canonicalTemplate } from './canonical-formula.ts';
import { foundValue } from './found-value.ts';
import { readXlsx } from './read-xlsx.ts';
import { writtenValue } from './written-value.ts';

/** Whether a patched workbook opens again and says what each edit asked for. */
export function readsBack(bytes: Uint8Array, edits: readonly CellEdit[], layouts: readonly Sheet[]): boolean {
  const read = readXlsx(bytes, layouts);
  const sheets = new Map((read.ok ? read.sheets : []).map((sheet) => [sheet.name, cellFinder(sheet)]));
  return read.ok && edits.every((edit) => {
    const [layout, find] = [layouts.find(({ name }) => name === edit.sheet), sheets.get(edit.sheet)];
    return layout !== undefined && find !== undefined && says(find(edit.at), edit, layout);
  });
}

/** A row that is not listed is empty. */
function cellFinder({ preface, rows, headers }: FoundSheet): (at: CellEdit['at']) => FoundCell {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return (at) => {
    if ('preface' in at) return preface[at.preface] ?? EMPTY;
    if ('header' in at) return { value: headers[at.header] ?? null };
    return byNumber.get(at.row)?.cells[at.key] ?? EMPTY;
  };
}

const EMPTY: FoundCell = { value: null };

function says(cell: FoundCell, { at, content }: CellEdit, layout: Sheet): boolean {
  if (typeof content === 'object' && content !== null) return cell.formula === canonicalTemplate(content.formula, layout);
  const format = ('key' in at && layout.columns.find(({ key }) => key === at.key)?.format) || 'text';
  return cell.formula === undefined && cell.value === foundValue(writtenValue(content, format, false), format, false);
}
