import { describe, expect, it } from 'vitest';
import { buildBudget } from '../../../src/documents/tables/budget.ts';
import { buildRetroplanning } from '../../../src/documents/tables/retroplanning.ts';
import { buildSelectionGrid } from '../../../src/documents/tables/selection-grid.ts';
import { toXlsx } from '../../../src/documents/tables/xlsx.ts';
import type { Cell, FoundCell, Sheet, TableDocument } from '../../../src/model.ts';
import { canonicalTemplate } from '../../../src/office/xlsx/canonical-formula.ts';
import { readXlsx } from '../../../src/office/xlsx/read-xlsx.ts';
import { cellText } from '../../../src/shared/cell-text.ts';
import { headerRow, rowNumber } from '../../../src/shared/sheet-places.ts';
import { samplePlan, sampleSpecs } from '../../support/plan.ts';
import { LINKS, MAIN, writeBook, type BookCell } from '../../support/xlsx-book.ts';
import { cellOf, expenseCells, expenses, found, layouts, rowOf, sampleBook } from '../../support/xlsx-sample.ts';

const ours: Readonly<Record<string, TableDocument>> = {
  retroplanning: buildRetroplanning(sampleSpecs.retroplanning, 'r.xlsx', samplePlan),
  budget: buildBudget(sampleSpecs.budget, 'b.xlsx', samplePlan),
  grille: buildSelectionGrid(sampleSpecs.grid, 'g.xlsx', samplePlan),
};

/** What a cell of ours must read back as. */
function asWritten(cell: Cell | undefined, sheet: Sheet): FoundCell {
  if (typeof cell === 'object' && cell !== null) return { value: cell.value, formula: canonicalTemplate(cell.formula, sheet) };
  return { value: typeof cell === 'string' ? cellText(cell) || null : (cell ?? null) };
}

describe('what we wrote', () => {
  it.each(Object.keys(ours))('%s reads back as it is', async (name) => {
    const table = ours[name] as TableDocument;
    const read = readXlsx(await toXlsx(table, 'Titre'), table.sheets);
    expect(read).toEqual({
      ok: true,
      sheets: table.sheets.map((sheet) => ({
        name: sheet.name,
        preface: sheet.preface.map((value) => ({ value })),
        headers: Object.fromEntries(sheet.columns.map(({ key, title }) => [key, title])),
        rows: sheet.rows.map((row, index) => ({
          number: rowNumber(sheet, index), id: row.id, hasMore: false,
          cells: Object.fromEntries(sheet.columns.map(({ key, format }) =>
            [key, format === 'id' ? { value: row.id } : asWritten(row.cells[key], sheet)])),
        })),
      })),
    });
    expect(headerRow(expenses)).toBe(5);
  });

  it.each(['inline', 'shared', 'rich'] as const)('reads the same with %s strings (T05)', (strings) => {
    expect(readXlsx(sampleBook({}, {}, { strings }), layouts)).toEqual(readXlsx(sampleBook(), layouts));
  });

  it('reads the same when values of formulas are gone, as openpyxl leaves them', () => {
    const bare = { E6: { f: 'IF(OR(C6="",D6=""),"",ROUND(C6*D6,2))' } };
    expect(cellOf(found(sampleBook(bare)), 'salle', 'prevu'))
      .toEqual({ value: null, formula: 'IF(OR(C{row}="",D{row}=""),"",ROUND(C{row}*D{row},2))' });
  });
});

