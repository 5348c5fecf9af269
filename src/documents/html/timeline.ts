import type { Plan } from '../../model.ts';
import type { StandingTask } from '../../shared/standing-task.ts';
import { html, type Html } from './html.ts';
import { count, dayRange, dueDay } from './phrases.ts';
import { drawTimeline } from './timeline-drawing.ts';
import { timelineMarks, type Frame, type Mark } from './timeline-layout.ts';

/** Two drawings of one plan, so that words keep a readable size on a telephone: the style sheet shows one of them. */
const WIDE: Frame = { width: 880, labels: 200 };
const NARROW: Frame = { width: 330, labels: 0 };

const markWords: Readonly<Record<Mark['kind'], string>> = { milestone: 'jalon', limit: 'dernier jour' };

/** The time line, its key, its numbered dates, and the phases as a table. */
export function timeline(plan: Plan, tasks: readonly StandingTask[]): Html {
  const marks = timelineMarks(tasks);
  return html`<figure class="timeline">
${drawTimeline(plan, marks, WIDE, 'wide')}
${drawTimeline(plan, marks, NARROW, 'narrow')}
<figcaption>${key(marks.some(({ done }) => done))}</figcaption>
</figure>
<h3>Les dates numérotées</h3>
${markList(plan, marks)}
<details><summary>Les phases en toutes lettres</summary>
${phaseTable(plan)}
</details>`;
}

const key = (someDone: boolean): Html => html`<ul class="key">
<li><span class="chip before"></span><span>préparation</span></li>
<li><span class="chip during"></span><span>jours de l’événement</span></li>
<li><span class="chip after"></span><span>après</span></li>
<li><span class="badge milestone" aria-hidden="true"></span><span>jalon : une étape à ne pas manquer</span></li>
<li><span class="badge limit" aria-hidden="true"></span><span>dernier jour pour le faire</span></li>
${someDone && html`<li><span class="badge done" aria-hidden="true"></span><span>fait</span></li>
`}</ul>`;

function markList({ schedule, today }: Plan, marks: readonly Mark[]): Html {
  if (marks.length === 0) return html`<p>Aucun jalon dans ce plan.</p>`;
  return html`<ol class="marks">
${marks.map(({ date, title, kind, done }, index) => html`<li><span class="badge ${kind}${done && ' done'}"><span>${index + 1}</span></span>
<span><span class="when">${dueDay(date, schedule)} – ${markWords[kind]}${done ? ', fait'
    : kind === 'limit' && date < today && ', passé'}</span><br>${title}</span></li>
`)}</ol>`;
}

function phaseTable({ schedule }: Plan): Html {
  return html`<table>
<caption>Du premier au dernier jour de chaque phase</caption>
<thead><tr><th scope="col">Phase</th><th scope="col">Dates</th></tr></thead>
<tbody>
${schedule.phases.map(({ phase, from, to }) => {
    const tasks = schedule.tasks.filter(({ task }) => task.phase === phase.id).length;
    return html`<tr><th scope="row">${phase.title}</th>
<td>${dayRange(from, to, schedule)} (${count(tasks, 'tâche')})</td></tr>
`;
  })}</tbody>
</table>`;
}
