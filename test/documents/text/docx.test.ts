import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { parseBlocks } from '../../../src/documents/text/blocks.ts';
import { toDocx } from '../../../src/documents/text/docx.ts';
import type { Block } from '../../../src/model.ts';

const META = { title: 'Note de cadrage', footer: 'NEC Creuse 2027' };
const SAMPLE = [
  '# Note', 'Le **12 mars** à [Guéret](https://a.fr/?a=1&b="2"), *sans* faute.', '1. a\n2. b\n   - c\n3. d', 'e',
  '1. f', '- [ ] g', '> h',
  ':::info\ni\n\nj\n:::', ':::warning\nk\n:::', '| l | m |\n| --- | --- |\n| n | o |', '---', '## p', '### q',
].join('\n\n');

const parts = (blocks: readonly Block[], meta = META): Readonly<Record<string, string>> => Object.fromEntries(
  Object.entries(unzipSync(toDocx({ blocks }, meta))).map(([path, bytes]) => [path, strFromU8(bytes)]),
);
const partOf = (blocks: readonly Block[], name: string): string => parts(blocks)[`word/${name}.xml`] ?? '';
const body = (markdown: string): string => (
  /<w:body>(.*)<w:sectPr>/s.exec(partOf(parseBlocks(markdown), 'document'))?.[1] ?? ''
);
/** Which lists the paragraphs belong to, in order. */
const lists = (markdown: string): readonly number[] => (
  Array.from(body(markdown).matchAll(/numId w:val="(\d+)"/g), (match) => Number(match[1]))
);
const run = (text: string, look = ''): string => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const BOLD = '<w:rPr><w:b/><w:bCs/></w:rPr>';
const ITALIC = '<w:rPr><w:i/><w:iCs/></w:rPr>';
const paragraph = (text: string): Block => ({ id: 'p', kind: 'paragraph', cells: [[{ text }]], values: [], depth: 0 });

/** Children in the order of the schema (ECMA-376 part 1, annex A), for the elements that we write. */
const ORDER: Readonly<Record<string, string>> = {
  'w:pPr': 'pStyle keepNext keepLines numPr pBdr shd tabs bidi spacing ind contextualSpacing jc outlineLvl rPr',
  'w:rPr': 'rStyle rFonts b bCs i iCs color sz szCs u lang',
  'w:pBdr': 'top left bottom right between',
  'w:numPr': 'ilvl numId',
  'w:tblPr': 'tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook',
  'w:tblBorders': 'top left bottom right insideH insideV',
  'w:tblCellMar': 'top left bottom right',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'trPr tc',
  'w:tc': 'tcPr p',
  'w:tcPr': 'tcW gridSpan tcBorders shd',
  'w:sectPr': 'headerReference footerReference pgSz pgMar cols titlePg',
  'w:style': 'name basedOn next link uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr',
  'w:lvl': 'start numFmt pStyle suff lvlText lvlJc pPr rPr',
  'w:numbering': 'abstractNum num',
  'w:settings': 'zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator',
  'w:font': 'altName panose1 charset family pitch',
  'w:p': 'pPr r',
  'w:r': 'rPr t br tab fldChar instrText',
};

/** Every fault of one part: tags that do not close, children out of order or unknown to {@link ORDER}. */
function faults(xml: string): readonly string[] {
  const found: string[] = [];
  const open: { readonly name: string; rank: number }[] = [];
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (closing) {
      if (open.pop()?.name !== name) found.push(`</${name}>`);
      continue;
    }
    const parent = open.at(-1);
    const order = parent && ORDER[parent.name]?.split(' ');
    if (parent && order) {
      const rank = order.indexOf(name.replace('w:', ''));
      if (rank === -1 || (parent.name !== 'w:r' && rank < parent.rank)) found.push(`${parent.name} > ${name}`);
      parent.rank = Math.max(parent.rank, rank);
    }
    if (!empty) open.push({ name, rank: 0 });
  }
  return [...found, ...open.map(({ name }) => `<${name}>`)];
}

