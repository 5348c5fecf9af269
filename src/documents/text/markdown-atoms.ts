import type { Token } from 'markdown-it';
import { parseLinkDestination, parseLinkTitle } from './markdown-pad-parser.ts';

/**
 * A stretch of the source of a paragraph and what it shows. All atoms in a row are the whole source.
 * `words`: itself. `special`: one escaped sign or entity. `break`: a space or `\n` where a line ends. `open`, `close`:
 * marks around words. `object`: more than words, shows nothing here.
 */
export interface Atom {
  readonly role: 'words' | 'special' | 'break' | 'open' | 'close' | 'object';
  /** Offsets in the source. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What the marks mean; on words: nothing in them is read as Markdown. */
  readonly mark?: 'code' | 'link';
  /** On what closes a link `[words]` or `[words][]`: the words name the address. */
  readonly label?: string;
}

type Draft = Pick<Atom, 'role' | 'text' | 'mark' | 'label'> & { readonly length: number };

const SPACES = /[ \t\n]*/y;
const SOFT_BREAK = / ?\n[ \t]*/y;
const HARD_BREAK = /(?: {2,}|\\)\n[ \t]*/y;
const LABEL = /\[(?:[^[\]\\]|\\[^])*\]/y;

/** How much of the source matches right at `at`; undefined when nothing does. */
function lengthAt(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length;
}

/** The length of `(address "title")`. */
function addressLength(source: string, at: number): number | undefined {
  if (source[at] !== '(') return undefined;
  const skip = (from: number): number => from + (lengthAt(SPACES, source, from) ?? 0);
  const address = parseLinkDestination(source, skip(at + 1), source.length);
  const behind = address.ok ? skip(address.pos) : skip(at + 1);
  const title = parseLinkTitle(source, behind, source.length);
  const end = title.ok ? skip(title.pos) : behind;
  return source[end] === ')' ? end + 1 - at : undefined;
}

/** The length of what stands behind the words of a link or picture: an address, a label of one, or nothing. */
const targetLength = (source: string, at: number): number => addressLength(source, at) ?? lengthAt(LABEL, source, at) ?? 0;

/** Words in backticks; undefined when they go over a line end or do not read as the token says. */
function codeDrafts(source: string, at: number, { markup, content }: Token): readonly Draft[] | undefined {
  const start = at + markup.length;
  const pad = source.startsWith(content + markup, start) ? 0 : 1;
  if (!source.startsWith(markup, at) || !source.startsWith(content + ' '.repeat(pad) + markup, start + pad)) return undefined;
  const ticks = markup.length + pad;
  return [
    { role: 'open', text: '', mark: 'code', length: ticks },
    { role: 'words', text: content, mark: 'code', length: content.length },
    { role: 'close', text: '', mark: 'code', length: ticks },
  ];
}

function literal(source: string, at: number, expected: string, draft: Omit<Draft, 'length'>): readonly Draft[] | undefined {
  return source.startsWith(expected, at) ? [{ ...draft, length: expected.length }] : undefined;
}

const ofLength = (length: number | undefined, draft: Omit<Draft, 'length'>): readonly Draft[] | undefined => (
  length === undefined ? undefined : [{ ...draft, length }]
);

/** What one token of the parser is in the source. */
function draftsOf(source: string, at: number, token: Token, inAddress: boolean, linkStart: number): readonly Draft[] | undefined {
  const { type, content, markup } = token;
  switch (type) {
    case 'text': {
      const length = inAddress ? source.indexOf('>', at) - at : content.length;
      const isLiteral = source.slice(at, at + length) === content;
      if (!inAddress) return isLiteral ? [{ role: 'words', text: content, length }] : undefined;
      return [{ role: isLiteral ? 'words' : 'special', text: content, mark: 'code', length }];
    }
    case 'text_special': return literal(source, at, markup, { role: 'special', text: content });
    case 'softbreak': return ofLength(lengthAt(SOFT_BREAK, source, at), { role: 'break', text: ' ' });
    case 'hardbreak': return ofLength(lengthAt(HARD_BREAK, source, at), { role: 'break', text: '\n' });
    case 'code_inline': return codeDrafts(source, at, token);
    case 'html_inline': case 'object': return literal(source, at, content, { role: 'object', text: '' });
    case 'image': {
      const alt = `![${content}]`;
      return source.startsWith(alt, at) ? [{ role: 'object', text: '', length: alt.length + targetLength(source, at + alt.length) }] : undefined;
    }
    case 'link_open': return literal(source, at, markup === 'autolink' ? '<' : '[', { role: 'open', text: '', mark: 'link' });
    case 'link_close': {
      if (markup === 'autolink') return literal(source, at, '>', { role: 'close', text: '', mark: 'link' });
      if (source[at] !== ']') return undefined;
      const length = 1 + targetLength(source, at + 1);
      const isNamed = length === 1 || source.slice(at, at + length) === '][]';
      return [{ role: 'close', text: '', mark: 'link', length, ...(isNamed && { label: source.slice(linkStart, at) }) }];
    }
    default: return token.nesting === 0 ? undefined : literal(source, at, markup, { role: token.nesting === 1 ? 'open' : 'close', text: '' });
  }
}

/**
 * Finds what the parser read in the source it read. Undefined when a single character cannot be told exactly: then
 * nothing in the paragraph may be changed.
 * @param tokens the children of an inline token
 */
export function readAtoms(source: string, tokens: readonly Token[]): readonly Atom[] | undefined {
  const atoms: Atom[] = [];
  let at = 0;
  let [inAddress, linkStart] = [false, 0];
  for (const token of tokens) {
    if (token.markup === 'autolink') inAddress = token.nesting === 1;
    const drafts = draftsOf(source, at, token, inAddress, linkStart);
    if (!drafts) return undefined;
    if (token.type === 'link_open') linkStart = at + 1;
    for (const { length, ...draft } of drafts) {
      if (length > 0) atoms.push({ ...draft, from: at, to: at + length });
      at += length;
    }
  }
  return at === source.length ? atoms : undefined;
}
