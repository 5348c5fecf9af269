import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../../src/documents/text/docx.ts';
import type { FoundBlock } from '../../../src/model.ts';
import { readDocx } from '../../../src/office/docx/read-docx.ts';
import { asRead, someBlocks } from '../../support/docx-blocks.ts';
import { likeWord } from '../../support/docx-like-word.ts';
import { docxOf, paragraph, row, run, table, withBody, withParts } from '../../support/docx-parts.ts';

const META = { title: 'Note', footer: 'NEC Creuse 2027' };

function read(bytes: Uint8Array): readonly FoundBlock[] {
  const found = readDocx(bytes);
  expect(found.ok).toBe(true);
  return found.ok ? found.document.blocks : [];
}

describe.each([['as we wrote it', (bytes: Uint8Array) => bytes], ['as Word saves it', likeWord]])('a file %s', (_, saved) => {
  it('reads as its blocks', () => {
    fc.assert(fc.property(someBlocks, (blocks) => {
      const found = read(saved(toDocx({ blocks }, META)));
      const spaces = found.filter(({ kind }) => kind === 'other');
      const expected = blocks.length === 0 ? [{ kind: 'paragraph', depth: 0, cells: [''] }] : blocks.map(asRead);
      expect(found.filter(({ kind }) => kind !== 'other').map(({ kind, depth, cells }) => ({ kind, depth, cells }))).toEqual(expected);
      expect(spaces.every(({ cells, pinned }) => pinned && cells.join() === '')).toBe(true);
      expect(spaces).toHaveLength(blocks.filter(({ kind }) => kind === 'header-row').length);
      expect(found.filter(({ locked, fixed }) => locked || fixed)).toEqual([]);
    }), { numRuns: 150 });
  });
});

const field = (instruction: string, shown: string): string => (
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
  + `<w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}`
  + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
);
const shape = '<w:drawing><wp:inline><w:txbxContent><w:p><w:r><w:t>dans la forme</w:t></w:r></w:p></w:txbxContent></wp:inline></w:drawing>';

