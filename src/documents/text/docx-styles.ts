import { ACCENT, ALERT, BOX_INDENT, LISTS, STYLE_NAMES, type StyleId } from '../../shared/docx/kinds.ts';
import { TEXT_WIDTH, W } from '../../shared/docx/page.ts';
import { compactXml, XML_HEADER } from '../../shared/xml.ts';

const GREY = '555555';
const LIGHT_GREY = 'BFBFBF';

interface Style {
  readonly id: StyleId;
  /** Not one of Word's own. */
  readonly custom?: boolean;
  readonly basedOn?: StyleId;
  readonly next?: StyleId;
  readonly paragraph?: string;
  readonly run?: string;
  /** Size of the letters, where it is not that of the body. The heads and feet of pages say theirs in `run`: it never grows. */
  readonly points?: number;
}

const BODY_POINTS = 10.5;
/** Large print: 16 points for the body, and as many more for titles and tables. */
const LARGE_PRINT_MORE = 5.5;

const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const color = (value: string): string => `<w:color w:val="${value}"/>`;
const spacing = (before: number, after: number, line = 276): string => (
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`
);
const indent = (left: number, right: number): string => `<w:ind w:left="${left}" w:right="${right}"/>`;
const list = (id: number): string => `<w:numPr><w:numId w:val="${id}"/></w:numPr>`;
const border = (side: string, value: string, width: number, space: number): string => (
  `<w:${side} w:val="single" w:sz="${width}" w:space="${space}" w:color="${value}"/>`
);
const bar = (...line: Parameters<typeof border>): string => `<w:pBdr>${border(...line)}</w:pBdr>`;
/** Borders of the colour of the tint are its padding: a shade by itself stops at the letters. */
const box = (listId: number, strong: string, tint: string): string => (
  `<w:keepLines/>${list(listId)}<w:pBdr>${border('top', tint, 4, 5)}${border('left', strong, 36, 8)}`
  + `${border('bottom', tint, 4, 5)}${border('right', tint, 4, 4)}</w:pBdr>`
  + `<w:shd w:val="clear" w:color="auto" w:fill="${tint}"/>${spacing(160, 160)}${indent(BOX_INDENT, 113)}`
);
const BOLD = '<w:b/><w:bCs/>';

/** Children of pPr and rPr stand in the order of the schema (CT_PPr, EG_RPrBase): Word refuses any other. */
const PARAGRAPH_STYLES: readonly Style[] = [
  { id: 'BodyText', paragraph: spacing(80, 120) },
  {
    id: 'Title', next: 'BodyText', run: `${BOLD}${color(ACCENT)}`, points: 22,
    paragraph: `<w:keepNext/><w:keepLines/>${bar('bottom', ACCENT, 12, 8)}${spacing(0, 280, 252)}`,
  },
  {
    id: 'Heading1', next: 'BodyText', run: `${BOLD}${color(ACCENT)}`, points: 15,
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(380, 100, 252)}<w:outlineLvl w:val="0"/>`,
  },
  {
    id: 'Heading2', next: 'BodyText', run: BOLD, points: 12,
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(260, 60, 252)}<w:outlineLvl w:val="1"/>`,
  },
  { id: 'ListBullet', paragraph: `${list(LISTS.bullet)}${spacing(0, 80)}` },
  { id: 'ListNumber', paragraph: `${list(LISTS.decimal)}${spacing(0, 80)}` },
  { id: 'CheckList', custom: true, paragraph: `${list(LISTS.check)}${spacing(0, 80)}` },
  {
    id: 'Quote', run: `<w:i/><w:iCs/>${color(GREY)}`,
    paragraph: `${bar('left', LIGHT_GREY, 18, 10)}${spacing(80, 140)}${indent(BOX_INDENT, BOX_INDENT)}`,
  },
  {
    id: 'InfoBox', custom: true, next: 'BodyText',
    paragraph: box(LISTS.info, ACCENT, 'EAF0F8'),
  },
  {
    id: 'WarningBox', custom: true, next: 'BodyText',
    paragraph: box(LISTS.warning, ALERT, 'FDF3E3'),
  },
  { id: 'TableText', custom: true, paragraph: spacing(50, 50, 252), points: 9.5 },
  {
    id: 'TableHeading', custom: true, basedOn: 'TableText',
    paragraph: '<w:keepNext/>', run: `${BOLD}${color('FFFFFF')}`,
  },
  { id: 'AfterTable', custom: true, paragraph: spacing(0, 60, 240), points: 5 },
  {
    id: 'Separator', custom: true,
    paragraph: `${bar('bottom', LIGHT_GREY, 6, 1)}${spacing(0, 240)}`,
  },
  {
    id: 'Header', run: `${color(GREY)}${size(8.5)}`,
    paragraph: `${spacing(0, 0)}<w:jc w:val="right"/>`,
  },
  {
    id: 'Footer', run: `${color(GREY)}${size(8.5)}`,
    paragraph: `${bar('top', LIGHT_GREY, 4, 6)}<w:tabs><w:tab w:val="right" w:pos="${TEXT_WIDTH}"/></w:tabs>`
      + spacing(0, 0),
  },
];

function paragraphStyle({ id, custom, basedOn, next, paragraph, run, points }: Style, more: number): string {
  return `<w:style w:type="paragraph"${custom ? ' w:customStyle="1"' : ''} w:styleId="${id}">`
    + `<w:name w:val="${STYLE_NAMES[id]}"/><w:basedOn w:val="${basedOn ?? 'Normal'}"/>`
    + `${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/>`
    + `<w:pPr>${paragraph ?? ''}</w:pPr><w:rPr>${run ?? ''}${points === undefined ? '' : size(points + more)}</w:rPr></w:style>`;
}

const CELL_BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => border(side, LIGHT_GREY, 4, 0)).join('');

/** `styles.xml`. Arial: on every Windows and macOS; LibreOffice elsewhere takes Liberation Sans, of the same widths. */
export function writeStyles(largePrint: boolean): string {
  const more = largePrint ? LARGE_PRINT_MORE : 0;
  return XML_HEADER + compactXml(`
  <w:styles xmlns:w="${W}">
    <w:docDefaults>
      <w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>${size(BODY_POINTS + more)}
        <w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
      <w:pPrDefault/>
    </w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
      <w:uiPriority w:val="1"/><w:semiHidden/></w:style>
    <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
      <w:uiPriority w:val="99"/><w:semiHidden/>
      <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
        <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
        <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
    <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>
      <w:uiPriority w:val="99"/><w:semiHidden/></w:style>
    ${PARAGRAPH_STYLES.map((style) => paragraphStyle(style, more)).join('')}
    <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
      <w:rPr>${color('0B57A4')}<w:u w:val="single"/></w:rPr></w:style>
    <w:style w:type="table" w:customStyle="1" w:styleId="PlanTable"><w:name w:val="Tableau du dossier"/>
      <w:basedOn w:val="TableNormal"/>
      <w:tblPr><w:tblBorders>${CELL_BORDERS}</w:tblBorders></w:tblPr></w:style>
  </w:styles>`);
}
