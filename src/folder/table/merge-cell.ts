import type { Column, FoundCell } from '../../model.ts';
import { isLeftBehind, sameContent } from './found-cell.ts';

/**
 * `keep`: the person's cell stays. `take`: ours changed and theirs did not. `theirs`: they wrote over a formula of ours
 * that changed. `conflict`: both changed, or it must not be written; their cell stays.
 */
export type Fate = 'keep' | 'take' | 'theirs' | 'conflict';

/** What becomes of one cell, from what was last written (base), what stands in the file (mine), what it would be now (next). */
export function fateOf(column: Column, base: FoundCell, mine: FoundCell, next: FoundCell): Fate {
  if (sameContent(base, next) || sameContent(mine, next)) return 'keep';
  if (sameContent(mine, base)) return mine.locked ? 'conflict' : 'take';
  if (column.owner === 'person') return 'keep';
  return base.formula === undefined && next.formula === undefined ? 'conflict' : 'theirs';
}

/** A formula of ours that says something else than it should, and that nobody would notice. */
export const hasStrayed = (fate: Fate, base: FoundCell, mine: FoundCell): boolean =>
  fate === 'theirs' || (fate === 'keep' && isLeftBehind(mine, base));
