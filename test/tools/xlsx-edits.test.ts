import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildBudget } from '../../src/documents/tables/budget.ts';
import { buildRetroplanning } from '../../src/documents/tables/retroplanning.ts';
import { buildSelectionGrid } from '../../src/documents/tables/selection-grid.ts';
import { toXlsx } from '../../src/documents/tables/xlsx.ts';
import type { Cell, CellEdit, FoundSheet, TableDocument } from '../../src/model.ts';
import { replaceParts } from '../../src/office/package.ts';
import { columnLetters } from '../../src/office/xlsx/address.ts';
import { patchXlsx } from '../../src/office/xlsx/patch-xlsx.ts';
import { readXlsx } from '../../src/office/xlsx/read-xlsx.ts';
import type { CellValue } from '../../src/office/xlsx/values.ts';
import { samplePlan, sampleSpecs } from '../support/plan.ts';
import { readWorkbook, wrongValues, type ReadSheet } from '../support/workbook.ts';
import { partsOf, writeBook, type BookCell } from '../support/xlsx-book.ts';
import { formulaSheets, formulaValues } from '../support/xlsx-formulas.ts';
import { inLibreOffice, inOpenpyxl, type OfficeDeed, type OfficeJob } from '../support/xlsx-office.ts';
import { describeWith } from './programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'nec-xlsx-edits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);
const bytesOf = (name: string): Uint8Array => readFileSync(at(name));

const tables = {
  retroplanning: buildRetroplanning(sampleSpecs.retroplanning, 'r.xlsx', samplePlan),
  budget: buildBudget(sampleSpecs.budget, 'b.xlsx', samplePlan),
  grille: buildSelectionGrid(sampleSpecs.grid, 'g.xlsx', samplePlan),
} as const satisfies Record<string, TableDocument>;
type Name = keyof typeof tables;
const names = Object.keys(tables) as readonly Name[];

beforeAll(async () => {
  for (const name of names) writeFileSync(at(`${name}.xlsx`), await toXlsx(tables[name], 'Titre'));
});

function sheetsOf(file: string, name: Name): readonly FoundSheet[] {
  const read = readXlsx(bytesOf(file), tables[name].sheets);
  if (!read.ok) throw new Error(`${file}: ${read.why}`);
  return read.sheets;
}

/** The row of an id in one of our sheets, wherever it is now. */
function rowOf(file: string, name: Name, sheet: string, id: string): number {
  const row = sheetsOf(file, name).find((found) => found.name === sheet)?.rows.find((line) => line.id === id);
  if (!row) throw new Error(`no ${id} in ${file}`);
  return row.number;
}

/** The first row of a sheet in which nothing stands but our own formulas. */
function spareRow(file: string, name: Name, sheet: string): number {
  const row = sheetsOf(file, name).find((found) => found.name === sheet)?.rows
    .find(({ id, cells }) => id === null && Object.values(cells).every(({ value }) => value === null || value === ''));
  if (!row) throw new Error(`no spare row in ${file}`);
  return row.number;
}

/** What a merge would write into the budget: words, amounts, a new line, a line above the table. */
function budgetEdits(file: string): readonly CellEdit[] {
  const edit = (row: number, key: string, content: Cell): CellEdit => ({ sheet: 'Dépenses', at: { row, key }, content });
  const spare = spareRow(file, 'budget', 'Dépenses');
  return [
    edit(rowOf(file, 'budget', 'Dépenses', 'B02'), 'quantite', 101),
    edit(rowOf(file, 'budget', 'Dépenses', 'B04'), 'poste', '=Transport & pré-acheminement'),
    edit(spare, 'id', 'B98'), edit(spare, 'poste', 'Secours'), edit(spare, 'quantite', 2.5), edit(spare, 'prix', 33_333),
    edit(spare, 'prevu', { formula: 'IF(OR(D{row}="",F{row}=""),"",ROUND(D{row}*F{row},2))', value: 83_333 }),
    { sheet: 'Recettes', at: { row: rowOf(file, 'budget', 'Recettes', '_autofinancement'), key: 'prevu' }, content: 123_456 },
    { sheet: 'Dépenses', at: { preface: 1 }, content: 'NEC Creuse 2027, jeudi 4 novembre 2027' },
  ];
}

function patched(file: string, name: Name, edits: readonly CellEdit[]): string {
  const bytes = patchXlsx(bytesOf(file), edits, tables[name].sheets);
  if (!bytes) throw new Error(`${file} was not patched`);
  writeFileSync(at(`patched-${file}`), bytes);
  return `patched-${file}`;
}

