import type { IsoDate } from '../../model.ts';
import type { FactGroup } from '../folder-facts.ts';
import { html, type Html } from './html.ts';

/** A source that many years older than the event is told to be old. */
const OLD_YEARS = 4;

/** Years that a title names; not the number of a law, « 2005-102 ». */
const YEARS = /(?<![\d-])(?:19|20)\d\d(?![\d-])/g;

/** The latest year that the title of an old source names; undefined: it names none, or is not old. */
export function oldYear(title: string, firstDay: IsoDate): number | undefined {
  const years = (title.match(YEARS) ?? []).map(Number);
  const latest = Math.max(...years);
  return years.length > 0 && latest <= Number(firstDay.slice(0, 4)) - OLD_YEARS ? latest : undefined;
}

/** What the words of the page mean, and where to go from there. */
export function sourcesGuide(groups: readonly FactGroup[]): Html {
  return html`<p>Ce dossier donne des délais, des prix, des règles et des conseils. Cette page dit d’où vient chacun. Elle ne
parle que de ce qui concerne votre événement.</p>
<dl>
<dt><strong>La source</strong></dt>
<dd>Un texte, une page ou un récit que chacun peut lire. Son adresse est à la fin. Pour l’ouvrir, il faut internet : cette
page n’y va jamais d’elle-même.</dd>
<dt><strong>Notre propre avis</strong></dt>
<dd>Aucune source publique ne le dit. Les personnes qui ont écrit ce kit le proposent : discutez-le, changez-le.</dd>
<dt><strong>Vérifiée le…</strong></dt>
<dd>Le dernier jour où nous avons relu l’information. Elle a pu changer depuis.</dd>
<dt><strong>Sûre</strong></dt><dd>Vous pouvez vous y fier. Donnez sa source quand vous la citez.</dd>
<dt><strong>Assez sûre</strong></dt><dd>Relisez la source avant une décision importante.</dd>
<dt><strong>À vérifier</strong></dt><dd>Ne vous y fiez pas sans l’avoir vérifiée vous-même.</dd>
</dl>
<p>Les parties :</p>
<ul>
${groups.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>
`)}<li><a href="#sources">Les sources et leurs adresses</a></li>
</ul>
<p>Pour savoir pourquoi une tâche, une dépense ou une règle est là, tapez <code>nec-local expliquer</code> et son repère, écrit
après son titre.</p>`;
}
