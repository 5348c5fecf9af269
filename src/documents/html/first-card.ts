import type { Plan } from '../../model.ts';
import { whyFirst, type FirstThing } from '../../shared/first-thing.ts';
import type { DocumentEntry } from '../document-entry.ts';
import { html, type Html } from './html.ts';
import { dayCell, documentLink, inCharge } from './tasks.ts';

/** The one thing to do first: what, by when, who, with which file, and why this one. */
export function firstCard(first: FirstThing, plan: Plan, path: string, documents: readonly DocumentEntry[]): Html {
  const { task } = first;
  const who = inCharge(task);
  const document = documentLink(path, documents, task.document);
  return html`<section class="first" aria-labelledby="premier-titre">
<h2 id="premier-titre" class="kicker">À faire d’abord</h2>
<p class="first-task"><bdi>${task.title}</bdi></p>
<p>${dayCell(task, plan)}${who && html` – ${who}`}${document && html` – ${document}`}</p>
<p class="source">${whyFirst(first, plan)}</p>
</section>
`;
}
