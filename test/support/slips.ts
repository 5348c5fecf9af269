import type { Block } from '../../src/model.ts';

/** What no word of a folder may hold. */
export const SLIP = /undefined|\bnull\b|NaN|\[object|Infinity|\{\{|\}\}|[\uE000\uE001]/;

export const wordsOf = ({ cells }: Block): string => cells.map((runs) => runs.map(({ text }) => text).join('')).join(' | ');

/** Every word and number of a table; an empty cell is null. */
export function leavesOf(value: unknown): readonly unknown[] {
  return value === null ? [] : typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : [value];
}

/** Headings without words, or with nothing under them but another heading of the same rank or a higher one. */
export function emptyHeadings(blocks: readonly Block[]): readonly string[] {
  const ranks: readonly Block['kind'][] = ['title', 'heading', 'subheading'];
  return blocks.flatMap((block, index) => {
    const [rank, next] = [ranks.indexOf(block.kind), blocks[index + 1]];
    const nextRank = next ? ranks.indexOf(next.kind) : 0;
    return rank >= 0 && (wordsOf(block).trim() === '' || (nextRank >= 0 && nextRank <= rank)) ? [`« ${wordsOf(block)} »`] : [];
  });
}
