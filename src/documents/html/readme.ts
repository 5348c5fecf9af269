import type { CopyDocument, DocumentSpec, Plan } from '../../model.ts';
import { standingTasks } from '../../shared/standing-task.ts';
import type { DocumentEntry, Surroundings } from '../document-entry.ts';
import { dateLeaf } from './date-leaf.ts';
import { html, type Html } from './html.ts';
import { findBuilt, relativeLink } from './links.ts';
import { page, section } from './page.ts';
import { eventDays } from './phrases.ts';
import { changeAnswers, changeDate, commands, troubles } from './readme-commands.ts';
import { calendarFiles, privacy, programs } from './readme-help.ts';
import { leftOut } from './readme-left-out.ts';
import { taskTable } from './tasks.ts';

const FIRST_TASKS = 3;

/** The page to open first: where to start, and what each file of the folder is for. */
export function buildReadme(spec: DocumentSpec, path: string, plan: Plan, { documents }: Pick<Surroundings, 'documents'>): CopyDocument {
  const others = documents.filter((listed) => listed.path !== path);
  const content = page({
    plan,
    title: 'Lisez-moi',
    banner: banner(plan, path, others),
    main: html`${section('commencer', 'Par où commencer', start(plan, path, others))}
${section('fichiers', 'Les fichiers, et qui les lit', folders(path, others))}
${leftOut(plan)}
${section('programmes', 'Avec quel programme', programs(others))}
${calendarFiles(plan, path, others)}
${section('commandes', 'Faire vivre le dossier', commands(plan))}
${section('reponses', 'Changer une réponse', changeAnswers())}
${changeDate(plan, path, others)}
${section('souci', 'En cas de souci', troubles(others))}
${section('donnees', 'Ce que deviennent vos données', privacy())}`,
  });
  return { kind: 'copy', spec, path, content };
}

function banner(plan: Plan, path: string, documents: readonly DocumentEntry[]): Html {
  const dashboard = findBuilt(plan, documents, 'dashboard');
  return html`<div class="lead"><p class="kicker">Lisez-moi</p>
<h1><bdi>${plan.eventName}</bdi></h1>
<p>${eventDays(plan.schedule)} – ${plan.territory.label}</p>
<p>Ce dossier aide à préparer l’événement. Tout y est modifiable, avec les programmes que vous avez déjà.</p>
${dashboard && html`<p><a href="${relativeLink(path, dashboard.path)}">Voir où en est le projet :
${dashboard.title}</a></p>`}</div>
${dateLeaf(plan.schedule)}`;
}

function start(plan: Plan, path: string, documents: readonly DocumentEntry[]): Html {
  // The page says the same on any day: what is late is for the dashboard.
  const first = standingTasks(plan).slice(0, FIRST_TASKS).map((task) => ({ ...task, late: false }));
  if (first.length === 0) return html`<p>Le plan ne contient aucune tâche.</p>`;
  const caption = first.length === 1 ? 'Votre première tâche' : 'Vos premières tâches';
  return html`<p>La date dit pour quand ce doit être fait.</p>
${taskTable(plan, path, first, documents, caption)}`;
}

/** Files by folder, in the order of the kit; those at the root come first. */
function folders(path: string, documents: readonly DocumentEntry[]): Html {
  const folderOf = (to: string): string => to.split('/').slice(0, -1).join('/');
  const names = [...new Set(documents.map((listed) => folderOf(listed.path)))];
  const rootFirst = [...names.filter((name) => name === ''), ...names.filter((name) => name !== '')];
  return html`${rootFirst.map((name) => html`<h3>${name === ''
    ? 'À la racine du dossier'
    : html`Dossier <span class="path">${name}</span>`}</h3>
<ul class="files">
${documents.filter((listed) => folderOf(listed.path) === name).map((listed) => fileItem(path, listed))}</ul>
`)}`;
}

const fileItem = (path: string, { path: to, title, purpose, readers }: DocumentEntry): Html => html`<li>
<a href="${relativeLink(path, to)}">${title}</a><br><span class="path">${to.split('/').at(-1)}</span><br>${purpose}
<br>Pour : ${readers}</li>
`;
