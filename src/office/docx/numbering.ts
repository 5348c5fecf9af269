import type { BlockKind } from '../../model.ts';
import { childOf, type XmlNode } from '../xml-node.ts';
import type { Style } from './styles.ts';
import { valueOf } from './word-names.ts';

/** Which list a paragraph belongs to: `w:numId`, and its level from 0. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** « No list »: takes a paragraph out of the list of its style. */
export const NO_LIST_ID = '0';

/** The paragraph says it itself, or its style does (17.3.1.19). */
export function listPlace(properties: XmlNode | undefined, chain: readonly Style[]): ListPlace | undefined {
  const own = childOf(properties, 'w:numPr');
  const inherited = chain.map((style) => childOf(style.properties, 'w:numPr')).find((one) => valueOf(one, 'w:numId'));
  const list = valueOf(own, 'w:numId') ?? valueOf(inherited, 'w:numId');
  const level = valueOf(own, 'w:ilvl') ?? valueOf(inherited, 'w:ilvl') ?? '0';
  return list === undefined ? undefined : { list, level: Math.min(Number.parseInt(level, 10) || 0, 8) };
}

/** The id of the definition (`w:abstractNum`) that a list uses. */
export function definitionOf(numbering: XmlNode | undefined, list: string): string | undefined {
  const use = numbering?.children.find(({ name, attributes }) => name === 'w:num' && attributes['w:numId'] === list);
  return valueOf(use, 'w:abstractNumId');
}

/** What kind of item a list makes: by the mark it draws. */
export function kindOfList(numbering: XmlNode | undefined, { list, level }: ListPlace): BlockKind | undefined {
  const id = definitionOf(numbering, list);
  const definition = numbering?.children
    .find(({ name, attributes }) => name === 'w:abstractNum' && attributes['w:abstractNumId'] === id);
  const drawn = definition?.children
    .find(({ name, attributes }) => name === 'w:lvl' && attributes['w:ilvl'] === String(level));
  switch (valueOf(drawn, 'w:numFmt')) {
    case undefined: case 'none': return undefined;
    case 'bullet': return valueOf(drawn, 'w:lvlText') === '☐' ? 'check' : 'item';
    default: return 'number';
  }
}