/** Each file as LibreOffice opens it, believing the values it keeps, and as it counts it anew. */
const judged = (files: readonly string[]): readonly OfficeJob[] => files.flatMap((file) => [
  { from: at(file), to: at(`believed-${file}`) },
  { from: at(file), to: at(`counted-${file}`), deeds: [{ do: 'calculate' } as const] },
]);

const known = new Map<string, readonly ReadSheet[]>();
/** What openpyxl sees in a file. It takes half a second: once for each. */
function read(file: string): readonly ReadSheet[] {
  const sheets = known.get(file) ?? readWorkbook(at(file));
  known.set(file, sheets);
  return sheets;
}

const tabsOf = (sheets: readonly ReadSheet[], tabs: readonly string[]): readonly ReadSheet[] => sheets.filter(({ name }) => tabs.includes(name));
/** The formulas that give something and for which the file keeps nothing. */
const without = (counted: readonly ReadSheet[], kept: readonly ReadSheet[]): readonly string[] => counted.flatMap((sheet) =>
  Object.entries(sheet.cells)
    .filter(([address, { formula, value }]) => formula !== null && (value ?? '') !== ''
      && (kept.find(({ name }) => name === sheet.name)?.cells[address]?.value ?? null) === null)
    .map(([address]) => `${sheet.name}!${address}`));
/** The values that a file keeps, leaving out those it does not. */
const keptOnly = (sheets: readonly ReadSheet[]): readonly ReadSheet[] => sheets.map((sheet) => ({
  ...sheet, cells: Object.fromEntries(Object.entries(sheet.cells).filter(([, { value }]) => value !== null)),
}));

/** What a person does in LibreOffice to the budget in a year. */
const busy: readonly OfficeDeed[] = [
  { do: 'type', sheet: 'Dépenses', cell: 'H8', value: 300.5 },
  { do: 'type', sheet: 'Dépenses', cell: 'B13', value: 'Fleurs' }, { do: 'type', sheet: 'Dépenses', cell: 'D13', value: 3 },
  { do: 'type', sheet: 'Dépenses', cell: 'F13', value: 12.25 },
  { do: 'sort', sheet: 'Dépenses', range: 'A7:M17', by: 2 },
  { do: 'insert-rows', sheet: 'Dépenses', at: 9, count: 2 }, { do: 'insert-rows', sheet: 'Dépenses', at: 1, count: 1 },
  { do: 'insert-rows', sheet: 'Dépenses', at: 8, count: 1 },
  { do: 'insert-columns', sheet: 'Dépenses', at: 4, count: 1 }, { do: 'insert-columns', sheet: 'Dépenses', at: 1, count: 1 },
  { do: 'hide-columns', sheet: 'Dépenses', at: 4, count: 1 },
  { do: 'colour', sheet: 'Dépenses', range: 'B9:D12' }, { do: 'comment', sheet: 'Dépenses', range: 'C10' },
  { do: 'rename', sheet: 'Recettes', to: 'L\'argent qui entre' },
  { do: 'add-sheet', sheet: 'À nous' },
  { do: 'type', sheet: 'À nous', cell: 'A1', value: '=SUM($Dépenses.I8:I30)' }, { do: 'type', sheet: 'À nous', cell: 'A2', value: '=$Équilibre.C7*2' },
  ...[3, 4, 5].map((row) => ({ do: 'type', sheet: 'À nous', cell: `B${row}`, value: row * row }) as const),
  { do: 'chart', sheet: 'À nous', range: 'B3:B5' }, { do: 'image', sheet: 'À nous', range: 'A1' },
  { do: 'filter', sheet: 'Équilibre', range: 'A5:G13', column: 2, keep: 'Dépenses' },
  { do: 'merge', sheet: 'Équilibre', range: 'A1:E1' },
  { do: 'pivot', sheet: 'Apports en nature', range: 'B6:C9' },
];

