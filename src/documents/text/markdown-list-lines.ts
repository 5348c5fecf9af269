import type { Token } from 'markdown-it';
import type { Block } from '../../model.ts';
import { writeInlines } from './markdown-inlines.ts';
import type { PlacedMarkdown } from './markdown-placed.ts';
import { isList, type PlacedBlock } from './markdown-placed-block.ts';

/** One list item that new ones may stand beside or under. */
interface Sibling {
  /** What stands before its mark. */
  readonly prefix: string;
  readonly mark: string;
  readonly gap: string;
}

const ITEM_LINE = /^([ \t>]*)([-*+]|\d{1,9}[.)])([ \t]{1,4}(?=\S)|)/;

function readSibling({ text, lines }: PlacedMarkdown, { map }: Token): Sibling {
  const line = lines[map?.[0] ?? -1];
  const [, prefix = '', mark = '-', gap = ''] = ITEM_LINE.exec(text.slice(line?.start, line?.end)) ?? [];
  return { prefix, mark, gap: gap || ' ' };
}

const isNumbered = ({ mark }: Sibling): boolean => /^\d/.test(mark);
const isAlike = (sibling: Sibling, { kind }: Block): boolean => isNumbered(sibling) === (kind === 'number');

/** What the lines under an item start with. */
const under = ({ prefix, mark, gap }: Sibling): string => prefix + (gap.includes('\t') ? '\t' : ' '.repeat(mark.length + gap.length));

/** The same bullet, the next number. */
function nextMark({ mark }: Sibling, step: number): string {
  return mark.replace(/^\d+/, (number) => String(Number(number) + step));
}

/** True when a new item goes on the list that `block` stands in; bullets and numbers make two lists. */
export function joinsList(placed: PlacedMarkdown, block: PlacedBlock, added: Block): boolean {
  const outer = block.items[0];
  if (!outer || !isList(block.unit)) return false;
  return Math.min(added.depth, block.items.length) > 0 || isAlike(readSibling(placed, outer), added);
}

function writeItem(sibling: Sibling, block: Block): readonly string[] {
  const words = writeInlines(block.cells.flat()).split('\n');
  const box = block.kind === 'check' ? '[ ] ' : '';
  return words.map((line, rank) => (rank === 0 ? `${sibling.prefix}${sibling.mark}${sibling.gap}${box}` : under(sibling)) + line);
}

/** New items behind an item, each at its depth, with the marks and indents that the person uses. */
export function itemsAfter(placed: PlacedMarkdown, { items }: PlacedBlock, added: readonly Block[]): readonly (readonly string[])[] {
  let siblings = items.map((item) => readSibling(placed, item));
  return added.map((block) => {
    const depth = Math.min(block.depth, siblings.length);
    const [beside, above] = [siblings[depth], siblings[depth - 1]];
    const bullet = siblings.find((one) => !isNumbered(one))?.mark ?? '-';
    const plain = { prefix: beside?.prefix ?? (above ? under(above) : ''), mark: block.kind === 'number' ? '1.' : bullet, gap: ' ' };
    const own = beside && isAlike(beside, block) ? { ...beside, mark: nextMark(beside, 1) } : plain;
    siblings = [...siblings.slice(0, depth), own];
    return writeItem(own, block);
  });
}

/** New items at the top of a list. */
export function itemsBefore(placed: PlacedMarkdown, { items }: PlacedBlock, added: readonly Block[]): readonly (readonly string[])[] {
  const first = items.slice(0, 1).map((item) => readSibling(placed, item));
  return added.map((block) => first.flatMap((sibling) => writeItem(sibling, block)));
}
