import { walkXml } from './walk-xml.ts';

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

type Draft = { -readonly [Key in keyof Omit<XmlNode, 'children'>]: XmlNode[Key] } & { readonly children: XmlNode[] };

/** The elements of a part. Undefined when {@link walkXml} refuses it, or it is nested without end. */
export function parseXml(xml: string): XmlNode | undefined {
  const open: Draft[] = [];
  let root: XmlNode | undefined;
  let isTooDeep = false;
  const isSound = walkXml(xml, {
    open(name, attributes, { start, end }) {
      const node: Draft = { name, attributes, children: [], start, inner: end, innerEnd: end, end };
      open.at(-1)?.children.push(node);
      root ??= node;
      open.push(node);
      isTooDeep ||= open.length > MAX_DEPTH;
    },
    close(_, { start, end }) {
      const node = open.pop();
      if (!node || node.start === start) return;
      node.innerEnd = start;
      node.end = end;
    },
  });
  return isSound && !isTooDeep ? root : undefined;
}

/** The first child of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** The whole element as it stands in the part. */
export const sourceOf = (xml: string, { start, end }: XmlNode): string => xml.slice(start, end);

/** Calls for the node and all under it, in the order of the part. */
export function eachNode(node: XmlNode, call: (node: XmlNode) => void): void {
  call(node);
  for (const child of node.children) eachNode(child, call);
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