describe('the words of a paragraph', () => {
  it.each<[string, string, string]>([
    ['several runs', run('a', '<w:b/>') + run('b'), 'ab'],
    ['line breaks and tabs', '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:tab/><w:t>d</w:t></w:r>', 'a\nb\nc\td'],
    ['special hyphens', '<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>', 'a\u2011b\u00ADc'],
    ['references', run('&amp;&lt;&#233;&#xE9;&quot;&apos;'), '&<éé"\''],
    ['spaces that count', run(' a  b '), ' a  b '],
    ['spaces that do not', '<w:r><w:t> a  b </w:t></w:r>', 'a  b'],
    ['lines of the part', '<w:r><w:t xml:space="preserve">a\r\nb</w:t></w:r>', 'a b'],
    ['proofing marks and bookmarks', `${run('a')}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="x"/>${run('b')}<w:bookmarkEnd w:id="1"/>`, 'ab'],
    ['a link', `${run('a ')}<w:hyperlink r:id="rId9">${run('b')}</w:hyperlink>`, 'a b'],
    ['a link that is a field', run('a ') + field(' HYPERLINK "x" ', run('b')), 'a b'],
    ['a link that is a simple field', `<w:fldSimple w:instr=" HYPERLINK &quot;x&quot; ">${run('b')}</w:fldSimple>`, 'b'],
    ['a field in the address of a link', '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "</w:instrText></w:r>'
      + `${field(' HYPERLINK "x" ', run('gone'))}<w:r><w:instrText>"</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>`
      + `${run('a')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`, 'a'],
    ['smart tags', `<w:smartTag w:uri="u" w:element="e"><w:smartTagPr/>${run('a')}</w:smartTag>`, 'a'],
    ['nothing', '', ''],
  ])('are read through %s', (_, content, text) => {
    expect(read(withBody(paragraph(content)))[0]).toEqual({ kind: 'paragraph', depth: 0, cells: [text], pinned: true });
  });

  it.each<[string, string, Partial<FoundBlock>]>([
    ['an insertion', `${run('a')}<w:ins w:id="1" w:author="x">${run('b')}</w:ins>`, { cells: ['ab'], locked: 'tracked-changes' }],
    ['a deletion', `${run('a')}<w:del w:id="1" w:author="x"><w:r><w:delText>b</w:delText><w:tab/></w:r></w:del>`, { cells: ['a'], locked: 'tracked-changes' }],
    ['a move', `<w:moveFrom w:id="1">${run('a')}</w:moveFrom><w:moveTo w:id="2">${run('b')}</w:moveTo>`, { cells: ['b'], locked: 'tracked-changes' }],
    ['a change of look', '<w:r><w:rPr><w:rPrChange w:id="1"/></w:rPr><w:t>a</w:t></w:r>', { cells: ['a'], locked: 'tracked-changes' }],
    ['a comment', `<w:commentRangeStart w:id="0"/>${run('a')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`, { cells: ['a'], locked: 'comment' }],
    ['a comment at a point', `${run('a')}<w:r><w:commentReference w:id="0"/></w:r>`, { cells: ['a'], locked: 'comment' }],
    ['a comment on a change', `<w:commentRangeStart w:id="0"/><w:ins w:id="1">${run('a')}</w:ins><w:commentRangeEnd w:id="0"/>`, { cells: ['a'], locked: 'tracked-changes' }],
    ['a date that updates itself', field(' DATE ', run('4 mai')), { cells: ['4 mai'], locked: 'object' }],
    ['a simple field', `<w:fldSimple w:instr=" REF x ">${run('a')}</w:fldSimple>`, { cells: ['a'], locked: 'object' }],
    ['a field that does not end', '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', { cells: [''], locked: 'object' }],
    ['the end of no field', `${run('a')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`, { cells: ['a'], locked: 'object' }],
    ['a form field', '<w:r><w:fldChar w:fldCharType="begin"><w:ffData/></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', { cells: [''], locked: 'object' }],
    ['a content control', `<w:sdt><w:sdtPr/><w:sdtContent>${run('a')}</w:sdtContent></w:sdt>`, { cells: ['a'], locked: 'object' }],
    ['characters in another form', '<w:r><w:t><![CDATA[a]]></w:t></w:r>', { cells: [''], locked: 'object' }],
  ])('are locked by %s', (_, content, expected) => {
    const [found] = read(withBody(paragraph(content) + paragraph(run('b'))));
    expect(found).toEqual({ kind: 'paragraph', depth: 0, pinned: true, ...expected });
  });

  it.each<[string, string, Partial<FoundBlock>]>([
    ['a picture', `${run('ab')}<w:r>${shape}</w:r>${run('c')}`, { cells: ['abc'], fixed: [[2]] }],
    ['a drawing in two forms', `<w:r><mc:AlternateContent><mc:Choice>${shape}</mc:Choice></mc:AlternateContent></w:r>${run('a')}`, { cells: ['a'], fixed: [[0]] }],
    ['a formula', `${run('a')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`, { cells: ['a'], fixed: [[1]] }],
    ['a note mark', `${run('a')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('b')}`, { cells: ['ab'], fixed: [[1]] }],
    ['a page break', `<w:r><w:br w:type="page"/><w:t>a</w:t></w:r>`, { cells: ['a'], fixed: [[0]] }],
    ['a sign of another font', `<w:r><w:t>a</w:t><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>`, { cells: ['a'], fixed: [[1]] }],
  ])('stand around %s, which stays', (_, content, expected) => {
    const [found] = read(withBody(paragraph(content) + paragraph(run('b'))));
    expect(found).toEqual({ kind: 'paragraph', depth: 0, pinned: true, ...expected });
  });

  it('are locked in all the paragraphs that a comment or field spans, and in no other', () => {
    const body = [
      run('a'), `<w:commentRangeStart w:id="0"/>${run('b')}`, run('c'), `${run('d')}<w:commentRangeEnd w:id="0"/>`, run('e'),
      `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "x" </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run('f')}`,
      run('g'), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', run('h'),
    ].map((content) => paragraph(content)).join('');
    expect(read(withBody(body)).map(({ cells, locked }) => `${cells[0]} ${locked ?? ''}`)).toEqual([
      'a ', 'b comment', 'c comment', 'd comment', 'e ', 'f object', 'g object', ' object', 'h ',
    ]);
  });

  it('are locked by a comment whose marks stand between paragraphs', () => {
    const body = `${paragraph(run('a'))}<w:commentRangeStart w:id="4"/>${paragraph(run('b'))}<w:commentRangeEnd w:id="4"/>${paragraph(run('c'))}`;
    expect(read(withBody(body)).map(({ locked }) => locked)).toEqual([undefined, 'comment', undefined]);
  });
});

