import { sha256 } from '../folder/baseline.ts';
import { observe, type ObservedBook } from '../folder/observe.ts';
import type { FolderView, Made, Reconciled } from '../folder/reconcile.ts';
import { sheetToFound } from '../folder/sheet-to-found.ts';
import type { Document, Observed, Sheet } from '../model.ts';
import { readXlsx } from '../office/xlsx/read-xlsx.ts';

type FollowedBuilder = 'retroplanning' | 'budget';

/** What people did in the workbooks that the rest of the folder follows. */
function observeBooks(bookOf: (builder: FollowedBuilder) => ObservedBook | undefined): Observed {
  const [retroplanning, budget] = [bookOf('retroplanning'), bookOf('budget')];
  return observe({ ...(retroplanning && { retroplanning }), ...(budget && { budget }) });
}

const asWritten = (sheets: readonly Sheet[]): ObservedBook => ({ found: sheets.map(sheetToFound), written: sheets });

/** Of a folder that is only now being made: what we know without opening anything. */
export function observeNew(documents: readonly Document[]): Observed {
  return observeBooks((builder) => {
    const document = documents.find(({ spec }) => spec.builder === builder);
    return document?.kind === 'table' ? asWritten(document.sheets) : undefined;
  });
}

/** As the workbooks will stand after the run. */
export function observeFolder(made: readonly Made[], results: readonly Reconciled[], files: FolderView): Observed {
  return observeBooks((builder) => {
    const id = made.find(({ document }) => document.spec.builder === builder)?.document.spec.id;
    const result = results.find(({ remembered }) => remembered?.file.kind === 'table' && remembered.file.document === id);
    return result && bookIn(result, files);
  });
}

/** One workbook; undefined when it is gone or cannot be read. What is ours alone is known without opening it. */
function bookIn({ change, remembered }: Reconciled, files: FolderView): ObservedBook | undefined {
  if (remembered?.file.kind !== 'table' || !change) return undefined;
  const path = change.from ?? change.path;
  const bytes = change.bytes ?? (files.kindOf(path) === 'file' ? files.read(path) : undefined);
  if (!bytes) return undefined;
  const { sheets, sha256: ours } = remembered.file;
  if (sha256(bytes) === ours) return asWritten(sheets);
  const found = readXlsx(bytes, sheets);
  return found.ok ? { found: found.sheets, written: sheets } : undefined;
}
