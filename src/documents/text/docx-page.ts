import { PAGE, W } from '../../shared/docx/page.ts';
import { field } from '../../shared/docx/runs.ts';
import { compactXml, escapeXml, XML_HEADER } from '../../shared/xml.ts';

/** Section properties in the order of CT_SectPr (ECMA-376 part 1, 17.6.17). The first page has a title, no header. */
export const SECTION = compactXml(`
  <w:sectPr>
    <w:headerReference w:type="default" r:id="rId5"/>
    <w:footerReference w:type="default" r:id="rId6"/>
    <w:footerReference w:type="first" r:id="rId7"/>
    <w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/>
    <w:pgMar w:top="${PAGE.margin}" w:right="${PAGE.margin}" w:bottom="${PAGE.margin}" w:left="${PAGE.margin}"
      w:header="${PAGE.edge}" w:footer="${PAGE.edge}" w:gutter="0"/>
    <w:titlePg/>
  </w:sectPr>`);

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

export function writeHeader(title: string): string {
  return `${XML_HEADER}<w:hdr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${run(title)}</w:p></w:hdr>`;
}

/** What the document is on the left, « Page 2 / 5 » on the right. */
export function writeFooter(text: string): string {
  const pages = `${run('Page ')}${field('PAGE', run('1'))}${run(' / ')}${field('NUMPAGES', run('1'))}`;
  const words = `${run(text)}<w:r><w:tab/></w:r>${pages}`;
  return `${XML_HEADER}<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${words}</w:p></w:ftr>`;
}
