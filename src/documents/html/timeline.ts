import type { Plan } from '../../model.ts';
import { monthAndYear, shortMonth } from '../../shared/dates.ts';
import { html, type Html } from './html.ts';
import { count, countdown, dueDay, eventDays } from './phrases.ts';
import { layOutTimeline, timelineMarks, type Frame, type Mark, type PlacedMark, type TimelineLayout } from './timeline-layout.ts';

/** Two drawings of one plan, so that words keep a readable size on a telephone: the style sheet shows one of them. */
const WIDE: Frame = { width: 880, labels: 200 };
const NARROW: Frame = { width: 330, labels: 0 };

const BAR = 14;
const LANE = 28;
const TOP = 26;
const markWords: Readonly<Record<Mark['kind'], string>> = { milestone: 'jalon', limit: 'dernier jour' };

/** The time line, its key, its numbered dates, and the phases as a table. */
export function timeline(plan: Plan): Html {
  return html`<figure class="timeline">
${drawing(plan, WIDE, 'wide')}
${drawing(plan, NARROW, 'narrow')}
<figcaption>${key}</figcaption>
</figure>
<h3>Les dates numérotées</h3>
${markList(plan)}
<h3>Les phases</h3>
${phaseTable(plan)}`;
}

const key = html`<ul class="key">
<li><span class="chip before"></span><span>préparation</span></li>
<li><span class="chip during"></span><span>jours de l’événement</span></li>
<li><span class="chip after"></span><span>après</span></li>
<li><span class="badge milestone" aria-hidden="true"></span><span>jalon : une étape à ne pas manquer</span></li>
<li><span class="badge limit" aria-hidden="true"></span><span>dernier jour pour le faire</span></li>
</ul>`;

function drawing(plan: Plan, frame: Frame, name: string): Html {
  const layout = layOutTimeline(plan, frame);
  const row = frame.labels === 0 ? 34 : 26;
  const marksTop = TOP + layout.bars.length * row + 8;
  const bottom = marksTop + layout.lanes * LANE + 4;
  const height = bottom + 58;
  return html`<svg class="${name}" role="img" aria-labelledby="frise-${name}-titre frise-${name}-texte" viewBox="0 0 ${frame.width} ${height}">
<title id="frise-${name}-titre">Frise du projet, de ${monthAndYear(layout.from)} à ${monthAndYear(layout.to)}</title>
<desc id="frise-${name}-texte">${description(plan, layout)}</desc>
${layout.ticks.map(({ date, x, named }) => html`<line class="grid" x1="${at(x)}" x2="${at(x)}" y1="${TOP}" y2="${bottom}"/>
${named && html`<text class="month" x="${at(x)}" y="${bottom + 36}" text-anchor="middle">${shortMonth(date)}</text>`}`)}
${years(layout).map(({ x, year }) => html`<text class="year" x="${at(x)}" y="${bottom + 53}" text-anchor="middle">${year}</text>`)}
<rect class="event${plan.schedule.provisional && ' provisional'}" x="${at(layout.event.x)}" width="${at(layout.event.width)}" y="${TOP - 6}" height="${bottom - TOP + 6}"/>
${flag(frame, layout.event.x, TOP - 11, 'event-word', plan.schedule.provisional ? 'événement (date provisoire)' : 'événement')}
${layout.today !== undefined && html`<line class="today" x1="${at(layout.today)}" x2="${at(layout.today)}" y1="${TOP - 6}" y2="${bottom + 4}"/>
${flag(frame, layout.today, bottom + 17, 'today-word', 'aujourd’hui')}`}
${layout.bars.map((bar, index) => {
    const y = TOP + index * row;
    const label = frame.labels === 0 ? html`<text class="phase" x="2" y="${y + 12}">${cut(bar.title, 44)}</text>`
      : html`<text class="phase" x="0" y="${y + 17}">${cut(bar.title, 28)}</text>`;
    return html`${label}<rect class="bar ${bar.time}" x="${at(bar.x)}" y="${y + row - BAR - 5}" width="${at(bar.width)}" height="${BAR}" rx="4"/>
`;
  })}
${layout.marks.map((mark) => symbol(mark, marksTop + mark.lane * LANE + LANE / 2))}
</svg>`;
}

function symbol({ kind, number, x }: PlacedMark, y: number): Html {
  const side = kind === 'milestone' ? 17 : 20;
  const turn = kind === 'milestone' ? `rotate(45 ${at(x)} ${y})` : 'rotate(0)';
  return html`<rect class="mark ${kind}" x="${at(x - side / 2)}" y="${y - side / 2}" width="${side}" height="${side}" rx="2" transform="${turn}"/>
<text class="mark-number" x="${at(x)}" y="${y + 4}" text-anchor="middle">${number}</text>
`;
}

/** Words beside a vertical line, kept inside the drawing. */
function flag(frame: Frame, x: number, y: number, name: string, words: string): Html {
  const half = words.length * 3.6;
  const anchor = x - half < 0 ? 'start' : x + half > frame.width ? 'end' : 'middle';
  return html`<text class="${name}" x="${at(x)}" y="${y}" text-anchor="${anchor}">${words}</text>`;
}

function years({ ticks }: TimelineLayout): readonly { readonly x: number; readonly year: string }[] {
  const firsts = ticks.filter(({ date }, index) => index === 0 || date.slice(5, 7) === '01');
  return firsts.filter(({ x }, index) => (firsts[index + 1]?.x ?? Infinity) - x > 44).map(({ x, date }) => ({ x, year: date.slice(0, 4) }));
}

function description(plan: Plan, { bars, marks }: TimelineLayout): string {
  return `${count(bars.length, 'phase')} et ${count(marks.length, 'date numérotée', 'dates numérotées')}. `
    + `Événement\u00a0: ${eventDays(plan.schedule)}, ${countdown(plan.today, plan.schedule)}. `
    + 'La liste et le tableau qui suivent disent la même chose en toutes lettres.';
}

function markList(plan: Plan): Html {
  const marks = timelineMarks(plan);
  if (marks.length === 0) return html`<p>Aucun jalon dans ce plan.</p>`;
  return html`<ol class="marks">
${marks.map(({ date, title, kind }, index) => html`<li><span class="badge ${kind}"><span>${index + 1}</span></span>
<span><span class="when">${dueDay(date, plan.schedule)} – ${markWords[kind]}</span><br>${title}</span></li>
`)}</ol>`;
}

function phaseTable({ schedule }: Plan): Html {
  return html`<table>
<caption>Du premier au dernier jour de chaque phase</caption>
<thead><tr><th scope="col">Phase</th><th scope="col">Dates</th><th scope="col" class="figure">Tâches</th></tr></thead>
<tbody>
${schedule.phases.map(({ phase, from, to }) => html`<tr><th scope="row">${phase.title}</th>
<td>${dueDay(from, schedule)}${from !== to && html` – ${dueDay(to, schedule)}`}</td>
<td class="figure">${schedule.tasks.filter(({ task }) => task.phase === phase.id).length}</td></tr>
`)}</tbody>
</table>`;
}

/** A length with one decimal, without a trailing zero. */
const at = (length: number): number => Math.round(length * 10) / 10;

function cut(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join('')}…`;
}

