import { readMarkdownText } from '../documents/text/markdown-found.ts';
import { patchFrontMatter } from '../documents/text/markdown-front-matter.ts';
import { patchMarkdown } from '../documents/text/markdown-patch.ts';
import type { DocumentBase, Furniture } from '../folder/baseline.ts';
import { readTableContent, readTextContent } from '../folder/content.ts';
import { mergeTable } from '../folder/merge-table.ts';
import { mergeText } from '../folder/merge-text.ts';
import type { Made, MergedFile, Written } from '../folder/reconcile.ts';
import type { Block, ConflictReason, Kit, Sheet } from '../model.ts';
import { patchDocxTitle } from '../office/docx/patch-docx-title.ts';
import { patchDocx } from '../office/docx/patch-docx.ts';
import { readDocx } from '../office/docx/read-docx.ts';
import { addSheets } from '../office/xlsx/add-sheets.ts';
import { canonicalTemplate } from '../office/xlsx/canonical-formula.ts';
import { patchXlsx } from '../office/xlsx/patch-xlsx.ts';
import { extensionOf } from '../shared/paths.ts';
import { wholeText } from './read-text.ts';
import { readWorkbook } from './read-workbook.ts';

const leftAlone = (why: ConflictReason): MergedFile => ({ kind: 'left-alone', why });
const utf8 = new TextEncoder();

/** The merge of each file format: read what a person's file says, decide, patch only what changes. */
export async function mergeFile({ file: base, part }: Written, mine: Uint8Array, made: Made, kit: Kit): Promise<MergedFile> {
  const next = await made.document();
  if (base.kind === 'text' && next.kind === 'text') {
    const written = readTextContent(part);
    if (!written) return leftAlone('no-memory');
    const merge = extensionOf(next.path) === 'md' ? mergeMarkdown : mergeDocx;
    return merge(written.blocks, mine, next.blocks, furnitureChanges(base, made.furniture));
  }
  if (base.kind === 'table' && next.kind === 'table') {
    const written = readTableContent(part);
    return written ? mergeXlsx(written.sheets, mine, next.sheets, base.document, kit, made.encode) : leftAlone('no-memory');
  }
  return leftAlone('copy-edited');
}

function mergeDocx(base: readonly Block[], mine: Uint8Array, next: readonly Block[], furniture: readonly FurnitureChange[]): MergedFile {
  const found = readDocx(mine);
  if (!found.ok) return leftAlone('unreadable');
  const merged = mergeText(base, found.document.blocks, next);
  if (merged.kind === 'left-alone') return merged;
  const patched = patchDocx(mine, merged.edits);
  if (!patched) return leftAlone('unreadable');
  const bytes = patchDocxTitle(patched, furniture);
  return { kind: 'merged', ...(bytes !== mine && { bytes }), pieces: merged.conflicts, notes: merged.notes };
}

function mergeMarkdown(base: readonly Block[], mine: Uint8Array, next: readonly Block[], furniture: readonly FurnitureChange[]): MergedFile {
  const text = wholeText(mine);
  if (text === undefined) return leftAlone('unreadable');
  const merged = mergeText(base, readMarkdownText(text).blocks, next);
  if (merged.kind === 'left-alone') return merged;
  const patched = patchMarkdown(text, merged.edits);
  if (patched === undefined) return leftAlone('unreadable');
  const result = patchFrontMatter(patched, furniture);
  return { kind: 'merged', ...(result !== text && { bytes: utf8.encode(result) }), pieces: merged.conflicts, notes: merged.notes };
}

async function mergeXlsx(
  base: readonly Sheet[], mine: Uint8Array, next: readonly Sheet[], document: string, kit: Kit, encode: Made['encode'],
): Promise<MergedFile> {
  const added = next.filter(({ name }) => !base.some((sheet) => sheet.name === name));
  const found = readWorkbook(mine, [...base, ...added], document, kit);
  if (!found.ok) return leftAlone(found.why);
  const merged = mergeTable(base, found.sheets, next, canonicalTemplate);
  if (merged.kind === 'left-alone') return merged;
  const whole = merged.sheets.length === 0 ? mine : addSheets(mine, await encode(), merged.sheets);
  if (!whole) return leftAlone('layout-changed');
  const bytes = patchXlsx(whole, [...found.renames, ...merged.edits], next);
  if (!bytes) return leftAlone('unreadable');
  return { kind: 'merged', ...(bytes !== mine && { bytes }), pieces: merged.conflicts, notes: merged.notes };
}

interface FurnitureChange {
  readonly from: string;
  readonly to: string;
}

/** Titles, heads and feet of pages that changed, old to new. */
function furnitureChanges(base: Partial<DocumentBase>, next: Furniture): readonly FurnitureChange[] {
  return (['title', 'footer'] as const).flatMap((part) => {
    const from = base[part];
    return from === undefined || from === next[part] ? [] : [{ from, to: next[part] }];
  });
}
