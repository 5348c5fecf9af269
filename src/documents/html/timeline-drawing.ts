import type { Plan } from '../../model.ts';
import { monthAndYear, shortMonth } from '../../shared/dates.ts';
import { attributes, html, type Html } from './html.ts';
import { count, countdown, eventDays } from './phrases.ts';
import { layOutTimeline, type Bar, type Frame, type Mark, type PlacedMark, type TimelineLayout } from './timeline-layout.ts';

const TOP = 26;
const BAR = 14;
const LANE = 28;

/** The time line as an SVG image with a title and a description; `name` is its class and keeps its ids apart. */
export function drawTimeline(plan: Plan, marks: readonly Mark[], frame: Frame, name: string): Html {
  const layout = layOutTimeline(plan, marks, frame);
  const row = frame.labels === 0 ? 34 : 23;
  const marksTop = TOP + layout.bars.length * row + 8;
  const bottom = marksTop + layout.lanes * LANE + 4;
  const root = {
    class: name, role: 'img', 'aria-labelledby': `frise-${name}-titre frise-${name}-texte`,
    viewBox: `0 0 ${frame.width} ${bottom + 62}`,
  };
  return html`<svg${attributes(root)}>
<title id="frise-${name}-titre">Frise du projet, de ${monthAndYear(layout.from)} à ${monthAndYear(layout.to)}</title>
<desc id="frise-${name}-texte">${description(plan, layout)}</desc>
${months(layout, bottom)}
${eventLine(plan, frame, layout, bottom)}
${layout.today !== undefined && [
    vertical('today', layout.today, TOP - 6, bottom + 4),
    flag('today-word', frame, layout.today, bottom + 17, 'aujourd’hui'),
  ]}
${layout.bars.map((bar, index) => phase(bar, frame, TOP + index * row, row))}
${layout.marks.map((mark) => symbol(mark, marksTop + mark.lane * LANE + LANE / 2))}
</svg>`;
}

function description({ schedule, today }: Plan, { bars, marks }: TimelineLayout): Html {
  return html`${count(bars.length, 'phase')} et ${count(marks.length, 'date numérotée', 'dates numérotées')}.
Événement : ${eventDays(schedule)}, ${countdown(today, schedule)}.
La liste et le tableau qui suivent disent la même chose en toutes lettres.`;
}

function months({ ticks }: TimelineLayout, bottom: number): Html {
  const years = ticks.filter(({ date }, index) => index === 0 || date.slice(5, 7) === '01');
  const spaced = years.filter(({ x }, index) => (years[index + 1]?.x ?? Infinity) - x > 44);
  return html`${ticks.map(({ x }) => vertical('grid', x, TOP, bottom))}
${ticks.map(({ date, x, named }) => named && words('month', x, bottom + 39, shortMonth(date)))}
${spaced.map(({ date, x }) => words('year', x, bottom + 56, date.slice(0, 4)))}`;
}

function eventLine({ schedule }: Plan, frame: Frame, { event }: TimelineLayout, bottom: number): Html {
  const name = schedule.provisional ? 'event provisional' : 'event';
  const said = schedule.provisional ? 'événement (date provisoire)' : 'événement';
  return html`${box(name, event.x, TOP - 6, event.width, bottom - TOP + 6)}
${flag('event-word', frame, event.x, TOP - 11, said)}`;
}

function phase({ title, x, width, time }: Bar, { labels }: Frame, y: number, row: number): Html {
  const [labelY, characters] = labels === 0 ? [y + 12, 44] : [y + 16, 28];
  return html`${words('phase', 0, labelY, cut(title, characters), 'start')}
${box(`bar ${time}`, x, y + row - BAR - 5, width, BAR, { rx: 4 })}
`;
}

function symbol({ kind, number, x, done }: PlacedMark, y: number): Html {
  const side = kind === 'milestone' ? 17 : 20;
  const turn = kind === 'milestone' ? { transform: `rotate(45 ${at(x)} ${y})` } : {};
  return html`${box(done ? `mark ${kind} done` : `mark ${kind}`, x - side / 2, y - side / 2, side, side, { rx: 2, ...turn })}
${words('mark-number', x, y + 4, number)}
`;
}

/** Words at a vertical line, kept inside the drawing. */
function flag(name: string, { width }: Frame, x: number, y: number, said: string): Html {
  const half = said.length * 3.6;
  return words(name, x, y, said, x < half ? 'start' : x + half > width ? 'end' : 'middle');
}

const vertical = (name: string, x: number, y1: number, y2: number): Html =>
  html`<line${attributes({ class: name, x1: at(x), x2: at(x), y1, y2 })}/>`;

const words = (name: string, x: number, y: number, said: string | number, anchor = 'middle'): Html =>
  html`<text${attributes({ class: name, x: at(x), y, 'text-anchor': anchor })}>${said}</text>`;

type More = Readonly<Record<string, string | number>>;

const box = (name: string, x: number, y: number, width: number, height: number, more: More = {}): Html =>
  html`<rect${attributes({ class: name, x: at(x), y, width: at(width), height, ...more })}/>`;

/** A length with one decimal. */
const at = (length: number): number => Math.round(length * 10) / 10;

function cut(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join('')}…`;
}