describe('blocks', () => {
  const kinds = (bytes: Uint8Array): readonly string[] => read(bytes).map(({ kind, depth, cells }) => `${kind} ${depth} ${cells.join('|')}`);
  const style = (id: string, name: string, more = ''): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const styled = (styles: string, body: string): Uint8Array => withParts(withBody(body), {
    'word/styles.xml': (xml) => xml.replace(/<w:style .*<\/w:style>/s, () => styles),
  });

  it('have the kind of their style, by its name, wherever it comes from', () => {
    const styles = style('T1', 'Heading 1') + style('Mien', 'Mon titre', '<w:basedOn w:val="T1"/>') + style('T5', 'heading 5')
      + style('Rond', 'Rond', '<w:basedOn w:val="Rond"/>') + style('Textebrut', 'Plain Text');
    const body = ['T1', 'Mien', 'T5', 'Rond', 'Textebrut', 'Inconnu'].map((id) => paragraph(run('a'), id)).join('');
    expect(kinds(styled(styles, body))).toEqual(['heading 0 a', 'heading 0 a', 'subheading 0 a', ...Array<string>(3).fill('paragraph 0 a')]);
  });

  it('have the kind of their list when their style says nothing', () => {
    const numbered = (list: number, level = 0): string => (
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run('a')}</w:p>`
    );
    expect(kinds(withBody([numbered(1), numbered(1, 2), numbered(2), numbered(5, 1), numbered(3), numbered(77), numbered(0)].join('')))).toEqual([
      'item 0 a', 'item 2 a', 'check 0 a', 'number 1 a', 'paragraph 0 a', 'paragraph 0 a', 'paragraph 0 a',
    ]);
  });

  it('are no list items any more when a person took them out of the list', () => {
    const body = `<w:p><w:pPr><w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr>${run('a')}</w:p>`;
    expect(kinds(withBody(body))).toEqual(['paragraph 0 a']);
  });

  it('are also the empty paragraphs of a person', () => {
    expect(kinds(withBody(`${paragraph(run('a'))}<w:p/>${paragraph('')}`))).toEqual(['paragraph 0 a', 'paragraph 0 ', 'paragraph 0 ']);
  });

  it('are words again when a person writes into the space after a table', () => {
    const body = table(row(paragraph(run('a'), 'TableText'))) + paragraph('', 'AfterTable') + table(row(paragraph(run('b'), 'TableText'))) + paragraph(run('c'), 'AfterTable');
    expect(kinds(withBody(body))).toEqual(['row 0 a', 'other 0 ', 'row 0 b', 'paragraph 0 c']);
  });

  it('hold the paragraphs of a cell in lines, and where one ends', () => {
    const picture = `<w:r>${shape}</w:r>`;
    const body = table(row(paragraph(run('ab')) + paragraph(run('c') + picture), paragraph('')));
    expect(read(withBody(body + paragraph(run('d'))))[0]).toEqual({
      kind: 'row', depth: 0, cells: ['ab\nc', ''], pinned: true, fixed: [[2.5, 4], []],
    });
  });

  it.each<[string, string, readonly string[]]>([
    ['cells that span columns', '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr>', ['']],
    ['cells that span rows', `<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph(run('a'))}</w:tc></w:tr>`, ['a']],
    ['a table in a cell', row(`${table(row(paragraph(run('b'))))}<w:p/>`), ['b\n']],
    ['a control around a cell', `<w:tr><w:sdt><w:sdtContent><w:tc>${paragraph(run('a'))}</w:tc></w:sdtContent></w:sdt></w:tr>`, ['a']],
    ['a control in a cell', row(`<w:sdt><w:sdtContent>${paragraph(run('a'))}</w:sdtContent></w:sdt>`), ['a']],
  ])('are locked rows for %s', (_, rows, cells) => {
    expect(read(withBody(table(rows) + paragraph('')))[0]).toMatchObject({ kind: 'row', depth: 0, cells, locked: 'object', pinned: true });
  });

  it('are locked rows when a person inserted the row under review', () => {
    const body = table(`<w:tr><w:trPr><w:ins w:id="1"/></w:trPr><w:tc>${paragraph(run('a'))}</w:tc></w:tr>`) + paragraph('');
    expect(read(withBody(body))[0]?.locked).toBe('tracked-changes');
  });

  it('are locked when a control wraps them, and other when it is a table of contents', () => {
    const wrap = (properties: string, content: string): string => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const body = wrap('', paragraph(run('a'))) + wrap('<w:docPartObj/>', paragraph(run('b'))) + paragraph(run('c'))
      + paragraph(field(' TOC \\o ', run('d')));
    expect(read(withBody(body)).map(({ kind, locked, pinned }) => [kind, locked, pinned])).toEqual([
      ['paragraph', 'object', true], ['other', 'object', true], ['paragraph', undefined, false], ['other', 'object', true],
    ]);
  });

  it.each<[string, string, readonly boolean[]]>([
    ['the only one', paragraph(run('a')), [true]],
    ['the last of several', paragraph(run('a')) + paragraph(run('b')), [false, false]],
    ['the one behind the last table', table(row('<w:p/>')) + paragraph(run('a')), [false, true]],
    ['the one between two tables', table(row('<w:p/>')) + paragraph(run('a')) + table(row('<w:p/>')) + paragraph('') + paragraph(''), [false, true, false, false, false]],
    ['one that ends a section', `<w:p><w:pPr><w:sectPr/></w:pPr></w:p>${paragraph('')}`, [true, false]],
    ['one that starts a page', `<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p><w:p><w:pPr><w:pageBreakBefore w:val="0"/></w:pPr></w:p>`, [true, false]],
  ])('are pinned: %s', (_, body, pinned) => expect(read(withBody(body)).map((block) => block.pinned)).toEqual(pinned));

  it('are found where the main part has another name', () => {
    const bytes = withParts(docxOf('a'), {
      '_rels/.rels': (xml) => xml.replace('word/document.xml', '/word/document2.xml'),
      '[Content_Types].xml': (xml) => xml.replace('/word/document.xml', '/word/document2.xml'),
      'word/document.xml': () => undefined,
      'word/document2.xml': () => '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>b</w:t></w:r></w:p></w:body></w:document>',
    });
    expect(kinds(bytes)).toEqual(['paragraph 0 b']);
  });
});