describeWith('soffice', 'LibreOffice', () => describeWith('python-uno', 'workbooks that it saved', () => {
  const edited = ['actif.xlsx', 'actif-ods.xlsx', 'formule.xlsx'];
  beforeAll(() => {
    inLibreOffice(folder, [
      ...names.flatMap((name) => [
        { from: at(`${name}.xlsx`), to: at(`${name}-lo.xlsx`) },
        { from: at(`${name}.xlsx`), to: at(`${name}.ods`) }, { from: at(`${name}.ods`), to: at(`${name}-ods.xlsx`) },
      ]),
      { from: at('budget.xlsx'), to: at('actif.xlsx'), deeds: busy },
      { from: at('actif.xlsx'), to: at('actif.ods') }, { from: at('actif.ods'), to: at('actif-ods.xlsx') },
      {
        from: at('budget.xlsx'), to: at('formule.xlsx'),
        deeds: [{ do: 'type', sheet: 'Dépenses', cell: 'D9', value: '=2*2' }, { do: 'type', sheet: 'Recettes', cell: 'E6', value: '=10+5' }],
      },
    ]);
    writeFileSync(at('formules.xlsx'), formulaBook());
    const all = [...edited, 'budget-lo.xlsx'].map((file) => patched(file, 'budget', budgetEdits(file)));
    const grid = patched('grille-lo.xlsx', 'grille', [{ sheet: 'Critères', at: { row: 6, key: 'poids' }, content: 5 }, { sheet: 'Notes', at: { row: 6, key: 'utilite' }, content: 2 }]);
    const date = patched('retroplanning-ods.xlsx', 'retroplanning', [{ sheet: 'Rétroplanning', at: { row: 7, key: 'echeance' }, content: '2027-02-25' }]);
    writeFileSync(at('faux.xlsx'), withWrongTotal(bytesOf('patched-actif.xlsx')));
    inLibreOffice(folder, [...judged([...all, grid, date, 'faux.xlsx']), { from: at('formules.xlsx'), to: at('formules-comptees.xlsx'), deeds: [{ do: 'calculate' }] }]);
  }, 300_000);

  it.each(names)('%s: nothing changed, neither through .ods (T05)', (name) => {
    const [ours, saved, throughOds] = ['', '-lo', '-ods'].map((how) => sheetsOf(`${name}${how}.xlsx`, name));
    expect(saved).toEqual(ours);
    expect(throughOds).toEqual(ours);
  });

  it.each(['actif.xlsx', 'actif-ods.xlsx'])('%s: all that a person did is read (T02)', (file) => {
    const [expenses, income] = sheetsOf(file, 'budget');
    const line = (poste: string) => expenses?.rows.find(({ cells }) => cells['poste']?.value === poste);
    expect(line('Fleurs')).toMatchObject({ id: null, cells: { quantite: { value: 3 }, prix: { value: 1225 }, prevu: { value: 3675 } } });
    expect(expenses?.rows.find(({ id }) => id === 'B02')?.cells['reel']?.value).toBe(30_050);
    expect(expenses?.rows[0]).toMatchObject({ number: 8, id: null });
    expect(income?.name).toBe('Recettes');
    const formulas = sheetsOf('budget.xlsx', 'budget').map((sheet) => sheet.rows.map(({ cells }) => Object.values(cells).map(({ formula }) => formula)));
    const wrote = new Set(formulas.flat(2));
    const now = sheetsOf(file, 'budget').flatMap((sheet) => sheet.rows.flatMap(({ cells }) => Object.values(cells).map(({ formula }) => formula)));
    expect(now.filter((formula) => !wrote.has(formula))).toEqual([]);
  });

  it.each(['patched-actif.xlsx', 'patched-actif-ods.xlsx', 'patched-budget-lo.xlsx', 'patched-grille-lo.xlsx', 'patched-retroplanning-ods.xlsx'])(
    '%s: LibreOffice counts what we kept (T06)', (file) => {
      const kept = read(file);
      const counted = read(`counted-${file}`);
      const ours = kept.filter(({ name }) => name !== 'À nous').map(({ name }) => name);
      expect(wrongValues(tabsOf(kept, ours), counted)).toEqual([]);
      expect(wrongValues(read(`believed-${file}`), counted)).toEqual([]);
    });

  it('finds out a total that is a cent wrong', () => {
    expect(wrongValues(read('faux.xlsx').filter(({ name }) => name !== 'À nous'), read('counted-faux.xlsx'))).toHaveLength(1);
    // LibreOffice believes it, and counts a formula of the person's with it.
    expect(wrongValues(read('believed-faux.xlsx'), read('counted-faux.xlsx')).map((wrong) => wrong.split('!')[0])).toEqual(['Dépenses', 'À nous']);
  });

  it('the values of a person’s formulas are gone, and LibreOffice counts them', () => {
    const kept = read('patched-actif.xlsx').find(({ name }) => name === 'À nous')?.cells;
    expect([kept?.['A1'], kept?.['A2']]).toMatchObject([{ value: null, formula: '=SUM(Dépenses!I8:I30)' }, { value: null, formula: '=Équilibre!C7*2' }]);
    const believed = read('believed-patched-actif.xlsx').find(({ name }) => name === 'À nous')?.cells;
    // 100 lines at 4.50 became 101, the new line is 2.5 times 333.33, the flowers 3 times 12.25.
    expect(believed?.['A2']?.value).toBeCloseTo(2 * 1.1 * (2184 - 80 * 4.5 + 101 * 4.5 + 833.33 + 36.75), 1);
  });

  it('values that read a person’s formula are gone, all others are right (T06)', () => {
    const [kept, counted] = [read('patched-formule.xlsx'), read('counted-patched-formule.xlsx')];
    expect(wrongValues(keptOnly(kept), counted)).toEqual([]);
    expect(wrongValues(read('believed-patched-formule.xlsx'), counted)).toEqual([]);
    const gone = without(counted, kept);
    expect(gone).toEqual(expect.arrayContaining(['Dépenses!G9', 'Dépenses!G18', 'Dépenses!G20', 'Équilibre!C7', 'Recettes!E6', 'Recettes!E14']));
    expect(gone).not.toContain('Dépenses!G8');
    expect(gone).not.toContain('Recettes!D14');
  });

  it('parts that are not ours to change keep their bytes, cells their look (T08)', () => {
    const [before, after] = [partsOf(bytesOf('actif.xlsx')), partsOf(bytesOf('patched-actif.xlsx'))];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['xl/charts/chart1.xml', 'xl/media/image1.png', 'xl/pivotTables/pivotTable1.xml', 'xl/comments1.xml']));
    expect(Object.keys(before).filter((name) => before[name] !== after[name]).sort()).toEqual([
      'xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet4.xml', 'xl/worksheets/sheet5.xml',
    ]);
    const styles = (parts: Readonly<Record<string, string>>): readonly string[] =>
      [...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<c [^>]*?r="(\w+)"[^>]*/g)].map(([tag, cell]) => `${cell} ${/ s="(\d+)"/.exec(tag)?.[1]}`);
    expect(styles(after)).toEqual(styles(before));
    expect(Object.keys(partsOf(bytesOf('believed-patched-actif.xlsx')))).toEqual(expect.arrayContaining(['xl/charts/chart1.xml', 'xl/media/image1.png', 'xl/comments1.xml']));
  });

  it('counts as our own calculation does', () => {
    const cells = read('formules-comptees.xlsx').find(({ name }) => name === 'Ici')?.cells ?? {};
    const differing = judgedFormulas().flatMap(([formula, value], index) => {
      const found = cells[`${columnLetters(FIRST + index)}9`]?.value ?? null;
      return isSame(value, found) ? [] : [`${formula}: ${JSON.stringify(value)}, ${JSON.stringify(found)}`];
    });
    expect(differing).toEqual([]);
  });

  it('is refused a file that breaks off', () => {
    const [name, xml = ''] = ['xl/worksheets/sheet1.xml', partsOf(bytesOf('budget.xlsx'))['xl/worksheets/sheet1.xml']];
    const broken = writeBook({ sheets: [{ name: 'Dépenses', cells: {} }], parts: { [name]: xml.slice(0, xml.length / 2) } });
    expect(readXlsx(broken, tables.budget.sheets)).toEqual({ ok: false, why: 'unreadable' });
    writeFileSync(at('casse.xlsx'), broken);
    expect(() => readWorkbook(at('casse.xlsx'))).toThrow();
  });
}));

