import { furnitureOf } from '../documents/furniture.ts';
import type { Made } from '../folder/reconcile.ts';
import type { Document, Plan } from '../model.ts';

/** What writes files is imported only by runs that write some. */
const encode = async (document: Document, plan: Plan): Promise<Uint8Array> => (await import('../documents/encode.ts')).encodeDocument(document, plan);

/** A document whose bytes are made when they are asked for, once: most runs change few files. */
export function make(document: Document, plan: Plan): Made {
  let bytes: Promise<Uint8Array> | undefined;
  return { document, furniture: furnitureOf(document, plan), encode: () => (bytes ??= encode(document, plan)) };
}
