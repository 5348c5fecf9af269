import type { OfficePackage } from '../package.ts';
import { childOf, parseXml, splice, type Splice, type XmlNode } from '../xml-node.ts';
import { relationsPart } from '../relations.ts';
import type { Workbook } from './workbook.ts';
import { placeInWorkbook } from './workbook-order.ts';
import { isOn } from './worksheet.ts';

/** Parts of a package to write, and parts to take out. */
export interface PartChanges {
  readonly parts: Readonly<Record<string, string>>;
  readonly removed: readonly string[];
}

/**
 * Makes every program calculate the workbook again when it opens it, and takes out the list of the cells to calculate
 * (`calcChain.xml`), which Excel makes anew and which would name cells that hold no formula any more. Undefined when a
 * part cannot be read.
 */
export function askForCalculation({ parts, part, relations }: Workbook): PartChanges | undefined {
  const workbook = changed(parts, part, calculateOnLoad);
  const chains = relations.filter(({ type }) => type === 'calcChain');
  if (!workbook || chains.length === 0) return workbook && { parts: workbook, removed: [] };
  const targets = chains.map(({ target }) => target);
  const links = changed(parts, relationsPart(part), () => chains.map(({ start, end }) => ({ start, end, text: '' })));
  const types = changed(parts, '[Content_Types].xml', (_, root) => root.children
    .filter(({ name, attributes }) => name === 'Override' && targets.includes((attributes['PartName'] ?? '').replace(/^\//, '')))
    .map(({ start, end }) => ({ start, end, text: '' })));
  return links && types && { parts: { ...workbook, ...links, ...types }, removed: targets };
}

/** The part with its changes, by its name; nothing when there are none. */
function changed(
  parts: OfficePackage, name: string, changesOf: (xml: string, root: XmlNode) => readonly Splice[],
): Readonly<Record<string, string>> | undefined {
  const xml = parts.text(name);
  const root = xml === undefined ? undefined : parseXml(xml);
  if (xml === undefined || !root) return undefined;
  const changes = changesOf(xml, root);
  const text = splice(xml, changes);
  return changes.length === 0 ? {} : text === undefined ? undefined : { [name]: text };
}

function calculateOnLoad(xml: string, workbook: XmlNode): readonly Splice[] {
  const settings = childOf(workbook, 'calcPr');
  if (!settings) {
    const at = placeInWorkbook(workbook, 'calcPr');
    return [{ start: at, end: at, text: '<calcPr fullCalcOnLoad="1"/>' }];
  }
  if (isOn(settings.attributes['fullCalcOnLoad'])) return [];
  const tag = xml.slice(settings.start, settings.inner).replace(/\s+fullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return [{ start: settings.start, end: settings.inner, text: tag.replace('<calcPr', '<calcPr fullCalcOnLoad="1"') }];
}
