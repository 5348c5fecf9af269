import type { Token } from 'markdown-it';
import type { FoundBlock } from '../../model.ts';
import { shapeOf } from './blocks.ts';
import { countFrontLines, splitLines, type Line } from './markdown-lines.ts';
import { parsePad, type PadMark } from './markdown-pad-parser.ts';
import { placeHeading, placeParagraph, placeRow } from './markdown-place.ts';
import { foundWords, placeCell, type LineRange, type PlacedBlock, type PlacedCell, type Unit } from './markdown-placed-block.ts';

/** A person's pad with the place of each of its blocks. */
export interface PlacedMarkdown {
  readonly text: string;
  readonly lines: readonly Line[];
  /** Lines of metadata before the text. */
  readonly front: number;
  readonly blocks: readonly PlacedBlock[];
}

/** Reads a pad; every place is one in `text`, whatever its line ends and byte order mark. */
export function placeMarkdown(text: string): PlacedMarkdown {
  const lines = splitLines(text);
  const front = countFrontLines(text, lines);
  const source = lines.map(({ start, end }, rank) => (rank < front ? '' : text.slice(start, end)));
  return { text, lines, front, blocks: pinFullItems(readBlocks(text, lines, parsePad(source.join('\n')))) };
}

export const foundIn = ({ blocks }: PlacedMarkdown): readonly FoundBlock[] => blocks.map(({ found }) => found);

const OTHER = new Set(['fence', 'code_block', 'html_block', 'note']);

const rangeOf = ({ map }: Token): LineRange => ({ first: map?.[0] ?? 0, last: map?.[1] ?? 0 });

/** The lines of a unit without the blank ones behind it; a box ends with its line of colons. */
function unitOf(text: string, lines: readonly Line[], token: Token): Unit {
  const { first, last: end } = rangeOf(token);
  const lineAt = (rank: number): string => text.slice(lines[rank]?.start, lines[rank]?.end);
  const closes = token.type.startsWith('container_') && end < lines.length && /^ {0,3}:{3,}[ \t]*$/.test(lineAt(end));
  let last = closes ? end + 1 : end;
  while (last > first + 1 && lineAt(last - 1).trim() === '') last -= 1;
  return { type: token.type, first, last };
}

function placeWords(text: string, lines: readonly Line[], token: Token, heading: Token | undefined): PlacedCell | undefined {
  const { first, last } = rangeOf(token);
  const [line] = lines.slice(first, last);
  const isMarked = heading !== undefined && heading.markup.startsWith('#');
  if (isMarked) return placeCell(token, line && placeHeading(text, line, token.content, heading.markup.length));
  return placeCell(token, placeParagraph(text, lines.slice(first, last), token.content));
}

function readBlocks(text: string, lines: readonly Line[], tokens: readonly Token[]): readonly PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  const open: Token[] = [];
  let row: Token[] = [];
  let unit: Unit = { type: '', first: 0, last: 0 };

  const emit = (found: FoundBlock, range: LineRange, more: Partial<PlacedBlock> = {}): void => {
    const isBlank = found.cells.every((words) => words.trim() === '') && !found.pinned && found.kind !== 'rule' && found.kind !== 'row';
    const items = open.filter(({ type }) => type === 'list_item_open');
    if (!isBlank) blocks.push({ found, ...range, unit, items, isItem: false, isTight: false, cells: [], ...more });
  };
  const emitRow = (token: Token): void => {
    const isHeader = open.at(-1)?.type === 'thead_open';
    const { first } = rangeOf(token);
    const line = lines[first];
    const places = line && placeRow(text, line, row.map(({ content }) => content));
    const cells = row.map((cell, rank) => placeCell(cell, places?.[rank]));
    const found = foundWords({ kind: isHeader ? 'header-row' : 'row', depth: 0 }, row, cells);
    emit(found, { first, last: first + (isHeader ? 2 : 1) }, { cells: cells.flatMap((cell) => cell ?? []), isTight: true });
  };
  const emitWords = (token: Token, index: number, parent: Token | undefined): void => {
    const heading = parent?.type === 'heading_open' ? parent : undefined;
    const cell = placeWords(text, lines, token, heading);
    const found = foundWords(shapeOf(tokens, index, open, (token.meta as PadMark).check), [token], [cell]);
    const isItem = tokens[index - 2]?.type === 'list_item_open' && !heading;
    emit(found, rangeOf(heading ?? token), { cells: cell ? [cell] : [], isItem, isTight: parent?.hidden ?? false });
  };

  tokens.forEach((token, index) => {
    const parent = open.at(-1);
    if (token.level === 0 && token.map) unit = unitOf(text, lines, token);
    if (token.nesting === 1) open.push(token);
    else if (token.nesting === -1) open.pop();
    if (token.type === 'tr_open') row = [];
    else if (token.type === 'tr_close' && parent) emitRow(parent);
    else if (token.type === 'hr') emit({ kind: 'rule', depth: 0, cells: [''], pinned: false }, rangeOf(token));
    else if (OTHER.has(token.type)) emit({ kind: 'other', depth: 0, cells: [token.content.trimEnd()], pinned: true }, rangeOf(token));
    else if (token.type === 'inline' && (parent?.tag === 'td' || parent?.tag === 'th')) row.push(token);
    else if (token.type === 'inline') emitWords(token, index, parent);
  });
  return blocks;
}

/** An item with more in it than its words and lists is needed by what it holds. */
function pinFullItems(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  const full = new Set(blocks.filter(({ isItem }) => !isItem).flatMap(({ items }) => items.at(-1) ?? []));
  return blocks.map((block) => {
    const item = block.items.at(-1);
    return block.isItem && item && full.has(item) ? { ...block, found: { ...block.found, pinned: true } } : block;
  });
}
