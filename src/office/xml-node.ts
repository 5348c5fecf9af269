import { SaxesParser } from 'saxes';

/** One element and where it stands in the text of its part: enough to cut and put in, and nothing to write back. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Offsets in UTF-16 units: `<` of the start tag, behind it, `<` of the end tag, behind it. */
  readonly start: number;
  readonly inner: number;
  readonly innerEnd: number;
  readonly end: number;
}

/** More than Word can open; reading goes down by recursion. */
const MAX_DEPTH = 400;

interface Draft {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  readonly start: number;
  readonly inner: number;
}

/**
 * The elements of a part. Undefined when it is not well formed, not in UTF-8, nested without end, or has a DOCTYPE,
 * which could make its words differ from what stands there.
 */
export function parseXml(xml: string): XmlNode | undefined {
  const parser = new SaxesParser({ xmlns: false });
  const open: Draft[] = [];
  let root: XmlNode | undefined;
  let isSound = true;
  const refuse = (): void => {
    isSound = false;
  };
  const tagStart = (): number => xml.lastIndexOf('<', parser.position - 1);
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (encoding.toUpperCase() !== 'UTF-8') refuse();
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes, children: [], start: tagStart(), inner: parser.position });
    if (open.length > MAX_DEPTH) refuse();
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    const node = open.pop();
    if (!node) return;
    const closed = { ...node, innerEnd: isSelfClosing ? node.inner : tagStart(), end: parser.position };
    const parent = open.at(-1);
    if (parent) parent.children.push(closed);
    else root = closed;
  });
  parser.write(xml).close();
  return isSound ? root : undefined;
}

/** The first child of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** The whole element as it stands in the part. */
export const sourceOf = (xml: string, { start, end }: XmlNode): string => xml.slice(start, end);

/** The node and all under it, in the order of the part. */
export function* walk(node: XmlNode): Generator<XmlNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

/** The node, or one under it, has it. */
export function hasNode(node: XmlNode, test: (node: XmlNode) => boolean): boolean {
  return test(node) || node.children.some((child) => hasNode(child, test));
}

/** One change of a text: what stands from `start` to `end` becomes `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All changes at once. Those at one place come in the order of the list; undefined when two overlap. */
export function splice(text: string, changes: readonly Splice[]): string | undefined {
  const ordered = changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const overlap = ordered.some(({ start }, rank) => start < (ordered[rank - 1]?.end ?? 0));
  if (overlap) return undefined;
  const pieces = ordered.map((change, rank) => text.slice(ordered[rank - 1]?.end ?? 0, change.start) + change.text);
  return pieces.join('') + text.slice(ordered.at(-1)?.end ?? 0);
}