describe('values', () => {
  const at = (address: string, cell: BookCell, book = {}): FoundCell['value'] | undefined => {
    const key = { B: 'poste', C: 'quantite', D: 'prix', F: 'jour', G: 'notes', A: 'id' }[address.charAt(0)] ?? '';
    return cellOf(found(sampleBook({ [address]: cell }, {}, book)), Number(address.slice(1)), key)?.value;
  };
  const from1904 = { workbook: { before: '<workbookPr date1904="1"/>' } };

  it.each<[string, BookCell, FoundCell['value']]>([
    ['F6', 46_474, '2027-03-28'], ['F6', 46_474.75, '2027-03-28'], ['F6', 61, '1900-03-01'], ['F6', 2_958_465, '9999-12-31'],
    ['F6', 0.5, 0.5], ['F6', 2_958_466, 2_958_466], ['F6', -3, -3],
    ['F6', '14/10/2027', '2027-10-14'], ['F6', ' 4/5/2027 ', '2027-05-04'], ['F6', '2027-10-14', '2027-10-14'],
    ['F6', '31/02/2027', '31/02/2027'], ['F6', 'vers le 14/10/2027', 'vers le 14/10/2027'], ['F6', 'mi-mars', 'mi-mars'],
    ['F6', { xml: '<c t="d"><v>2027-03-28T00:00:00</v></c>' }, '2027-03-28'],
    ['D6', 12.34, 1234], ['D6', -0.05, -5], ['D6', 1e-9, 0], ['D6', '12,50 €', '12,50 €'],
    ['C6', 1.5, 1.5], ['C6', { xml: '<c><v>1.5E3</v></c>' }, 1500], ['C6', true, true], ['C6', null, null],
    ['B6', 'é & <b> "x"', 'é & <b> "x"'], ['B6', '=1+1', '=1+1'], ['B6', ' bord ', ' bord '], ['B6', 'deux\nlignes', 'deux\nlignes'],
    ['B6', 6132, 6132], ['B6', { xml: '<c t="e"><v>#REF!</v></c>' }, '#REF!'], ['B6', { xml: '<c t="b"><v>0</v></c>' }, false],
    ['B6', { xml: '<c t="inlineStr"><is><t/></is></c>' }, null], ['B6', { xml: '<c t="inlineStr"></c>' }, null], ['B6', { xml: '<c t="s"><v/></c>' }, null],
    ['B6', { xml: '<c t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t> b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>' }, 'a b'],
    ['B6', { xml: '<c t="inlineStr"><is><t>a&#13;&#10;b&#13;c</t></is></c>' }, 'a\nb\nc'],
    ['B6', { xml: '<c t="inlineStr"><is><t><![CDATA[a & b]]></t></is></c>' }, 'a & b'],
    ['B6', { xml: '<c><v>3</v><extLst><ext><v>9</v></ext></extLst></c>' }, 3],
    ['G6', { xml: '<c t="str"><v>mot</v></c>' }, 'mot'],
  ])('%s %j reads %j', (address, cell, value) => expect(at(address, cell)).toBe(value));

  it.each<[BookCell, FoundCell['value']]>([[45_012, '2027-03-28'], [1, '1904-01-02'], ['28/03/2027', '2027-03-28']])(
    'counts days from 1904 where the workbook does: %j is %j', (cell, value) => expect(at('F6', cell, from1904)).toBe(value));

  it('decodes the signs that shared strings escape', () => {
    const strings = { strings: 'shared' } as const;
    expect(at('B6', 'a_x000D_\nb_x0041_', strings)).toBe('a\nbA');
    expect(at('B6', '_x005F_x0041_', strings)).toBe('_x0041_');
  });

  it('gives the values of formulas in the units of their column', () => {
    const cells = { D6: { f: 'A1*2', v: 12.34 }, F6: { f: 'TODAY()', v: 46_474 }, B6: { f: 'A1', v: 'mot' }, C6: { xml: '<c t="b"><f>TRUE()</f><v>1</v></c>' } };
    const { cells: line } = rowOf(found(sampleBook(cells)), 'salle');
    expect([line['prix'], line['jour'], line['poste'], line['quantite']]).toEqual([
      { value: 1234, formula: 'A1*2' }, { value: '2027-03-28', formula: 'TODAY()' },
      { value: 'mot', formula: 'A1' }, { value: true, formula: 'TRUE()' },
    ]);
  });
});

describe('locked cells', () => {
  const locked = (cells: Readonly<Record<string, BookCell>>, after = ''): readonly string[] =>
    found(sampleBook(cells, { after })).rows.flatMap(({ number, cells: line }) =>
      Object.entries(line).flatMap(([key, cell]) => (cell.locked ? [`${key} ${number}`] : [])));

  it.each<[string, Readonly<Record<string, BookCell>>, string, readonly string[]]>([
    ['nothing', {}, '', []],
    // The first of merged cells of one row shows the words of all: it can be written.
    ['a merge in one row', {}, '<mergeCells><mergeCell ref="B6:D6"/></mergeCells>', ['quantite 6', 'prix 6']],
    ['a merge over rows', {}, '<mergeCells count="1"><mergeCell ref="B6:B8"/></mergeCells>', ['poste 6', 'poste 7', 'poste 8']],
    ['an array formula', { C6: { f: 'ROW(A6:A7)', v: 6, more: ' t="array" ref="C6:C7"' }, C7: 7 }, '', ['quantite 6', 'quantite 7']],
    ['a data table', { C6: { f: '', v: 6, more: ' t="dataTable" ref="C6:D7" r1="A1"' }, C7: 7 }, '', ['quantite 6', 'prix 6', 'quantite 7', 'prix 7']],
    ['a shared formula', {
      E6: { f: 'IF(OR(C6="",D6=""),"",ROUND(C6*D6,2))', v: 251, more: ' t="shared" ref="E6:E8" si="0"' },
      E7: { f: '', v: 120, more: ' t="shared" si="0"' },
    }, '', ['prevu 6', 'prevu 7']],
  ])('%s', (_, cells, after, expected) => expect(locked(cells, after)).toEqual(expected));

  it('reads a shared formula in each of its cells', () => {
    const sheet = found(sampleBook({
      E6: { f: 'IF(OR(C6="",$D6=""),"",ROUND(C6*$D6,2))', v: 251, more: ' t="shared" ref="E6:E8" si="0"' },
      E7: { f: '', v: 120, more: ' t="shared" si="0"' }, E8: { f: '', v: '', more: ' t="shared" si="0"' },
    }));
    const template = 'IF(OR(C{row}="",D{row}=""),"",ROUND(C{row}*D{row},2))';
    expect(['salle', 'cafe', 8].map((id) => cellOf(sheet, id, 'prevu')?.formula)).toEqual([template, template, template]);
  });
});

