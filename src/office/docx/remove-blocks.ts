import { eachNode, sourceOf, type Splice, type XmlNode } from '../xml-node.ts';
import type { OpenDocx } from './open-docx.ts';
import type { PlacedBlock } from './placed-block.ts';

/** Ends of bookmarks and of ranges that may be edited: they may stand between paragraphs and between rows. */
const MARKS = /^w:(bookmark|perm)(Start|End)$/;

function removal(xml: string, node: XmlNode): Splice {
  const marks: string[] = [];
  eachNode(node, (mark) => {
    if (MARKS.test(mark.name)) marks.push(sourceOf(xml, mark));
  });
  return { start: node.start, end: node.end, text: marks.join('') };
}

/** What stands in the body before a table is a paragraph: the one that we put after the table is not needed then. */
function followsParagraph({ body }: OpenDocx, table: XmlNode): boolean {
  const content = body.children.filter(({ name }) => /^w:(p|tbl|sdt)$/.test(name));
  return content[content.indexOf(table) - 1]?.name === 'w:p';
}

/**
 * Takes blocks out, but leaves the marks of bookmarks where they stood. A table whose last row goes, goes with the
 * paragraph that we put after it, unless rows are put into it (`filled`).
 */
export function removeBlocks(
  file: OpenDocx, blocks: readonly PlacedBlock[], removed: ReadonlySet<number>, filled: ReadonlySet<XmlNode>,
): readonly Splice[] {
  const rowsLeft = new Set(blocks.flatMap(({ table }, rank) => (table && !removed.has(rank) ? [table] : [])));
  const gone = new Set<XmlNode>();
  return [...removed].flatMap((rank) => {
    const { node, table } = blocks[rank] ?? {};
    if (!node) return [];
    if (!table || rowsLeft.has(table) || filled.has(table)) return [removal(file.xml, node)];
    if (gone.has(table)) return [];
    gone.add(table);
    const last = blocks.findLastIndex((block) => block.table === table);
    const space = blocks[last + 1];
    const isSpare = space?.isAfterTable && followsParagraph(file, table);
    return [removal(file.xml, table), ...(isSpare ? [removal(file.xml, space.node)] : [])];
  });
}