/** The total of the expenses as it should not be. */
function withWrongTotal(bytes: Uint8Array): Uint8Array {
  const [name, xml = ''] = ['xl/worksheets/sheet1.xml', partsOf(bytes)['xl/worksheets/sheet1.xml']];
  const wrong = xml.replace(/(<f aca="false">SUM\(I\$\d+:INDEX\(I:I,ROW\(\)-1\)\)<\/f><v>)([\d.]+)/, (_, before: string, value: string) => `${before}${Number(value) + 0.01}`);
  if (wrong === xml) throw new Error('no total to spoil');
  return replaceParts(bytes, { [name]: wrong });
}

const FIRST = 10;
/** What LibreOffice knows too: a function that nobody has makes its whole formula unknown. */
const judgedFormulas = (): typeof formulaValues => formulaValues.filter(([formula]) => !formula.includes('INCONNU'));

function formulaBook(): Uint8Array {
  const cellOf = (value: CellValue | undefined): BookCell => {
    if (value === '') return { f: '""' };
    if (typeof value === 'object' && value !== null) return { xml: `<c t="e"><v>${value.error}</v></c>` };
    return value ?? null;
  };
  const sheets = Object.entries(formulaSheets).map(([name, rows]) => ({
    name,
    cells: Object.fromEntries([
      ...rows.flatMap((row, index) => row.map((value, rank) => [`${columnLetters(rank + 1)}${index + 1}`, cellOf(value)] as const)),
      ...name === 'Ici' ? judgedFormulas().map(([formula], index) => [`${columnLetters(FIRST + index)}9`, { f: formula }] as const) : [],
    ]),
  }));
  return writeBook({ sheets });
}

