import type { ConflictReason, FoundSheet, Sheet } from '../model.ts';
import { quoteSheetName } from '../shared/sheet-places.ts';
import { newSheet } from './table/new-sheet.ts';
import { mergeSheet } from './table/merge-sheet.ts';
import { note, together, type Pieces } from './table/pieces.ts';
import { isSameSheet } from './table/same-sheet.ts';
import { sideOf, type Canonical } from './table/side.ts';
import { withoutLostReferences } from './table/lost-references.ts';

/** What becomes of a person's workbook: cells to write, or why it is left alone as a whole. */
export type TableMerge =
  /** `sheets`: those that the file gets after its own; the edits write their formulas. */
  | { readonly kind: 'merged'; readonly sheets: readonly string[] } & Pieces
  | { readonly kind: 'left-alone'; readonly why: ConflictReason };

/**
 * The three-way merge of a workbook (regeneration.md T01 to T12): what was last written, what stands in the person's
 * file, what the kit and the answers give now. By the ids of rows, then by cells; nothing that a person wrote is lost, no
 * row is moved. What formulas give is not compared. A sheet that only tells, or that no other reads, stays deleted when it was; a new one comes
 * after those of the file; one that is no longer wanted stays there, and is named.
 * @param mine also holds a new sheet when the file has it already: an answer went back and forth, or a run was killed
 * @param canonical a formula of ours in the form of `FoundCell.formula`
 */
export function mergeTable(
  base: readonly Sheet[], mine: readonly FoundSheet[], next: readonly Sheet[], canonical: Canonical,
): TableMerge {
  const done: Pieces[] = [];
  const added: Sheet[] = [];
  for (const sheet of next) {
    const before = base.find(({ name }) => name === sheet.name);
    const found = mine.find(({ name }) => name === sheet.name);
    if (!before && !found) {
      added.push(sheet);
      continue;
    }
    const [was, will] = [sideOf(before ?? (found ? knownPart(sheet, found) : sheet), canonical), sideOf(sheet, canonical)];
    if (!found && (isSameSheet(was, will) || isOnlyOurs(sheet))) continue;
    if (!found && !isNeeded(sheet.name, next.filter(({ name }) => mine.some((other) => other.name === name)))) {
      done.push(note({ code: 'deleted-piece', place: `feuille ${sheet.name}` }));
      continue;
    }
    const merged = found ? mergeSheet({ base: was, mine: found, next: will }) : 'layout-changed';
    if (typeof merged === 'string') return leftAlone(merged);
    done.push(merged);
  }
  const unwanted = base.filter(({ name }) => mine.some((found) => found.name === name) && !next.some((sheet) => sheet.name === name))
    .map(({ name }) => note({ code: 'removed-piece', place: `feuille ${name}` }));
  const pieces = withoutLostReferences(together([...done, ...unwanted]), mine);
  return { kind: 'merged', sheets: added.map(({ name }) => name), ...together([pieces, ...added.map((sheet) => newSheet(sheet, [...mine, ...added], pieces.edits))]) };
}

/** What a sheet that comes back was, as far as its file tells: lines that came meanwhile were never in it, and nobody took them out. */
const knownPart = (sheet: Sheet, found: FoundSheet): Sheet =>
  ({ ...sheet, rows: sheet.rows.filter(({ id, role }) => role !== 'item' || found.rows.some((row) => row.id === id)) });

/** A sheet without a column for people: whoever deleted it does without what it tells. */
const isOnlyOurs = ({ columns }: Sheet): boolean => columns.every(({ owner }) => owner === 'kit');

/** One of these sheets takes values from it. */
function isNeeded(name: string, staying: readonly Sheet[]): boolean {
  const ways = [`{ref:${name}|`, `${quoteSheetName(name)}!`, `${name}!`];
  return staying.some(({ rows }) => rows.some(({ cells }) => Object.values(cells).some((cell) =>
    typeof cell === 'object' && cell !== null && ways.some((way) => cell.formula.includes(way)))));
}

const leftAlone = (why: ConflictReason): TableMerge => ({ kind: 'left-alone', why });
