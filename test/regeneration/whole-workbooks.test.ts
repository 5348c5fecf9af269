import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeFile } from '../../src/cli/merge-file.ts';
import { rememberDocument } from '../../src/folder/baseline.ts';
import type { Made } from '../../src/folder/reconcile.ts';
import type { Column, DocumentSpec, FoundCell, FoundSheet, Kit, Sheet, TableDocument } from '../../src/model.ts';
import { readXlsx } from '../../src/office/xlsx/read-xlsx.ts';
import { dayNumber } from '../support/sheet-typing.ts';
import { samplePlan } from '../support/plan.ts';
import { triples } from '../support/random-tables.ts';
import { lostByMerge, missedByMerge } from '../support/table-oracle.ts';
import { partsOf, writeBook, type BookCell } from '../support/xlsx-book.ts';

const kit: Kit = samplePlan.kit;
const spec: DocumentSpec = { id: 'table', path: 't.xlsx', kind: 'table', title: 'T', purpose: '', readers: '' };
const tableOf = (sheet: Sheet): TableDocument => ({ kind: 'table', spec, path: spec.path, sheets: [sheet] });
const furniture = { title: '', footer: '' };
const never = async (): Promise<Uint8Array> => { throw new Error('nothing is encoded'); };
const madeOf = (sheet: Sheet): Made => ({ kind: 'table', document: async () => tableOf(sheet), furniture, encode: never });

/** The workbook of a person, written by the tests alone: every cell as their program would keep it. */
function bookOf({ preface, headers, rows }: FoundSheet, { columns, name }: Sheet): Uint8Array {
  const header = preface.length + 2;
  const letter = (rank: number): string => String.fromCharCode(65 + rank);
  const cells: Record<string, BookCell> = {};
  preface.forEach((cell, rank) => { if (cell.value !== null && cell.value !== '') cells[`A${rank + 1}`] = String(cell.value); });
  columns.forEach(({ key }, rank) => { cells[`${letter(rank)}${header}`] = headers[key] ?? ''; });
  for (const row of rows) {
    if (row.id !== null) cells[`A${row.number}`] = row.id;
    columns.slice(1).forEach((column, rank) => {
      const written = row.cells[column.key] && bookCell(row.cells[column.key] as FoundCell, column, row.number, header);
      if (written !== undefined) cells[`${letter(rank + 1)}${row.number}`] = written;
    });
    if (row.hasMore) cells[`${letter(columns.length)}${row.number}`] = 'à nous';
  }
  return writeBook({ sheets: [{ name, cells }, { name: 'À nous', cells: { A1: 'une note' } }] });
}

function bookCell({ value, formula }: FoundCell, { format }: Column, row: number, header: number): BookCell | undefined {
  if (formula !== undefined) return { f: formula.replaceAll('{row}', String(row)).replaceAll('{first}', String(header)) };
  if (value === null || typeof value === 'boolean' || value === '') return undefined;
  if (format === 'date' && typeof value === 'string' && /^\d{4}-/.test(value)) return dayNumber(value);
  return format === 'money' && typeof value === 'number' ? value / 100 : value;
}

it('T01, T04, T11 whole workbooks, any three sides: nothing of a person is lost, nothing of ours is missed, other parts keep their bytes, a second run writes nothing', async () => {
  const seen = new Map<string, number>();
  await fc.assert(fc.asyncProperty(triples.filter(({ gestures }) => !gestures.some((kind) => ['lock', 'lie', 'renumber', 'sort', 'stray'].includes(kind))), async ({ base, mine, next, gestures }) => {
    const bytes = bookOf(mine, base);
    const read = readXlsx(bytes, [base]);
    if (!read.ok || !read.sheets[0]) throw new Error('a workbook of the tests does not read');
    const triple = { base, mine: read.sheets[0], next, gestures };
    const merged = await mergeFile(rememberDocument(tableOf(base), { furniture }, undefined), bytes, madeOf(next), kit);
    seen.set(merged.kind === 'merged' ? 'merged' : merged.why, (seen.get(merged.kind === 'merged' ? 'merged' : merged.why) ?? 0) + 1);
    if (merged.kind === 'left-alone') return;
    const after = merged.bytes ?? bytes;
    const result = readXlsx(after, [next]);
    if (!result.ok || !result.sheets[0]) throw new Error('the result does not read');
    expect(lostByMerge(triple, result.sheets[0], merged.pieces)).toEqual([]);
    expect(missedByMerge(triple, result.sheets[0])).toEqual([]);
    const [was, is] = [partsOf(bytes), partsOf(after)];
    for (const part of Object.keys(was).filter((name) => !/sheet1\.xml|workbook\.xml$/.test(name))) expect(is[part], part).toBe(was[part]);
    const again = await mergeFile(rememberDocument(tableOf(next), { furniture }, undefined), after, madeOf(next), kit);
    expect(again).toMatchObject({ kind: 'merged', pieces: [] });
    expect('bytes' in again).toBe(false);
  }), { numRuns: 2_000 });
  expect(seen.get('merged')).toBeGreaterThan(1_400);
}, 240_000);
