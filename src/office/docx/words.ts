import type { LockReason } from '../../model.ts';
import { walk, type XmlNode } from '../xml-node.ts';
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
const TRANSPARENT = new Set([
  'w:r', 'w:hyperlink', 'w:fldSimple', 'w:smartTag', 'w:customXml', 'w:bdo', 'w:dir', 'w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo',
]);
const GONE = new Set(['w:del', 'w:moveFrom']);
/** Properties, and marks that show nothing. */
const SILENT = new Set([
  'w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:smartTagPr', 'w:customXmlPr', 'w:proofErr', 'w:bookmarkStart',
  'w:bookmarkEnd', 'w:permStart', 'w:permEnd', 'w:lastRenderedPageBreak', 'w:delText', 'w:delInstrText',
]);
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t', 'w:ptab': '\t', 'w:cr': '\n', 'w:noBreakHyphen': '\u2011', 'w:softHyphen': '\u00AD',
};

interface Leaf {
  readonly node: XmlNode;
  readonly run: XmlNode;
  readonly link: Link | undefined;
  readonly isGone: boolean;
}

function* leaves(node: XmlNode, around: Omit<Leaf, 'node'>): Generator<Leaf> {
  for (const child of node.children) {
    const { name, start, end } = child;
    if (!TRANSPARENT.has(name) && !GONE.has(name)) yield { ...around, node: child };
    else {
      const isLink = name === 'w:hyperlink' || name === 'w:fldSimple';
      yield* leaves(child, {
        run: name === 'w:r' ? child : around.run,
        link: around.link ?? (isLink ? { start, end } : undefined),
        isGone: around.isGone || GONE.has(name),
      });
    }
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
    for (const { node, run, link, isGone } of leaves(paragraph, { run: paragraph, link: undefined, isGone: false })) {
      const shown = shownBy(xml, node);
      if (node.name === 'w:fldChar' || node.name === 'w:instrText') fields.take(node, run);
      else if (shown !== undefined && !isGone && !fields.hidesWords()) {
        pieces.push({ text: shown, from: text.length, node, run, link: link ?? fields.link() });
        text += shown;
      } else if (shown === undefined && !SILENT.has(node.name) && !isComment(node.name)) fixed.push(text.length);
    }
    const nodes = [...walk(paragraph)];
    nodes.forEach(pass);
    const instructions = fields.drain();
    const isComplex = isInField || fields.isOpen() || !instructions.every(isLinkField)
      || nodes.some((node) => isObject(xml, node));
    const isCommented = isInComment || nodes.some(({ name }) => isComment(name));
    const reason = isCommented ? 'comment' : isComplex ? 'object' : undefined;
    return {
      text, pieces, fixed,
      locked: nodes.some(({ name }) => isTracked(name)) ? 'tracked-changes' : reason,
      isContents: instructions.some(isContentsField),
    };
  }

  return { read, pass };
}
