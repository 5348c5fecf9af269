import { buildBudget } from '../../src/documents/tables/budget.ts';
import { buildRetroplanning } from '../../src/documents/tables/retroplanning.ts';
import { mergeTable } from '../../src/folder/merge-table.ts';
import type { FoundCell, FoundSheet, Plan, Sheet } from '../../src/model.ts';
import { applyEdits, rowIn, type RowName } from './found-tables.ts';
import { sampleSpecs } from './plan.ts';

/** Merges of the sheets that the builders make, and what then stands in the file. */

export const retroplanning = (plan: Plan): readonly Sheet[] => buildRetroplanning(sampleSpecs.retroplanning, 'r.xlsx', plan).sheets;
export const budget = (plan: Plan): readonly Sheet[] => buildBudget(sampleSpecs.budget, 'b.xlsx', plan).sheets;

export function never(): never {
  throw new Error('not there');
}

export const merge = (base: readonly Sheet[], mine: readonly FoundSheet[], next: readonly Sheet[]) => mergeTable(base, mine, next, String);

export function merged(base: readonly Sheet[], mine: readonly FoundSheet[], next: readonly Sheet[]) {
  const result = merge(base, mine, next);
  if (result.kind !== 'merged') throw new Error(result.why);
  const file = applyEdits(mine, result.edits);
  const sheet = (name: string): FoundSheet => file.find((candidate) => candidate.name === name) ?? never();
  const at = (name: string, row: RowName, key: string): FoundCell['value'] | undefined => rowIn(sheet(name), row).cells[key]?.value;
  return { ...result, file, sheet, at };
}
