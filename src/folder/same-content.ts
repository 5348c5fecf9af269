import type { Document } from '../model.ts';
import { sha256, type Baseline, type DocumentBase, type Furniture } from './baseline.ts';

const utf8 = new TextDecoder();

/** What a document says, as one text: two are equal when a person would read the same. */
function contentOf(document: Document | DocumentBase, copy: string): string {
  switch (document.kind) {
    case 'copy': return copy;
    case 'calendar': return JSON.stringify([document.name, document.items]);
    case 'text': return JSON.stringify(document.blocks);
    case 'table': return JSON.stringify(document.sheets);
  }
}

/**
 * True when the kit and the answers say now what was written last time. The look that a newer tool would give it does
 * not count: nobody's files change for that.
 */
export function isSameContent(base: DocumentBase, next: Document, furniture: Furniture, baseline: Pick<Baseline, 'bytesOf'>): boolean {
  if (base.kind !== next.kind) return false;
  if (next.kind === 'copy') return utf8.decode(baseline.bytesOf(base.path)) === next.content;
  const sameFurniture = (base.title ?? furniture.title) === furniture.title && (base.footer ?? furniture.footer) === furniture.footer;
  return sameFurniture && contentOf(base, '') === contentOf(next, '');
}

/** A page that tells where things stand on a day: it is another one every day. */
export const followsTheDay = ({ spec }: Pick<Document, 'spec'>): boolean => spec.builder === 'dashboard';

/** Names one state of a document, so that a person is told of it once: what only follows the day makes no new one. */
export function contentHash(next: Document): string {
  if (followsTheDay(next)) return 'chaque-jour';
  if (next.kind === 'calendar') return sha256(JSON.stringify(next.items.map(({ uid, content }) => [uid, content]))).slice(0, 16);
  return sha256(contentOf(next, next.kind === 'copy' ? next.content : '')).slice(0, 16);
}
