import type { BlockKind, FoundBlock, LockReason } from '../../model.ts';
import { isListed } from '../../shared/block-kinds.ts';
import { childOf, hasNode, type XmlNode } from '../xml-node.ts';
import { kindOfList, listPlace, NO_LIST_ID } from './numbering.ts';
import type { OpenDocx } from './open-docx.ts';
import { isAfterTable, kindOfStyle, styleChain } from './styles.ts';
import { isOn, isTracked, valueOf } from './word-names.ts';
import { LOCK_REASONS, wordsReader, type Words, type WordsReader } from './words.ts';

export interface Paragraph {
  readonly node: XmlNode;
  readonly words: Words;
}

/** A block and where it stands in the main part. */
export interface PlacedBlock {
  readonly found: FoundBlock;
  /** `w:p`, or `w:tr`. */
  readonly node: XmlNode;
  /** The table of a row. */
  readonly table: XmlNode | undefined;
  /** The paragraphs of each cell. */
  readonly cells: readonly (readonly Paragraph[])[];
  /** Where a paragraph that comes after it goes: behind it, its table, or what wraps it. */
  readonly behind: number;
  /** The small empty paragraph that we put after each table. */
  readonly isAfterTable: boolean;
}

/** What a paragraph of the body is, by its style, else by its list. */
export function kindOf({ styles, numbering }: OpenDocx, properties: XmlNode | undefined): { kind: BlockKind; depth: number } {
  const chain = styleChain(styles, valueOf(properties, 'w:pStyle'));
  const place = listPlace(properties, chain);
  const isInList = place !== undefined && place.list !== NO_LIST_ID;
  const byStyle = kindOfStyle(chain);
  const byList = isInList ? kindOfList(numbering?.root, place) : undefined;
  const usual = byStyle === undefined || byStyle === 'paragraph' ? byList ?? 'paragraph' : byStyle;
  const kind = isListed(usual) && !isInList ? 'paragraph' : usual;
  return { kind, depth: isListed(kind) ? place?.level ?? 0 : 0 };
}

/** A section ends or a page starts at this paragraph: it holds more than words. */
function breaksPage(properties: XmlNode | undefined): boolean {
  return childOf(properties, 'w:sectPr') !== undefined || isOn(properties, 'w:pageBreakBefore');
}

/** The paragraphs that a body cannot do without: two tables that touch become one, and the last thing is a paragraph. */
function neededParagraphs(siblings: readonly XmlNode[]): ReadonlySet<XmlNode> {
  const content = siblings.filter(({ name }) => name === 'w:p' || name === 'w:tbl' || name === 'w:sdt');
  return new Set(content.filter((_, rank) => {
    const [before, after] = [content[rank - 1], content[rank + 1]];
    return after ? after.name === 'w:tbl' && before?.name === 'w:tbl' : before?.name !== 'w:p';
  }));
}

/** The most serious reason of a row that is locked as a whole. */
function lockOf(paragraphs: readonly Paragraph[], isChanged: boolean, isComplex: boolean): LockReason | undefined {
  const reasons = new Set(paragraphs.map(({ words }) => words.locked));
  if (isChanged) reasons.add('tracked-changes');
  if (isComplex) reasons.add('object');
  return LOCK_REASONS.find((reason) => reasons.has(reason));
}

/** Offsets in the words of a cell, whose paragraphs are joined by line breaks. */
function fixedIn(paragraphs: readonly Paragraph[]): readonly number[] {
  let start = 0;
  return paragraphs.flatMap(({ words }, rank) => {
    const places = words.fixed.map((place) => start + place);
    start += words.text.length + 1;
    return rank === paragraphs.length - 1 ? places : [...places, start - 0.5];
  });
}

function found(
  kind: BlockKind | 'other', depth: number, cells: readonly (readonly Paragraph[])[],
  locked: LockReason | undefined, isHeld: boolean,
): FoundBlock {
  const fixed = cells.map(fixedIn);
  const hasObject = cells.flat().some(({ words }) => words.fixed.length > 0);
  return {
    kind, depth, cells: cells.map((cell) => cell.map(({ words }) => words.text).join('\n')),
    ...(locked && { locked }), pinned: isHeld || hasObject || locked !== undefined,
    ...(fixed.some((places) => places.length > 0) && { fixed }),
  };
}

