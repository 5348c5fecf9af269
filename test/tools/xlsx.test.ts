import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildBudget } from '../../src/documents/tables/budget.ts';
import { buildRetroplanning } from '../../src/documents/tables/retroplanning.ts';
import { buildSelectionGrid } from '../../src/documents/tables/selection-grid.ts';
import { toXlsx } from '../../src/documents/tables/xlsx.ts';
import type { Formula, TableDocument } from '../../src/model.ts';
import { plans } from '../documents/plans.ts';
import { samplePlan, sampleSpecs } from '../support/plan.ts';
import { readWorkbook, recalculate, typeInto, wrongValues } from '../support/workbook.ts';
import type { ReadSheet } from '../support/workbook.ts';
import { describeWith } from './programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'nec-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tables = {
  retroplanning: buildRetroplanning(sampleSpecs.retroplanning, 'retroplanning.xlsx', samplePlan),
  budget: buildBudget(sampleSpecs.budget, 'budget.xlsx', samplePlan),
  grille: buildSelectionGrid(sampleSpecs.grid, 'grille.xlsx', samplePlan),
} as const;
const names = Object.keys(tables) as readonly (keyof typeof tables)[];

async function save(name: string, table: TableDocument): Promise<string> {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, await toXlsx(table, table.spec.title));
  return path;
}

const sheetOf = (sheets: readonly ReadSheet[], name: string): ReadSheet => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

/** The address of the cell that holds this text. */
const addressOf = (sheet: ReadSheet, text: string): string =>
  Object.entries(sheet.cells).find(([, { value }]) => value === text)?.[0] ?? '';

describeWith('soffice', 'values kept in the workbooks', () => {
  it.each(names)('%s: are those that LibreOffice calculates', async (name) => {
    const path = await save(name, tables[name]);
    const kept = readWorkbook(path);
    expect(wrongValues(kept, recalculate(path, folder))).toEqual([]);
    const formulas = kept.flatMap(({ cells }) => Object.values(cells)).filter(({ formula }) => formula !== null);
    expect(formulas.length).toBeGreaterThan(name === 'retroplanning' ? -1 : 20);
  }, 60_000);

  it.each(Object.keys(plans) as readonly (keyof typeof plans)[])('%s: are those that LibreOffice calculates, in every sheet of the kit', async (name) => {
    const path = await save('kit', buildBudget(sampleSpecs.budget, 'budget.xlsx', plans[name]));
    expect(wrongValues(readWorkbook(path), recalculate(path, folder))).toEqual([]);
  }, 60_000);

  it('are right to the cent for awkward amounts', async () => {
    const { budget } = samplePlan;
    const lines = budget.lines.flatMap((line, rank) => Array.from({ length: 40 }, (_, index) => ({
      ...line,
      line: { ...line.line, id: `${line.line.id}-${index}` },
      quantity: (index + 1) / 4,
      price: 33 * index * index + 7 * rank + 1,
    })));
    const contingency = { ...budget.contingency, percent: 12.5 };
    const plan = { ...samplePlan, budget: { ...budget, lines, contingency } };
    const path = await save('centimes', buildBudget(sampleSpecs.budget, 'budget.xlsx', plan));
    expect(wrongValues(readWorkbook(path), recalculate(path, folder))).toEqual([]);
  }, 60_000);

  it('are found out when one of them is a cent wrong', async () => {
    const path = await save('faux', withWrongTotal(tables.budget));
    expect(wrongValues(readWorkbook(path), recalculate(path, folder))).toEqual(['Dépenses!G20: 2402.41, 2402.4']);
  }, 60_000);

  it('follow what people type, in lines, spare rows and weights', async () => {
    const path = await save('tape', tables.budget);
    const before = sheetOf(readWorkbook(path), 'Dépenses');
    const row = Number(addressOf(before, 'B06').slice(1));
    typeInto(path, [
      ['Dépenses', `H${row}`, 150.5],
      ['Dépenses', `B${row + 1}`, 'Fleurs'], ['Dépenses', `D${row + 1}`, 3], ['Dépenses', `F${row + 1}`, 12.25],
      ['Recettes', 'D8', 700],
    ]);
    const after = recalculate(path, folder);
    const expenses = sheetOf(after, 'Dépenses').cells;
    expect(expenses[`I${row}`]?.value).toBeCloseTo(150.5 - 130.66, 6);
    expect(expenses[`G${row + 1}`]?.value).toBe(36.75);
    expect(expenses[addressOf(before, '_total').replace('A', 'G')]?.value).toBeCloseTo((2184 + 36.75) * 1.1, 2);
    const balance = sheetOf(after, 'Équilibre');
    const solde = addressOf(balance, 'Recettes moins dépenses').replace('B', 'C');
    expect(balance.cells[solde]?.value).toBeCloseTo(1700 + 700 - 2442.83, 1);
  }, 60_000);

  it('follow the weights of the criteria', async () => {
    const path = await save('notes', tables.grille);
    typeInto(path, [['Notes', 'B6', 'Café des pairs'], ['Notes', 'D6', 3], ['Notes', 'E6', 2], ['Critères', 'C6', 5]]);
    expect(sheetOf(recalculate(path, folder), 'Notes').cells['L6']?.value).toBe(3 * 5 + 2 * 2);
  }, 60_000);
});

