import type { Plan, PlannedTask } from '../../model.ts';
import { personInCharge } from '../../shared/read-answer.ts';
import type { DocumentEntry } from '../document-entry.ts';
import { html, type Html } from './html.ts';
import { findDocument, relativeLink } from './links.ts';
import { dueDay } from './phrases.ts';

/** What is still before us, in date order. Late tasks count until the event is over: then nobody can do them. */
export function tasksAhead({ schedule, today }: Plan): readonly PlannedTask[] {
  const over = today > schedule.lastDay;
  return schedule.tasks.filter(({ due, late }) => due >= today || (late && !over));
}

/** Who does it: the role, and the person or service named for it in the answers. */
export function inCharge(plan: Plan, role: string): Html {
  const title = plan.kit.roles.find(({ id }) => id === role)?.title ?? role;
  const person = personInCharge(plan.answers, role);
  return html`${title}${person !== undefined && html` : <bdi>${person}</bdi>`}`;
}

/** Tasks as a table: date, what to do, who, and the file that goes with it. */
export function taskTable(
  plan: Plan, path: string, tasks: readonly PlannedTask[], documents: readonly DocumentEntry[], caption: string,
): Html {
  return html`<table class="stacks">
<caption>${caption}</caption>
<thead><tr><th scope="col">Échéance</th><th scope="col">Tâche</th><th scope="col">Qui</th>
<th scope="col">Document</th></tr></thead>
<tbody>
${tasks.map(({ task, due, late }) => html`<tr>
<td class="when">${dueDay(due, plan.schedule)}${late && html` <strong class="late">en retard</strong>`}</td>
<th scope="row">${task.title}</th>
<td>${inCharge(plan, task.role)}</td>
${documentCell(path, documents, task.document)}
</tr>
`)}</tbody>
</table>`;
}

function documentCell(path: string, documents: readonly DocumentEntry[], id: string | undefined): Html {
  const found = id === undefined ? undefined : findDocument(documents, id);
  if (!found) return html`<td class="none"><span aria-hidden="true">–</span><span class="hidden">aucun</span></td>`;
  return html`<td><a href="${relativeLink(path, found.path)}">${found.title}</a></td>`;
}
