import type { BlockKind } from '../model.ts';

/** Kinds that a list is made of. */
export const isListed = (kind: BlockKind): boolean => kind === 'item' || kind === 'number' || kind === 'check';

/** Kinds that a table is made of. */
export const isRow = (kind: BlockKind | undefined): boolean => kind === 'header-row' || kind === 'row';
