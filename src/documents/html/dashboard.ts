import type { CopyDocument, DocumentSpec, Plan } from '../../model.ts';
import { longDate, plainDate } from '../../shared/dates.ts';
import { formatEuros, groupThousands } from '../../shared/money.ts';
import { numberAnswer, textAnswer } from '../../shared/read-answer.ts';
import type { DocumentEntry } from '../document-entry.ts';
import { alertList } from './alert-list.ts';
import { budgetPicture } from './budget-picture.ts';
import { dateLeaf } from './date-leaf.ts';
import { html, type Html } from './html.ts';
import { findBuilt, pathWords, relativeLink } from './links.ts';
import { page, section } from './page.ts';
import { count, countdown, eventDays } from './phrases.ts';
import { taskTable, tasksAhead } from './tasks.ts';
import { tiles } from './tiles.ts';
import { timeline } from './timeline.ts';

const TASKS_SHOWN = 10;

/** The page to look at: where the project stands on `plan.today`. Figures are the plan's, not what people ticked. */
export function buildDashboard(
  spec: DocumentSpec, path: string, plan: Plan, documents: readonly DocumentEntry[],
): CopyDocument {
  const others = documents.filter((listed) => listed.path !== path);
  const content = page({
    plan,
    title: 'Tableau de bord',
    banner: banner(plan, path, others),
    main: html`${plan.schedule.provisional && provisionalNote(plan)}
${tiles(plan)}
${section('frise', 'Le temps', html`${timeline(plan)}${droppedTasks(plan)}`)}
${section('alertes', 'Alertes', alertList(plan))}
${section('suite', 'Ce qui vient', nextTasks(plan, path, others))}
${section('budget', 'L’argent', html`${budgetPicture(plan.budget)}${budgetFile(plan, path, others)}`)}
${section('documents', 'Les fichiers du dossier', documentList(path, others))}`,
    foot: html`<p>Ce tableau montre le plan tel qu’il était le ${plainDate(plan.today)}. Il ne suit pas encore
ce que vous cochez ou écrivez dans les autres fichiers.</p>`,
  });
  return { kind: 'copy', spec, path, content };
}

function banner(plan: Plan, path: string, documents: readonly DocumentEntry[]): Html {
  const { answers, schedule, territory, today } = plan;
  const people = numberAnswer(answers, 'jauge');
  const slogan = textAnswer(answers, 'accroche');
  const readme = findBuilt(plan, documents, 'readme');
  return html`<div class="lead"><p class="kicker">Tableau de bord</p>
<h1><bdi>${plan.eventName}</bdi></h1>
${slogan !== undefined && html`<p class="slogan"><bdi>${slogan}</bdi></p>`}
<dl class="facts">
<div><dt>Date</dt><dd>${schedule.provisional
    ? 'date à définir, provisoire'
    : html`${eventDays(schedule)}, <strong>${countdown(today, schedule)}</strong>`}</dd></div>
<div><dt>Lieu</dt><dd><bdi>${textAnswer(answers, 'lieu') ?? 'à définir'}</bdi></dd></div>
<div><dt>Territoire</dt><dd>${territory.label}</dd></div>
<div><dt>Personnes attendues</dt><dd>${people === undefined ? 'à définir' : groupThousands(people)}</dd></div>
</dl>
${readme && html`<p><a href="${relativeLink(path, readme.path)}">${readme.title}</a></p>`}</div>
${dateLeaf(schedule)}`;
}

function provisionalNote({ schedule }: Plan): Html {
  return html`<p class="note"><strong>La date n’est pas fixée.</strong> Tout est calculé comme si l’événement avait lieu
le ${longDate(schedule.firstDay)}. Les dates écrites « vers le » ou
« provisoire » bougeront avec la vraie date.</p>`;
}

function nextTasks(plan: Plan, path: string, documents: readonly DocumentEntry[]): Html {
  const ahead = tasksAhead(plan);
  const shown = ahead.slice(0, TASKS_SHOWN);
  if (shown.length === 0) return html`<p class="calm">Toutes les tâches du plan sont derrière vous.</p>`;
  const caption = shown.length === 1 ? 'La dernière tâche du plan' : `Les ${shown.length} prochaines tâches`;
  const rest = ahead.length - shown.length;
  const file = findBuilt(plan, documents, 'retroplanning');
  return html`${taskTable(plan, path, shown, documents, caption)}
${rest > 0 && html`<p>Et ${count(rest, 'autre tâche', 'autres tâches')}${file
    && html`, dans <a href="${relativeLink(path, file.path)}">${file.title}</a>`}.</p>`}`;
}

function droppedTasks({ schedule }: Plan): Html | undefined {
  if (schedule.dropped.length === 0) return undefined;
  return html`<h3>Laissé de côté, faute de temps</h3>
<p>Il y a ${count(schedule.weeksAvailable, 'semaine')} entre le début de la préparation et l’événement.
Le plan passe donc :</p>
<ul>
${schedule.dropped.map(({ task: { title, instead } }) => html`<li><strong>${title}</strong>${instead !== undefined
    && html`. À la place : ${instead}`}</li>
`)}</ul>`;
}

function budgetFile(plan: Plan, path: string, documents: readonly DocumentEntry[]): Html | undefined {
  const file = findBuilt(plan, documents, 'budget');
  return file && html`<p>Enveloppe annoncée : ${formatEuros(plan.budget.envelope)}. Le détail, à tenir à jour :
<a href="${relativeLink(path, file.path)}">${file.title}</a>.</p>`;
}

function documentList(path: string, documents: readonly DocumentEntry[]): Html {
  return html`<ul class="files">
${documents.map(({ path: to, title, purpose }) => html`<li><a href="${relativeLink(path, to)}">${title}</a>
<br>${pathWords(to)}<br>${purpose}</li>
`)}</ul>`;
}

