import { readTableContent } from '../folder/content.ts';
import { observe, type ObservedBook } from '../folder/observe.ts';
import type { FolderView, Reconciled, Wanted } from '../folder/reconcile.ts';
import { sheetToFound } from '../folder/sheet-to-found.ts';
import type { PlannedDocument } from '../documents/render-documents.ts';
import type { Kit, Observed, Sheet } from '../model.ts';
import { sha256 } from '../shared/sha256.ts';

type Books = Parameters<typeof observe>[0];

/** The two workbooks that the rest of the folder follows. */
const FOLLOWED = ['retroplanning', 'budget'] as const satisfies readonly (keyof Books)[];

const asWritten = (sheets: readonly Sheet[]): ObservedBook => ({ found: sheets.map(sheetToFound), written: sheets });

/** What is known of a folder that is only now being made, without opening anything. */
export async function observeNew(planned: readonly PlannedDocument[]): Promise<Observed> {
  const books: Partial<Record<keyof Books, ObservedBook>> = {};
  for (const builder of FOLLOWED) {
    const book = planned.find(({ spec }) => spec.builder === builder);
    const document = await book?.render(book.path);
    if (document?.kind === 'table') books[builder] = asWritten(document.sheets);
  }
  return { ...observe(books), missing: [] };
}

/** What people did in the workbooks, as these will stand after the run. */
export async function observeFolder(wanted: readonly Wanted[], results: readonly Reconciled[], files: FolderView, kit: Kit): Promise<Observed> {
  const books: Partial<Record<keyof Books, ObservedBook>> = {};
  for (const builder of FOLLOWED) {
    const id = wanted.find(({ spec }) => spec.builder === builder)?.spec.id;
    const result = results.find(({ remembered }) => remembered?.file.kind === 'table' && remembered.file.document === id);
    const book = result && await bookIn(result, files, kit);
    if (book) books[builder] = book;
  }
  return observe(books);
}

/** One workbook; undefined when it is gone or cannot be read. What is ours alone is known without opening it. */
async function bookIn({ change, remembered }: Reconciled, files: FolderView, kit: Kit): Promise<ObservedBook | undefined> {
  if (remembered?.file.kind !== 'table' || !change) return undefined;
  const path = change.from ?? change.path;
  if (!change.bytes && files.kindOf(path) !== 'file') return undefined;
  const sheets = readTableContent(remembered.part)?.sheets;
  if (!sheets) return undefined;
  const { sha256: ours, document } = remembered.file;
  if ((change.bytes ? sha256(change.bytes) : files.hash(path)) === ours) return asWritten(sheets);
  const { readWorkbook } = await import('./read-workbook.ts');
  const found = readWorkbook(change.bytes ?? files.read(path), sheets, document, kit);
  return found.ok ? { found: found.sheets, written: sheets } : undefined;
}
