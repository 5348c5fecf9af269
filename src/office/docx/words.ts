import type { LockReason } from '../../model.ts';
import { eachNode, type XmlNode } from '../xml-node.ts';
import { readCharacters } from './characters.ts';
import { fieldReader, isContentsField, isLinkField, type Link } from './fields.ts';
import { isComment, isTracked } from './word-names.ts';

/** Some words and the element that shows them: `w:t`, or one of those that stand for a single character. */
export interface Piece {
  readonly text: string;
  /** Offset in the words of the paragraph. */
  readonly from: number;
  readonly node: XmlNode;
  readonly run: XmlNode;
  readonly link: Link | undefined;
}

/** The words of one paragraph. */
export interface Words {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Offsets at which something other than words stands: a picture, a note mark, a page break. */
  readonly fixed: readonly number[];
  readonly locked: LockReason | undefined;
  /** Part of a table of contents: a program writes it. */
  readonly isContents: boolean;
}

/** What words are read through; of what is gone, only the marks of fields count. */
const TRANSPARENT = new Set(['w:smartTag', 'w:customXml', 'w:bdo', 'w:dir', 'w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo']);
const LINKS = new Set(['w:hyperlink', 'w:fldSimple']);
const GONE = new Set(['w:del', 'w:moveFrom']);
/** Properties, and marks that show nothing. */
const SILENT = new Set([
  'w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:smartTagPr', 'w:customXmlPr', 'w:proofErr', 'w:bookmarkStart',
  'w:bookmarkEnd', 'w:permStart', 'w:permEnd', 'w:lastRenderedPageBreak', 'w:delText', 'w:delInstrText',
]);
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t', 'w:ptab': '\t', 'w:cr': '\n', 'w:noBreakHyphen': '\u2011', 'w:softHyphen': '\u00AD',
};

/** The most serious first. */
export const LOCK_REASONS: readonly LockReason[] = ['tracked-changes', 'comment', 'object'];

/** What an element stands in: its run, its link, and whether a person took it out. */
interface Around {
  readonly run: XmlNode;
  readonly link: Link | undefined;
  readonly isGone: boolean;
}

/** Calls for everything that is not read through, in order. */
function eachLeaf(node: XmlNode, around: Around, call: (leaf: XmlNode, around: Around) => void): void {
  for (const child of node.children) {
    const { name, start, end } = child;
    if (name === 'w:r') eachLeaf(child, { ...around, run: child }, call);
    else if (GONE.has(name)) eachLeaf(child, { ...around, isGone: true }, call);
    else if (LINKS.has(name)) eachLeaf(child, { ...around, link: around.link ?? { start, end } }, call);
    else if (TRANSPARENT.has(name)) eachLeaf(child, around, call);
    else call(child, around);
  }
}

/** A break of a page or column is no line break. */
function isLineBreak({ name, attributes }: XmlNode): boolean {
  return name === 'w:br' && (attributes['w:type'] ?? 'textWrapping') === 'textWrapping';
}

/** The words that an element shows; undefined when it shows none. */
function shownBy(xml: string, node: XmlNode): string | undefined {
  if (node.name === 'w:t') return readCharacters(xml, node) ?? '';
  return isLineBreak(node) ? '\n' : CHARACTERS[node.name];
}

/** More than plain words: a program, or the person's own program, decides what stands there. */
function isObject(xml: string, node: XmlNode): boolean {
  if (node.name === 'w:fldSimple') return !isLinkField(node.attributes['w:instr'] ?? '');
  return node.name === 'w:sdt' || (node.name === 'w:t' && readCharacters(xml, node) === undefined);
}

/**
 * Reads the paragraphs of a part in their order: a comment or a field may start in one and end in another. What stands
 * between paragraphs is passed by.
 */
export interface WordsReader {
  read(paragraph: XmlNode): Words;
  pass(node: XmlNode): void;
}

export function wordsReader(xml: string): WordsReader {
  const fields = fieldReader(xml);
  const comments = new Set<string>();

  function pass({ name, attributes: { 'w:id': id = '' } }: XmlNode): void {
    if (name === 'w:commentRangeStart') comments.add(id);
    else if (name === 'w:commentRangeEnd') comments.delete(id);
  }

  function read(paragraph: XmlNode): Words {
    const pieces: Piece[] = [];
    const fixed: number[] = [];
    let text = '';
    const [isInField, isInComment] = [fields.isOpen(), comments.size > 0];
    eachLeaf(paragraph, { run: paragraph, link: undefined, isGone: false }, (node, { run, link, isGone }) => {
      const shown = shownBy(xml, node);
      if (node.name === 'w:fldChar' || node.name === 'w:instrText') fields.take(node, run);
      else if (shown && !isGone && !fields.hidesWords()) {
        pieces.push({ text: shown, from: text.length, node, run, link: link ?? fields.link() });
        text += shown;
      } else if (shown === undefined && !SILENT.has(node.name) && !isComment(node.name)) fixed.push(text.length);
    });
    const marks = new Set<LockReason>();
    eachNode(paragraph, (node) => {
      pass(node);
      if (isTracked(node.name)) marks.add('tracked-changes');
      else if (isComment(node.name)) marks.add('comment');
      else if (isObject(xml, node)) marks.add('object');
    });
    const instructions = fields.drain();
    if (isInComment) marks.add('comment');
    if (isInField || fields.isOpen() || !instructions.every(isLinkField)) marks.add('object');
    return {
      text, pieces, fixed, locked: LOCK_REASONS.find((reason) => marks.has(reason)),
      isContents: instructions.some(isContentsField),
    };
  }

  return { read, pass };
}
