import type { BlockKind } from '../../model.ts';

/** One accent, and amber for warnings only: both over 7:1 on white, so that print and weak eyes follow. */
export const ACCENT = '1B3F73';
export const ALERT = '8A4B00';

/** Definitions of `numbering.xml`, by the list they draw. */
export const LISTS = { bullet: 1, check: 2, info: 3, warning: 4, decimal: 5 } as const;

/**
 * Our paragraph styles: id and name in `styles.xml`. Ids change when another program saves the file, names do not;
 * Word shows its own names (those in English) in the language of the reader.
 */
export const STYLE_NAMES = {
  BodyText: 'Body Text',
  Title: 'Title',
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  ListBullet: 'List Bullet',
  ListNumber: 'List Number',
  CheckList: 'Liste à cocher',
  Quote: 'Quote',
  InfoBox: 'Encadré À savoir',
  WarningBox: 'Encadré Attention',
  TableText: 'Texte de tableau',
  TableHeading: 'En-tête de tableau',
  AfterTable: 'Après un tableau',
  Separator: 'Séparateur',
  Header: 'header',
  Footer: 'footer',
} as const;

export type StyleId = keyof typeof STYLE_NAMES;

export interface ParagraphLook {
  readonly style: StyleId;
  readonly list?: keyof typeof LISTS;
}

/** How each kind of block looks in Word: the one table for writing files and for adding paragraphs to people's. */
export const PARAGRAPH_LOOKS: Readonly<Record<BlockKind, ParagraphLook>> = {
  'title': { style: 'Title' },
  'heading': { style: 'Heading1' },
  'subheading': { style: 'Heading2' },
  'paragraph': { style: 'BodyText' },
  'item': { style: 'ListBullet', list: 'bullet' },
  'number': { style: 'ListNumber', list: 'decimal' },
  'check': { style: 'CheckList', list: 'check' },
  'quote': { style: 'Quote' },
  'info': { style: 'InfoBox', list: 'info' },
  'warning': { style: 'WarningBox', list: 'warning' },
  'header-row': { style: 'TableHeading' },
  'row': { style: 'TableText' },
  'rule': { style: 'Separator' },
};

/** The number of `w:num` for the n-th numbered list of a document (from 1): each list counts from 1 again. */
export const numberedList = (rank: number): number => 100 + rank;

/** Left indent of the boxes, in twentieths of a point. */
export const BOX_INDENT = 284;

/** In Word no list at all; then the indent that the list mark gave has to be said again. */
export const NO_LIST = 0;

/** `w:pPr` of one paragraph: children in the order of CT_PPr (ECMA-376 part 1, 17.3.1.26). */
export function paragraphProperties(kind: BlockKind, depth = 0, list?: number): string {
  const { style, list: usual } = PARAGRAPH_LOOKS[kind];
  const number = list ?? (usual && LISTS[usual]);
  const level = Math.min(depth, 8);
  const numbering = number === undefined
    ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`;
  const indent = number === NO_LIST ? `<w:ind w:left="${BOX_INDENT}" w:firstLine="0"/>` : '';
  return `<w:pPr><w:pStyle w:val="${style}"/>${numbering}${indent}</w:pPr>`;
}
