import type { BlockKind } from '../../model.ts';
import { isRow } from '../../shared/block-kinds.ts';
import { PARAGRAPH_LOOKS, STYLE_NAMES } from '../../shared/docx/kinds.ts';
import { childOf, type XmlNode } from '../xml-node.ts';
import { valueOf } from './word-names.ts';

export interface Style {
  readonly id: string;
  readonly type: string;
  /** In small letters: programs do not agree on « heading 1 » and « Heading 1 ». */
  readonly name: string;
  readonly basedOn?: string;
  readonly properties?: XmlNode;
}

/** The styles of a file by type and id: a paragraph style and a character style may have one id. */
export type Styles = ReadonlyMap<string, Style>;

const keyOf = (type: string, id: string): string => `${type} ${id}`;

/** The root of `styles.xml`, or nothing, as a table. */
export function readStyles(root: XmlNode | undefined): Styles {
  const styles = (root?.children ?? []).filter(({ name }) => name === 'w:style').map((node): Style => {
    const { 'w:styleId': id = '', 'w:type': type = 'paragraph' } = node.attributes;
    const [basedOn, properties] = [valueOf(node, 'w:basedOn'), childOf(node, 'w:pPr')];
    const name = (valueOf(node, 'w:name') ?? id).toLowerCase();
    return { id, type, name, ...(basedOn !== undefined && { basedOn }), ...(properties && { properties }) };
  });
  return new Map(styles.map((style) => [keyOf(style.type, style.id), style]));
}

/** A paragraph style and those it is based on, the nearest first. */
export function styleChain(styles: Styles, id: string | undefined): readonly Style[] {
  const chain: Style[] = [];
  let style = id === undefined ? undefined : styles.get(keyOf('paragraph', id));
  while (style && !chain.includes(style)) {
    chain.push(style);
    style = style.basedOn === undefined ? undefined : styles.get(keyOf('paragraph', style.basedOn));
  }
  return chain;
}

/** The id that a style of ours has in this file: another program may have changed it, but not the name. */
export function findStyle(styles: Styles, type: string, name: string): Style | undefined {
  return [...styles.values()].find((style) => style.type === type && style.name === name.toLowerCase());
}

const KINDS = new Map(Object.entries(PARAGRAPH_LOOKS)
  .filter(([kind]) => !isRow(kind as BlockKind))
  .map(([kind, { style }]) => [STYLE_NAMES[style].toLowerCase(), kind as BlockKind]));

/** What a style makes of a paragraph; undefined when it says nothing. Deeper headings count as the deepest of ours. */
export function kindOfStyle(chain: readonly Style[]): BlockKind | undefined {
  for (const { name } of chain) {
    const kind = KINDS.get(name) ?? (/^heading [3-9]$/.test(name) ? 'subheading' : undefined);
    if (kind) return kind;
  }
  return undefined;
}

/** The small paragraph that we put after each table. */
export function isAfterTable(chain: readonly Style[]): boolean {
  return chain[0]?.name === STYLE_NAMES.AfterTable.toLowerCase();
}
