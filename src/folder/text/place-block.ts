import type { Block, FoundBlock } from '../../model.ts';
import { isListed } from '../../shared/block-kinds.ts';
import { isRowGist } from './gist.ts';

export const isHeading = (kind: FoundBlock['kind']): boolean => kind === 'title' || kind === 'heading' || kind === 'subheading';

const isItem = (block: FoundBlock | undefined): boolean => block !== undefined && block.kind !== 'other' && isListed(block.kind);
const isTableRow = (block: FoundBlock | undefined): boolean => block !== undefined && isRowGist(block);

/**
 * The rank after which a new block goes, when it follows the block of rank `after`: right there, but not inside a table
 * or between an item and what a person put under it; and a heading comes after all that a person added to the section.
 * @param isOurs whether the block of this rank is one of ours
 */
export function placeBlock(
  after: number, block: Pick<Block, 'kind' | 'depth'>, mine: readonly FoundBlock[], isOurs: (rank: number) => boolean,
): number {
  if (after < 0) return after;
  let rank = after;
  const goOn = (belongs: (last: FoundBlock, next: FoundBlock) => boolean): void => {
    for (let [last, next] = [mine[rank], mine[rank + 1]]; last && next && belongs(last, next); [last, next] = [next, mine[rank + 1]]) rank += 1;
  };
  goOn((last, next) => isTableRow(last) && next.kind === 'row');
  goOn((last, next) => !isOurs(rank + 1) && isItem(last) && isItem(next) && (!isListed(block.kind) || next.depth > block.depth));
  const isTheirs = (from: number): boolean => {
    if (isOurs(from)) return false;
    return !isTableRow(mine[from]) || mine[from + 1]?.kind !== 'row' || isTheirs(from + 1);
  };
  if (isHeading(block.kind)) goOn((_, next) => !isHeading(next.kind) && isTheirs(rank + 1));
  return rank;
}
