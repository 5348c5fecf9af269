import { furnitureOf } from '../documents/furniture.ts';
import type { PlannedDocument } from '../documents/render-documents.ts';
import type { Made, Wanted } from '../folder/reconcile.ts';
import type { Document, Plan } from '../model.ts';
import { once } from '../shared/once.ts';

/** What writes files is imported only by runs that write some. */
const encode = async (document: Document, plan: Plan): Promise<Uint8Array> => (await import('../documents/encode.ts')).encodeDocument(document, plan);

/** A document of the plan at its place: rendered and encoded when that is asked for, once, since most runs change few files. */
export function make({ spec, kind, madeFrom, render }: PlannedDocument, path: string, plan: Plan): Made {
  const document = once(() => render(path));
  return {
    kind, document, furniture: furnitureOf({ spec }, plan), madeFrom,
    encode: once(async () => encode(await document(), plan)),
  };
}

/** The same before its place is known. */
export const wanted = (plan: Plan) => (planned: PlannedDocument): Wanted => {
  const { spec, kind, path } = planned;
  return { spec, kind, path, at: (place) => make(planned, place, plan) };
};
