import type { Plan } from '../../model.ts';
import type { DocumentEntry } from '../document-entry.ts';
import { html, type Html } from './html.ts';
import { findBuilt, relativeLink } from './links.ts';
import { section } from './page.ts';

interface Program { readonly extension: string; readonly what: string; readonly opens: string }

const known: readonly Program[] = [
  { extension: 'html', what: 'page à lire ou à imprimer', opens: 'un navigateur (Firefox, Edge, Chrome…)' },
  { extension: 'docx', what: 'texte', opens: 'LibreOffice Writer ou Microsoft Word' },
  { extension: 'md', what: 'texte pour un pad (page à plusieurs)', opens: 'un pad HedgeDoc ou CodiMD, le Bloc-notes' },
  { extension: 'xlsx', what: 'tableau', opens: 'LibreOffice Calc ou Microsoft Excel' },
  { extension: 'ics', what: 'calendrier', opens: 'votre agenda (voir plus bas)' },
  { extension: 'yaml', what: 'vos réponses', opens: 'le Bloc-notes, ou un autre éditeur de texte simple' },
];

/** Which program opens which kind of file; only kinds that the folder holds. */
export function programs(documents: readonly DocumentEntry[]): Html {
  const present = known.filter(({ extension }) =>
    extension === 'yaml' || documents.some(({ path }) => path.endsWith(`.${extension}`)));
  return html`<table>
<caption>Le nom du fichier finit par…</caption>
<thead><tr><th scope="col">Fin du nom</th><th scope="col">C’est</th><th scope="col">À ouvrir avec</th></tr></thead>
<tbody>
${present.map(({ extension, what, opens }) => html`<tr><th scope="row"><span class="path">.${extension}</span></th>
<td>${what}</td><td>${opens}</td></tr>
`)}</tbody>
</table>`;
}

/** Which calendar file goes into which program: Outlook ignores tasks (VTODO, RFC 5545 §3.6.2). */
export function calendarFiles(
  plan: Plan, path: string, documents: readonly DocumentEntry[],
): Html | undefined {
  const milestones = findBuilt(plan, documents, 'milestones-calendar');
  const tasks = findBuilt(plan, documents, 'tasks-calendar');
  if (!milestones && !tasks) return undefined;
  const link = (to: DocumentEntry): Html => html`<a href="${relativeLink(path, to.path)}">${to.title}</a>`;
  return section('calendriers', 'Mettre les dates dans votre agenda', html`<ul>
${milestones && html`<li>${link(milestones)} : pour tous les agendas, Outlook compris.</li>
`}${tasks && html`<li>${link(tasks)} : pour Thunderbird, Nextcloud et Apple.
Outlook ne montre pas les tâches : ce fichier n’y sert à rien.</li>
`}</ul>
${plan.schedule.provisional
    ? html`<p class="note">Tant que la date de l’événement n’est pas fixée, ces calendriers n’annoncent rien.</p>`
    : html`<p>Après une mise à jour, importez-les de nouveau. Les dates se déplacent, rien n’est en double, et ce qui n’est
plus prévu devient « annulé ». Les tâches que vous avez ajoutées dans le tableau n’y sont pas.</p>`}`);
}

/** Where data goes: nowhere. */
export function privacy(): Html {
  return html`<ul>
<li>Ce dossier a été fait sur votre ordinateur. Ni vos réponses ni vos fichiers n’ont été envoyés.</li>
<li>Les pages de ce dossier ne chargent rien depuis internet et n’enregistrent rien.</li>
<li>Les réponses aux inscriptions sont des données personnelles : gardez-les dans un endroit fermé, et effacez-les
à la date annoncée dans le formulaire.</li>
<li>Avant de partager le dossier, regardez s’il contient des noms ou des adresses.</li>
</ul>`;
}
