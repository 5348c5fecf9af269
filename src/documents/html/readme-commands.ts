import type { IsoDate, Plan } from '../../model.ts';
import { addDays } from '../../shared/dates.ts';
import type { DocumentEntry } from '../document-entry.ts';
import { html, type Html } from './html.ts';
import { findBuilt, relativeLink } from './links.ts';
import { section } from './page.ts';

/** What to type, and what it does. */
export function commands(plan: Plan): Html {
  const all: readonly (readonly [string, string])[] = [
    ['etat', 'dit où en est le projet, sans rien changer'],
    ['verifier', 'compare le dossier à toutes les règles, et dit quoi faire d’abord'],
    ['generer', 'met le dossier à jour'],
    [`reporter ${exampleDate(plan)}`, 'change la date de l’événement'],
    ['annuler', 'défait la dernière mise à jour'],
  ];
  return html`<p>Vos phrases, vos montants, vos cases cochées et vos lignes ajoutées restent. Une mise à jour ne change que ce
qui vient de l’outil.</p>
<ol>
<li>Fermez les fichiers du dossier.</li>
<li>Sous Windows, ouvrez ce dossier dans l’Explorateur. Cliquez dans la barre d’adresse, tapez <code>cmd</code>, puis
Entrée : l’Invite de commandes s’ouvre dans ce dossier. Ailleurs, ouvrez un terminal dans ce dossier.</li>
<li>Tapez une de ces lignes, puis Entrée.</li>
</ol>
<table>
<caption>Les commandes</caption>
<thead><tr><th scope="col">Ce que l’on tape</th><th scope="col">Ce que cela fait</th></tr></thead>
<tbody>
${all.map(([command, does]) => html`<tr><th scope="row"><code>nec-local ${command}</code></th><td>${does}</td></tr>
`)}</tbody>
</table>
<p>L’ordinateur ne trouve pas la commande ? Placez-vous dans le dossier du programme, et ajoutez <code>-C</code> et le
chemin de ce dossier : <code>npx nec-local etat -C ..\\mon-nec</code></p>`;
}

/** How an answer is changed by hand. */
export function changeAnswers(): Html {
  return html`<ol>
<li>Ouvrez <code>nec-local.yaml</code> avec le Bloc-notes.</li>
<li>Changez ce qui suit les deux-points, puis enregistrez. Pour changer une réponse proposée, enlevez d’abord le
<code>#</code> au début de sa ligne.</li>
<li>Tapez <code>nec-local generer</code>. Avec <code>--dry-run</code> à la fin, la commande dit ce qui changerait et
n’écrit rien.</li>
</ol>`;
}

/** What to do when the date moves, or when there is one at last. */
export function changeDate(plan: Plan, path: string, documents: readonly DocumentEntry[]): Html {
  const { provisional } = plan.schedule;
  const calendars = findBuilt(plan, documents, 'milestones-calendar') ?? findBuilt(plan, documents, 'tasks-calendar');
  const dashboard = findBuilt(plan, documents, 'dashboard');
  return section('date', provisional ? 'Quand la date sera fixée' : 'Si la date change', html`${provisional && dashboard
    && html`<p>Quelle date choisir ? L’outil en propose, avec ce qui parle pour et contre chacune :
<a href="${relativeLink(path, dashboard.path)}#choisir">${dashboard.title}, « Choisir la date »</a>.</p>
`}<ol>
<li>Tapez <code>nec-local reporter ${exampleDate(plan)}</code> avec votre date : l’année, le mois, le jour.</li>
<li>La commande montre d’abord ce qui change : ce qui devient en retard, un jour férié, une date que vous avez écrite
vous-même. Elle n’écrit qu’avec votre accord.</li>
${calendars && html`<li>Importez de nouveau les calendriers dans votre agenda.</li>
`}<li>Relisez ce qui est déjà parti ou affiché : courriels, affiches, formulaires, page d’inscription.</li>
</ol>
${!provisional && html`<p>La date n’est plus connue ? <code>nec-local reporter a-definir</code></p>`}`);
}

/** Five weeks later than now said, or the first day that the plan supposes. */
const exampleDate = ({ schedule: { firstDay, provisional } }: Plan): IsoDate => (provisional ? firstDay : addDays(firstDay, 35));

/** Two versions, a file that is gone, a step back. */
export function troubles(documents: readonly DocumentEntry[]): Html {
  const file = documents.find(({ path }) => /\.(docx|md)$/.test(path)) ?? documents[0];
  return html`<h3>Un fichier « nouveau » est apparu</h3>
<p>Vous et l’outil avez changé la même chose. Votre fichier n’a pas perdu un mot. La nouvelle version est à côté, par
exemple <span class="path">budget.nouveau.xlsx</span>. Ouvrez les deux, recopiez dans le vôtre ce que vous voulez, puis
supprimez la nouvelle version : c’est réglé. Le tableau de bord montre ce qui diffère.</p>
<h3>Un fichier a été supprimé</h3>
<p>Il reste supprimé.${file && html` Pour le faire revenir : <code>nec-local restaurer ${file.path}</code>`}</p>
<h3>La mise à jour ne convient pas</h3>
<p>Tapez <code>nec-local annuler</code>. Les fichiers où vous avez travaillé depuis ne bougent pas. La même commande,
une seconde fois, refait la mise à jour.</p>`;
}
