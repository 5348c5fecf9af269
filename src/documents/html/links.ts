import type { Builder, Plan } from '../../model.ts';
import type { DocumentEntry } from '../document-entry.ts';
import { html, type Fragment, type Html } from './html.ts';

/** The relative address of one file of the folder from another (RFC 3986 §4.2), each name percent-encoded. */
export function relativeLink(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return up + to.split('/').map(encodeURIComponent).join('/');
}

/** A link for an address that a browser may follow (http, https); plain words for anything else. */
export function outerLink(words: Fragment, url: string | undefined): Html {
  const safe = url !== undefined && /^https?:\/\/\S+$/i.test(url);
  return safe ? html`<a href="${url}" rel="noreferrer">${words}</a>` : html`${words}`;
}

/** A path as people read it, which may break after each folder. */
export function pathWords(path: string): Html {
  const parts = path.split('/').map((part, index) => html`${index > 0 && html`/<wbr>`}${part}`);
  return html`<span class="path">${parts}</span>`;
}

/** The listed file of a document of the kit; undefined when this plan does without it. */
export function findDocument(documents: readonly DocumentEntry[], id: string): DocumentEntry | undefined {
  return documents.find((listed) => listed.id === id);
}

/** The listed file made by a builder, for instance the dashboard. */
export function findBuilt(
  plan: Plan, documents: readonly DocumentEntry[], builder: Builder,
): DocumentEntry | undefined {
  const spec = plan.kit.documents.find((candidate) => candidate.builder === builder);
  return spec && findDocument(documents, spec.id);
}
