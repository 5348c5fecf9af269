import type { Block, Inline } from '../../model.ts';
import { PARAGRAPH_LOOKS } from '../../shared/docx/kinds.ts';
import { writeRuns } from '../../shared/docx/runs.ts';
import { childOf, sourceOf, type XmlNode } from '../xml-node.ts';
import { withLocalStyles } from './local-styles.ts';
import type { OpenDocx } from './open-docx.ts';
import type { PlacedBlock } from './placed-block.ts';

/** Belongs to one row or cell. */
const OWN = new Set(['w:rPr', 'w:tblHeader', 'w:cnfStyle', 'w:sectPr', 'w:pageBreakBefore', 'w:framePr']);

/** A property element as it stands in a row, without what belongs to that row alone. */
function copied(xml: string, properties: XmlNode | undefined, without: readonly string[] = []): string {
  const kept = (properties?.children ?? []).filter(({ name }) => !OWN.has(name) && !without.includes(name));
  return properties && kept.length > 0
    ? `<${properties.name}>${kept.map((child) => sourceOf(xml, child)).join('')}</${properties.name}>` : '';
}

/** The nearest row of the table that can be copied: of as many cells, no header if there is another. */
function modelFor(blocks: readonly PlacedBlock[], table: XmlNode, block: Block, after: number): PlacedBlock | undefined {
  const alike = blocks.map((placed, rank) => ({ placed, rank })).filter(({ placed: { found, ...placed } }) => (
    placed.table === table && found.locked === undefined && found.cells.length === block.cells.length
  ));
  return alike.toSorted((a, b) => (
    Number(a.placed.found.kind !== block.kind) - Number(b.placed.found.kind !== block.kind)
    || Math.abs(a.rank - after) - Math.abs(b.rank - after)
  ))[0]?.placed;
}

/** A row of an existing table, drawn as its neighbour; undefined when no row of it has that form. */
export function newRow(
  { xml, styles }: OpenDocx, blocks: readonly PlacedBlock[], table: XmlNode, block: Block, after: number,
): string | undefined {
  const model = modelFor(blocks, table, block, after);
  if (!model) return undefined;
  const isAlike = model.found.kind === block.kind;
  const plain = `<w:pPr><w:pStyle w:val="${PARAGRAPH_LOOKS.row.style}"/></w:pPr>`;
  const cell = (node: XmlNode, inlines: readonly Inline[]): string => {
    const look = copied(xml, childOf(node, 'w:tcPr'), isAlike ? [] : ['w:shd']);
    const properties = isAlike ? copied(xml, childOf(childOf(node, 'w:p'), 'w:pPr')) : withLocalStyles(styles, plain);
    return `<w:tc>${look}<w:p>${properties}${withLocalStyles(styles, writeRuns(inlines))}</w:p></w:tc>`;
  };
  const cells = model.node.children.filter(({ name }) => name === 'w:tc');
  return `<w:tr>${copied(xml, childOf(model.node, 'w:tblPrEx'))}${copied(xml, childOf(model.node, 'w:trPr'))}`
    + `${cells.map((node, rank) => cell(node, block.cells[rank] ?? [])).join('')}</w:tr>`;
}
