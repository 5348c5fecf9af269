import { escapeXml } from '../../shared/xml.ts';
import { childOf, parseXml, sourceOf, splice, type Splice, type XmlNode } from '../xml-node.ts';
import type { Workbook } from './workbook.ts';

/** The styles of a person's workbook, with ours after them. */
export interface BorrowedStyles {
  readonly part: string;
  readonly xml: string;
  /** A worksheet of ours, whose cells name our styles, under their new numbers. */
  translate(worksheet: string): string;
}

/** Lists that a cell style points into, and how it does. */
const LISTS = { fonts: 'fontId', fills: 'fillId', borders: 'borderId' } as const;
/** Numbers of formats below are those of every program. */
const OWN_FORMATS = 164;

/** Undefined when one of the workbooks has no list of styles that we know. */
export function borrowStyles(mine: Workbook, ours: Workbook): BorrowedStyles | undefined {
  const [to, from] = [stylesOf(mine), stylesOf(ours)];
  const [cells, added] = [childOf(to?.root, 'cellXfs'), childOf(from?.root, 'cellXfs')];
  if (!to || !from || !cells || !added) return undefined;
  const names = Object.keys(LISTS) as readonly (keyof typeof LISTS)[];
  if (names.some((name) => !childOf(to.root, name) || !childOf(from.root, name))) return undefined;
  const countOf = (name: string): number => childOf(to.root, name)?.children.length ?? 0;
  const formats = newFormats(to.root, from.root);
  const style = (xf: XmlNode): string => {
    const { numFmtId = '0', ...attributes } = xf.attributes;
    const moved: Readonly<Record<string, string>> = {
      ...attributes, numFmtId: formats.get(numFmtId) ?? numFmtId, xfId: '0',
      ...Object.fromEntries(names.map((name) => [LISTS[name], String(Number(attributes[LISTS[name]] ?? 0) + countOf(name))])),
    };
    const open = Object.entries(moved).map(([key, value]) => ` ${key}="${value}"`).join('');
    return `<xf${open}>${xf.children.map((child) => sourceOf(from.xml, child)).join('')}</xf>`;
  };
  const xml = splice(to.xml, [
    ...names.flatMap((name) => append(to, name, childOf(from.root, name)?.children.map((child) => sourceOf(from.xml, child)) ?? [])),
    ...append(to, 'cellXfs', added.children.map(style)),
    ...appendFormats(to, from.root, formats),
  ]);
  const offset = cells.children.length;
  return xml === undefined ? undefined : {
    part: to.part, xml,
    translate: (worksheet) => worksheet
      .replace(/(<(?:c|row)\s(?:[^>]*?\s)?s=")(\d+)"/g, (_, before: string, number: string) => `${before}${Number(number) + offset}"`)
      .replace(/(<col\s(?:[^>]*?\s)?style=")(\d+)"/g, (_, before: string, number: string) => `${before}${Number(number) + offset}"`),
  };
}

interface Styles {
  readonly part: string;
  readonly xml: string;
  readonly root: XmlNode;
}

function stylesOf({ parts, relations }: Workbook): Styles | undefined {
  const part = relations.find(({ type }) => type === 'styles')?.target;
  const xml = part === undefined ? undefined : parts.text(part);
  const root = xml === undefined ? undefined : parseXml(xml);
  return part !== undefined && xml !== undefined && root?.name === 'styleSheet' ? { part, xml, root } : undefined;
}

/** More elements at the end of a list, whose number it says. */
function append({ xml, root }: Styles, name: string, more: readonly string[]): readonly Splice[] {
  const list = childOf(root, name);
  const last = list?.children.at(-1);
  if (!list || !last || more.length === 0) return [];
  const tag = xml.slice(list.start, list.inner).replace(/\scount\s*=\s*(?:"[^"]*"|'[^']*')/, ` count="${list.children.length + more.length}"`);
  return [{ start: list.start, end: list.inner, text: tag }, { start: last.end, end: last.end, text: more.join('') }];
}

/** Formats of ours by their number, with the number that they get. */
function newFormats(to: XmlNode, from: XmlNode): ReadonlyMap<string, string> {
  const idsOf = (root: XmlNode): readonly number[] => (childOf(root, 'numFmts')?.children ?? []).map(({ attributes }) => Number(attributes['numFmtId']));
  const next = Math.max(OWN_FORMATS - 1, ...idsOf(to)) + 1;
  return new Map(idsOf(from).filter((id) => id >= OWN_FORMATS).map((id, rank) => [String(id), String(next + rank)]));
}

function appendFormats(to: Styles, from: XmlNode, formats: ReadonlyMap<string, string>): readonly Splice[] {
  const more = (childOf(from, 'numFmts')?.children ?? []).flatMap(({ attributes }) => {
    const id = formats.get(attributes['numFmtId'] ?? '');
    return id === undefined ? [] : [`<numFmt numFmtId="${id}" formatCode="${escapeXml(attributes['formatCode'] ?? '')}"/>`];
  });
  if (childOf(to.root, 'numFmts')) return append(to, 'numFmts', more);
  const text = `<numFmts count="${more.length}">${more.join('')}</numFmts>`;
  return more.length === 0 ? [] : [{ start: to.root.inner, end: to.root.inner, text }];
}
