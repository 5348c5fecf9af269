import type { FoundBlock } from '../../model.ts';
import { openDocx } from './open-docx.ts';
import { readBlocks } from './read-blocks.ts';

/** A person's Word file as blocks. */
export interface FoundDocx {
  /** Every paragraph of the body and every table row, in order. */
  readonly blocks: readonly FoundBlock[];
}

/** Not ok: the file is not one that can be patched safely (`merge.md`, « Leave alone »). */
export type ReadDocx = { readonly ok: true; readonly document: FoundDocx } | { readonly ok: false };

/** Reads a person's `.docx`, whoever saved it last. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const file = openDocx(bytes);
  return file ? { ok: true, document: { blocks: readBlocks(file).map(({ found }) => found) } } : { ok: false };
}