/** Cells that span others, tables in tables, rows that a program repeats. */
function isComplexRow(row: XmlNode): boolean {
  const direct = row.children.flatMap((child) => (child.name === 'w:tc' ? child.children : []));
  return row.children.some(({ name }) => name === 'w:sdt' || name === 'w:customXml')
    || direct.some(({ name }) => name === 'w:tbl' || name === 'w:sdt' || name === 'w:customXml')
    || hasNode(row, ({ name, attributes }) => /^w:(vMerge|hMerge|gridBefore|gridAfter)$/.test(name)
      || (name === 'w:gridSpan' && attributes['w:val'] !== '1'));
}

/** All elements of a name that do not stand inside another of that name, nor inside a picture. */
export function outermost(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) => {
    if (child.name === name) return [child];
    return /^w:(tbl|tr|tc|sdt|sdtContent|customXml)$/.test(child.name) ? outermost(child, name) : [];
  });
}

function placeRow(row: XmlNode, table: XmlNode, behind: number, reader: WordsReader): PlacedBlock {
  const cells = outermost(row, 'w:tc').map((cell) => outermost(cell, 'w:p').map((node) => ({ node, words: reader.read(node) })));
  const properties = childOf(row, 'w:trPr');
  const isChanged = hasNode(row, ({ name }) => isTracked(name));
  const kind = isOn(properties, 'w:tblHeader') ? 'header-row' : 'row';
  const locked = lockOf(cells.flat(), isChanged, isComplexRow(row));
  return { found: found(kind, 0, cells, locked, false), node: row, table, cells, behind, isAfterTable: false };
}

/** The blocks of the main part, in order. */
export function readBlocks(file: OpenDocx): readonly PlacedBlock[] {
  const reader = wordsReader(file.xml);

  function placeParagraph(node: XmlNode, isNeeded: boolean, isWrapped: boolean): PlacedBlock {
    const properties = childOf(node, 'w:pPr');
    const words = reader.read(node);
    const { kind, depth } = kindOf(file, properties);
    const isSpace = words.text === '' && isAfterTable(styleChain(file.styles, valueOf(properties, 'w:pStyle')));
    const isOther = isSpace || words.isContents;
    const held = isOther || isWrapped || breaksPage(properties) || isNeeded;
    const cells = [[{ node, words }]];
    return {
      found: found(isOther ? 'other' : kind, isOther ? 0 : depth, cells, words.locked ?? (isWrapped ? 'object' : undefined), held),
      node, table: undefined, cells, behind: node.end, isAfterTable: isSpace,
    };
  }

  function visit(siblings: readonly XmlNode[], isWrapped: boolean): readonly PlacedBlock[] {
    const needed = neededParagraphs(siblings);
    return siblings.flatMap((node): readonly PlacedBlock[] => {
      switch (node.name) {
        case 'w:p': return [placeParagraph(node, needed.has(node), isWrapped)];
        case 'w:tbl': return outermost(node, 'w:tr').map((row) => placeRow(row, node, node.end, reader));
        case 'w:sdt': case 'w:customXml': return wrapped(node);
        default: {
          reader.pass(node);
          return [];
        }
      }
    });
  }

  function wrapped(node: XmlNode): readonly PlacedBlock[] {
    const content = node.name === 'w:sdt' ? childOf(node, 'w:sdtContent') : node;
    const isContents = childOf(childOf(node, 'w:sdtPr'), 'w:docPartObj') !== undefined;
    return visit(content?.children ?? [], true).map((block, rank, all) => ({
      ...block,
      found: { ...block.found, ...(isContents && { kind: 'other' as const, depth: 0, locked: 'object' as const }), pinned: true },
      behind: isContents || rank === all.length - 1 ? node.end : block.behind,
    }));
  }

  return visit(file.body.children, false);
}
