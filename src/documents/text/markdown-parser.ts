import MarkdownIt from 'markdown-it';
import type { StateCore, Token } from 'markdown-it';
import container from 'markdown-it-container';
import { BLOCK_ID } from '../../shared/block-ids.ts';
import { dropMarks, unmark } from '../../shared/values.ts';
import { slug } from '../../shared/words.ts';

/** What stands before the words of a block: its id and the box of a check list. */
export interface BlockMark {
  readonly id: string | undefined;
  readonly check: boolean;
}

/** Its types name the CommonJS twin of markdown-it's types. */
const addContainer = container as unknown as (parser: MarkdownIt, name: string) => void;

const CHECK_BOX = /^\[[ xX]\] +/;

/** `role-{{id}}` arrives with its value still marked; parts between points are slugs. */
const cleanId = (raw: string): string => unmark(raw).split('.').map(slug).filter(Boolean).join('.');

/** Takes ids and check boxes out of the words before markdown-it reads them. Only the first id of a block counts. */
function takeMarks(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline') return;
    const words = token.content.replace(BLOCK_ID, '').trimStart();
    const ids = Array.from(token.content.matchAll(BLOCK_ID), (match) => cleanId(match[1] ?? ''));
    const check = state.tokens[index - 2]?.type === 'list_item_open' && CHECK_BOX.test(words);
    token.content = check ? words.replace(CHECK_BOX, '') : words;
    token.meta = { id: ids.find(Boolean), check } satisfies BlockMark;
  });
}

/**
 * The Markdown that kits and HedgeDoc 1.x pads share, read by the parser that HedgeDoc itself uses. No HTML, no link
 * that runs anything; constructs that have no block kind are left out, so that their characters stay plain words.
 */
function createParser(): MarkdownIt {
  const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
  parser.disable(['code', 'html_block', 'html_inline', 'reference', 'lheading', 'strikethrough']);
  for (const name of ['info', 'warning']) addContainer(parser, name);
  const normalize = parser.normalizeLink;
  parser.normalizeLink = (url) => normalize(dropMarks(url));
  parser.validateLink = (url) => /^(?:https?:|mailto:|tel:|[^:]*$)/i.test(dropMarks(url).trim());
  parser.core.ruler.after('block', 'block-marks', takeMarks);
  return parser;
}

const parser = createParser();

export function parseTokens(markdown: string): readonly Token[] {
  return parser.parse(markdown, {});
}
