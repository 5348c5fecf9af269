import type { CopyDocument, DocumentSpec, Plan } from '../../model.ts';
import { longDate, plainDate } from '../../shared/dates.ts';
import { formatEuros, groupThousands } from '../../shared/money.ts';
import { numberAnswer, textAnswer } from '../../shared/read-answer.ts';
import { standing } from '../../shared/standing.ts';
import type { StandingBudget } from '../../shared/standing-budget.ts';
import type { DocumentEntry, Surroundings } from '../document-entry.ts';
import { alertList } from './alert-list.ts';
import { budgetPicture } from './budget-picture.ts';
import { conflictList } from './conflict-list.ts';
import { dateChoice } from './date-choice.ts';
import { dateLeaf } from './date-leaf.ts';
import { firstCard } from './first-card.ts';
import { html, type Html } from './html.ts';
import { findBuilt, pathWords, relativeLink } from './links.ts';
import { nextTasks } from './next-tasks.ts';
import { page, section } from './page.ts';
import { count, countdown, eventDays, eventPlace } from './phrases.ts';
import { tiles } from './tiles.ts';
import { timeline } from './timeline.ts';

/** The page to look at: where the project stands on `plan.today`, as the plan and the workbooks tell it. */
export function buildDashboard(spec: DocumentSpec, path: string, plan: Plan, { documents, state }: Surroundings): CopyDocument {
  const others = documents.filter((listed) => listed.path !== path);
  const seen = standing(plan, state.observed);
  const content = page({
    plan,
    title: 'Tableau de bord',
    banner: banner(plan, path, others),
    main: html`${plan.schedule.provisional && provisionalNote(plan)}
${tiles(plan, seen)}
${seen.first && firstCard(seen.first, plan, path, others)}
${state.conflicts.length > 0 && conflictList(path, state.conflicts)}
${dateChoice(plan)}
${section('frise', 'Le temps', html`${timeline(plan, seen.tasks)}${droppedTasks(plan)}`)}
${section('alertes', 'Alertes', alertList(plan))}
${section('suite', 'Ce qui vient', nextTasks(seen, plan, path, others))}
${section('budget', 'L’argent', html`${whoseFigures(plan, seen.budget)}${budgetPicture(plan.budget, seen.budget)}${budgetFile(plan, path, others)}`)}
${section('documents', 'Les fichiers du dossier', documentList(path, others))}`,
    foot: html`<p>Ce tableau dit où en était le projet le ${plainDate(plan.today)}, d’après vos tableaux. Pour le mettre à
jour : <code>nec-local generer</code></p>`,
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
<div><dt>Lieu</dt><dd><bdi>${eventPlace(answers) ?? 'à définir'}</bdi></dd></div>
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

/** Said only when somebody changed what is planned. */
function whoseFigures({ budget }: Plan, { planned }: StandingBudget): Html | undefined {
  if (planned.expenses === budget.expenses && planned.income === budget.incomeTotal) return undefined;
  return html`<p>Ces montants sont ceux de votre fichier.</p>`;
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

