import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../../src/documents/text/docx.ts';
import type { Block, FoundBlock, TextEdit } from '../../../src/model.ts';
import { patchDocx } from '../../../src/office/docx/patch-docx.ts';
import { readDocx } from '../../../src/office/docx/read-docx.ts';
import { block, someBlocks } from '../../support/docx-blocks.ts';
import { editedBlocks, someWishes, wishedEdits } from '../../support/docx-edits.ts';
import { likeWord } from '../../support/docx-like-word.ts';
import { bodyOf, docxOf, paragraph, row, run, table, withBody } from '../../support/docx-parts.ts';

const META = { title: 'Note', footer: 'NEC Creuse 2027' };

function read(bytes: Uint8Array): readonly FoundBlock[] {
  const found = readDocx(bytes);
  expect(found.ok).toBe(true);
  return found.ok ? found.document.blocks : [];
}

const words = (from: number, to: number, text: string, at = 0, cell = 0): TextEdit => ({ kind: 'words', block: at, cell, from, to, text });
const insert = (after: number, ...blocks: readonly Block[]): readonly TextEdit[] => blocks.map((one) => ({ kind: 'insert', after, block: one }));
const remove = (at: number): TextEdit => ({ kind: 'remove', block: at });

/** Parts that differ, by name. */
function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  expect(Object.keys(now)).toEqual(Object.keys(old));
  return Object.keys(old).filter((name) => !Buffer.from(now[name] ?? []).equals(Buffer.from(old[name] ?? [])));
}

/** Each character of a body with the look of its run; tabs and hyphens may be characters or elements. */
function looks(xml: string): readonly string[] {
  const elements: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:noBreakHyphen': '\u2011', 'w:softHyphen': '\u00AD' };
  return Array.from(xml.matchAll(/<w:r(?: [^>]*)?>(?:<w:rPr>(.*?)<\/w:rPr>)?(.*?)<\/w:r>/gs), ([, look = '', content = '']) => (
    Array.from(content.matchAll(/<w:t [^>]*>([^<]*)<|<(w:(?:tab|br|noBreakHyphen|softHyphen))\/>/g), ([, text, element = '']) => (
      text === undefined ? [elements[element] ?? ''] : text.match(/&\w+;|./gsu) ?? []
    )).flat().map((character) => `${character} ${look}`)
  )).flat();
}

describe.each([['as we wrote it', (bytes: Uint8Array) => bytes], ['as Word saves it', likeWord]])('a file %s', (_, saved) => {
  it('reads, after a patch, as the edits say, and no other part changes', () => {
    fc.assert(fc.property(someBlocks, someWishes, (blocks, wishes) => {
      const bytes = saved(toDocx({ blocks }, META));
      const found = read(bytes);
      const edits = wishedEdits(found, wishes);
      const patched = patchDocx(bytes, edits) ?? new Uint8Array();
      const again = read(patched).filter(({ kind }) => kind !== 'other');
      expect(again.map(({ kind, depth, cells }) => ({ kind, depth, cells }))).toEqual(editedBlocks(found, edits));
      expect(changedParts(bytes, patched).filter((name) => !/^word\/(document|numbering).xml$/.test(name))).toEqual([]);
      expect(Buffer.from(patched).equals(patchDocx(bytes, edits) ?? new Uint8Array())).toBe(true);
    }), { numRuns: 150 });
  });

  it('keeps the look of every character that stays', () => {
    fc.assert(fc.property(someBlocks, someWishes, (blocks, wishes) => {
      const bytes = saved(toDocx({ blocks }, META));
      const edits = wishedEdits(read(bytes), wishes).filter((edit) => edit.kind === 'words').map((edit) => ({ ...edit, text: '' }));
      const before = looks(bodyOf(bytes));
      let [at, next] = [0, 0];
      const after = looks(bodyOf(patchDocx(bytes, edits) ?? new Uint8Array()));
      for (; at < before.length && next < after.length; at += 1) if (before[at] === after[next]) next += 1;
      expect(next).toBe(after.length);
    }), { numRuns: 60 });
  });
});

it('gives the same bytes when there is nothing to change', () => {
  const bytes = docxOf('# a');
  expect(patchDocx(bytes, [])).toBe(bytes);
  const now = unzipSync(patchDocx(bytes, [words(0, 1, 'a')]) ?? new Uint8Array());
  expect(Object.fromEntries(Object.entries(now).map(([name, content]) => [name, strFromU8(content)])))
    .toEqual(Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)])));
});

