import type { XmlNode } from '../xml-node.ts';

/** Pending changes of a reader's eye, in the words, the look or the rows (ECMA-376 part 1, 17.13.5). */
const TRACKED = new Set([
  'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:moveFromRangeStart', 'w:moveFromRangeEnd', 'w:moveToRangeStart',
  'w:moveToRangeEnd', 'w:rPrChange', 'w:pPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:tblPrExChange', 'w:sectPrChange',
  'w:numberingChange', 'w:cellIns', 'w:cellDel', 'w:cellMerge',
]);

export const isTracked = (name: string): boolean => TRACKED.has(name);
export const isComment = (name: string): boolean => name.startsWith('w:comment');

/** `w:val` of a child. */
export function valueOf(node: XmlNode | undefined, name: string): string | undefined {
  return node?.children.find((child) => child.name === name)?.attributes['w:val'];
}

/** A property that is on by standing there, unless it says that it is off (ST_OnOff, 22.9.2.7). */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const child = node?.children.find((one) => one.name === name);
  return child !== undefined && !/^(0|false|off)$/.test(child.attributes['w:val'] ?? '1');
}