function isSame(value: CellValue, found: string | number | boolean | null): boolean {
  if (typeof value === 'object' && value !== null) return found === value.error;
  return typeof value === 'number' && typeof found === 'number' ? Math.abs(value - found) < 1e-9 : (value ?? '') === (found ?? '');
}


describeWith('python-openpyxl', 'workbooks that openpyxl saved', () => {
  beforeAll(() => {
    inOpenpyxl(folder, [
      ...names.map((name) => ({ from: at(`${name}.xlsx`), to: at(`${name}-py.xlsx`) })),
      {
        from: at('budget.xlsx'), to: at('script.xlsx'),
        deeds: [
          { do: 'type', sheet: 'Dépenses', cell: 'H8', value: 300.5 }, { do: 'insert-rows', sheet: 'Dépenses', at: 10, count: 2 },
          { do: 'type', sheet: 'Dépenses', cell: 'B10', value: 'Fleurs' }, { do: 'colour', sheet: 'Recettes', range: 'A6:C8' },
          { do: 'comment', sheet: 'Recettes', range: 'D6' }, { do: 'merge', sheet: 'Équilibre', range: 'A1:C1' }, { do: 'rename', sheet: 'Recettes', to: 'Ce qui entre' },
          { do: 'add-sheet', sheet: 'À nous' }, { do: 'type', sheet: 'À nous', cell: 'A1', value: '=Dépenses!G22*2' },
        ],
      },
    ]);
    for (const file of ['budget-py.xlsx', 'script.xlsx']) patched(file, 'budget', budgetEdits(file));
  }, 120_000);

  it.each(names)('%s: nothing changed, but for the values of formulas, which openpyxl drops', (name) => {
    const values = (file: string): unknown => sheetsOf(file, name).map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({
      ...row, cells: Object.entries(row.cells).map(([key, cell]) => [key, cell.formula ?? cell.value]),
    })) }));
    expect(values(`${name}-py.xlsx`)).toEqual(values(`${name}.xlsx`));
    const formulas = sheetsOf(`${name}-py.xlsx`, name).flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells)))
      .filter(({ formula }) => formula !== undefined);
    expect(formulas.every(({ value }) => value === null)).toBe(true);
  });

  it('have every value of ours again after a patch', () => {
    const kept = read('patched-budget-py.xlsx');
    const { G8, G18, G20 } = kept.find(({ name }) => name === 'Dépenses')?.cells ?? {};
    expect(G8?.value).toBe(101 * 4.5);
    expect(G18?.value).toBeCloseTo(2184 - 360 + 454.5 + 833.33, 6);
    expect(G20?.value).toBeCloseTo(1.1 * (2184 - 360 + 454.5 + 833.33), 2);
    expect(Object.values(kept.find(({ name }) => name === 'Équilibre')?.cells ?? {}).filter(({ formula, value }) => formula !== null && value === null)).toEqual([]);
  });

  it('keep no value for formulas that rows left behind, nor for those that read them', () => {
    const kept = read('patched-script.xlsx');
    const valueAt = (sheet: string, address: string): unknown => kept.find(({ name }) => name === sheet)?.cells[address]?.value ?? null;
    // B03 and all below stand two rows further down, and still multiply the cells of where they were.
    expect([valueAt('Dépenses', 'G8'), valueAt('Dépenses', 'G12'), valueAt('Dépenses', 'G20'), valueAt('Équilibre', 'C7'), valueAt('À nous', 'A1')])
      .toEqual([454.5, null, null, null, null]);
    expect(valueAt('Ce qui entre', 'D14')).toBeCloseTo(1234.56 + 500, 6);
    expect(valueAt('Dépenses', 'B10')).toBe('Fleurs');
  });
});
