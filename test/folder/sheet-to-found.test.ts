import { describe, expect, it } from 'vitest';
import { buildBudget } from '../../src/documents/tables/budget.ts';
import { buildRetroplanning } from '../../src/documents/tables/retroplanning.ts';
import { buildSelectionGrid } from '../../src/documents/tables/selection-grid.ts';
import { toXlsx } from '../../src/documents/tables/xlsx.ts';
import { mergeTable } from '../../src/folder/merge-table.ts';
import { sheetToFound } from '../../src/folder/sheet-to-found.ts';
import type { FoundSheet, Plan, Sheet } from '../../src/model.ts';
import { canonicalTemplate } from '../../src/office/xlsx/canonical-formula.ts';
import { readXlsx } from '../../src/office/xlsx/read-xlsx.ts';
import { plans, planOf } from '../documents/plans.ts';
import { sampleSpecs } from '../support/plan.ts';

const builders = { retroplanning: buildRetroplanning, budget: buildBudget, grid: buildSelectionGrid };
const kinds = ['retroplanning', 'budget', 'grid'] as const;
const build = (kind: (typeof kinds)[number], plan: Plan) => builders[kind](sampleSpecs[kind], 'f.xlsx', plan);

async function readBack(kind: (typeof kinds)[number], plan: Plan): Promise<readonly FoundSheet[]> {
  const table = build(kind, plan);
  const found = readXlsx(await toXlsx(table, 'Titre'), table.sheets);
  if (!found.ok) throw new Error(found.why);
  return found.sheets;
}

/** The formulas in the form in which a file gives them back; ids are a part of the row. */
const comparable = (sheet: FoundSheet, ours: Sheet): FoundSheet => ({
  ...sheet,
  rows: sheet.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).filter(([key]) => key !== 'id').map(([key, cell]) => [key, {
      ...cell, ...(cell.formula !== undefined && { formula: canonicalTemplate(cell.formula, ours) }),
    }])),
  })),
});

const ville = plans['ville dense'];

describe('sheetToFound', () => {
  it.each(kinds)('gives what the file gives back: %s', async (kind) => {
    const { sheets } = build(kind, ville);
    const file = await readBack(kind, ville);
    for (const [index, sheet] of sheets.entries()) {
      expect(file[index] && comparable(file[index], sheet)).toEqual(comparable(sheetToFound(sheet), sheet));
    }
  });
});

describe('mergeTable, in a file as we wrote it', () => {
  it.each(kinds)('says what is new, and no formula twice: %s', async (kind) => {
    const later = planOf(ville.territory, { ...ville.answers, date: '2027-11-18', jauge: 150, niveau: 'sobre' });
    const [base, next] = [build(kind, ville).sheets, build(kind, later).sheets];
    const found = await readBack(kind, ville);
    const result = mergeTable(base, found, next, canonicalTemplate);
    expect(result).toMatchObject({ kind: 'merged', conflicts: [], notes: [] });
    expect(result).toEqual(mergeTable(base, base.map(sheetToFound), next, String));
    expect(mergeTable(base, found, base, canonicalTemplate)).toEqual({ kind: 'merged', sheets: [], edits: [], conflicts: [], notes: [] });
  });
});
