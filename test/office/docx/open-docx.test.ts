import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchDocx } from '../../../src/office/docx/patch-docx.ts';
import { patchDocxTitle } from '../../../src/office/docx/patch-docx-title.ts';
import { readDocx } from '../../../src/office/docx/read-docx.ts';
import { block } from '../../support/docx-blocks.ts';
import { docxOf, partOf, withParts } from '../../support/docx-parts.ts';

const GOOD = docxOf('# a\n\nb');
const main = (change: (xml: string) => string): Uint8Array => withParts(GOOD, { 'word/document.xml': change });
const settings = (content: string): Uint8Array => withParts(GOOD, {
  'word/settings.xml': (xml) => xml.replace('<w:zoom', `${content}<w:zoom`),
});
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

describe('a file that is not patched', () => {
  it.each<[string, Uint8Array]>([
    ['no zip', Buffer.from('Note de cadrage')],
    ['nothing', new Uint8Array()],
    ['half a file', GOOD.slice(0, GOOD.length / 2)],
    ['a zip without a main part', withParts(GOOD, { 'word/document.xml': () => undefined })],
    ['a package without relations', withParts(GOOD, { '_rels/.rels': () => undefined })],
    ['a workbook', withParts(GOOD, { '[Content_Types].xml': (xml) => xml.replace(/wordprocessingml\.document\.main/, 'spreadsheetml.sheet.main') })],
    ['a template', withParts(GOOD, { '[Content_Types].xml': (xml) => xml.replace('document.main+xml', 'template.main+xml') })],
    ['macros', withParts(GOOD, { '[Content_Types].xml': (xml) => xml
      .replace('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'application/vnd.ms-word.document.macroEnabled.main+xml') })],
    ['a program inside', withParts(GOOD, { 'word/vbaProject.bin': () => 'x' })],
    ['a signature', withParts(GOOD, { '_xmlsignatures/origin.sigs': () => 'x' })],
    ['the strict namespace', main((xml) => xml.replace(W, STRICT))],
    ['strict relations', withParts(GOOD, { '_rels/.rels': (xml) => xml
      .replace('http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument', 'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument') })],
    ['another prefix', main((xml) => xml.replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replace('xmlns:w', 'xmlns:x'))],
    ['two prefixes for one namespace', main((xml) => xml.replace('<w:document ', `<w:document xmlns:x="${W}" `))],
    ['a prefix that changes its meaning', main((xml) => xml.replace('<w:p>', '<w:p xmlns:w="urn:other">'))],
    ['a DOCTYPE', main((xml) => xml.replace('<w:document', '<!DOCTYPE w:document><w:document'))],
    ['a main part that does not close', main((xml) => xml.replace('</w:body>', ''))],
    ['a main part without a body', main(() => `<w:document xmlns:w="${W}"/>`)],
    ['another document inside', main((xml) => xml.replace('<w:sectPr>', '<w:altChunk r:id="rId9"/><w:sectPr>'))],
    ['styles that do not parse', withParts(GOOD, { 'word/styles.xml': () => '<w:styles>' })],
    ['lists that are gone', withParts(GOOD, { 'word/numbering.xml': () => undefined })],
    ['protection', settings('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')],
    ['a password to write', settings('<w:writeProtection w:recommended="1"/>')],
  ])('%s', (_, bytes) => {
    expect(readDocx(bytes)).toEqual({ ok: false });
    expect(patchDocx(bytes, [{ kind: 'words', block: 0, cell: 0, from: 0, to: 1, text: 'x' }])).toBeUndefined();
    expect(patchDocxTitle(bytes, [{ from: 'Note', to: 'Autre' }])).toBe(bytes);
  });

  it.each<[string, Uint8Array]>([
    ['as it is', GOOD],
    ['protection that is off', settings('<w:documentProtection w:edit="readOnly" w:enforcement="0"/>')],
    ['no styles, lists, settings', withParts(GOOD, {
      'word/_rels/document.xml.rels': () => undefined, 'word/styles.xml': () => undefined, 'word/numbering.xml': () => undefined,
    })],
    ['a namespace that is said again', main((xml) => xml.replace('<w:p>', `<w:p xmlns:w='${W}'>`))],
  ])('but one that is: %s', (_, bytes) => expect(readDocx(bytes).ok).toBe(true));
});

describe('damage', () => {
  const RICH = docxOf('# a\n\nb [c](https://exemple.fr) **d**\n\n1. e\n   - f\n\n| g | h |\n| --- | --- |\n| i | j |');
  const PIECES = ['<w:p>', '</w:p>', '<w:tbl>', '</w:tbl>', '<w:sdt>', '<w:r/>', '<w:fldChar w:fldCharType="end"/>', '<w:tc/>', '<w:tr/>', '"', '<', '', '&'];

  it('of the main part never gets through, nor breaks anything', () => {
    const xml = partOf(RICH, 'word/document.xml');
    fc.assert(fc.property(fc.nat(xml.length), fc.nat(40), fc.constantFrom(...PIECES), (at, length, piece) => {
      const bytes = withParts(RICH, { 'word/document.xml': () => xml.slice(0, at) + piece + xml.slice(at + length) });
      const read = readDocx(bytes);
      const patched = patchDocx(bytes, [{ kind: 'insert', after: -1, block: block('paragraph', 'x') }, { kind: 'remove', block: 0 }]);
      if (patched) expect([read.ok, readDocx(patched).ok]).toEqual([true, true]);
      if (!read.ok) expect(patchDocxTitle(bytes, [{ from: 'Note', to: 'x' }])).toBe(bytes);
    }), { numRuns: 300 });
  });

  it('of the file never breaks anything', () => {
    fc.assert(fc.property(fc.nat(RICH.length - 1), fc.nat(255), (at, value) => {
      const bytes = Uint8Array.from(RICH);
      bytes[at] = value;
      readDocx(bytes);
      patchDocx(bytes, [{ kind: 'insert', after: -1, block: block('paragraph', 'x') }]);
    }), { numRuns: 300 });
  });
});
