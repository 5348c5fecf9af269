import type { Block, TextEdit } from '../../model.ts';
import { isListed, isRow } from '../../shared/block-kinds.ts';
import { AFTER_TABLE, writeTable } from '../../shared/docx/table.ts';
import type { Splice, XmlNode } from '../xml-node.ts';
import { withLocalStyles } from './local-styles.ts';
import type { NewLists } from './new-list.ts';
import { newParagraph, standingOf, type Standing } from './new-paragraph.ts';
import { newRow } from './new-row.ts';
import type { OpenDocx } from './open-docx.ts';
import type { PlacedBlock } from './placed-block.ts';

export type InsertEdit = Extract<TextEdit, { kind: 'insert' }>;

export interface Inserted {
  readonly splices: readonly Splice[];
  /** The edits with the place where each block is then read: what follows a row may come behind its table. */
  readonly edits: readonly InsertEdit[];
  /** Tables that get new rows. */
  readonly filled: ReadonlySet<XmlNode>;
}

/** Rows that belong together, or a single paragraph. A header row starts a table. */
function segments(inserted: readonly Block[]): readonly (readonly Block[])[] {
  return inserted.reduce<readonly (readonly Block[])[]>((all, block) => {
    const last = all.at(-1);
    const joins = block.kind === 'row' && last && isRow(last[0]?.kind);
    return joins ? [...all.slice(0, -1), [...last, block]] : [...all, [block]];
  }, []);
}

/** A paragraph after a row comes after the whole table, and what we put after each table. */
function behindTable(blocks: readonly PlacedBlock[], after: number): number {
  const table = blocks[after]?.table;
  if (!table) return after;
  const last = blocks.findLastIndex((block) => block.table === table);
  return blocks[last + 1]?.isAfterTable ? last + 1 : last;
}

/** The blocks before a place that stay, back to the first that is in no list. */
function standingBefore(file: OpenDocx, stays: readonly (PlacedBlock | undefined)[], after: number): readonly Standing[] {
  const before: Standing[] = [];
  for (let rank = after; rank >= 0; rank -= 1) {
    const block = stays[rank];
    if (!block) continue;
    before.unshift(standingOf(file, block));
    if (block.found.kind === 'other' || !isListed(block.found.kind)) break;
  }
  return before;
}

/** Puts new blocks in. Undefined when a row fits in no table that it should stand in. */
export function insertBlocks(
  file: OpenDocx, blocks: readonly PlacedBlock[], edits: readonly InsertEdit[],
  removed: ReadonlySet<number>, lists: NewLists,
): Inserted | undefined {
  const splices: Splice[] = [];
  const placed: InsertEdit[] = [];
  const stays = blocks.map((block, rank) => (removed.has(rank) ? undefined : block));
  const filled = new Set<XmlNode>();
  const newBefore = new Map<number, readonly Standing[]>();

  function putRows(rows: readonly Block[], after: number, model: PlacedBlock, at: number): boolean {
    const { table } = model;
    if (table) filled.add(table);
    const written = rows.map((row) => table && newRow(file, blocks, table, row, after));
    splices.push({ start: at, end: at, text: written.join('') });
    placed.push(...rows.map((block): InsertEdit => ({ kind: 'insert', after, block })));
    return !written.includes(undefined);
  }

  function putBetween(segment: readonly Block[], given: number): void {
    const after = behindTable(blocks, given);
    const [first] = segment;
    const at = blocks[after]?.behind ?? file.body.inner;
    const before = newBefore.get(after) ?? standingBefore(file, stays, after);
    if (first && !isRow(first.kind)) {
      const next = stays.slice(after + 1).find(Boolean);
      const around = { after, before, next: next && standingOf(file, next) };
      const { xml, standing } = newParagraph(file, blocks, lists, first, around);
      newBefore.set(after, [...before, standing]);
      splices.push({ start: at, end: at, text: xml });
    } else {
      const touches = blocks[after]?.table && !newBefore.has(after);
      newBefore.set(after, [...before, { kind: 'row', depth: 0, list: undefined }]);
      const text = withLocalStyles(file.styles, `${touches ? AFTER_TABLE : ''}${writeTable(segment)}`);
      splices.push({ start: at, end: at, text });
    }
    placed.push(...segment.map((block): InsertEdit => ({ kind: 'insert', after, block })));
  }

  for (const after of [...new Set(edits.map((edit) => edit.after))].sort((a, b) => a - b)) {
    const all = segments(edits.filter((edit) => edit.after === after).map(({ block }) => block));
    const [previous, next] = [blocks[after], blocks[after + 1]];
    const isDone = all.every((segment, rank) => {
      const isRows = segment[0]?.kind === 'row';
      if (isRows && rank === 0 && previous?.table) return putRows(segment, after, previous, previous.node.end);
      const isTop = isRows && rank === all.length - 1 && next?.found.kind === 'row' && next.table !== previous?.table;
      if (isTop) return putRows(segment, after, next, next.node.start);
      putBetween(segment, after);
      return true;
    });
    if (!isDone) return undefined;
  }
  return { splices, edits: placed, filled };
}
