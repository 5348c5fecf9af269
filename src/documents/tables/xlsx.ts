import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import type { NamedRange } from 'hucre';
import type { Sheet, TableDocument } from '../../model.ts';
import { cellText } from '../../shared/cell-text.ts';
import { headerRow, quoteSheetName } from '../../shared/sheet-places.ts';
import { zipFiles } from '../../shared/zip.ts';
import { hiddenLists, validationsOf } from './xlsx-lists.ts';
import { filterRange, isWorkedIn, sheetForHucre } from './xlsx-sheet.ts';
import { defaultFont } from './xlsx-style.ts';

/**
 * A table as an Excel workbook (ECMA-376 transitional). The same table gives the same bytes, at any time and in any
 * time zone. `title` goes into the properties of the file and the foot of each page.
 */
export async function toXlsx(table: TableDocument, title: string): Promise<Uint8Array> {
  const written = await writeXlsx({
    sheets: [
      ...table.sheets.map((sheet) => ({
        ...sheetForHucre(sheet, table, title),
        dataValidations: validationsOf(sheet, table),
      })),
      ...hiddenLists(table),
    ],
    namedRanges: table.sheets.flatMap(namesOf),
    properties: { title: cellText(title), creator: 'nec-local' },
    defaultFont,
    stringMode: 'inline',
  });
  const byHand = table.sheets.flatMap(({ rowHeight }, rank) => (rowHeight === undefined ? [] : [`xl/worksheets/sheet${rank + 1}.xml`]));
  return withStableBytes(written, byHand);
}

/** Names that Excel gives to a filter and to the rows repeated on each page; hucre leaves sheet names unquoted. */
function namesOf(sheet: Sheet): NamedRange[] {
  const name = (name: string, range: string): NamedRange =>
    ({ name, range: `${quoteSheetName(sheet.name)}!${range}`, scope: sheet.name });
  const titles = name('_xlnm.Print_Titles', `$${headerRow(sheet)}:$${headerRow(sheet)}`);
  const filter = filterRange(sheet).replaceAll(/([A-Z])(\d+)/g, '$$$1$$$2');
  return isWorkedIn(sheet) ? [name('_xlnm._FilterDatabase', filter), titles] : [titles];
}

/**
 * hucre puts the time of writing into the properties, compresses with the zlib of each Node version, and says that
 * somebody set the row heights by hand, so that rows would not grow with what people write. All three are undone.
 * @param byHand parts whose rows keep their height: people write on them with a pen
 */
function withStableBytes(bytes: Uint8Array, byHand: readonly string[]): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  const tidied = parts.map(([name, content]) => [name, byHand.includes(name) ? content : strToU8(tidy(name, strFromU8(content)))] as const);
  return zipFiles(Object.fromEntries(tidied), 1);
}

function tidy(part: string, xml: string): string {
  if (part === 'docProps/core.xml') return xml.replace(/<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/, '');
  return part.startsWith('xl/worksheets/') ? xml.replaceAll(/(<row [^>]*?) customHeight="1"/g, '$1') : xml;
}