describe('toDocx', () => {
  it('writes every part well formed and in the order of the schema', () => {
    for (const [path, xml] of Object.entries(parts(parseBlocks(SAMPLE)))) {
      expect([path, faults(xml)]).toEqual([path, []]);
    }
  });

  it('has a judge that sees faults', () => {
    expect(faults('<w:p><w:pPr><w:jc/><w:spacing/></w:pPr></w:p>')).toEqual(['w:pPr > w:spacing']);
    expect(faults('<w:p><w:r>')).toEqual(['<w:p>', '<w:r>']);
    expect(faults('<w:p></w:r>')).toEqual(['</w:r>']);
  });

  it('starts with the content types, and names every part there', () => {
    const names = Object.keys(parts([]));
    expect(names[0]).toBe('[Content_Types].xml');
    const types = parts([])['[Content_Types].xml'] ?? '';
    for (const name of names.filter((one) => one.endsWith('.xml')).slice(1)) {
      expect(types).toContain(`PartName="/${name}"`);
    }
  });

  it.each([
    ['a paragraph', 'Le **12 mars**, *ici*', '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
      + `${run('Le ')}${run('12 mars', BOLD)}${run(', ')}${run('ici', ITALIC)}</w:p>`],
    ['an item', '- [ ] a', '<w:p><w:pPr><w:pStyle w:val="CheckList"/>'
      + `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>${run('a')}</w:p>`],
    ['a line break', 'a\\\nb', '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
      + '<w:r><w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t></w:r></w:p>'],
    ['nothing', '', '<w:p/>'],
  ])('writes %s', (_, markdown, expected) => {
    expect(body(markdown)).toBe(expected);
  });

  it('links by a field, whose address cannot leave its quotes', () => {
    const blocks = [{ ...paragraph(''), cells: [[{ text: 'a', link: 'https://a.fr/"\\b&c' }]] }];
    const xml = partOf(blocks, 'document');
    expect(xml).toContain('<w:instrText xml:space="preserve"> HYPERLINK "https://a.fr/%22%5Cb&amp;c" </w:instrText>');
    expect(Array.from(xml.matchAll(/fldCharType="(\w+)"/g), (match) => match[1])).toEqual(['begin', 'separate', 'end']);
  });

  it('starts each numbered list again, and goes on after nested items', () => {
    expect(lists('1. a\n   - b\n2. c\n\nd\n\n1. e')).toEqual([101, 1, 101, 102]);
    const numbering = partOf(parseBlocks('1. a\n\nb\n\n1. c'), 'numbering');
    expect(numbering.match(/<w:num w:numId="10\d">/g)).toHaveLength(2);
  });

  it('says « À savoir » once per box', () => {
    expect(lists(':::info\na\n\nb\n:::\n\nc\n\n:::info\nd\n:::')).toEqual([3, 0, 3]);
  });

  it('repeats header rows and keeps tables apart', () => {
    const xml = body('| a |\n| --- |\n| b |\n\n| c |\n| --- |');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml).not.toContain('</w:tbl><w:tbl>');
    expect(xml.endsWith('</w:p>')).toBe(true);
  });

  it('survives hostile words', () => {
    const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
    const marks = [']]>', '&amp;', '<w:p>', '"', '</w:t></w:r></w:p>'];
    for (const text of [...marks, '🎉', 'שלום עולם', 'é'.repeat(5000), `a${controls}b`, '\uFFFE\uD800']) {
      const files = parts([paragraph(text), { ...paragraph(text), kind: 'header-row' }], { title: text, footer: text });
      for (const [path, xml] of Object.entries(files)) {
        expect([path, faults(xml)]).toEqual([path, []]);
        expect(xml).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/);
      }
    }
  });

  it('writes all the words, whatever they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const xml = partOf([paragraph(text)], 'document');
      const words = Array.from(xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g), (match) => match[1]).join('\n');
      const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
      expect(words.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')).toBe(text);
    }), { numRuns: 100 });
  });
});

describe('the same blocks', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('give the same bytes, in every time zone', () => {
    const write = (timeZone: string): { readonly offset: number; readonly bytes: Uint8Array } => {
      process.env['TZ'] = timeZone;
      return { offset: new Date(2000, 0, 1).getTimezoneOffset(), bytes: toDocx({ blocks: parseBlocks(SAMPLE) }, META) };
    };
    const [utc, reunion, cayenne] = ['UTC', 'Indian/Reunion', 'America/Cayenne'].map(write);
    expect([utc?.offset, reunion?.offset, cayenne?.offset]).toEqual([0, -240, 180]);
    expect(reunion?.bytes).toEqual(utc?.bytes);
    expect(cayenne?.bytes).toEqual(utc?.bytes);
  });
});

describe('large print', () => {
  const styles = (largePrint: boolean): string => {
    const files = unzipSync(toDocx({ blocks: parseBlocks(SAMPLE) }, { ...META, largePrint }));
    return strFromU8(files['word/styles.xml'] ?? new Uint8Array());
  };
  const halfPoints = (xml: string): readonly number[] => Array.from(xml.matchAll(/<w:sz w:val="([\d.]+)"/g), ([, value]) => Number(value));

  it('has a body of 16 points instead of 10.5, and titles and tables grow with it, the heads and feet of pages do not', () => {
    expect(styles(false)).toContain('w:cs="Arial"/><w:sz w:val="21"/>');
    expect(styles(true)).toContain('w:cs="Arial"/><w:sz w:val="32"/>');
    expect(halfPoints(styles(true))).toEqual(halfPoints(styles(false)).map((value) => (value === 17 ? value : value + 11)));
  });

  it('changes nothing else: without it the file is what it was', () => {
    expect(styles(true).replace(/w:val="\d+"/g, '')).toBe(styles(false).replace(/w:val="\d+"/g, ''));
    expect(toDocx({ blocks: parseBlocks(SAMPLE) }, { ...META, largePrint: false })).toEqual(toDocx({ blocks: parseBlocks(SAMPLE) }, META));
  });
});
