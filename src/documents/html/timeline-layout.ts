import type { IsoDate, Plan } from '../../model.ts';
import { addDays, daysBetween, maxDate, minDate, subMonths } from '../../shared/dates.ts';
import type { StandingTask } from '../../shared/standing-task.ts';

/** The size of a drawing, in its own units (CSS pixels at its natural width). */
export interface Frame {
  readonly width: number;
  /** Room for the names of the phases at the left; 0 puts each name above its bar. */
  readonly labels: number;
}

export interface Bar {
  readonly title: string;
  readonly x: number;
  readonly width: number;
  readonly time: 'before' | 'during' | 'after';
}
export interface Mark {
  readonly date: IsoDate;
  readonly title: string;
  readonly kind: 'milestone' | 'limit';
  /** The task is done. */
  readonly done: boolean;
}
export interface PlacedMark extends Mark { readonly number: number; readonly x: number; readonly lane: number }
export interface Tick { readonly date: IsoDate; readonly x: number; readonly named: boolean }

/** Every horizontal position of the time line. */
export interface TimelineLayout {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly bars: readonly Bar[];
  readonly marks: readonly PlacedMark[];
  readonly lanes: number;
  readonly ticks: readonly Tick[];
  readonly event: { readonly x: number; readonly width: number };
  /** Absent when today is far from the time line. */
  readonly today?: number;
}

/** Distance between the centres of two marks of a lane: a mark is 22 units wide. */
export const MARK_SPACING = 26;
const MARGIN = 14;
const TICK_SPACING = 44;

/**
 * The dates worth a mark, in date order: milestones, and the last day for what cannot wait. A milestone that falls on
 * its own last day is that last day. What was given up has none.
 */
export function timelineMarks(tasks: readonly StandingTask[]): readonly Mark[] {
  const kept = tasks.filter(({ state }) => state !== 'dropped');
  const milestones = kept.flatMap(({ milestone, day, anchor, title, state }): Mark[] =>
    (milestone && day !== null && anchor !== day ? [{ date: day, title, kind: 'milestone', done: state === 'done' }] : []));
  const limits = kept.flatMap(({ title, anchor, state }): Mark[] =>
    (anchor === undefined ? [] : [{ date: anchor, title, kind: 'limit', done: state === 'done' }]));
  return [...milestones, ...limits].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

/** Places a plan and its marks on a line of days. */
export function layOutTimeline(plan: Plan, marks: readonly Mark[], frame: Frame): TimelineLayout {
  const { schedule, today } = plan;
  const [from, to] = period(plan, marks);
  const start = frame.labels + MARGIN;
  const unit = (frame.width - MARGIN - start) / daysBetween(from, to);
  const x = (date: IsoDate): number => start + daysBetween(from, date) * unit;
  const width = (first: IsoDate, last: IsoDate, least: number): number =>
    Math.max((daysBetween(first, last) + 1) * unit, least);
  const placed = placeMarks(marks, x);
  return {
    from, to,
    bars: schedule.phases.map(({ phase, from: first, to: last }) => ({
      title: phase.title, x: x(first), width: width(first, last, 8),
      time: last < schedule.firstDay ? 'before' : first > schedule.lastDay ? 'after' : 'during',
    })),
    marks: placed,
    lanes: placed.reduce((lanes, { lane }) => Math.max(lanes, lane + 1), 0),
    ticks: ticks(from, to, x, unit),
    event: { x: x(schedule.firstDay), width: width(schedule.firstDay, schedule.lastDay, 3) },
    ...(today >= from && today <= to && { today: x(today) }),
  };
}

function period({ schedule, today }: Plan, marks: readonly Mark[]): readonly [IsoDate, IsoDate] {
  const ends = [...schedule.phases, ...marks.map(({ date }) => ({ from: date, to: date }))];
  const from = ends.reduce((first, end) => minDate(first, end.from), schedule.firstDay);
  const to = ends.reduce((last, end) => maxDate(last, end.to), schedule.lastDay);
  // Further away than the plan is long, today would crush the rest of the drawing.
  const reach = daysBetween(from, to);
  const nearBefore = today < from && daysBetween(today, from) <= reach;
  const nearAfter = today > to && daysBetween(to, today) <= reach;
  return [addDays(nearBefore ? today : from, -3), addDays(nearAfter ? today : to, 4)];
}

/** Each mark takes the first lane where it touches nothing. */
function placeMarks(marks: readonly Mark[], x: (date: IsoDate) => number): readonly PlacedMark[] {
  const ends: number[] = [];
  return marks.map((mark, index) => {
    const at = x(mark.date);
    const free = ends.findIndex((end) => end + MARK_SPACING <= at);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = at;
    return { ...mark, number: index + 1, x: at, lane };
  });
}

/** The first day of each month; only some have a name when months are narrow. */
function ticks(from: IsoDate, to: IsoDate, x: (date: IsoDate) => number, unit: number): readonly Tick[] {
  const first = `${from.slice(0, 7)}-01`;
  const every = Math.max(1, Math.ceil(TICK_SPACING / (unit * 30)));
  const length = Math.ceil(daysBetween(first, to) / 28) + 1;
  const all = Array.from({ length }, (_, index) => subMonths(first, -index));
  return all.filter((date) => date >= from && date <= to)
    .map((date) => ({ date, x: x(date), named: (Number(date.slice(5, 7)) - 1) % every === 0 }));
}
