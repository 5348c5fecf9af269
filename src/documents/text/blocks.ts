import type { Token } from 'markdown-it';
import type { Block, BlockKind } from '../../model.ts';
import { isListed } from '../../shared/block-kinds.ts';
import { readCell } from './inlines.ts';
import { parseTokens } from './markdown-parser.ts';
import type { BlockMark } from './markdown-parser.ts';

type Draft = Omit<Block, 'id'> & { readonly id: string | undefined };

const HEADING_KINDS: Readonly<Record<string, BlockKind>> = { h1: 'title', h2: 'heading' };
const LIST_KINDS: Readonly<Record<string, BlockKind>> = { bullet_list_open: 'item', ordered_list_open: 'number' };
const FRAME_KINDS: Readonly<Record<string, BlockKind>> = {
  blockquote_open: 'quote', container_info_open: 'info', container_warning_open: 'warning',
};

/** The words of a block without their looks; cells are parted by tabs. */
export function blockText(block: Pick<Block, 'cells'>): string {
  return block.cells.map((cell) => cell.map(({ text }) => text).join('')).join('\t');
}

/** The kind of a paragraph follows from what encloses it, the nearest first. An item has one paragraph. */
function paragraphKind(open: readonly Token[], check: boolean, isFirst: boolean): BlockKind {
  const nearest = open.findLast(({ type }) => type in FRAME_KINDS || type in LIST_KINDS);
  const list = nearest && LIST_KINDS[nearest.type];
  if (!nearest || (list && !isFirst)) return 'paragraph';
  return check && list ? 'check' : (list ?? FRAME_KINDS[nearest.type] ?? 'paragraph');
}

/** The kind and depth of a heading or paragraph: its words have this rank in `tokens`, `open` is what encloses them. */
export function shapeOf(tokens: readonly Token[], index: number, open: readonly Token[], check: boolean): Pick<Block, 'kind' | 'depth'> {
  const parent = open.at(-1);
  if (parent?.type === 'heading_open') return { kind: HEADING_KINDS[parent.tag] ?? 'subheading', depth: 0 };
  const kind = paragraphKind(open, check, tokens[index - 2]?.type === 'list_item_open');
  const lists = open.filter(({ type }) => type in LIST_KINDS).length;
  return { kind, depth: isListed(kind) ? lists - 1 : 0 };
}

function draft(kind: BlockKind, cells: readonly Token[], depth = 0): Draft {
  const read = cells.map((cell) => readCell(cell.children ?? []));
  const mark = cells[0]?.meta as BlockMark | undefined;
  return {
    id: mark?.id, kind, depth,
    cells: read.map(({ inlines }) => inlines),
    values: [...new Set(read.flatMap(({ values }) => values))],
  };
}

const fenceDraft = ({ content }: Token): Draft => ({ ...draft('paragraph', []), cells: [[{ text: content.trimEnd() }]] });

const rowKind = (open: readonly Token[]): BlockKind => (open.at(-1)?.type === 'thead_open' ? 'header-row' : 'row');

function readDrafts(tokens: readonly Token[]): readonly Draft[] {
  const drafts: Draft[] = [];
  const open: Token[] = [];
  let cells: Token[] = [];
  tokens.forEach((token, index) => {
    const parent = open.at(-1);
    if (token.nesting === 1) open.push(token);
    else if (token.nesting === -1) open.pop();
    if (token.type === 'tr_open') cells = [];
    else if (token.type === 'tr_close') drafts.push(draft(rowKind(open), cells));
    else if (token.type === 'hr') drafts.push(draft('rule', []));
    else if (token.type === 'fence') drafts.push(fenceDraft(token));
    else if (token.type === 'inline' && (parent?.tag === 'td' || parent?.tag === 'th')) cells.push(token);
    else if (token.type === 'inline') {
      const { kind, depth } = shapeOf(tokens, index, open, (token.meta as BlockMark).check);
      drafts.push(draft(kind, [token], depth));
    }
  });
  return drafts;
}

/** Ids in use twice become `x`, `x~2`, `x~3`; blocks without one are named after their kind. */
function nameBlocks(drafts: readonly Draft[]): readonly Block[] {
  const seen = new Map<string, number>();
  return drafts.map(({ id: given, ...block }) => {
    const id = given ?? block.kind;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return { ...block, id: count === 1 ? id : `${id}~${count}` };
  });
}

const isPrinted = (block: Draft): boolean => block.cells.length !== 1 || blockText(block) !== '';

/**
 * Rendered Markdown as blocks. Ids `[#…]` leave the words and name the blocks, marked values are listed, paragraphs
 * that a condition left empty are dropped. A code fence becomes a paragraph: nothing that people write is refused.
 */
export function parseBlocks(markdown: string): readonly Block[] {
  return nameBlocks(readDrafts(parseTokens(markdown)).filter(isPrinted));
}
