import type { XmlNode } from '../xml-node.ts';

/** The order of what a workbook holds, as far as we write into it (ECMA-376 part 1, 18.2.27). */
const ORDER = [
  'fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups',
  'externalReferences', 'definedNames', 'calcPr',
] as const;

/** Where an element goes into a workbook that has none of its name. */
export function placeInWorkbook(workbook: XmlNode, name: (typeof ORDER)[number]): number {
  const before: readonly string[] = ORDER.slice(0, ORDER.indexOf(name));
  return workbook.children.findLast((child) => before.includes(child.name))?.end ?? workbook.inner;
}