describe('files that must be left alone', () => {
  const book = (parts: Readonly<Record<string, string>>, rest = {}): Uint8Array => sampleBook({}, {}, { parts, ...rest });
  const sheet = (inside: string, attributes: string = MAIN): string => `<worksheet ${attributes}>${inside}</worksheet>`;
  const workbook = (attributes: string): string => `<workbook ${attributes} xmlns:r="${LINKS}"><sheets><sheet name="Dépenses" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const strict = 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"';
  const first = 'xl/worksheets/sheet1.xml';

  it.each<[string, Uint8Array]>([
    ['no zip', Buffer.from('Bonjour')],
    ['a Word file', writeBook({ sheets: [], parts: { '_rels/.rels': '<Relationships/>' } })],
    ['macros', book({ 'xl/vbaProject.bin': 'x' })],
    ['macros that are gone', book({}, { types: '<Override PartName="/x" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>' })],
    ['a signature', book({ '_xmlsignatures/sig1.xml': '<a/>' })],
    ['the strict form', book({ 'xl/workbook.xml': workbook(strict) })],
    ['a strict sheet', book({ [first]: sheet('<sheetData/>', strict) })],
    ['a prefix that we would not write', book({ [first]: `<x:worksheet ${MAIN.replace('xmlns', 'xmlns:x')}><x:sheetData/></x:worksheet>` })],
    ['a DOCTYPE', book({ [first]: `<!DOCTYPE worksheet>${sheet('<sheetData/>')}` })],
    ['a DOCTYPE in the strings', book({ 'xl/sharedStrings.xml': `<!DOCTYPE sst [<!ENTITY a "b">]><sst ${MAIN}/>` })],
    ['a DOCTYPE in the workbook', book({ 'xl/workbook.xml': `<!DOCTYPE x>${workbook(MAIN)}` })],
    ['a sheet that is not XML', book({ [first]: sheet('<sheetData><row></sheetData>') })],
    ['another encoding', book({ [first]: `<?xml version="1.0" encoding="ISO-8859-1"?>${sheet('<sheetData/>')}` })],
    ['a protected sheet', sampleBook({}, { after: '<sheetProtection password="CC2A" sheet="1" objects="1"/>' })],
    ['a protected sheet of their own', sampleBook({}, {}, { sheets: [{ name: 'X', cells: {}, after: '<sheetProtection objects="1" sheet=\'true\'/>' }] })],
    ['a protected workbook', sampleBook({}, {}, { workbook: { before: '<workbookProtection lockStructure="1"/>' } })],
    ['a tab that leads nowhere', sampleBook({}, {}, { workbook: { before: '' }, parts: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } })],
    ['rows out of order', book({ [first]: sheet('<sheetData><row r="2"/><row r="1"/></sheetData>') })],
    ['two cells of one address', book({ [first]: sheet('<sheetData><row r="1"><c r="A1"/><c r="A1"/></row></sheetData>') })],
    ['a cell in another row', book({ [first]: sheet('<sheetData><row r="1"><c r="A2"/></row></sheetData>') })],
    ['a shared string that is not there', sampleBook({ B6: { xml: '<c t="s"><v>99</v></c>' } })],
    ['a number that is none', sampleBook({ B6: { xml: '<c><v>abc</v></c>' } })],
    ['a type of cell that we do not know', sampleBook({ B6: { xml: '<c t="z"><v>1</v></c>' } })],
  ])('%s', (_, bytes) => expect(readXlsx(bytes, layouts)).toEqual({ ok: false, why: 'unreadable' }));

  it.each<[string, Uint8Array]>([
    ['protection that LibreOffice writes and does not mean', sampleBook({}, { after: '<sheetProtection sheet="false"/>' }, { workbook: { before: '<workbookProtection/>' } })],
    ['absolute targets, as openpyxl has them', book({ 'xl/_rels/workbook.xml.rels': `<Relationships>${[1, 2].map((n) =>
      `<Relationship Id="rId${n}" Type="${LINKS}/worksheet" Target="/xl/worksheets/sheet${n}.xml"/>`).join('')}</Relationships>` })],
    ['another prefix for relations', sampleBook({}, {}, { parts: { 'xl/workbook.xml':
      `<workbook ${MAIN} xmlns:q="${LINKS}"><sheets><sheet name="Dépenses" q:id="rId1"/><sheet name="Bilan 1" q:id="rId2"/></sheets></workbook>` } })],
    ['a sheet that holds a chart', sampleBook({}, {}, {
      links: `<Relationship Id="rId3" Type="${LINKS}/chartsheet" Target="chartsheets/sheet1.xml"/>`,
      parts: { 'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${LINKS}"><sheets><sheet name="Graphique" r:id="rId3"/><sheet name="Dépenses" r:id="rId1"/><sheet name="Bilan 1" r:id="rId2"/></sheets></workbook>` },
    })],
    ['elements of newer programs around the cells', sampleBook({}, {
      before: '<sheetPr/><dimension ref="A1:G9"/>',
      after: '<extLst><ext><x14:conditionalFormattings xmlns:x14="u"><row r="1"><c r="A1"><v>9</v></c></row></x14:conditionalFormattings></ext></extLst>',
    })],
  ])('but not %s', (_, bytes) => expect(readXlsx(bytes, layouts)).toEqual(readXlsx(sampleBook(), layouts)));

  it('reads rows and cells without addresses by their order', () => {
    const [first5 = ''] = [5].map((row) => ['N°', 'Poste', 'Quantité', 'Prix unitaire', 'Prévu', 'Échéance', 'Notes']
      .map((title, index) => `<c${index === 0 ? ` r="A${row}"` : ''} t="inlineStr"><is><t>${title}</t></is></c>`).join(''));
    const bytes = book({ [first]: sheet(`<sheetData><row r="5">${first5}</row><row><c t="inlineStr"><is><t>salle</t></is></c><c r="C6"><v>4</v></c><c><v>2</v></c></row></sheetData>`) });
    expect(cellOf(found(bytes), 'salle', 'quantite')?.value).toBe(4);
    expect(cellOf(found(bytes), 'salle', 'prix')?.value).toBe(200);
  });
});

