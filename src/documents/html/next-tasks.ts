import type { Plan } from '../../model.ts';
import type { Standing } from '../../shared/standing.ts';
import type { Blocker, StandingTask } from '../../shared/standing-task.ts';
import type { DocumentEntry } from '../document-entry.ts';
import { html, type Fragment, type Html } from './html.ts';
import { findBuilt, relativeLink } from './links.ts';
import { count, dueDay } from './phrases.ts';
import { taskTable } from './tasks.ts';

const TASKS_SHOWN = 10;

/** What is late, what comes next, and what holds other things up. */
export function nextTasks({ late, ahead, blocked }: Standing, plan: Plan, path: string, documents: readonly DocumentEntry[]): Html {
  if (ahead.length === 0) return html`<p class="calm">Toutes les tâches du plan sont derrière vous.</p>`;
  const next = ahead.filter((task) => !task.late);
  const [lateShown, nextShown] = [late.slice(0, TASKS_SHOWN), next.slice(0, TASKS_SHOWN)];
  const rest = ahead.length - lateShown.length - nextShown.length;
  const file = findBuilt(plan, documents, 'retroplanning');
  const table = (tasks: readonly StandingTask[], caption: string): Fragment =>
    tasks.length > 0 && taskTable(plan, path, tasks, documents, caption);
  return html`${table(lateShown, lateCaption(late.length))}
${table(nextShown, nextShown.length === 1 ? 'La prochaine tâche' : `Les ${nextShown.length} prochaines tâches`)}
${rest > 0 && html`<p>Et ${count(rest, 'autre tâche', 'autres tâches')}${file
    && html`, dans <a href="${relativeLink(path, file.path)}">${file.title}</a>`}.</p>`}
${blocked.length > 0 && blockedList(blocked, plan)}`;
}

const lateCaption = (late: number): string =>
  (late > TASKS_SHOWN ? `En retard : les ${TASKS_SHOWN} plus anciennes, sur ${late}` : 'En retard');

const BLOCKERS_SHOWN = 5;

/** Grouped by what has to be done to set the others free, the oldest first. */
function blockedList(blocked: readonly StandingTask[], plan: Plan): Html {
  const byId = new Map(blocked.flatMap(({ blockedBy }) => blockedBy).map((blocker) => [blocker.id, blocker]));
  const blockers = [...byId.values()].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  const more = blockers.length - BLOCKERS_SHOWN;
  return html`<h3>Ce qui bloque la suite</h3>
<ul class="blockers">
${blockers.slice(0, BLOCKERS_SHOWN).map((blocker) => blockerItem(blocker, blocked, plan))}</ul>
${more > 0 && html`<p>Et ${count(more, 'autre tâche bloque', 'autres tâches bloquent')} la suite.</p>`}`;
}

function blockerItem({ id, title, day, late }: Blocker, blocked: readonly StandingTask[], { schedule }: Plan): Html {
  const waiting = blocked.filter(({ blockedBy }) => blockedBy.some((blocker) => blocker.id === id));
  const more = waiting.length - BLOCKERS_SHOWN;
  return html`<li><strong>${title}</strong>, ${dueDay(day, schedule)}${late
    && html` <strong class="late">en retard</strong>`}. Il faut la finir avant de pouvoir faire :
<ul>
${waiting.slice(0, BLOCKERS_SHOWN).map((task) => html`<li>${task.title}${task.day !== null && html` (${dueDay(task.day, schedule)})`}</li>
`)}${more > 0 && html`<li>et ${count(more, 'autre', 'autres')}</li>
`}</ul></li>
`;
}
