import MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import container from 'markdown-it-container';

/** The boxes of HedgeDoc 1.x. */
const BOXES = ['success', 'info', 'warning', 'danger', 'spoiler'];

/** Its types name the CommonJS twin of markdown-it's types. */
const addContainer = container as unknown as (parser: MarkdownIt, name: string) => void;

const CHECK_BOX = /^\[[ xX]\] +/;

/** Marks of HedgeDoc around words: `==marked==`, `++inserted++`, `H~2~O`, `m^2^`. */
const MARKED = /(==|\+\+)(?=\S)((?:(?!\1)[^\\]|\\[^])*?\S)\1|([\^~])(?![\^~])((?:(?!\3)[^\s\\]|\\.)+)\3/y;
/** What stands in a line and is more than words: a note `[^1]`, `^[a note]`, a formula `$x$`, `{%youtube x%}`. */
const OBJECT = /\[\^[^\]\s]{1,99}\]|\^\[[^\]\n]{1,999}\]|\$\$[^$]+\$\$|\$(?=\S)[^$\n]*[^$\s]\$(?!\d)|\{%[^%]*%\}/y;
const NOTE = /^ {0,3}\[\^[^\]\s]+\]:/;

const matchAt = (pattern: RegExp, { src, pos, posMax }: StateInline): RegExpExecArray | null => {
  pattern.lastIndex = pos;
  const match = pattern.exec(src);
  return match && pattern.lastIndex <= posMax ? match : null;
};

function readObject(state: StateInline, silent: boolean): boolean {
  const match = matchAt(OBJECT, state);
  if (!match) return false;
  if (!silent) state.push('object', '', 0).content = match[0];
  state.pos += match[0].length;
  return true;
}

function readMarked(state: StateInline, silent: boolean): boolean {
  const match = matchAt(MARKED, state);
  if (!match) return false;
  const [whole, double, , single = ''] = match;
  const mark = double ?? single;
  const [start, max] = [state.pos, state.posMax];
  if (!silent) {
    state.push('mark_open', 'mark', 1).markup = mark;
    state.pos = start + mark.length;
    state.posMax = start + whole.length - mark.length;
    state.md.inline.tokenize(state);
    state.push('mark_close', 'mark', -1).markup = mark;
  }
  state.pos = start + whole.length;
  state.posMax = max;
  return true;
}

/** The text of a foot note, up to the next blank line. */
function readNote(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const line = (rank: number): string => state.src.slice(state.bMarks[rank], state.eMarks[rank]);
  if (!NOTE.test(line(startLine).slice(state.blkIndent))) return false;
  if (silent) return true;
  let next = startLine + 1;
  while (next < endLine && !state.isEmpty(next)) next += 1;
  const token = state.push('note', '', 0);
  token.map = [startLine, next];
  token.content = state.getLines(startLine, next, state.blkIndent, false);
  state.line = next;
  return true;
}

/** What stands before the words of a list item: a box to tick. */
export interface PadMark {
  readonly check: boolean;
}

/** Takes boxes to tick out of the words before they are read. */
function takeBoxes(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline') return;
    const check = state.tokens[index - 2]?.type === 'list_item_open' && CHECK_BOX.test(token.content);
    if (check) token.content = token.content.replace(CHECK_BOX, '');
    token.meta = { check } satisfies PadMark;
  });
}

/** Escapes and entities stay tokens of their own, so that each character is found again in the source. */
function createParser(): MarkdownIt {
  const parser = new MarkdownIt({ html: true, linkify: false, typographer: false });
  parser.disable('text_join');
  for (const name of BOXES) addContainer(parser, name);
  parser.block.ruler.before('reference', 'note', readNote, { alt: ['paragraph'] });
  parser.inline.ruler.before('escape', 'object', readObject);
  parser.inline.ruler.before('escape', 'marked', readMarked);
  parser.core.ruler.after('block', 'boxes', takeBoxes);
  return parser;
}

const parser = createParser();

/**
 * A person's pad as HedgeDoc 1.x reads it. Unlike the Markdown of kits it may hold HTML, code, reference links, titles
 * with a line under them, notes, formulas: they are kept as they are, so they have to be known.
 */
export function parsePad(markdown: string): readonly Token[] {
  return parser.parse(markdown, {});
}

/** Reads the parts of a link as the parser does. */
export const { parseLinkDestination, parseLinkTitle } = parser.helpers;
