import { ACCENT, ALERT, BOX_INDENT, LISTS, numberedList } from '../../shared/docx/kinds.ts';
import { LEVELS, listUse } from '../../shared/docx/list-use.ts';
import { W } from '../../shared/docx/page.ts';
import { compactXml, XML_HEADER } from '../../shared/xml.ts';

const HANGING = 340;
const indent = (level: number): string => (
  `<w:pPr><w:ind w:left="${HANGING * (level + 1)}" w:hanging="${HANGING}"/></w:pPr>`
);

/** `nsid` tells Word which lists are the same when people copy between files. */
const open = (id: number, type: string): string => (
  `<w:abstractNum w:abstractNumId="${id}"><w:nsid w:val="4E45430${id}"/><w:multiLevelType w:val="${type}"/>`
);

interface Level {
  readonly format: string;
  readonly text: string;
  readonly looks: string;
}

/** A list of nine levels; only the first is tied to a paragraph style. */
function definition(id: number, style: string, level: (depth: number) => Level): string {
  const levels = LEVELS.map((depth) => {
    const { format, text, looks } = level(depth);
    const tied = depth === 0 ? `<w:pStyle w:val="${style}"/>` : '';
    return `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${tied}
      <w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>${indent(depth)}<w:rPr>${looks}</w:rPr></w:lvl>`;
  });
  return `${open(id, 'hybridMultilevel')}${levels.join('')}</w:abstractNum>`;
}

/** The word of a box is a list mark, so that the words of the paragraph stay those of the plan. */
function label(id: number, style: string, word: string, color: string): string {
  return `${open(id, 'singleLevel')}
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:pStyle w:val="${style}"/>
      <w:suff w:val="space"/>
      <w:lvlText w:val="${word}\u00a0:"/><w:lvlJc w:val="left"/>
      <w:pPr><w:ind w:left="${BOX_INDENT}" w:firstLine="0"/></w:pPr>
      <w:rPr><w:b/><w:bCs/><w:color w:val="${color}"/></w:rPr></w:lvl></w:abstractNum>`;
}

const font = (name: string): string => (
  `<w:rFonts w:hint="default" w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}"/>`
);
const tint = `<w:color w:val="${ACCENT}"/>`;

const DEFINITIONS = [
  definition(LISTS.bullet, 'ListBullet', (depth) => ({
    format: 'bullet', text: depth % 2 === 0 ? '•' : '–', looks: font('Arial') + tint,
  })),
  definition(LISTS.check, 'CheckList', () => ({
    format: 'bullet', text: '☐', looks: font('Segoe UI Symbol'),
  })),
  label(LISTS.info, 'InfoBox', 'À savoir', ACCENT),
  label(LISTS.warning, 'WarningBox', 'Attention', ALERT),
  definition(LISTS.decimal, 'ListNumber', (depth) => ({
    format: depth % 2 === 0 ? 'decimal' : 'lowerLetter', text: `%${depth + 1}.`, looks: `<w:b/><w:bCs/>${tint}`,
  })),
].join('');

/** `numbering.xml` for a document with that many numbered lists. */
export function writeNumbering(numberedLists: number): string {
  const usual = Object.values(LISTS).map((id) => listUse(id, id));
  const own = Array.from({ length: numberedLists }, (_, index) => (
    listUse(numberedList(index + 1), LISTS.decimal, { restarts: true })
  ));
  const lists = [...usual, ...own].join('');
  return XML_HEADER + compactXml(`<w:numbering xmlns:w="${W}">${DEFINITIONS}${lists}</w:numbering>`);
}
