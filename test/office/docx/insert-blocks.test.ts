import { describe, expect, it } from 'vitest';
import type { Block, TextEdit } from '../../../src/model.ts';
import { patchDocx } from '../../../src/office/docx/patch-docx.ts';
import { block } from '../../support/docx-blocks.ts';
import { likeWord } from '../../support/docx-like-word.ts';
import { bodyOf, docxOf, paragraph, partOf, run, table, withBody, withParts } from '../../support/docx-parts.ts';

const put = (after: number, ...blocks: readonly Block[]): readonly TextEdit[] => blocks.map((one) => ({ kind: 'insert', after, block: one }));
const patched = (bytes: Uint8Array, edits: readonly TextEdit[]): Uint8Array => patchDocx(bytes, edits) ?? new Uint8Array();
const bodyAfter = (body: string, edits: readonly TextEdit[], bytes?: Uint8Array): string => bodyOf(patched(withBody(body, bytes), edits));
const deep = (one: Block, depth: number): Block => ({ ...one, depth });

const listed = (text: string, style: string, list: number, level = 0): string => (
  `<w:p><w:pPr><w:pStyle w:val="${style}"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`
);
const [A, Z] = [paragraph(run('a')), paragraph(run('z'))];

describe('a new paragraph', () => {
  it('looks like the nearest of its kind, but for what belongs to that one alone', () => {
    const own = '<w:pageBreakBefore/><w:framePr w:w="1"/>';
    const look = (color: string, more = '', end = ''): string => `<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:keepNext/>${more}<w:shd w:fill="${color}"/>${end}</w:pPr>`;
    const body = `${look('1')}${run('b')}</w:p>${A}${look('2', own, '<w:rPr><w:b/></w:rPr><w:sectPr/>')}${run('c', '<w:i/>')}</w:p>${Z}`;
    const expected = `${look('2')}${run('x')}</w:p>`;
    expect(bodyAfter(body, put(2, block('heading', 'x')))).toBe(body.replace(Z, expected + Z));
    expect(bodyAfter(body, put(0, block('heading', 'x')))).toBe(body.replace(A, `${look('1')}${run('x')}</w:p>${A}`));
  });

  it('looks like none that is empty or holds a picture, if there is another', () => {
    const centred = (content: string): string => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${content}</w:p>`;
    const body = A + centred(`${run('b')}<w:r><w:drawing/></w:r>`) + centred('') + centred('') + centred(run('c'));
    expect(bodyAfter(body, put(1, block('paragraph', 'x')))).toContain(`<w:drawing/></w:r></w:p>${paragraph(run('x'))}`);
    expect(bodyAfter(centred('') + centred(''), put(0, block('paragraph', 'x')))).toBe(centred('') + centred(run('x')) + centred(''));
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ['our style', (bytes) => bytes, '<w:pPr><w:pStyle w:val="Quote"/></w:pPr>'],
    ['our style under another id', likeWord, '<w:pPr><w:pStyle w:val="Citation"/></w:pPr>'],
    ['no style', (bytes) => withParts(bytes, { 'word/styles.xml': (xml) => xml.replace('w:val="Quote"', 'w:val="Autre"') }), ''],
  ])('without one of its kind has %s', (_, saved, look) => {
    const [before, after] = [bodyOf(saved(withBody(A))), bodyOf(patched(saved(withBody(A)), put(0, block('quote', 'x'))))];
    expect(after).toBe(`${before}<w:p>${look}${run('x')}</w:p>`);
  });

  it('comes first, last, and in the order of the edits', () => {
    const edits = [...put(0, block('paragraph', 'b'), block('paragraph', 'c')), ...put(-1, block('paragraph', 'x')), ...put(1, block('paragraph', 'y'))];
    expect(bodyAfter(A + Z, edits)).toBe([paragraph(run('x')), A, paragraph(run('b')), paragraph(run('c')), Z, paragraph(run('y'))].join(''));
  });

  it('comes behind a whole table of contents', () => {
    const contents = `<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>${A}${A}</w:sdtContent></w:sdt>`;
    expect(bodyAfter(contents + Z, put(1, block('paragraph', 'x')))).toBe(contents + paragraph(run('x')) + Z);
  });

  it('shows a link as a field, in the style of this file', () => {
    const link: Block = { ...block('paragraph'), cells: [[{ text: 'Voir ' }, { text: 'ici', link: 'https://exemple.fr/?a=1&b="2"' }]] };
    const body = bodyOf(patched(likeWord(withBody(A)), put(0, link)));
    expect(body).toContain('<w:instrText xml:space="preserve"> HYPERLINK "https://exemple.fr/?a=1&amp;b=%222%22" </w:instrText>');
    expect(body).toContain('<w:rStyle w:val="Lienhypertexte"/>');
  });
});

describe('a new item of a list', () => {
  it('takes the list and the level that it needs', () => {
    const item = listed('b', 'ListBullet', 8).replace('</w:numPr>', '</w:numPr><w:ind w:left="340"/>');
    expect(bodyAfter(item + Z, put(0, block('item', 'x')))).toBe(item + item.replace('>b<', '>x<') + Z);
    expect(bodyAfter(item + Z, put(0, deep(block('item', 'x'), 2)))).toBe(item + listed('x', 'ListBullet', 8, 2) + Z);
    expect(bodyAfter(A, put(0, block('check', 'x')))).toBe(A + paragraph(run('x'), 'CheckList'));
    expect(bodyAfter(A, put(0, deep(block('item', 'x'), 1)))).toBe(A + listed('x', 'ListBullet', 1, 1));
  });

  it('looks like one of its level, if there is one', () => {
    const item = listed('b', 'ListBullet', 1, 1).replace('</w:numPr>', '</w:numPr><w:jc w:val="right"/>');
    expect(bodyAfter(item + A + listed('c', 'ListBullet', 1) + Z, put(2, deep(block('item', 'x'), 1)))).toContain(item.replace('>b<', '>x<'));
  });

  it('says its level between what the schema has before and behind it', () => {
    const item = `<w:p><w:pPr><w:pStyle w:val="ListBullet"/><w:keepNext/><w:jc w:val="left"/></w:pPr>${run('b')}</w:p>`;
    expect(bodyAfter(item + Z, put(0, deep(block('item', 'x'), 1)))).toContain(
      '<w:pStyle w:val="ListBullet"/><w:keepNext/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:jc w:val="left"/>',
    );
  });

  const first = listed('a', 'ListNumber', 101);
  const nested = listed('b', 'ListBullet', 1, 1);
  const second = listed('z', 'ListNumber', 102);
  const lists = docxOf('1. a\n\nb\n\n1. c');

  it.each<[string, string, number, string]>([
    ['behind a number', first + Z, 0, '101'],
    ['behind what is nested in a number', first + nested + Z, 1, '101'],
    ['before a number', A + second + Z, 0, '102'],
    ['between two lists', first + second + Z, 0, '101'],
  ])('counts on: %s', (_, body, after, list) => {
    const bytes = patched(withBody(body, lists), put(after, block('number', 'x')));
    expect(bodyOf(bytes)).toContain(`<w:numId w:val="${list}"/></w:numPr></w:pPr>${run('x')}`);
    expect(partOf(bytes, 'word/numbering.xml')).toBe(partOf(lists, 'word/numbering.xml'));
  });

  it('counts from 1 in a list of its own where none goes on', () => {
    const bytes = patched(withBody(first + A + A + second + A, lists), [
      ...put(1, block('number', 'x'), deep(block('item', 'y'), 1), block('number', 'v')), ...put(4, block('number', 'w')),
    ]);
    const used = Array.from(bodyOf(bytes).matchAll(/numId w:val="(\d+)"/g), ([, id]) => id);
    expect(used).toEqual(['101', '103', '1', '103', '102', '104']);
    const added = partOf(bytes, 'word/numbering.xml').replace(/^.*<\/w:num>(?=<w:num w:numId="103")/s, '');
    expect(added).toMatch(/^<w:num w:numId="103"><w:abstractNumId w:val="5"\/>(<w:lvlOverride w:ilvl="\d"><w:startOverride w:val="1"\/><\/w:lvlOverride>){9}<\/w:num><w:num w:numId="104">/);
    expect(added.endsWith('</w:num></w:numbering>')).toBe(true);
  });

  it('counts from 1 when the list before it goes', () => {
    const bytes = patched(withBody(first + A, lists), [{ kind: 'remove', block: 0 }, ...put(0, block('number', 'x'))]);
    expect(bodyOf(bytes)).toBe(listed('x', 'ListNumber', 103) + A);
  });
});

describe('a new paragraph of a box', () => {
  const [first, next] = [listed('b', 'InfoBox', 3), listed('c', 'InfoBox', 0).replace('</w:numPr>', '</w:numPr><w:ind w:left="284" w:firstLine="0"/>')];
  it.each<[string, string, string]>([
    ['starts one', A, paragraph(run('x'), 'InfoBox')],
    ['starts one like another', first + A, first.replace('>b<', '>x<')],
    ['goes on', A + first, next.replace('>c<', '>x<')],
    ['goes on like another', first + next, next.replace('>c<', '>x<')],
  ])('%s', (_, before, expected) => expect(bodyAfter(before + Z, put(before === A ? 0 : 1, block('info', 'x')))).toBe(before + expected + Z));
});

describe('new rows', () => {
  const cell = (text: string, look = ''): string => `<w:tc><w:tcPr>${look}</w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>${text && run(text)}</w:p></w:tc>`;
  const tr = (cells: string, more = '<w:cantSplit/>'): string => `<w:tr w14:paraId="1"><w:trPr>${more}</w:trPr>${cells}</w:tr>`;
  const ROW = tr(cell('a', '<w:tcW w:w="1"/><w:shd w:fill="2"/>') + cell('b', '<w:tcW w:w="3"/>'));
  const HEAD = tr(cell('h', '<w:tcW w:w="1"/><w:shd w:fill="9"/>') + cell('i', '<w:tcW w:w="3"/>'), '<w:cantSplit/><w:tblHeader/>');
  const MERGED = tr(`<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>`);
  const added = (left: string, right: string): string => ROW.replace(' w14:paraId="1"', '').replace('>a<', `>${left}<`).replace('>b<', `>${right}<`);
  const SPACE = paragraph('', 'AfterTable');

  it('are drawn as their neighbour, and filled', () => {
    const body = table(HEAD, ROW) + SPACE;
    const after = bodyAfter(body, [...put(1, block('row', 'x', 'y'), block('row', 'v', 'w')), ...put(0, block('row', 'q', 'r'))]);
    expect(after).toBe(table(HEAD, added('q', 'r'), ROW, added('x', 'y'), added('v', 'w')) + SPACE);
  });

  it('are no headers where the table has nothing else', () => {
    const after = bodyAfter(table(HEAD) + SPACE, put(0, block('row', 'x', 'y')));
    expect(after).toBe(table(HEAD, added('x', 'y').replace('<w:shd w:fill="2"/>', '')) + SPACE);
  });

  it('are not drawn as a row with merged cells', () => {
    expect(bodyAfter(table(ROW, MERGED) + SPACE, put(1, block('row', 'x', 'y')))).toBe(table(ROW, MERGED, added('x', 'y')) + SPACE);
    expect(patchDocx(withBody(table(MERGED) + SPACE), put(0, block('row', 'x')))).toBeUndefined();
    const reviewed = tr(cell('c') + cell('d'), '<w:ins w:id="1"/>');
    expect(bodyAfter(table(ROW, reviewed) + SPACE, put(1, block('row', 'x', 'y')))).toBe(table(ROW, reviewed, added('x', 'y')) + SPACE);
  });

  it('come first in a table without a header', () => {
    expect(bodyAfter(A + table(ROW) + SPACE, put(0, block('row', 'x', 'y')))).toBe(A + table(added('x', 'y'), ROW) + SPACE);
  });

  it('replace all rows of a table', () => {
    const edits: readonly TextEdit[] = [{ kind: 'remove', block: 0 }, ...put(0, block('row', 'x', 'y'))];
    expect(bodyAfter(table(ROW) + SPACE, edits)).toBe(table(added('x', 'y')) + SPACE);
  });

  it('have paragraphs behind them behind the table', () => {
    const body = table(ROW, ROW) + SPACE + Z;
    for (const after of [0, 1, 2]) expect(bodyAfter(body, put(after, block('paragraph', 'x')))).toBe(body.replace(Z, paragraph(run('x')) + Z));
    expect(bodyAfter(table(ROW, ROW) + Z, put(0, block('paragraph', 'x')))).toBe(table(ROW, ROW) + paragraph(run('x')) + Z);
  });

  const whole = put(0, block('header-row', 'Quoi', 'Quand'), block('row', 'Salle', 'lundi'));
  const ours = /<w:tbl><w:tblPr><w:tblStyle w:val="PlanTable"\/>.*Quoi.*lundi.*<\/w:tbl>/;

  it('make a whole table where there is none', () => {
    const body = bodyAfter(A + Z, whole);
    expect(body).toMatch(ours);
    expect(body.replace(ours, '@')).toBe(`${A}@${SPACE}${Z}`);
  });

  it('make a table of their own beside another, apart from it', () => {
    expect(bodyAfter(table(ROW) + SPACE + Z, whole).replace(table(ROW), '#').replace(ours, '@')).toBe(`#${SPACE}@${SPACE}${Z}`);
    expect(bodyAfter(table(ROW) + Z, whole).replace(table(ROW), '#').replace(ours, '@')).toBe(`#${SPACE}@${SPACE}${Z}`);
  });

  it('make a table with lines of its own where our style is gone', () => {
    const bytes = withParts(withBody(A), { 'word/styles.xml': (xml) => xml.replace('Tableau du dossier', 'Autre') });
    const body = bodyOf(patched(bytes, whole));
    expect(body).toContain('<w:tbl><w:tblPr><w:tblW w:w="9412" w:type="dxa"/><w:tblBorders><w:top ');
  });
});
