import type { LockReason } from '../../model.ts';
import { childOf, hasNode, type XmlNode } from '../xml-node.ts';
import { foundBlock, type Paragraph, type PlacedBlock } from './placed-block.ts';
import { isOn, isTracked } from './word-names.ts';
import { LOCK_REASONS, type WordsReader } from './words.ts';

/** What tables are made of, and what may wrap their parts. */
const TABLE_PARTS = /^w:(tbl|tr|tc|sdt|sdtContent|customXml)$/;

/** All elements of a name that do not stand inside another of that name, nor inside a picture. */
export function outermost(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) => {
    if (child.name === name) return [child];
    return TABLE_PARTS.test(child.name) ? outermost(child, name) : [];
  });
}

/** Cells that span others, tables in tables, controls around rows and cells. */
function isComplex(row: XmlNode): boolean {
  const isWrapper = ({ name }: XmlNode): boolean => name === 'w:sdt' || name === 'w:customXml';
  const inCells = row.children.flatMap((child) => (child.name === 'w:tc' ? child.children : []));
  return row.children.some(isWrapper) || inCells.some((node) => node.name === 'w:tbl' || isWrapper(node))
    || hasNode(row, ({ name, attributes }) => /^w:(vMerge|hMerge|gridBefore|gridAfter)$/.test(name)
      || (name === 'w:gridSpan' && attributes['w:val'] !== '1'));
}

/** A row is locked as a whole, for the most serious reason in it. */
function lockOf(row: XmlNode, paragraphs: readonly Paragraph[]): LockReason | undefined {
  const reasons = new Set(paragraphs.map(({ words }) => words.locked));
  if (hasNode(row, ({ name }) => isTracked(name))) reasons.add('tracked-changes');
  if (isComplex(row)) reasons.add('object');
  return LOCK_REASONS.find((reason) => reasons.has(reason));
}

export function readRow(row: XmlNode, table: XmlNode, reader: WordsReader): PlacedBlock {
  const cells = outermost(row, 'w:tc')
    .map((cell) => outermost(cell, 'w:p').map((node) => ({ node, words: reader.read(node) })));
  const kind = isOn(childOf(row, 'w:trPr'), 'w:tblHeader') ? 'header-row' : 'row';
  const found = foundBlock({ kind, depth: 0 }, cells, lockOf(row, cells.flat()), false);
  return { found, node: row, table, cells, behind: table.end, isAfterTable: false };
}
