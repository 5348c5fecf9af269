import { describe, expect, it } from 'vitest';
import type { Cell, CellEdit } from '../../../src/model.ts';
import { patchXlsx } from '../../../src/office/xlsx/patch-xlsx.ts';
import { cellsIn, LINKS, MAIN, partsOf, writeBook, type BookCell } from '../../support/xlsx-book.ts';
import { balanceCells, cellOf, expenseCells, found, layouts, rowOf, sampleBook } from '../../support/xlsx-sample.ts';

type Cells = Readonly<Record<string, BookCell>>;

const edit = (row: number, key: string, content: Cell, sheet = 'Dépenses'): CellEdit => ({ sheet, at: { row, key }, content });

function patch(bytes: Uint8Array, ...edits: readonly CellEdit[]): Uint8Array {
  const patched = patchXlsx(bytes, edits, layouts);
  if (!patched) throw new Error('not patched');
  return patched;
}

/** The cells of a sheet that a patch changed, as `before → after`; `—` when there was none. */
function changedCells(before: Uint8Array, after: Uint8Array, sheet = 1): Readonly<Record<string, string>> {
  const [old, now] = [cellsIn(before, sheet), cellsIn(after, sheet)];
  return Object.fromEntries(Object.keys({ ...old, ...now }).filter((address) => old[address] !== now[address])
    .map((address) => [address, now[address] ?? '—']));
}

const product = { formula: 'IF(OR(C{row}="",D{row}=""),"",ROUND(C{row}*D{row},2))', value: '' };

describe('one cell', () => {
  it.each<[string, string, Cell, string]>([
    ['words', 'poste', 'Grande salle', '<c r="B6" s="3" t="inlineStr"><is><t xml:space="preserve">Grande salle</t></is></c>'],
    ['words with signs', 'poste', 'A & B <c> "d"\n e', '<c r="B6" s="3" t="inlineStr"><is><t xml:space="preserve">A &amp; B &lt;c&gt; &quot;d&quot;\n e</t></is></c>'],
    ['a number', 'quantite', 2.5, '<c r="B6"'.replace('B6', 'C6') + ' s="3"><v>2.5</v></c>'],
    ['cents', 'prix', 12_345, '<c r="D6" s="3"><v>123.45</v></c>'],
    ['cents below zero', 'prix', -5, '<c r="D6" s="3"><v>-0.05</v></c>'],
    ['words for an amount', 'prix', 'à demander', '<c r="D6" s="3" t="inlineStr"><is><t xml:space="preserve">à demander</t></is></c>'],
    ['a day', 'jour', '2027-04-18', '<c r="F6" s="3"><v>46495</v></c>'],
    ['words for a day', 'jour', 'à fixer', '<c r="F6" s="3" t="inlineStr"><is><t xml:space="preserve">à fixer</t></is></c>'],
    ['nothing', 'poste', null, '<c r="B6" s="3"/>'],
    ['an empty text', 'poste', ' ', '<c r="B6" s="3"/>'],
    ['an id', 'id', 'salle-2', '<c r="A6" s="3" t="inlineStr"><is><t xml:space="preserve">salle-2</t></is></c>'],
  ])('%s', (_, key, content, xml) => {
    const bytes = sampleBook();
    expect(Object.values(changedCells(bytes, patch(bytes, edit(6, key, content))))).toContain(xml);
  });

  it.each(['=1+1', '+33 5 55', '-12', '@SUM(A1)', '#REF!', '\t=1', ']]>', '&amp;', '12', 'TRUE', '2027-10-14'])('keeps %j a text (P12)', (text) => {
    const after = patch(sampleBook(), edit(6, 'poste', text));
    expect(cellsIn(after)['B6']).toMatch(/t="inlineStr"/);
    expect(cellOf(found(after), 'salle', 'poste')).toEqual({ value: text.trim() });
  });

  it('counts days from 1904 where the workbook does', () => {
    const bytes = sampleBook({}, {}, { workbook: { before: '<workbookPr date1904="true"/>' } });
    expect(cellsIn(patch(bytes, edit(6, 'jour', '2027-04-18')))['F6']).toBe('<c r="F6" s="3"><v>45033</v></c>');
  });

  it('changes no other cell, no other part, and no word around the cells', () => {
    const bytes = sampleBook({ H6: 'à moi' }, { before: '<sheetPr/>', after: '<autoFilter ref="A5:G8"/><drawing r:id="rId1"/>' }, { parts: { 'xl/drawings/drawing1.xml': '<a/>' } });
    const after = patch(bytes, edit(6, 'notes', 'x'));
    expect(changedCells(bytes, after)).toEqual({ G6: expect.stringContaining('>x<') });
    const [old, now] = [partsOf(bytes), partsOf(after)];
    expect(Object.keys(now)).toEqual(Object.keys(old));
    expect(Object.keys(old).filter((name) => old[name] !== now[name])).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    const [first = '', second = ''] = [old, now].map((parts) => parts['xl/worksheets/sheet1.xml']?.replace(/<c r="G6".*?(?:\/>|<\/c>)/, ''));
    expect(second).toBe(first);
  });

  it('keeps what else is known of it: comments, links, colours are elsewhere', () => {
    const bytes = sampleBook({ B6: { xml: '<c s="17" t="s" vm="1"><v>0</v></c>' } }, { after: '<hyperlinks><hyperlink ref="B6"/></hyperlinks>' }, { strings: 'shared' });
    expect(cellsIn(patch(bytes, edit(6, 'poste', 'x')))['B6']).toBe('<c r="B6" s="17" t="inlineStr"><is><t xml:space="preserve">x</t></is></c>');
  });

  it('may be a line above the table or a title', () => {
    const bytes = sampleBook();
    const after = patch(bytes, { sheet: 'Dépenses', at: { preface: 1 }, content: 'NEC Creuse, 4 novembre 2027' }, { sheet: 'Dépenses', at: { header: 'poste' }, content: 'Achat' });
    expect(found(after).preface[1]?.value).toBe('NEC Creuse, 4 novembre 2027');
    expect(found(after).headers['poste']).toBe('Achat');
    expect(Object.keys(changedCells(bytes, after))).toEqual(['A2', 'B5']);
  });
});