/** The total of the expenses, one cent too much. */
function withWrongTotal(budget: TableDocument): TableDocument {
  const [first, ...others] = budget.sheets;
  if (!first) throw new Error('no sheet');
  const rows = first.rows.map((row) => {
    if (row.id !== '_total') return row;
    const right = row.cells['prevu'] as Formula;
    return { ...row, cells: { ...row.cells, prevu: { ...right, value: Number(right.value) + 1 } } };
  });
  return { ...budget, sheets: [{ ...first, rows }, ...others] };
}

describeWith('python-openpyxl', 'the workbooks', () => {
  const read = new Map<string, readonly ReadSheet[]>();
  beforeAll(async () => {
    for (const name of names) read.set(name, readWorkbook(await save(`lu-${name}`, tables[name])));
  });
  const sheets = (name: string): readonly ReadSheet[] => read.get(name) ?? [];

  it.each(names)('%s: every sheet prints on A4, with its header on each page and frozen', (name) => {
    for (const sheet of sheets(name)) {
      const table = tables[name].sheets.find((candidate) => candidate.name === sheet.name);
      const header = (table?.preface.length ?? 0) + 2;
      expect(sheet).toMatchObject({ paper: '9', landscape: true });
      expect(sheet).toMatchObject({ titles: `$${header}:$${header}`, frozen: `A${header + 1}` });
    }
  });

  it.each(names)('%s: every font has a name', (name) => {
    expect(new Set(sheets(name).flatMap(({ fonts }) => fonts))).toEqual(new Set(['Arial']));
  });

  it('have real dates, shown as French dates', () => {
    const cells = sheetOf(sheets('retroplanning'), 'Rétroplanning').cells;
    expect(cells['D7']).toEqual({ value: '2027-02-04', formula: null, format: 'dd/mm/yyyy' });
  });

  it('have amounts in euros, with live formulas and their values', () => {
    const cells = sheetOf(sheets('budget'), 'Dépenses').cells;
    const format = '#,##0.00\\ "€"';
    expect(cells['G8']).toEqual({ value: 360, formula: '=IF(OR(D8="",F8=""),"",ROUND(D8*F8,2))', format });
    expect(cells['G18']).toEqual({ value: 2184, formula: '=SUM(G$6:INDEX(G:G,ROW()-1))', format });
  });

  it('give every formula a value, for programs that do not calculate', () => {
    const { cells } = sheetOf(sheets('budget'), 'Équilibre');
    const formulas = Object.values(cells).filter(({ formula }) => formula !== null);
    expect(formulas.length).toBeGreaterThan(5);
    expect(formulas.filter(({ value }) => value === null)).toEqual([]);
  });

  it('offer the states of a task on every row, spare rows too', () => {
    const sheet = sheetOf(sheets('retroplanning'), 'Rétroplanning');
    const last = 5 + (tables.retroplanning.sheets[0]?.rows.length ?? 0);
    expect(sheet.lists).toEqual([{ range: `H6:H${last}`, list: '"À faire,En cours,Fait,Abandonné"' }]);
  });

  it('filter the lines and leave the totals out', () => {
    expect(sheetOf(sheets('budget'), 'Dépenses').filter).toBe('A6:M17');
    expect(sheetOf(sheets('budget'), 'Recettes').filter).toBe('A5:I13');
    expect(sheetOf(sheets('retroplanning'), 'Mode d’emploi').filter).toBeNull();
  });

  it('are refused when they are not workbooks', () => {
    const path = join(folder, 'casse.xlsx');
    writeFileSync(path, 'not a workbook');
    expect(() => readWorkbook(path)).toThrow(/zip/i);
  });
});
