import { strToU8 } from 'fflate';
import type { TextDocument } from '../../model.ts';
import { R, W } from '../../shared/docx/page.ts';
import { XML_HEADER } from '../../shared/xml.ts';
import { zipFiles } from '../../shared/zip.ts';
import { writeBody } from './docx-body.ts';
import { writeNumbering } from './docx-numbering.ts';
import { SECTION, writeFooter, writeHeader } from './docx-page.ts';
import {
  CONTENT_TYPES, FONT_TABLE, PACKAGE_RELATIONS, PROPERTIES, RELATIONS, SETTINGS, writeCoreProperties,
} from './docx-package.ts';
import { writeStyles } from './docx-styles.ts';

export interface DocxMeta {
  readonly title: string;
  readonly footer: string;
  readonly largePrint?: boolean;
}

/** A text as a Word file (ECMA-376, transitional). Same blocks, same bytes. */
export function toDocx(doc: Pick<TextDocument, 'blocks'>, { title, footer, largePrint = false }: DocxMeta): Uint8Array {
  const { xml, numberedLists } = writeBody(doc.blocks);
  const body = `<w:body>${xml}${SECTION}</w:body>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': PACKAGE_RELATIONS,
    'docProps/core.xml': writeCoreProperties(title),
    'docProps/app.xml': PROPERTIES,
    'word/document.xml': `${XML_HEADER}<w:document xmlns:w="${W}" xmlns:r="${R}">${body}</w:document>`,
    'word/_rels/document.xml.rels': RELATIONS,
    'word/styles.xml': writeStyles(largePrint),
    'word/numbering.xml': writeNumbering(numberedLists),
    'word/settings.xml': SETTINGS,
    'word/fontTable.xml': FONT_TABLE,
    'word/header1.xml': writeHeader(title),
    'word/footer1.xml': writeFooter(footer),
    'word/footer2.xml': writeFooter(footer),
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)] as const);
  return zipFiles(Object.fromEntries(files), 1);
}
