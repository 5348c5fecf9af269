import { escapeXml } from '../../shared/xml.ts';
import { replaceParts } from '../package.ts';
import { relationsPart } from '../relations.ts';
import { childOf, parseXml, splice, type XmlNode } from '../xml-node.ts';
import { borrowNames } from './borrow-names.ts';
import { borrowStyles } from './borrow-styles.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKSHEET = `${RELATIONS}/worksheet`;
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
/** A list of choices in cells of another sheet, which nobody writes anew for this workbook; one in place begins with a quote. */
const LIST_ELSEWHERE = /<formula[12]?>(?!\s*(?:"|&quot;))[^<]*!/;

/**
 * A person's workbook with some sheets of a workbook of ours after its own, as they stand there: their formulas still have
 * to be written for the rows of this one. Everything else keeps its bytes, but for the lists that name parts and styles.
 * Undefined when a tab has such a name already, a list is not one that we know, or a drop-down list stands on another sheet.
 * @param names of the tabs of ours
 */
export function addSheets(bytes: Uint8Array, ours: Uint8Array, names: readonly string[]): Uint8Array | undefined {
  const [mine, source] = [openWorkbook(bytes), openWorkbook(ours)];
  if (!mine || !source) return undefined;
  const taken = new Set(mine.tabs.map(({ name }) => name.toLowerCase()));
  const tabs = names.map((name) => source.tabs.find((tab) => tab.name === name));
  const styles = borrowStyles(mine, source);
  if (!styles || tabs.includes(undefined) || names.some((name) => taken.has(name.toLowerCase()))) return undefined;
  const folder = mine.part.replace(/[^/]*$/, '');
  const sheets = tabs.flatMap((tab, rank) => {
    const xml = tab && source.parts.text(tab.part);
    return xml === undefined ? [] : [{ name: tab?.name ?? '', target: freeTarget(mine, folder, rank), xml: styles.translate(xml) }];
  });
  const lists = listsWith(mine, folder, sheets);
  const workbook = lists && borrowNames(lists[mine.part] ?? '', source.parts.text(source.part) ?? '', names);
  if (!lists || workbook === undefined || sheets.length < names.length || sheets.some(({ xml }) => LIST_ELSEWHERE.test(xml))) return undefined;
  return replaceParts(bytes, {
    ...Object.fromEntries(sheets.map(({ target, xml }) => [`${folder}${target}`, xml.replace(/ tabSelected="(?:1|true)"/, '')])),
    ...lists, [mine.part]: workbook, [styles.part]: styles.xml,
  });
}

interface NewSheet {
  readonly name: string;
  /** From the folder of `workbook.xml`. */
  readonly target: string;
}

function freeTarget({ parts }: Workbook, folder: string, rank: number): string {
  let number = rank + 1;
  while (parts.names.includes(`${folder}worksheets/nec-local-${number}.xml`)) number += 100;
  return `worksheets/nec-local-${number}.xml`;
}

/** The three parts that name every sheet. */
function listsWith({ parts, part }: Workbook, folder: string, sheets: readonly NewSheet[]): Readonly<Record<string, string>> | undefined {
  const linkId = (rank: number): string => `necLocal${sheets[rank]?.target.replace(/\D/g, '') ?? ''}`;
  const links = withChildren(parts.text(relationsPart(part)), (root) => named(root, 'Relationships'), () => sheets.map(({ target }, rank) =>
    `<Relationship Id="${linkId(rank)}" Type="${WORKSHEET}" Target="${target}"/>`));
  const types = withChildren(parts.text('[Content_Types].xml'), (root) => named(root, 'Types'), () => sheets.map(({ target }) =>
    `<Override PartName="/${folder}${target}" ContentType="${CONTENT}"/>`));
  const workbook = withChildren(parts.text(part), (root) => childOf(root, 'sheets'), (list) => {
    const last = Math.max(0, ...list.children.map(({ attributes }) => Number(attributes['sheetId']) || 0));
    // Some programs declare the prefix on each element alone.
    return sheets.map(({ name }, rank) =>
      `<sheet xmlns:r="${RELATIONS}" name="${escapeXml(name)}" sheetId="${last + rank + 1}" r:id="${linkId(rank)}"/>`);
  });
  return links !== undefined && types !== undefined && workbook !== undefined
    ? { [relationsPart(part)]: links, '[Content_Types].xml': types, [part]: workbook } : undefined;
}

/** What we write has no prefix: neither may the list that it goes into. */
const named = (node: XmlNode, name: string): XmlNode | undefined => (node.name === name ? node : undefined);

/** The part with more elements at the end of one of its lists. */
function withChildren(
  xml: string | undefined, listOf: (root: XmlNode) => XmlNode | undefined, more: (list: XmlNode) => readonly string[],
): string | undefined {
  const root = xml === undefined ? undefined : parseXml(xml);
  const list = root && listOf(root);
  const last = list?.children.at(-1);
  return xml !== undefined && list && last ? splice(xml, [{ start: last.end, end: last.end, text: more(list).join('') }]) : undefined;
}