describe('no edit', () => {
  it('gives the same bytes back', () => {
    const bytes = sampleBook();
    expect(patchXlsx(bytes, [], layouts)).toBe(bytes);
    const nothing = Buffer.from('not a workbook');
    expect(patchXlsx(nothing, [], layouts)).toBe(nothing);
  });
});

describe('a cell that was not there', () => {
  const { B8, C8, G8, ...bare } = expenseCells;
  const spare = (rows: Readonly<Record<number, string>> = {}, before = ''): Uint8Array =>
    writeBook({ sheets: [{ name: 'Dépenses', cells: { ...bare, B7: { xml: '<c s="21"><v>1</v></c>' } }, rows, before }, { name: 'Bilan 1', cells: balanceCells }] });

  it('comes in its place, with the look of the cell above', () => {
    const after = patch(spare(), edit(8, 'quantite', 3), edit(8, 'poste', 'Fleurs'));
    const row = /<row r="8">(.*?)<\/row>/.exec(partsOf(after)['xl/worksheets/sheet1.xml'] ?? '')?.[1] ?? '';
    expect([...row.matchAll(/r="([A-Z])8" s="(\d+)"/g)].map(([, column, style]) => `${column}${style}`)).toEqual(['A3', 'B21', 'C3', 'D3', 'E3', 'F3']);
  });

  it('drops the spans of its row, which say between which columns it has cells', () => {
    const xml = partsOf(patch(spare({ 8: 'spans="1:6" ht="20"' }), edit(8, 'notes', 'x')))['xl/worksheets/sheet1.xml'];
    expect(xml).toContain('<row r="8" ht="20"><c r="A8"');
  });

  it('widens the dimension of the sheet', () => {
    const { A9, B9, C9, D9, E9, F9, G9, ...open } = expenseCells;
    const bytes = writeBook({ sheets: [{ name: 'Dépenses', cells: open, before: '<dimension ref="A1:F8"/>' }, { name: 'Bilan 1', cells: balanceCells }] });
    const xml = partsOf(patch(bytes, edit(10, 'poste', 'x'), edit(8, 'notes', 'y')))['xl/worksheets/sheet1.xml'];
    expect(xml).toContain('<dimension ref="A1:G10"/>');
  });

  it.each([['<row r="8" ht="20"/>', '<row r="8" ht="20"><c r="B8" s="3" t="inlineStr">'], ['', '</row><row r="8"><c r="B8" s="3" t="inlineStr">']])(
    'opens its row when that is %j', (row, opened) => {
      const { A8, B8: b, C8: c, D8, E8, F8, G8: g, ...open } = expenseCells;
      const book = writeBook({ sheets: [{ name: 'Dépenses', cells: open }, { name: 'Bilan 1', cells: balanceCells }] });
      const name = 'xl/worksheets/sheet1.xml';
      const xml = (partsOf(book)[name] ?? '').replace('<row r="9">', `${row}<row r="9">`);
      const bytes = sampleBook({}, {}, { parts: { [name]: xml } });
      const after = partsOf(patch(bytes, edit(8, 'poste', 'x')))[name] ?? '';
      expect(after).toContain(opened);
      expect(after.replace(/<row r="8".*?<\/row>/, row)).toBe(xml);
    });

  it('goes behind cells that have no address', () => {
    const name = 'xl/worksheets/sheet1.xml';
    const xml = (partsOf(sampleBook())[name] ?? '').replace(/<row r="8">.*?<\/row>/, '<row r="8"><c s="1"/><c s="2"/></row>');
    const after = patch(sampleBook({}, {}, { parts: { [name]: xml } }), edit(8, 'poste', 'x'), edit(8, 'prix', 100));
    expect(partsOf(after)[name]).toContain('<c s="1"/><c r="B8" s="2" t="inlineStr"><is><t xml:space="preserve">x</t></is></c><c r="D8" s="3"><v>1</v></c></row>');
  });
});

