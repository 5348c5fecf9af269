import { blockText } from '../../src/documents/text/blocks.ts';
import type { Block } from '../../src/model.ts';

export const textOf = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n');

const UNFINISHED = /undefined|\bnull\b|NaN|\[object|\{\{|\}\}|\*\*|\[#|:::|[\uE000-\uF8FF]/;
const BADLY_JOINED = / {2}|^ | $|\(\s*\)|, ?\.|(?<!\.)\.\.(?!\.)|\?\.(?!\S)|,\s*,/m;
const BADLY_SET = /(?<! |\u00a0|\u202f|https?|mailto)[;!?](?=\s|$)| [:;!?»€%]|«(?!\u00a0)|'|·/m;
const LONGEST_SENTENCE = 30;
const RANKS: Readonly<Record<string, number>> = { title: 1, heading: 2, subheading: 3 };

/** What a reader would notice: holes, broken typography, headings over nothing, endless sentences. */
export function faultsOf(blocks: readonly Block[]): readonly string[] {
  const text = textOf(blocks);
  const patterns = [UNFINISHED, BADLY_JOINED, BADLY_SET].flatMap((pattern) => {
    const at = text.search(pattern);
    return at < 0 ? [] : [`${pattern}: ${text.slice(Math.max(0, at - 30), at + 30)}`];
  });
  const sentences = text.split(/[\n\t]|(?<=[.?!:;]) /)
    .filter((sentence) => (sentence.match(/[^ \u00a0]*[\p{L}\d][^ \u00a0]*/gu) ?? []).length > LONGEST_SENTENCE);
  const places = blocks.flatMap((block, index) => {
    const next = blocks[index + 1]?.kind;
    const rank = RANKS[block.kind];
    const overNothing = rank !== undefined && (next === undefined || next === 'rule' || (RANKS[next] ?? 4) <= rank);
    const withoutRows = block.kind === 'header-row' && next !== 'row';
    // Cells to fill by hand may be empty; a value of the plan never is, and a row says what it is about.
    const withoutLabel = block.kind === 'row' && (block.cells[0] ?? []).every((run) => run.text.trim() === '');
    const wrong = overNothing || withoutRows || withoutLabel || block.id.includes('~');
    return wrong ? [`${block.id}: ${blockText(block)}`] : [];
  });
  const titles = blocks.flatMap(({ kind }, index) => (kind === 'title' ? [index] : []));
  return [...patterns, ...sentences, ...places, ...(titles.join() === '0' ? [] : ['one title, at the head'])];
}
