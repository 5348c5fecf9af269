import type { Document } from '../model.ts';
import { sha256 } from '../shared/sha256.ts';
import type { DocumentBase, Furniture } from './baseline.ts';
import { encodeContent } from './content.ts';
import type { Made } from './reconcile.ts';

/**
 * True when the kit and the answers say now what was written last time. The look that a newer tool would give it does
 * not count: nobody's files change for that. What comes from the same place is not even rendered.
 */
export async function isSameContent(base: DocumentBase, next: Made): Promise<boolean> {
  if (base.kind !== next.kind || !isSameFurniture(base, next.furniture)) return false;
  if (base.madeFrom !== undefined && base.madeFrom === next.madeFrom) return true;
  return base.content === sha256(encodeContent(await next.document()));
}

const isSameFurniture = (base: Partial<Furniture>, { title, footer }: Furniture): boolean =>
  (base.title ?? title) === title && (base.footer ?? footer) === footer;

/** A page that tells where things stand on a day: it is another one every day. */
export const followsTheDay = ({ spec }: Pick<Document, 'spec'>): boolean => spec.builder === 'dashboard';

/** Names one state of a document, so that a person is told of it once: what only follows the day makes no new one. */
export function contentHash(next: Document): string {
  if (followsTheDay(next)) return 'chaque-jour';
  if (next.kind === 'calendar') return sha256(JSON.stringify(next.items.map(({ uid, content }) => [uid, content]))).slice(0, 16);
  return sha256(encodeContent(next)).slice(0, 16);
}
