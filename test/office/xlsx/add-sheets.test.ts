import { describe, expect, it } from 'vitest';
import { buildBudget } from '../../../src/documents/tables/budget.ts';
import { toXlsx } from '../../../src/documents/tables/xlsx.ts';
import type { TableDocument } from '../../../src/model.ts';
import { addSheets } from '../../../src/office/xlsx/add-sheets.ts';
import { plans } from '../../documents/plans.ts';
import { editPart } from '../../support/living.ts';
import { sampleSpecs } from '../../support/plan.ts';
import { partsOf } from '../../support/xlsx-book.ts';

const table = buildBudget(sampleSpecs.budget, 'b.xlsx', plans['greffe outre-mer, date à définir']);
const written = (change: (sheets: TableDocument['sheets']) => TableDocument['sheets']): Promise<Uint8Array> =>
  toXlsx({ ...table, sheets: change(table.sheets) }, 'Budget');
const mine = await written((sheets) => sheets.filter(({ name }) => name !== 'Partage'));
const ours = await written((sheets) => sheets);

const workbook = (bytes: Uint8Array | undefined): string => (bytes ? partsOf(bytes)['xl/workbook.xml'] ?? '' : '');
const names = (bytes: Uint8Array): string => /<definedNames>.*<\/definedNames>/.exec(workbook(bytes))?.[0] ?? '';

describe('names of a sheet that is added', () => {
  it('come after those of the workbook, for the rank that the sheet has there', () => {
    expect(names(addSheets(mine, ours, ['Partage']) ?? mine)).toBe(names(ours));
    const one = editPart(mine, 'xl/workbook.xml', (xml) => xml.replace('<sheets>', '<sheets><sheet name="À moi" sheetId="40" r:id="rId1"/>'));
    expect(names(addSheets(one, ours, ['Partage']) ?? mine)).toContain('localSheetId="7">\'Partage\'!');
  });

  it.each([['<definedNames/>', ''], ['', ''], ['', '<externalReferences><externalReference r:id="rId1"/></externalReferences>']])(
    'stand where they must in a workbook with « %s%s »', (list, before) => {
      const bare = editPart(mine, 'xl/workbook.xml', (xml) => xml.replace(/<definedNames>.*<\/definedNames>/, before + list));
      expect(workbook(addSheets(bare, ours, ['Partage']))).toMatch(
        new RegExp(`</sheets>${before}<definedNames>(<definedName name="[^"]+" localSheetId="6">'Partage'![^<]+</definedName>){2}</definedNames><calcPr`));
    });
});

describe('a list that stands on another sheet', () => {
  it('keeps the sheet out: the workbook may lack it, or have another list there', async () => {
    const choices = Array.from({ length: 40 }, (_, index) => `Un choix assez long ${index}`);
    const long = await written((sheets) => sheets.map((sheet) => (sheet.name !== 'Partage' ? sheet
      : { ...sheet, columns: sheet.columns.map((column) => (column.choices ? { ...column, choices } : column)) })));
    expect(addSheets(mine, long, ['Partage'])).toBeUndefined();
    const exclaimed = await written((sheets) => sheets.map((sheet) => (sheet.name !== 'Partage' ? sheet
      : { ...sheet, columns: sheet.columns.map((column) => (column.choices ? { ...column, choices: ['Nous!', 'Eux'] } : column)) })));
    expect(addSheets(mine, exclaimed, ['Partage'])).toBeDefined();
  });
});
