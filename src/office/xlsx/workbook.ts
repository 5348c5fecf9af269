import { openPackage, type OfficePackage } from '../package.ts';
import { childOf, parseXml, type XmlNode } from '../xml-node.ts';
import { isTransitional } from './namespaces.ts';
import { parseWorksheet } from './parse-worksheet.ts';
import { readRelations, type Relation } from '../relations.ts';
import { readSharedStrings } from './shared-strings.ts';
import { isOn, type Worksheet } from './worksheet.ts';

/** A worksheet of a workbook. Sheets that only hold a chart are not among them. */
export interface Tab {
  readonly name: string;
  readonly part: string;
}

/** A person's workbook, opened for reading. */
export interface Workbook {
  readonly parts: OfficePackage;
  /** The name of `workbook.xml` in the package. */
  readonly part: string;
  readonly tabs: readonly Tab[];
  readonly relations: readonly Relation[];
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean;
  /** Undefined when the part is not one that we know. Parsed once. */
  sheet(tab: Tab): Worksheet | undefined;
}

/** Parts that we must not touch, or that stop being true when anything changes. */
const REFUSED_PART = /vbaProject\.bin$|^_xmlsignatures\//i;
const REFUSED_CONTENT = /macroEnabled|ContentType="application\/vnd\.ms-excel\.sheet\.binary/i;

/**
 * Opens a workbook. Undefined: not a workbook, encrypted, damaged, with macros, signed, in the strict form of the
 * format, or with a lock on its structure.
 */
export function openWorkbook(bytes: Uint8Array): Workbook | undefined {
  const opened = openPackage(bytes);
  const parts = opened && { names: opened.names, text: once(opened.text) };
  const types = parts?.text('[Content_Types].xml');
  if (!parts || types === undefined || REFUSED_CONTENT.test(types)) return undefined;
  if (parts.names.some((name) => REFUSED_PART.test(name))) return undefined;
  const [part] = readRelations(parts, '').filter(({ type }) => type === 'officeDocument').map(({ target }) => target);
  const root = part === undefined ? undefined : parseXml(parts.text(part) ?? '');
  if (part === undefined || root?.name !== 'workbook' || !isTransitional(root.attributes) || isLocked(root)) return undefined;
  const relations = readRelations(parts, part);
  const tabs = readTabs(root, relations);
  const strings = readStrings(parts, relations);
  return tabs && strings && {
    parts, part, tabs, relations,
    from1904: isOn(childOf(root, 'workbookPr')?.attributes['date1904']),
    sheet: once((tab: Tab) => parseWorksheet(parts.text(tab.part) ?? '', strings)),
  };
}

function isLocked(workbook: XmlNode): boolean {
  const lock = childOf(workbook, 'workbookProtection')?.attributes ?? {};
  return ['lockStructure', 'lockWindows', 'lockRevision'].some((name) => isOn(lock[name]));
}

/** The worksheets in the order of the tabs. Undefined when a tab leads nowhere or to a sheet of macros. */
function readTabs(workbook: XmlNode, relations: readonly Relation[]): readonly Tab[] | undefined {
  const sheets = (childOf(workbook, 'sheets')?.children ?? []).map(({ attributes }) => {
    // The prefix of `r:id` is the program's choice.
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
    return { name: attributes['name'] ?? '', relation: relations.find((relation) => relation.id === id) };
  });
  if (sheets.some(({ relation }) => !relation || /macro/i.test(relation.type))) return undefined;
  return sheets.flatMap(({ name, relation }) => (relation?.type === 'worksheet' ? [{ name, part: relation.target }] : []));
}

function readStrings(parts: OfficePackage, relations: readonly Relation[]): readonly string[] | undefined {
  const shared = relations.find(({ type }) => type === 'sharedStrings');
  const xml = shared && parts.text(shared.target);
  return xml === undefined ? [] : readSharedStrings(xml);
}

/** The same function, which works out each answer once. */
function once<From, To>(work: (from: From) => To): (from: From) => To {
  const known = new Map<From, { readonly answer: To }>();
  return (from) => {
    const found = known.get(from) ?? { answer: work(from) };
    known.set(from, found);
    return found.answer;
  };
}
