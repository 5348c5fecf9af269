import type { DocumentSpec, Plan, TableDocument } from '../model.ts';
import type { TableBuilder } from '../shared/builders.ts';
import { buildBudget } from './tables/budget.ts';
import { buildKitTable } from './tables/kit-table.ts';
import { buildRetroplanning } from './tables/retroplanning.ts';
import { buildSelectionGrid } from './tables/selection-grid.ts';
import { buildTimetable } from './tables/timetable.ts';

/** How each workbook is made. */
export const tables: Readonly<Record<TableBuilder, (spec: DocumentSpec, path: string, plan: Plan) => TableDocument>> = {
  'retroplanning': buildRetroplanning,
  'budget': buildBudget,
  'selection-grid': buildSelectionGrid,
  'timetable': buildTimetable,
  'table': buildKitTable,
};