describe('new words', () => {
  const LINK = `<w:hyperlink r:id="rId9">${run('lien')}</w:hyperlink>`;
  const FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r>'
    + `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('lien')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const EMPTY = '<w:r></w:r>';

  it.each<[string, string, readonly TextEdit[], string]>([
    ['in one run', run('le 12 mars', '<w:b/>'), [words(3, 10, '2 avril')], run('le 2 avril', '<w:b/>')],
    ['over two runs go into the first', run('le 12', '<w:b/>') + run(' mars !'), [words(3, 10, '2 avril')], run('le 2 avril', '<w:b/>') + run(' !')],
    ['over three runs', run('a') + run('b', '<w:b/>') + run('c'), [words(0, 3, 'x')], run('x') + '<w:r><w:rPr><w:b/></w:rPr></w:r>' + EMPTY],
    ['that are escaped', run('a &amp; b'), [words(2, 3, '<é>')], run('a &lt;é&gt; b')],
    ['that are nothing', run('a') + run('b'), [words(1, 2, '')], run('a') + EMPTY],
    ['with lines and tabs', run('ab'), [words(1, 1, '\n1\t2')], '<w:r><w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">1</w:t><w:tab/><w:t xml:space="preserve">2b</w:t></w:r>'],
    ['without what XML cannot hold', run('ab'), [words(1, 1, 'x\u0000\uFFFE')], run('axb')],
    ['in place of a line break', '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>', [words(1, 2, ', ')], '<w:r><w:t>a</w:t><w:t xml:space="preserve">, </w:t><w:t>b</w:t></w:r>'],
    ['several in one paragraph', run('abc') + run('def'), [words(0, 1, 'A'), words(2, 4, 'X'), words(5, 6, '')], run('AbX') + run('e')],
    ['between two runs go on the first', run('a', '<w:b/>') + run('b'), [words(1, 1, 'x')], run('ax', '<w:b/>') + run('b')],
    ['at the start', run('a', '<w:b/>'), [words(0, 0, 'x')], run('xa', '<w:b/>')],
    ['inside a link stay in it', LINK, [words(1, 2, 'x')], LINK.replace('lien', 'lxen')],
    ['for the whole link are the link', run('a ') + LINK, [words(2, 6, 'guide')], run('a ') + LINK.replace('lien', 'guide')],
    ['before and behind a link are not in it', LINK, [words(0, 0, 'a '), words(4, 4, ' b')], run('a ') + LINK + run(' b')],
    ['behind a link look like what stands before it', run('a', '<w:b/>') + LINK, [words(5, 5, ' b')], run('a', '<w:b/>') + LINK + run(' b', '<w:b/>')],
    ['before and behind a field are not in it', FIELD, [words(0, 0, 'a '), words(4, 4, ' b')], run('a ') + FIELD + run(' b')],
    ['over a link and more take the link away', run('le ') + LINK + run(' ici'), [words(0, 8, 'Là')], run('Là') + run('ici')],
    ['from a link to behind it', LINK + run(' ici'), [words(0, 5, 'Là ')], run('Là ici')],
    ['over a field and more take the field away', run('le ') + FIELD + run(' ici'), [words(0, 8, 'Là')], run('Là') + run('ici')],
    ['over part of a link leave the rest', run('le ') + LINK, [words(0, 5, 'L')], run('L') + LINK.replace('lien', 'en')],
    ['over a link leave it when it holds a bookmark', run('a') + LINK.replace('</w:hyperlink>', '<w:bookmarkEnd w:id="1"/></w:hyperlink>') + run('b'),
      [words(0, 6, 'x')], run('x') + `<w:hyperlink r:id="rId9">${EMPTY}<w:bookmarkEnd w:id="1"/></w:hyperlink>` + EMPTY],
    ['keep proofing marks and bookmarks', `${run('a')}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="x"/>${run('b')}`,
      [words(0, 2, 'c')], `${run('c')}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="x"/>${EMPTY}`],
    ['before a picture', `${run('ab')}<w:r><w:drawing/></w:r>${run('c')}`, [words(0, 2, 'x'), words(2, 3, 'y')], `${run('x')}<w:r><w:drawing/></w:r>${run('y')}`],
    ['before a link behind an empty run', run('') + LINK, [words(0, 0, 'x')], run('') + run('x') + LINK],
    ['in an empty paragraph', '', [words(0, 0, 'x')], run('x')],
    ['in an empty run keep its look', '<w:r><w:rPr><w:b/></w:rPr></w:r>', [words(0, 0, 'x')], run('x', '<w:b/>')],
    ['behind a picture alone', '<w:r><w:drawing/></w:r>', [words(0, 0, 'x')], `<w:r><w:drawing/></w:r>${run('x')}`],
  ])('%s', (_, content, edits, expected) => {
    const bytes = withBody(paragraph(content) + paragraph(run('z')));
    expect(bodyOf(patchDocx(bytes, edits) ?? new Uint8Array())).toBe(paragraph(expected) + paragraph(run('z')));
  });

  it('fill a paragraph that is a single tag', () => {
    expect(bodyOf(patchDocx(withBody('<w:p w14:paraId="1"/><w:p/>'), [words(0, 0, 'x')]) ?? new Uint8Array()))
      .toBe(`<w:p w14:paraId="1">${run('x')}</w:p><w:p/>`);
  });

  it('look like the end of an empty paragraph', () => {
    const look = '<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>';
    expect(bodyOf(patchDocx(withBody(`<w:p>${look}</w:p><w:p/>`), [words(0, 0, 'x')]) ?? new Uint8Array()))
      .toBe(`<w:p>${look}${run('x', '<w:b/>')}</w:p><w:p/>`);
  });

  it('find their paragraph in a cell', () => {
    const cell = (...texts: readonly string[]): string => texts.map((text) => paragraph(text && run(text), 'TableText')).join('');
    const bytes = withBody(table(row(cell('ab', 'cd'), cell(''))) + paragraph(''));
    const patched = patchDocx(bytes, [words(1, 2, 'x'), words(3, 3, 'y'), words(5, 5, 'z'), words(0, 0, 'w', 0, 1)]);
    expect(bodyOf(patched ?? new Uint8Array())).toBe(table(row(cell('ax', 'ycdz'), cell('w'))) + paragraph(''));
  });
});

describe('edits that cannot be made safely', () => {
  const BODY = [
    paragraph(`${run('ab')}<w:r><w:drawing/></w:r>${run('cd')}`), paragraph(`<w:ins w:id="1">${run('b')}</w:ins>`),
    table(row(paragraph(run('ab'), 'TableText') + paragraph(run('cd'), 'TableText'), paragraph('', 'TableText'))),
    paragraph('', 'AfterTable'), paragraph(run('abc')),
  ].join('');
  it.each<[string, readonly TextEdit[]]>([
    ['over a picture', [words(1, 3, 'x')]],
    ['in a paragraph under review', [words(0, 1, 'x', 1)]],
    ['from a paragraph of a cell into the next', [words(1, 4, 'x', 2)]],
    ['over the end of a paragraph of a cell', [words(2, 3, '', 2)]],
    ['in the space after a table', [words(0, 0, 'x', 3)]],
    ['outside the words', [words(2, 4, 'x', 4)]],
    ['backwards', [words(2, 1, 'x', 4)]],
    ['before the words', [words(-1, 1, 'x', 4)]],
    ['in a cell that is not there', [words(0, 0, 'x', 4, 1)]],
    ['in a block that is not there', [words(0, 0, 'x', 5)]],
    ['that overlap', [words(0, 2, 'x', 4), words(1, 3, 'y', 4)]],
    ['in a block that goes', [words(0, 1, 'x', 4), remove(4)]],
    ['that take a picture away', [remove(0)]],
    ['that take a change under review away', [remove(1)]],
    ['behind a block that is not there', insert(5, block('paragraph', 'x'))],
    ['before the start', insert(-2, block('paragraph', 'x'))],
    ['of a row of other columns', insert(2, block('row', 'a', 'b', 'c'))],
  ])('%s', (_, edits) => expect(patchDocx(withBody(BODY), edits)).toBeUndefined());

  it('nor those that cut a character in two', () => {
    expect(patchDocx(withBody(paragraph(run('🎉'))), [words(0, 1, 'x')])).toBeUndefined();
  });

  it('nor those that let two tables touch', () => {
    const two = table(row(paragraph(run('a')))) + paragraph(run('b')) + paragraph(run('c')) + table(row(paragraph(run('d')))) + paragraph('');
    expect(patchDocx(withBody(two), [remove(1)])).toBeDefined();
    expect(patchDocx(withBody(two), [remove(1), remove(2)])).toBeUndefined();
  });

  it('nor those that leave a body without a paragraph at its end', () => {
    expect(patchDocx(withBody(paragraph(run('a')) + paragraph(run('b'))), [remove(0), remove(1)])).toBeUndefined();
  });
});
