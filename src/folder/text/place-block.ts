import type { Block, FoundBlock } from '../../model.ts';
import { isListed, isRow } from '../../shared/block-kinds.ts';

export const isHeading = (kind: FoundBlock['kind']): boolean => kind === 'title' || kind === 'heading' || kind === 'subheading';

const isItem = (block: FoundBlock | undefined): boolean => block !== undefined && block.kind !== 'other' && isListed(block.kind);

/**
 * The rank after which a new block goes, when it follows the block of rank `after`: right there, but not inside a table
 * or between an item and what a person put under it; and a heading comes after all that a person added to the section.
 * @param isOurs whether the block of this rank is one of ours
 */
export function placeBlock(
  after: number, block: Pick<Block, 'kind' | 'depth'>, mine: readonly FoundBlock[], isOurs: (rank: number) => boolean,
): number {
  const belongs = (rank: number): boolean => {
    const [last, next] = [mine[rank - 1], mine[rank]];
    if (!last || !next) return false;
    if (next.kind === 'row' && last.kind !== 'other' && isRow(last.kind)) return true;
    if (isOurs(rank)) return false;
    if (isItem(last) && isItem(next) && (!isListed(block.kind) || next.depth > block.depth)) return true;
    return isHeading(block.kind) && !isHeading(next.kind);
  };
  let rank = after;
  while (rank >= 0 && belongs(rank + 1)) rank += 1;
  return rank;
}
