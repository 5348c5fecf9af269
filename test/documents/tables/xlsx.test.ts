import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildBudget } from '../../../src/documents/tables/budget.ts';
import { buildRetroplanning } from '../../../src/documents/tables/retroplanning.ts';
import { toXlsx } from '../../../src/documents/tables/xlsx.ts';
import type { Column, Row, TableDocument } from '../../../src/model.ts';
import { samplePlan, sampleSpecs } from '../../support/plan.ts';

const column = (key: string, rest: Partial<Column> = {}): Column =>
  ({ key, title: key, width: 12, format: 'text', owner: 'kit', ...rest });

function table(columns: readonly Column[], rows: readonly Row['cells'][]): TableDocument {
  return {
    kind: 'table', spec: sampleSpecs.budget, path: 'a.xlsx',
    sheets: [{
      name: 'Feuille', preface: [], landscape: true, columns,
      rows: rows.map((cells, index) => ({ id: `r${index}`, role: 'item', cells })),
    }],
  };
}

async function partsOf(document: TableDocument, title = 'Titre'): Promise<Readonly<Record<string, string>>> {
  const parts = unzipSync(await toXlsx(document, title));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const sheetXml = async (document: TableDocument) => (await partsOf(document))['xl/worksheets/sheet1.xml'] ?? '';

describe('toXlsx', () => {
  it('writes cents as euros and days as day numbers', async () => {
    const columns = [column('somme', { format: 'money' }), column('jour', { format: 'date' })];
    const rows = [{ somme: 66667, jour: '2027-03-28' }, { somme: -5, jour: '1900-03-01' }];
    const xml = await sheetXml(table(columns, rows));
    expect(xml).toMatch(/<c r="A2" s="\d+"><v>666.67<\/v>/);
    expect(xml).toMatch(/<c r="B2" s="\d+"><v>46474<\/v>/);
    expect(xml).toMatch(/<c r="A3" s="\d+"><v>-0.05<\/v>/);
    expect(xml).toMatch(/<c r="B3" s="\d+"><v>61<\/v>/);
  });

  it.each(['=1+1', '+33 5 55', '-12', '@SUM(A1)', '#REF!', '#N/A', '\t=1', '</t></is></c>', '&amp;', ']]>'])(
    'keeps %j a text (P12)', async (text) => {
      const xml = await sheetXml(table([column('a')], [{ a: text }]));
      expect(xml).toContain('t="inlineStr"');
      expect(xml).not.toMatch(/<f>|t="e"/);
    });

  it('P12 gives back any text as a text, and makes no formula of it', async () => {
    const piece = fc.constantFrom('=', '\r', '\n', '\u0000', '\ud800', '<', '&', '_x000D_');
    const letters = fc.string({ unit: 'binary', minLength: 1, maxLength: 5 });
    const nasty = fc.string({ unit: fc.oneof(letters, piece), maxLength: 30 });
    await fc.assert(fc.asyncProperty(nasty, async (text) => {
      const bytes = await toXlsx(table([column('a')], [{ a: text }]), text);
      expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
      const cell = (await readXlsx(bytes)).sheets[0]?.rows[1]?.[0] ?? '';
      expect(typeof cell).toBe('string');
    }), { numRuns: 150 });
  });

  it('lets rows grow with what people write', async () => {
    expect(await sheetXml(table([column('a')], [{ a: 'mot '.repeat(40) }]))).not.toContain('customHeight');
  });

  it('puts a list that is too long, or has commas, on a hidden sheet', async () => {
    const long = Array.from({ length: 40 }, (_, index) => `Choix numéro ${index}`);
    const columns = [
      column('a', { choices: long }),
      column('b', { choices: ['un, deux', 'trois'] }),
      column('c', { choices: ['x', 'y'] }),
    ];
    const parts = await partsOf(table(columns, [{ a: long[0] ?? null }]));
    const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(xml).toContain('<formula1>\'Listes\'!$A$1:$A$40</formula1>');
    expect(xml).toContain('<formula1>\'Listes\'!$B$1:$B$2</formula1>');
    expect(xml).toContain('<formula1>"x,y"</formula1>');
    expect(parts['xl/workbook.xml']).toContain('name="Listes" sheetId="2" r:id="rId2" state="hidden"');
  });

  it('quotes sheet names where a program would choke on them', async () => {
    const document = buildRetroplanning(sampleSpecs.retroplanning, 'r.xlsx', samplePlan);
    const workbook = (await partsOf(document))['xl/workbook.xml'] ?? '';
    expect(workbook).toContain('name="_xlnm.Print_Titles" localSheetId="1">\'Laissé de côté\'!$5:$5</definedName>');
    expect(workbook).toContain('<definedName name="_xlnm._FilterDatabase" localSheetId="0">\'Rétroplanning\'!$A$5:');
  });

  it('says nothing of when it was written', async () => {
    const parts = await partsOf(buildBudget(sampleSpecs.budget, 'b.xlsx', samplePlan), 'Budget & co');
    expect(parts['docProps/core.xml']).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(parts['docProps/core.xml']).toContain('<dc:title>Budget &amp; co</dc:title>');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('Budget &amp;&amp; co');
  });
});

const inBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('the bytes', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    vi.useRealTimers();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each([['America/Cayenne', '1999-12-31'], ['Pacific/Kiritimati', '2026-03-29'], ['Europe/Paris', '2040-07-01']])(
    'are the same in %s on %s', async (elsewhere, day) => {
      const budget = buildBudget(sampleSpecs.budget, 'b.xlsx', samplePlan);
      const retroplanning = buildRetroplanning(sampleSpecs.retroplanning, 'r.xlsx', samplePlan);
      const here = [await toXlsx(budget, 'Budget'), await toXlsx(retroplanning, 'Rétroplanning')];
      process.env['TZ'] = elsewhere;
      vi.useFakeTimers({ now: new Date(day), toFake: ['Date'] });
      const there = [
        await toXlsx(buildBudget(sampleSpecs.budget, 'b.xlsx', samplePlan), 'Budget'),
        await toXlsx(buildRetroplanning(sampleSpecs.retroplanning, 'r.xlsx', samplePlan), 'Rétroplanning'),
      ];
      expect(there.map(inBase64)).toEqual(here.map(inBase64));
    });
});
