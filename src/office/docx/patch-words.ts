import { childOf, sourceOf, type Splice, type XmlNode } from '../xml-node.ts';
import { writeCharacters } from './characters.ts';
import type { Link } from './fields.ts';
import type { Paragraph } from './placed-block.ts';
import type { Piece, Words } from './words.ts';

/** New words for those from `from` to `to`, offsets in the words of one paragraph. */
export interface WordsEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const endOf = ({ from, text }: Piece): number => from + text.length;
const isText = ({ node }: Piece): boolean => node.name === 'w:t';

/** The piece that takes the new words: the first of those that go, but not in a link that only some of them are part of. */
function hostOfReplaced(pieces: readonly Piece[]): Piece | undefined {
  const isOneLink = pieces.every(({ link }) => link === pieces[0]?.link);
  return isOneLink ? pieces[0] : pieces.find(({ link }) => !link) ?? pieces[0];
}

/** New words between two pieces go on the one before, as when a person types; not on at the end of a link. */
function hostOfInserted(before: Piece | undefined, after: Piece | undefined): Piece | undefined {
  const isInside = before?.link !== undefined && before.link === after?.link;
  const hosts = [before, after].filter((piece) => piece !== undefined && (isInside || !piece.link));
  return hosts.find((piece) => piece && isText(piece)) ?? hosts[0];
}

function hostOf({ pieces }: Words, { from, to }: WordsEdit): Piece | undefined {
  if (from < to) return hostOfReplaced(pieces.filter((piece) => piece.from < to && endOf(piece) > from));
  return hostOfInserted(pieces.findLast((piece) => piece.from < from), pieces.find((piece) => endOf(piece) > from));
}

/** The words that a piece shows after all edits; `hosts` says which edits it takes in. */
function newWords(piece: Piece, edits: readonly WordsEdit[], hosts: ReadonlyMap<WordsEdit, Piece | undefined>): string {
  const [start, end] = [piece.from, endOf(piece)];
  let [words, at] = ['', start];
  for (const edit of edits) {
    const [from, to] = [edit.from, edit.to].map((place) => Math.min(Math.max(place, start), end)) as [number, number];
    const isHost = hosts.get(edit) === piece;
    if (!isHost && from === to) continue;
    words += piece.text.slice(at - start, from - start) + (isHost ? edit.text : '');
    at = to;
  }
  return words + piece.text.slice(at - start);
}

const LINK_PARTS = /^w:(hyperlink|fldSimple|r|t|tab|br|fldChar|instrText|proofErr|lastRenderedPageBreak)$/;

/** Nothing that a person would miss goes with the words of the link. */
function isPlain(node: XmlNode, { start, end }: Link): boolean {
  if (node.end <= start || node.start >= end || node.name === 'w:rPr') return true;
  const isInside = start <= node.start && node.end <= end;
  return (!isInside || LINK_PARTS.test(node.name)) && node.children.every((child) => isPlain(child, { start, end }));
}

/** Links of which no word is left: without them, no program shows or reads out an empty link. */
function emptiedLinks({ node, words }: Paragraph, changed: ReadonlyMap<Piece, string>): readonly Link[] {
  const links = new Set([...changed.keys()].flatMap(({ link }) => link ?? []));
  return [...links].filter((link) => {
    const inside = words.pieces.filter((piece) => piece.node.start >= link.start && piece.node.end <= link.end);
    return isPlain(node, link) && inside.every((piece) => piece.link === link && changed.get(piece) === '');
  });
}

/** A run of its own, which looks like a run beside it or as the end of the paragraph does. */
function newRun(xml: string, { node, words }: Paragraph, edit: WordsEdit): Splice {
  const content = writeCharacters(edit.text);
  const emptyRun = node.children.find(({ name, inner, end }) => name === 'w:r' && inner < end);
  if (words.pieces.length === 0 && emptyRun && emptyRun.children.every(({ name }) => name === 'w:rPr')) {
    return { start: emptyRun.innerEnd, end: emptyRun.innerEnd, text: content };
  }
  const properties = childOf(node, 'w:pPr');
  const plain = words.pieces.find(({ link }) => !link);
  const look = plain ? childOf(plain.run, 'w:rPr') : childOf(properties, 'w:rPr');
  const run = `<w:r>${look ? sourceOf(xml, look) : ''}${content}</w:r>`;
  const before = words.pieces.findLast((piece) => endOf(piece) <= edit.from);
  const at = before?.link?.end ?? words.pieces[0]?.link?.start ?? node.innerEnd;
  if (node.inner < node.end) return { start: at, end: at, text: run };
  return { start: node.start, end: node.end, text: `${xml.slice(node.start, node.end - 2)}>${run}</w:p>` };
}

/**
 * The changes that give a paragraph its new words, all inside `w:t` (or in place of a line break or tab). Undefined when
 * an edit reaches over something that is not words.
 */
export function patchWords(xml: string, paragraph: Paragraph, edits: readonly WordsEdit[]): readonly Splice[] | undefined {
  const { words } = paragraph;
  if (edits.some(({ from, to }) => words.fixed.some((place) => from < place && place < to))) return undefined;
  const ordered = edits.toSorted((a, b) => a.from - b.from);
  const hosts = new Map(ordered.map((edit) => [edit, hostOf(words, edit)]));
  const changed = new Map(words.pieces
    .map((piece) => [piece, newWords(piece, ordered, hosts)] as const)
    .filter(([piece, text]) => text !== piece.text));
  const emptied = emptiedLinks(paragraph, changed);
  const homeless = ordered.filter((edit) => !hosts.get(edit) && edit.text !== '');
  return [
    ...[...changed].filter(([{ link }]) => !(link && emptied.includes(link)))
      .map(([{ node }, text]) => ({ start: node.start, end: node.end, text: writeCharacters(text) })),
    ...emptied.map(({ start, end }) => ({ start, end, text: '' })),
    ...homeless.map((edit) => newRun(xml, paragraph, edit)),
  ];
}