describe('a formula', () => {
  it('is written for the rows, columns and tabs of the person', () => {
    const moved = Object.fromEntries(Object.entries(expenseCells).map(([address, cell]) => [`${String.fromCharCode(address.charCodeAt(0) + 1)}${Number(address.slice(1)) + 2}`,
      typeof cell === 'object' && cell !== null && 'f' in cell ? null : cell]));
    const bytes = writeBook({ sheets: [{ name: 'L\'argent', cells: moved }, { name: 'Bilan 1', cells: balanceCells }] });
    const after = patch(bytes, edit(8, 'prevu', product), edit(11, 'prevu', { formula: 'SUM(E${first}:INDEX(E:E,ROW()-1))', value: 0 }),
      edit(4, 'montant', { formula: '{ref:Dépenses|_total|prevu}*2', value: 0 }, 'Bilan 1'),
      edit(5, 'montant', { formula: 'SUMIF(\'Dépenses\'!$B:$B,"Salle",\'Dépenses\'!$E:$E)', value: 0 }, 'Bilan 1'));
    expect(cellsIn(after)['F8']).toBe('<c r="F8" s="3"><f>IF(OR(D8=&quot;&quot;,E8=&quot;&quot;),&quot;&quot;,ROUND(D8*E8,2))</f><v>251</v></c>');
    expect(cellsIn(after)['F11']).toBe('<c r="F11" s="3"><f>SUM(F$7:INDEX(F:F,ROW()-1))</f><v>251</v></c>');
    expect(cellsIn(after, 2)['C4']).toBe('<c r="C4" s="3"><f>\'L\'\'argent\'!$F$11*2</f></c>');
    expect(cellsIn(after, 2)['C5']).toBe('<c r="C5" s="3"><f>SUMIF(\'L\'\'argent\'!$C:$C,&quot;Salle&quot;,\'L\'\'argent\'!$F:$F)</f><v>251</v></c>');
  });

  it('may name a row whose id comes with the same patch', () => {
    const after = patch(sampleBook(), edit(4, 'montant', { formula: '{ref:Dépenses|fleurs|prix}', value: 0 }, 'Bilan 1'), edit(8, 'id', 'fleurs'), edit(8, 'prix', 500));
    expect(cellsIn(after, 2)['C4']).toContain('<f>\'Dépenses\'!$D$8</f>');
  });

  it.each<[string, Cells, string]>([
    ['a row that is not there', {}, '{ref:Dépenses|fleurs|prix}'],
    ['a row that is there twice', { A8: 'cafe' }, '{ref:Dépenses|cafe|prix}'],
    ['a column that is not there', {}, '{ref:Dépenses|cafe|autre}'],
    ['a sheet that is not there', {}, '{ref:Autre|cafe|prix}'],
    ['a letter that is no column of ours', {}, 'K{row}*2'],
  ])('is not written when it needs %s', (_, cells, formula) => {
    expect(patchXlsx(sampleBook(cells), [edit(6, 'prevu', { formula, value: 0 })], layouts)).toBeUndefined();
  });
});

