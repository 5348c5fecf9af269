import { childOf, parseXml, sourceOf, splice, type XmlNode } from '../xml-node.ts';
import { placeInWorkbook } from './workbook-order.ts';

/**
 * A `workbook.xml` that has got sheets of ours, with the names that belong to them: the filter, and the rows repeated on each
 * page. Undefined when one of the two cannot be read.
 * @param sheets names of the new tabs
 */
export function borrowNames(xml: string, ours: string, sheets: readonly string[]): string | undefined {
  const [root, source] = [parseXml(xml), parseXml(ours)];
  if (!root || !source) return undefined;
  const names = sheets.flatMap((sheet) => namesOf(source, rankOf(source, sheet)).map((name) =>
    sourceOf(ours, name).replace(/\slocalSheetId="\d+"/, ` localSheetId="${rankOf(root, sheet)}"`)));
  if (names.length === 0) return xml;
  const list = childOf(root, 'definedNames');
  const last = list?.children.at(-1);
  if (last) return splice(xml, [{ start: last.end, end: last.end, text: names.join('') }]);
  const at = placeInWorkbook(root, 'definedNames');
  return splice(xml, [{ start: list?.start ?? at, end: list?.end ?? at, text: `<definedNames>${names.join('')}</definedNames>` }]);
}

/** Sheets are counted from 0 in the order of the tabs, those of charts too. */
const rankOf = (workbook: XmlNode, name: string): number =>
  childOf(workbook, 'sheets')?.children.findIndex(({ attributes }) => attributes['name'] === name) ?? -1;

const namesOf = (workbook: XmlNode, rank: number): readonly XmlNode[] =>
  childOf(workbook, 'definedNames')?.children.filter(({ attributes }) => attributes['localSheetId'] === String(rank)) ?? [];
