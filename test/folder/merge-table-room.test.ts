import { expect, it } from 'vitest';
import { buildBudget } from '../../src/documents/tables/budget.ts';
import { buildRetroplanning } from '../../src/documents/tables/retroplanning.ts';
import { mergeTable } from '../../src/folder/merge-table.ts';
import type { FoundSheet, Plan, Sheet } from '../../src/model.ts';
import { addDays } from '../../src/shared/dates.ts';
import { plans, planOf } from '../documents/plans.ts';
import { applyEdits, asWritten } from '../support/found-tables.ts';
import { sampleSpecs } from '../support/plan.ts';

const books = (plan: Plan): readonly (readonly Sheet[])[] => [
  buildRetroplanning(sampleSpecs.retroplanning, 'r.xlsx', plan).sheets, buildBudget(sampleSpecs.budget, 'b.xlsx', plan).sheets,
];

/** What stands where; what formulas give follows by itself. */
const contents = (sheets: readonly FoundSheet[]): readonly string[] => sheets.flatMap(({ preface, rows }) => [
  ...preface.map(({ value }) => String(value)),
  ...rows.map(({ number, id, cells }) => [number, id, ...Object.values(cells).map(({ value, formula }) => formula ?? value)].join('|')),
]);

it.each(Object.entries(plans))('D13: there is room in our tables for every move of the date, and moving back gives the same rows: %s', (_, plan) => {
  for (const weeks of [-38, -30, -20, -3, 3, 40]) {
    const later = planOf(plan.territory, { ...plan.answers, date: addDays('2027-10-14', 7 * weeks) });
    for (const [index, base] of books(plan).entries()) {
      const next = books(later)[index] ?? base;
      const there = mergeTable(base, asWritten(base), next, String);
      if (there.kind === 'left-alone') throw new Error(`${weeks}: ${there.why}`);
      const moved = applyEdits(asWritten(base), there.edits);
      const back = mergeTable(next, moved, base, String);
      if (back.kind === 'left-alone') throw new Error(`${weeks}, back: ${back.why}`);
      expect([there.conflicts, back.conflicts]).toEqual([[], []]);
      expect(contents(applyEdits(moved, back.edits)), `${weeks} weeks`).toEqual(contents(asWritten(base)));
    }
  }
});
