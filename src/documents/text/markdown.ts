import type { Block, BlockKind, TextDocument } from '../../model.ts';
import { isListed, isRow } from '../../shared/block-kinds.ts';
import { cleanText } from '../../shared/values.ts';
import { writeInlines } from './markdown-inlines.ts';

/** What a pad says of itself before its text (HedgeDoc 1.x metadata; keys it does not know are kept and ignored). */
export interface FrontMatter {
  readonly title: string;
  readonly description?: string;
  readonly author?: string;
  readonly licence?: string;
}

const HEADINGS: Readonly<Partial<Record<BlockKind, string>>> = { title: '# ', heading: '## ', subheading: '### ' };

type Group = readonly [Block, ...Block[]];

/** Blocks that are written together: one list, one table, one quote, one box. */
function belongTogether(previous: Block, next: Block): boolean {
  if (isListed(previous.kind) && isListed(next.kind)) {
    return previous.depth > 0 || next.depth > 0 || (previous.kind === 'number') === (next.kind === 'number');
  }
  if (next.kind === 'row') return isRow(previous.kind) && previous.cells.length === next.cells.length;
  return previous.kind === next.kind && ['quote', 'info', 'warning'].includes(next.kind);
}

function groupBlocks(blocks: readonly Block[]): readonly Group[] {
  const groups: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    if (last && previous && belongTogether(previous, block)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

const words = (block: Block): string => writeInlines(block.cells.flat());
const onOneLine = (block: Block): string => words(block).replaceAll('\\\n', ' ');

/** Nested items stand under the words of their parent, whatever the width of its mark. */
function writeList(group: Group): string {
  const indents = [''];
  const ranks: number[] = [];
  return group.map((block) => {
    const depth = Math.min(block.depth, indents.length - 1);
    const indent = indents[depth] ?? '';
    ranks.length = depth + 1;
    ranks[depth] = block.kind === 'number' ? (ranks[depth] ?? 0) + 1 : 0;
    const mark = block.kind === 'number' ? `${ranks[depth]}. ` : '- ';
    indents.length = depth + 1;
    indents.push(indent + ' '.repeat(mark.length));
    const text = words(block).replaceAll('\n', `\n${indents.at(-1)}`);
    return indent + mark + (block.kind === 'check' ? '[ ] ' : '') + text;
  }).join('\n');
}

function writeTable([first, ...rest]: Group): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const row = (block: Block): string => line(block.cells.map((cell) => writeInlines(cell).replaceAll('\\\n', ' ')));
  const hasHeader = first.kind === 'header-row';
  const header = hasHeader ? row(first) : line(first.cells.map(() => ''));
  const rows = hasHeader ? rest : [first, ...rest];
  return [header, line(first.cells.map(() => '---')), ...rows.map(row)].join('\n');
}

function writeGroup(group: Group): string {
  const [block] = group;
  if (isListed(block.kind)) return writeList(group);
  if (isRow(block.kind)) return writeTable(group);
  if (block.kind === 'rule') return '---';
  const paragraphs = group.map(words).join('\n\n');
  if (block.kind === 'quote') return paragraphs.replace(/^/gm, '> ').replace(/^> $/gm, '>');
  if (block.kind === 'info' || block.kind === 'warning') return `:::${block.kind}\n${paragraphs}\n:::`;
  const heading = HEADINGS[block.kind];
  // A heading may end with marks of its own, after a space.
  return heading ? heading + onOneLine(block).replace(/(?<=\s)#+$/, '\\$&') : paragraphs;
}

/** Blocks as Markdown that HedgeDoc 1.x and CodiMD show and that {@link parseBlocks} reads back. */
export function writeMarkdown(blocks: readonly Block[]): string {
  return groupBlocks(blocks).map((group) => `${writeGroup(group)}\n`).join('\n');
}

/** A pad: its metadata, then its text. LF line ends, one blank line between blocks. */
export function toMarkdown(doc: TextDocument, front: FrontMatter): string {
  const { title, description, author, licence } = front;
  const entries = Object.entries({ title, description, author, licence, lang: 'fr' });
  const lines = entries.flatMap(([key, value]) => (value ? [`${key}: ${JSON.stringify(cleanText(value))}`] : []));
  return `---\n${lines.join('\n')}\n---\n\n${writeMarkdown(doc.blocks)}`;
}