describe('rows', () => {
  const numbers = (cells: Readonly<Record<string, BookCell>>): readonly number[] => found(sampleBook(cells)).rows.map(({ number }) => number);

  it('are listed up to the last that holds something', () => {
    expect(numbers({ G12: 'à moi' })).toEqual([6, 7, 8, 9, 10, 11, 12]);
  });

  it('are followed by the blank ones that we wrote, not by every row that has a look', () => {
    expect(numbers({ A10: null, A11: null, A12: null })).toEqual([6, 7, 8, 9, 10]);
    const { B9, A9, E9, ...open } = expenseCells;
    const bytes = writeBook({ sheets: [{ name: 'Dépenses', cells: { ...open, E8: null, A9: null } }, { name: 'Bilan 1', cells: { A3: 'N°', B3: 'Ligne', C3: 'Montant' } }] });
    expect(found(bytes).rows.map(({ number }) => number)).toEqual([6, 7, 8]);
  });

  it('are not counted through a million empty ones', () => {
    expect(numbers({ Z1048576: 'perdu' })).toEqual([6, 7, 8, 9, 1_048_576]);
    expect(rowOf(found(sampleBook({ Z1048576: 'perdu' })), 1_048_576)).toMatchObject({ id: null, hasMore: true });
  });

  it('say when something stands beside our columns', () => {
    const sheet = found(sampleBook({ H6: 'à moi', J7: { f: 'A1' }, K8: null }));
    expect(sheet.rows.map(({ hasMore }) => hasMore)).toEqual([true, true, false, false]);
  });

  it('have the id that stands in « N° », as words', () => {
    expect(found(sampleBook({ A6: 12, A7: ' cafe ', A8: '   ' })).rows.map(({ id }) => id)).toEqual(['12', 'cafe', null, '_total']);
  });
});
