import { describe, expect, it } from 'vitest';
import { patchDocxTitle } from '../../../src/office/docx/patch-docx-title.ts';
import { readDocx } from '../../../src/office/docx/read-docx.ts';
import { docxOf, partOf, withParts } from '../../support/docx-parts.ts';

const NOTE = docxOf('# a');
const CHANGES = [{ from: 'Note', to: 'Note & <suite>' }, { from: 'NEC Creuse 2027', to: 'NEC Creuse 2028' }];
const WRITTEN = 'Note &amp; &lt;suite&gt;';

describe('patchDocxTitle', () => {
  const patched = patchDocxTitle(NOTE, CHANGES);

  it('changes the title of the file, the head and the feet of the pages', () => {
    expect(partOf(patched, 'docProps/core.xml')).toBe(partOf(NOTE, 'docProps/core.xml').replace('>Note<', `>${WRITTEN}<`));
    expect(partOf(patched, 'word/header1.xml')).toBe(partOf(NOTE, 'word/header1.xml').replace('>Note<', `>${WRITTEN}<`));
    for (const name of ['word/footer1.xml', 'word/footer2.xml']) {
      expect(partOf(patched, name)).toBe(partOf(NOTE, name).replace('Creuse 2027', 'Creuse 2028'));
    }
    expect(partOf(patched, 'word/document.xml')).toBe(partOf(NOTE, 'word/document.xml'));
    expect(readDocx(patched)).toEqual(readDocx(NOTE));
  });

  it('can go back, to the byte', () => {
    const back = patchDocxTitle(patched, CHANGES.map(({ from, to }) => ({ from: to, to: from })));
    expect(back).toEqual(NOTE);
  });

  it.each<[string, Uint8Array]>([
    ['other words', withParts(NOTE, { 'word/header1.xml': (xml) => xml.replace('>Note<', '>Note de nous<') })],
    ['words in the margin of theirs', withParts(NOTE, { 'word/header1.xml': (xml) => xml.replace('>Note</w:t>', '>Note</w:t><w:tab/><w:t>2</w:t>') })],
    ['a change under review', withParts(NOTE, { 'word/header1.xml': (xml) => xml.replace('<w:r>', '<w:ins w:id="1"/><w:r>') })],
    ['no head', withParts(NOTE, { 'word/header1.xml': () => undefined })],
    ['a head that does not parse', withParts(NOTE, { 'word/header1.xml': () => '<w:hdr>' })],
  ])('leaves alone what a person made of the head: %s', (_, bytes) => {
    const changed = patchDocxTitle(bytes, CHANGES);
    expect(partOf(changed, 'word/header1.xml')).toBe(partOf(bytes, 'word/header1.xml'));
    expect(partOf(changed, 'docProps/core.xml')).toContain(WRITTEN);
  });

  it.each<[string, readonly { readonly from: string; readonly to: string }[]]>([
    ['no change', []], ['words that are not there', [{ from: 'Autre', to: 'x' }]], ['no words', [{ from: '', to: 'x' }]],
  ])('gives the same bytes for %s', (_, changes) => expect(patchDocxTitle(NOTE, changes)).toBe(NOTE));
});
