import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseBlocks } from '../../src/documents/text/blocks.ts';
import { toDocx } from '../../src/documents/text/docx.ts';

const META = { title: 'Note', footer: 'NEC Creuse 2027' };

/** A file as the tool writes it. */
export const docxOf = (markdown: string): Uint8Array => toDocx({ blocks: parseBlocks(markdown) }, META);

export function partOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

/** The file with parts changed as text, added (from an empty text) or taken out (`undefined`). */
export function withParts(
  bytes: Uint8Array, changes: Readonly<Record<string, (xml: string) => string | undefined>>,
): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  for (const [name, change] of Object.entries(changes)) {
    const text = change(parts.get(name) ?? '');
    if (text === undefined) parts.delete(name);
    else parts.set(name, text);
  }
  return zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)])), { level: 0 });
}

/** The content of `w:body` before its section properties. */
export function bodyOf(bytes: Uint8Array): string {
  return /<w:body>(.*)<w:sectPr(?!.*<w:sectPr)/s.exec(partOf(bytes, 'word/document.xml'))?.[1] ?? '';
}

/** A file of ours with another body. */
export function withBody(body: string, bytes: Uint8Array = docxOf('')): Uint8Array {
  return withParts(bytes, {
    'word/document.xml': (xml) => xml.replace(/<w:body>.*(?=<w:sectPr)/s, () => `<w:body>${body}`),
  });
}

export const run = (text: string, look = ''): string => `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, style = 'BodyText'): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;
export const row = (...cells: readonly string[]): string => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('')}</w:tr>`;
export const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
