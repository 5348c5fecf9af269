import { childOf, type XmlNode } from '../xml-node.ts';
import type { OpenDocx } from './open-docx.ts';
import { paragraphKind } from './paragraph-kind.ts';
import { foundBlock, type PlacedBlock } from './placed-block.ts';
import { outermost, readRow } from './read-row.ts';
import { isAfterTable, styleChain } from './styles.ts';
import { isOn, valueOf } from './word-names.ts';
import { wordsReader, type WordsReader } from './words.ts';

/** Where a paragraph stands. */
interface Surroundings {
  /** The body cannot do without it. */
  readonly isNeeded: boolean;
  /** In a control, which decides itself what may be in it. */
  readonly isWrapped: boolean;
}

/** A section ends or a page starts at this paragraph: it holds more than words. */
function breaksPage(properties: XmlNode | undefined): boolean {
  return childOf(properties, 'w:sectPr') !== undefined || isOn(properties, 'w:pageBreakBefore');
}

function readParagraph(
  file: OpenDocx, reader: WordsReader, node: XmlNode, { isNeeded, isWrapped }: Surroundings,
): PlacedBlock {
  const properties = childOf(node, 'w:pPr');
  const words = reader.read(node);
  const isEmpty = words.text === '' && words.fixed.length === 0 && !words.locked && !breaksPage(properties);
  const isSpace = isEmpty && isAfterTable(styleChain(file.styles, valueOf(properties, 'w:pStyle')));
  const isOther = isSpace || words.isContents;
  const what = isOther ? { kind: 'other' as const, depth: 0 } : paragraphKind(file, properties);
  const isHeld = isOther || isWrapped || isNeeded || breaksPage(properties);
  const cells = [[{ node, words }]];
  return {
    found: foundBlock(what, cells, words.locked ?? (isWrapped ? 'object' : undefined), isHeld),
    node, table: undefined, cells, behind: node.end, isAfterTable: isSpace,
  };
}

/** What a body cannot do without: two tables that touch become one, and the last thing in it is a paragraph. */
function neededParagraphs(siblings: readonly XmlNode[]): ReadonlySet<XmlNode> {
  const content = siblings.filter(({ name }) => name === 'w:p' || name === 'w:tbl' || name === 'w:sdt');
  return new Set(content.filter((_, rank) => {
    const [before, after] = [content[rank - 1], content[rank + 1]];
    return after ? after.name === 'w:tbl' && before?.name === 'w:tbl' : before?.name !== 'w:p';
  }));
}

/** The blocks of the main part, in order. */
export function readBlocks(file: OpenDocx): readonly PlacedBlock[] {
  const reader = wordsReader(file.xml);

  function visit(siblings: readonly XmlNode[], isWrapped: boolean): readonly PlacedBlock[] {
    const needed = neededParagraphs(siblings);
    return siblings.flatMap((node): readonly PlacedBlock[] => {
      switch (node.name) {
        case 'w:p': return [readParagraph(file, reader, node, { isNeeded: needed.has(node), isWrapped })];
        case 'w:tbl': return outermost(node, 'w:tr').map((row) => readRow(row, node, reader));
        case 'w:sdt': case 'w:customXml': return unwrap(node);
        default: reader.pass(node); return [];
      }
    });
  }

  /** A table of contents is known by its gallery; what comes behind a wrapped block comes behind the wrapper. */
  function unwrap(node: XmlNode): readonly PlacedBlock[] {
    const content = node.name === 'w:sdt' ? childOf(node, 'w:sdtContent') : node;
    const isContents = childOf(childOf(node, 'w:sdtPr'), 'w:docPartObj') !== undefined;
    const inside = visit(content?.children ?? [], true);
    return inside.map(({ found, behind, ...block }, rank) => ({
      ...block,
      found: { ...found, ...(isContents && { kind: 'other', depth: 0 }), locked: found.locked ?? 'object', pinned: true },
      behind: isContents || rank === inside.length - 1 ? node.end : behind,
    }));
  }

  return visit(file.body.children, false);
}
