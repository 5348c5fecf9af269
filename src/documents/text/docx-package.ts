import { R, W } from '../../shared/docx/page.ts';
import { compactXml, escapeXml, XML_HEADER } from '../../shared/xml.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Parts whose relation and content type bear their name. */
const WORD_PARTS = ['styles', 'numbering', 'settings', 'fontTable'] as const;

const part = (path: string, type: string): string => `<Override PartName="${path}" ContentType="${type}"/>`;
const wordPart = (name: string, type: string): string => part(`/word/${name}.xml`, `${WORD_TYPE}.${type}+xml`);
const relation = (id: number, type: string, target: string): string => (
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`
);
const wordRelation = (id: number, type: string, name: string): string => relation(id, `${R}/${type}`, `${name}.xml`);

export const CONTENT_TYPES = XML_HEADER + compactXml(`
  <Types xmlns="${PACKAGE}/content-types">
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Default Extension="xml" ContentType="application/xml"/>
    ${wordPart('document', 'document.main')}
    ${WORD_PARTS.map((name) => wordPart(name, name)).join('')}
    ${wordPart('header1', 'header')}${wordPart('footer1', 'footer')}${wordPart('footer2', 'footer')}
    ${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}
    ${part('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml')}
  </Types>`);

export const PACKAGE_RELATIONS = XML_HEADER + compactXml(`
  <Relationships xmlns="${PACKAGE}/relationships">
    ${relation(1, `${R}/officeDocument`, 'word/document.xml')}
    ${relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')}
    ${relation(3, `${R}/extended-properties`, 'docProps/app.xml')}
  </Relationships>`);

export const RELATIONS = XML_HEADER + compactXml(`
  <Relationships xmlns="${PACKAGE}/relationships">
    ${WORD_PARTS.map((name, index) => wordRelation(index + 1, name, name)).join('')}
    ${wordRelation(5, 'header', 'header1')}
    ${wordRelation(6, 'footer', 'footer1')}${wordRelation(7, 'footer', 'footer2')}
  </Relationships>`);

/** Children in the order of CT_Settings (ECMA-376 part 1, 17.15.1.78). Mode 15: Word 2013 and later. */
export const SETTINGS = XML_HEADER + compactXml(`
  <w:settings xmlns:w="${W}">
    <w:zoom w:percent="100"/>
    <w:defaultTabStop w:val="709"/>
    <w:characterSpacingControl w:val="doNotCompress"/>
    <w:compat>
      <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
    </w:compat>
    <w:themeFontLang w:val="fr-FR"/>
    <w:decimalSymbol w:val=","/>
    <w:listSeparator w:val=";"/>
  </w:settings>`);

export const FONT_TABLE = XML_HEADER + compactXml(`
  <w:fonts xmlns:w="${W}">
    <w:font w:name="Arial"><w:altName w:val="Liberation Sans"/><w:panose1 w:val="020B0604020202020204"/>
      <w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
    <w:font w:name="Segoe UI Symbol"><w:altName w:val="DejaVu Sans"/>
      <w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
  </w:fonts>`);

export const PROPERTIES = XML_HEADER + compactXml(`
  <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
    <Application>nec-local</Application>
  </Properties>`);

/** Title and language, for screen readers and lists of files. The dates are fixed: same blocks, same bytes. */
export function writeCoreProperties(title: string): string {
  const date = (name: string): string => (
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">2000-01-01T12:00:00Z</dcterms:${name}>`
  );
  return XML_HEADER + compactXml(`
    <cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <dc:title>${escapeXml(title)}</dc:title><dc:creator>nec-local</dc:creator><dc:language>fr-FR</dc:language>
      ${date('created')}${date('modified')}
    </cp:coreProperties>`);
}
