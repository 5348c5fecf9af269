import type { Plan } from '../../model.ts';
import type { StandingTask } from '../../shared/standing-task.ts';
import type { DocumentEntry } from '../document-entry.ts';
import { html, type Html } from './html.ts';
import { findDocument, relativeLink } from './links.ts';
import { dueDay } from './phrases.ts';

/** Who does it: the role, and the person or service named for it; a line that a person added has no role. */
export function inCharge({ role, owner }: StandingTask): Html | undefined {
  const person = owner !== null && html`<bdi>${owner}</bdi>`;
  if (role === undefined) return owner === null ? undefined : html`${person}`;
  return html`${role}${person && html` : ${person}`}`;
}

/** Tasks as a table: date, what to do, who, and the file that goes with it. */
export function taskTable(
  plan: Plan, path: string, tasks: readonly StandingTask[], documents: readonly DocumentEntry[], caption: string,
): Html {
  return html`<table class="stacks">
<caption>${caption}</caption>
<thead><tr><th scope="col">Échéance</th><th scope="col">Tâche</th><th scope="col">Qui</th>
<th scope="col">Document</th></tr></thead>
<tbody>
${tasks.map((task) => html`<tr>
<td class="when">${dayCell(task, plan)}</td>
<th scope="row">${taskTitle(task)}</th>
${cell(inCharge(task))}
${cell(documentLink(path, documents, task.document))}
</tr>
`)}</tbody>
</table>`;
}

/** The title, and what tells this task from the others: under way, added by a person. */
function taskTitle({ title, id, state }: StandingTask): Html {
  return html`${id === null ? html`<bdi>${title}</bdi>` : title}${state === 'doing'
    && html` <span class="label">en cours</span>`}${id === null && html` <span class="label">ajoutée par vous</span>`}`;
}

/** The day that counts, whether it is past, and what the plan said when the team chose another one. */
export function dayCell({ day, due, ownDue, beyond, late }: StandingTask, { schedule }: Plan): Html {
  if (day === null) return html`sans date`;
  return html`<span class="day">${dueDay(day, schedule)}</span>${late && html` <strong class="late">en retard</strong>`}${ownDue !== null && due !== null
    && html`<br><span class="aside">votre date ; plan : <span class="day">${dueDay(due, schedule)}</span></span>`}${beyond !== undefined
    && html`<br><span class="aside late">trop tard : au plus tard <span class="day">${dueDay(beyond, schedule)}</span></span>`}`;
}

const nothing = html`<td class="none"><span aria-hidden="true">–</span><span class="hidden">aucun</span></td>`;
const cell = (content: Html | undefined): Html => (content ? html`<td>${content}</td>` : nothing);

/** A link to the file that goes with a task, when the folder holds it. */
export function documentLink(path: string, documents: readonly DocumentEntry[], id: string | undefined): Html | undefined {
  const found = id === undefined ? undefined : findDocument(documents, id);
  return found && html`<a href="${relativeLink(path, found.path)}">${found.title}</a>`;
}
