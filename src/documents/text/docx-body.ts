import type { Block } from '../../model.ts';
import { isListed, isRow } from '../../shared/block-kinds.ts';
import { NO_LIST, numberedList, paragraphProperties } from '../../shared/docx/kinds.ts';
import { writeRuns } from '../../shared/docx/runs.ts';
import { writeTable } from '../../shared/docx/table.ts';

/** Only the first paragraph of a box carries the word « À savoir » or « Attention ». */
function paragraph(block: Block, previous: Block | undefined, list: number | undefined): string {
  const continuesBox = (block.kind === 'info' || block.kind === 'warning') && previous?.kind === block.kind;
  const properties = paragraphProperties(block.kind, block.depth, continuesBox ? NO_LIST : list);
  return `<w:p>${properties}${writeRuns(block.cells.flat())}</w:p>`;
}

/** How many numbered lists there are up to each block: a list ends at a block that is not in a list. */
function rankNumberedLists(blocks: readonly Block[]): readonly number[] {
  let rank = 0;
  let counting = false;
  return blocks.map(({ kind, depth }) => {
    if (kind === 'number' && !counting) rank += 1;
    counting = kind === 'number' || (counting && isListed(kind) && depth > 0);
    return rank;
  });
}

export interface Body {
  readonly xml: string;
  /** Each has its own definition in `numbering.xml`. */
  readonly numberedLists: number;
}

/** The content of `w:body` before its section properties. */
export function writeBody(blocks: readonly Block[]): Body {
  const ranks = rankNumberedLists(blocks);
  const xml = blocks.map((block, index) => {
    if (block.kind === 'header-row' || (block.kind === 'row' && !isRow(blocks[index - 1]?.kind))) {
      const next = blocks.findIndex((other, at) => at > index && other.kind !== 'row');
      return writeTable(blocks.slice(index, next === -1 ? undefined : next));
    }
    if (block.kind === 'row') return '';
    return paragraph(block, blocks[index - 1], block.kind === 'number' ? numberedList(ranks[index] ?? 1) : undefined);
  });
  return { xml: xml.join('') || '<w:p/>', numberedLists: ranks.at(-1) ?? 0 };
}
