import type { Provenance, Source } from '../../model.ts';
import { html, type Html } from './html.ts';
import { outerLink } from './links.ts';
import { checked, sourceOf } from './phrases.ts';

/** « Source : Code du travail, … – vérifiée le 23 novembre 2026, information sûre », each source a link where it has an address. */
export function sourceLine(fact: Provenance, sources: readonly Source[]): Html {
  const titles = fact.sources.map((id, index) => {
    const { title, url } = sourceOf(id, sources);
    return html`${index > 0 && html` ; `}${outerLink(title, url)}`;
  });
  return html`Source : ${titles} – ${checked(fact)}`;
}