describe('a sheet of ours that is gone', () => {
  const alone = (): Uint8Array => writeBook({ sheets: [{ name: 'Dépenses', cells: expenseCells }] });

  it('does not keep the others from being written', () => {
    expect(cellOf(found(patch(alone(), edit(6, 'quantite', 3))), 'salle', 'prevu')?.value).toBe(37_650);
  });

  it('cannot be written', () => {
    expect(patchXlsx(alone(), [edit(4, 'ligne', 'x', 'Bilan 1')], layouts)).toBeUndefined();
    expect(patchXlsx(alone(), [edit(6, 'prevu', { formula: '{ref:Bilan 1|somme|montant}', value: 0 })], layouts)).toBeUndefined();
  });
});

describe('what is refused', () => {
  it.each<[string, Uint8Array, CellEdit]>([
    ['an unknown sheet', sampleBook(), edit(6, 'poste', 'x', 'Autre')],
    ['an unknown column', sampleBook(), edit(6, 'autre', 'x')],
    ['a column that is gone', sampleBook({ G5: null }), edit(6, 'notes', 'x')],
    ['the header as a row', sampleBook(), edit(5, 'poste', 'x')],
    ['a row above the table', sampleBook(), edit(2, 'poste', 'x')],
    ['a row that no sheet has', sampleBook(), edit(1_048_577, 'poste', 'x')],
    ['half a row', sampleBook(), edit(6.5, 'poste', 'x')],
    ['a line that is not in the preface', sampleBook(), { sheet: 'Dépenses', at: { preface: 7 }, content: 'x' }],
    ['a line of which nobody knows where it is', sampleBook({ A1: 'a', A2: null, A3: 'Dépenses' }), { sheet: 'Dépenses', at: { preface: 1 }, content: 'x' }],
    ['a merged cell', sampleBook({}, { after: '<mergeCells><mergeCell ref="A6:B6"/></mergeCells>' }), edit(6, 'poste', 'x')],
    ['a cell that an array formula fills', sampleBook({ C6: { f: 'ROW(A6:A7)', v: 6, more: ' t="array" ref="C6:C7"' }, C7: 7 }), edit(7, 'quantite', 3)],
    ['a member of a shared formula', sampleBook({ E6: { f: 'C6', more: ' t="shared" si="0" ref="E6:E7"' }, E7: { f: '', more: ' t="shared" si="0"' } }), edit(7, 'prevu', null)],
    ['a title that a table of Excel has too', sampleBook({}, { after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' }), { sheet: 'Dépenses', at: { header: 'poste' }, content: 'x' }],
    ['a protected sheet', sampleBook({}, { after: '<sheetProtection sheet="1"/>' }), edit(6, 'poste', 'x')],
    ['a sheet of theirs that cannot be read', sampleBook({}, {}, { sheets: [{ name: 'X', cells: { A1: { f: '1' }, B1: { xml: '<c t="z"/>' } }, after: '<f/>' }], parts: { 'xl/worksheets/sheet3.xml': `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1"><f>1</f></row></sheetData></worksheet>` } }), edit(6, 'poste', 'x')],
    ['a number that is none', sampleBook(), edit(6, 'quantite', Number.NaN)],
  ])('%s', (_, bytes, change) => expect(patchXlsx(bytes, [change], layouts)).toBeUndefined());

  it('two edits of one cell', () => {
    expect(patchXlsx(sampleBook(), [edit(6, 'poste', 'x'), edit(6, 'poste', 'y')], layouts)).toBeUndefined();
  });

  it('and the first cell of a merge in one row is not', () => {
    const bytes = sampleBook({}, { after: '<mergeCells><mergeCell ref="B6:C6"/></mergeCells>' });
    expect(cellOf(found(patch(bytes, edit(6, 'poste', 'x'))), 'salle', 'poste')?.value).toBe('x');
  });
});

describe('the values kept for formulas (T06)', () => {
  const kept = (bytes: Uint8Array, sheet = 1): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(cellsIn(bytes, sheet)).filter(([, xml]) => xml.includes('<f'))
      .map(([address, xml]) => [address, /<v>(.*?)<\/v>/.exec(xml)?.[1] ?? '—']));

  it('are counted again, through other sheets', () => {
    const after = patch(sampleBook(), edit(6, 'quantite', 3), edit(8, 'quantite', 2), edit(8, 'prix', 333));
    expect(kept(after)).toEqual({ E6: '376.5', E7: '120', E8: '6.66', E9: '503.16' });
    expect(kept(after, 2)).toEqual({ C4: '503.16', C5: '376.5', C6: '496.84' });
    expect(cellsIn(after)['E8']).not.toContain('t="str"');
  });

  it('become words where the formula gives words', () => {
    const after = patch(sampleBook(), edit(6, 'quantite', null));
    expect(cellsIn(after)['E6']).toMatch(/^<c t="str" r="E6" s="3"><f>.*<\/f><v><\/v><\/c>$/);
    expect(kept(after, 2)).toEqual({ C4: '120', C5: '0', C6: '880' });
  });

  it('were old or missing before, and are right after', () => {
    const stale = { E6: { f: 'IF(OR(C6="",D6=""),"",ROUND(C6*D6,2))' }, E7: { f: 'IF(OR(C7="",D7=""),"",ROUND(C7*D7,2))', v: 9 } };
    expect(kept(patch(sampleBook(stale), edit(6, 'notes', 'x')))).toEqual({ E6: '251', E7: '120', E8: '', E9: '371' });
  });

  it('stay letter by letter when they are right', () => {
    const bytes = sampleBook({ E9: { f: 'SUM(E$5:INDEX(E:E,ROW()-1))', v: '371' } });
    const odd = sampleBook({ E9: { xml: '<c s="3" t="n"><f aca="false">SUM(E$5:INDEX(E:E,ROW()-1))</f><v>371.00000000000006</v></c>' } });
    expect(Object.keys(changedCells(odd, patch(odd, edit(6, 'notes', 'x'))))).toEqual(['G6']);
    // A number kept as words is not.
    expect(Object.keys(changedCells(bytes, patch(bytes, edit(6, 'notes', 'x'))))).toEqual(['G6', 'E9'].sort((a, b) => Object.keys(expenseCells).indexOf(a) - Object.keys(expenseCells).indexOf(b)));
  });

  it('are dropped for a person’s formulas, and for ours that read them', () => {
    const bytes = sampleBook({ C6: { f: '1+1', v: 2 }, H6: { f: 'E6*2', v: 502 }, H7: { f: 'E7', v: 120 } });
    const after = patch(bytes, edit(7, 'quantite', 10));
    expect(kept(after)).toEqual({ C6: '—', E6: '—', E7: '15', E8: '', E9: '—', H6: '—', H7: '—' });
    expect(kept(after, 2)).toEqual({ C4: '—', C5: '—', C6: '—' });
    expect(cellsIn(after)['C6']).toBe('<c r="C6" s="3"><f>1+1</f></c>');
  });

  it('are dropped for a formula of ours that somebody changed', () => {
    const after = patch(sampleBook({ E6: { f: 'IF(OR(C6="",D6=""),"",ROUND(C6*D6,1))', v: 251 } }), edit(7, 'quantite', 10));
    expect(kept(after)).toEqual({ E6: '—', E7: '15', E8: '', E9: '—' });
  });

  it('are dropped for words where a number should be', () => {
    expect(kept(patch(sampleBook(), edit(6, 'quantite', 'deux')))).toEqual({ E6: '—', E7: '120', E8: '', E9: '—' });
  });

  it('are kept for rows of a person that copied ours', () => {
    const own = { A8: null, B8: 'À nous', C8: 2, D8: 0.5 };
    expect(kept(patch(sampleBook(own), edit(7, 'quantite', 10)))).toEqual({ E6: '251', E7: '15', E8: '1', E9: '267' });
  });

  it('follow an error', () => {
    const after = patch(sampleBook({ D6: { xml: '<c t="e"><v>#N/A</v></c>' } }), edit(7, 'quantite', 10));
    expect(kept(after)).toEqual({ E6: '#N/A', E7: '15', E8: '', E9: '#N/A' });
    expect(cellsIn(after)['E9']).toMatch(/^<c t="e" /);
  });

  it('are dropped on sheets that are not ours, with what array formulas fill', () => {
    const cells: Cells = {
      A1: { f: 'Dépenses!E9', v: 371 }, A2: 5, B1: { f: 'ROW(A1:A2)', v: 1, more: ' t="array" ref="B1:B2"' }, B2: 2, B3: 3,
      C1: { f: 'A1&"x"', v: '371x' }, C2: { xml: '<c t="e"><f>NA()</f><v>#N/A</v></c>' }, C3: { f: 'A1' },
    };
    const bytes = sampleBook({}, {}, { sheets: [{ name: 'À moi', cells }, { name: 'Simple', cells: { A1: 5 } }] });
    const after = patch(bytes, edit(7, 'quantite', 10));
    expect(kept(after, 3)).toEqual({ A1: '—', B1: '—', C1: '—', C2: '—', C3: '—' });
    expect(changedCells(bytes, after, 3)).toMatchObject({ B2: '<c r="B2" s="3"></c>', C2: '<c r="C2"><f>NA()</f></c>', C1: '<c r="C1" s="3"><f>A1&amp;&quot;x&quot;</f></c>' });
    expect(Object.keys(changedCells(bytes, after, 3))).not.toContain('B3');
    expect(changedCells(bytes, after, 4)).toEqual({});
  });

  it('go round in no circle', () => {
    const circle = { C6: { f: 'E6', v: 2 } };
    expect(kept(patch(sampleBook(circle), edit(7, 'quantite', 10)))['E6']).toBe('—');
    const ours = { ...layouts[0], rows: layouts[0]?.rows.map((row) => (row.id === 'salle' ? { ...row, cells: { ...row.cells, quantite: { formula: 'E{row}', value: 0 } } } : row)) };
    const patched = patchXlsx(sampleBook(circle), [edit(7, 'quantite', 10)], [ours as (typeof layouts)[0], ...layouts.slice(1)] as typeof layouts);
    expect(patched && kept(patched)).toMatchObject({ C6: '—', E6: '—', E7: '15' });
  });
});

describe('programs are asked to calculate', () => {
  const workbookXml = (book: Parameters<typeof sampleBook>[2]): string =>
    partsOf(patch(sampleBook({}, {}, book), edit(6, 'quantite', 3)))['xl/workbook.xml'] ?? '';

  it.each<[string, string, string]>([
    ['', '', '</sheets><calcPr fullCalcOnLoad="1"/></workbook>'],
    ['', '<definedNames><definedName name="a">1</definedName></definedNames><oleSize ref="A1"/>', '</definedNames><calcPr fullCalcOnLoad="1"/><oleSize'],
    ['', '<calcPr calcId="191029"/>', '<calcPr fullCalcOnLoad="1" calcId="191029"/>'],
    ['', '<calcPr calcId="0" fullCalcOnLoad="1"/>', '<calcPr calcId="0" fullCalcOnLoad="1"/>'],
    ['', '<calcPr fullCalcOnLoad="0" calcMode="manual"></calcPr>', '<calcPr fullCalcOnLoad="1" calcMode="manual"></calcPr>'],
  ])('%s%s', (before, after, expected) => expect(workbookXml({ workbook: { before, after } })).toContain(expected));

  it('without the list of what to calculate', () => {
    const bytes = sampleBook({}, {}, {
      links: `<Relationship Id="rId9" Type="${LINKS}/calcChain" Target="calcChain.xml"/>`,
      types: '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>',
      parts: { 'xl/calcChain.xml': `<calcChain ${MAIN}><c r="E6" i="1"/></calcChain>` },
    });
    const parts = partsOf(patch(bytes, edit(6, 'quantite', 3)));
    expect(Object.keys(parts)).not.toContain('xl/calcChain.xml');
    expect(parts['[Content_Types].xml']).not.toContain('calcChain');
    expect(parts['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
    expect(parts['xl/_rels/workbook.xml.rels']).toContain('sharedStrings');
    expect(rowOf(found(patch(bytes, edit(6, 'quantite', 3))), 'salle').cells['quantite']?.value).toBe(3);
  });
});
