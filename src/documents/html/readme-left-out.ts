import type { Plan } from '../../model.ts';
import { EXTRA_DOCUMENTS, isLeftOut } from '../../shared/planned-documents.ts';
import { textsAnswer } from '../../shared/read-answer.ts';
import { html, type Html } from './html.ts';
import { section } from './page.ts';

/** What a small event was not given, and what to type to have it; nothing where nothing was left out. */
export function leftOut({ kit, facts }: Plan): Html | undefined {
  const documents = kit.documents.filter((spec) => isLeftOut(spec, facts));
  if (documents.length === 0) return undefined;
  const [first] = documents;
  const asked = textsAnswer(facts, EXTRA_DOCUMENTS);
  const command = (ids: readonly string[]): string => `nec-local generer --set ${EXTRA_DOCUMENTS}=${[...asked, ...ids].join(',')}`;
  return section('laisses-de-cote', 'Ce qui a été laissé de côté', html`<p>Votre événement est court et réunit peu de monde. Ces
documents serviraient peut-être, mais rien n’oblige à les avoir. Pour en ajouter un, fermez les fichiers du dossier, puis
tapez la commande avec son nom :</p>
<p><code>${command([first?.id ?? ''])}</code></p>
<p>Pour plusieurs, séparez les noms par des virgules.</p>
<ul class="files">
${documents.map(({ id, title, purpose }) => html`<li>${title}<br><span class="path">${id}</span><br>${purpose}</li>
`)}</ul>`);
}
