import { readMarkdownText } from '../documents/text/markdown-found.ts';
import { patchFrontMatter } from '../documents/text/markdown-front-matter.ts';
import { patchMarkdown } from '../documents/text/markdown-patch.ts';
import type { DocumentBase, Furniture, TableBase, TextBase } from '../folder/baseline.ts';
import { mergeTable } from '../folder/merge-table.ts';
import { mergeText } from '../folder/merge-text.ts';
import type { Made, MergedFile } from '../folder/reconcile.ts';
import type { ConflictReason, Kit, TableDocument, TextDocument } from '../model.ts';
import { patchDocxTitle } from '../office/docx/patch-docx-title.ts';
import { patchDocx } from '../office/docx/patch-docx.ts';
import { readDocx } from '../office/docx/read-docx.ts';
import { canonicalTemplate } from '../office/xlsx/canonical-formula.ts';
import { patchXlsx } from '../office/xlsx/patch-xlsx.ts';
import { extensionOf } from '../shared/paths.ts';
import { wholeText } from './read-text.ts';
import { readWorkbook } from './read-workbook.ts';

const leftAlone = (why: ConflictReason): MergedFile => ({ kind: 'left-alone', why });
const utf8 = new TextEncoder();

/** The merge of each file format: read what a person's file says, decide, patch only what changes. */
export function mergeFile(base: DocumentBase, mine: Uint8Array, { document, furniture }: Made, kit: Kit): MergedFile {
  if (base.kind === 'text' && document.kind === 'text') {
    return extensionOf(document.path) === 'md' ? mergeMarkdown(base, mine, document, furniture) : mergeDocx(base, mine, document, furniture);
  }
  if (base.kind === 'table' && document.kind === 'table') return mergeXlsx(base, mine, document, kit);
  return leftAlone('copy-edited');
}

function mergeDocx(base: TextBase, mine: Uint8Array, next: TextDocument, furniture: Furniture): MergedFile {
  const found = readDocx(mine);
  if (!found.ok) return leftAlone('unreadable');
  const merged = mergeText(base.blocks, found.document.blocks, next.blocks);
  if (merged.kind === 'left-alone') return merged;
  const patched = patchDocx(mine, merged.edits);
  if (!patched) return leftAlone('unreadable');
  const bytes = patchDocxTitle(patched, furnitureChanges(base, furniture));
  return { kind: 'merged', ...(bytes !== mine && { bytes }), pieces: merged.conflicts, notes: merged.notes };
}

function mergeMarkdown(base: TextBase, mine: Uint8Array, next: TextDocument, furniture: Furniture): MergedFile {
  const text = wholeText(mine);
  if (text === undefined) return leftAlone('unreadable');
  const merged = mergeText(base.blocks, readMarkdownText(text).blocks, next.blocks);
  if (merged.kind === 'left-alone') return merged;
  const patched = patchMarkdown(text, merged.edits);
  if (patched === undefined) return leftAlone('unreadable');
  const result = patchFrontMatter(patched, furnitureChanges(base, furniture));
  return { kind: 'merged', ...(result !== text && { bytes: utf8.encode(result) }), pieces: merged.conflicts, notes: merged.notes };
}

function mergeXlsx(base: TableBase, mine: Uint8Array, next: TableDocument, kit: Kit): MergedFile {
  const found = readWorkbook(mine, base.sheets, base.document, kit);
  if (!found.ok) return leftAlone(found.why);
  const merged = mergeTable(base.sheets, found.sheets, next.sheets, canonicalTemplate);
  if (merged.kind === 'left-alone') return merged;
  const bytes = patchXlsx(mine, [...found.renames, ...merged.edits], next.sheets);
  if (!bytes) return leftAlone('unreadable');
  return { kind: 'merged', ...(bytes !== mine && { bytes }), pieces: merged.conflicts, notes: merged.notes };
}

/** Titles, heads and feet of pages that changed, old to new. */
function furnitureChanges(base: Partial<Furniture>, next: Furniture): readonly { readonly from: string; readonly to: string }[] {
  return (['title', 'footer'] as const).flatMap((part) => {
    const from = base[part];
    return from === undefined || from === next[part] ? [] : [{ from, to: next[part] }];
  });
}
