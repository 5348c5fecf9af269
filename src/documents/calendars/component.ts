import type { TaskState } from '../../model.ts';
import { addDays } from '../../shared/dates.ts';
import type { CalendarItem } from './calendar-item.ts';

/** One line of a calendar as jCal has it (RFC 7265 §3.4): name, parameters, type of value, value. */
export type Property = readonly [name: string, parameters: NoParameters, type: string, value: string | number];
type NoParameters = Readonly<Record<string, never>>;
export type Component = readonly [name: string, properties: readonly Property[], children: readonly Component[]];

/** What says when an entry last changed, and not what it says (RFC 5545 §3.8.7). */
export const REVISION_PROPERTIES = ['dtstamp', 'last-modified', 'sequence'] as const;

/** Everything that an entry says, as jCal: without {@link REVISION_PROPERTIES}. */
export function componentOf(item: CalendarItem): Component {
  return [item.kind === 'event' ? 'vevent' : 'vtodo', [
    ['uid', {}, 'text', oneLine(item.uid)],
    ...(item.kind === 'event' ? eventDays(item) : taskDay(item)),
    ['summary', {}, 'text', oneLine(item.summary)],
    ...optional('description', item.description && calendarText(item.description)),
    ...optional('location', item.location && oneLine(item.location)),
    // A comma between categories separates them, and several programs split even an escaped one.
    ...optional('categories', item.category && oneLine(item.category.replaceAll(/\s*,\s*/g, ' '))),
  ], []];
}

/** The same entry, cancelled: it stays in the file so that agendas that took it learn so (RFC 5545 §3.8.1.11). */
export function cancelled([name, properties, children]: Component): Component {
  const status = (property: Property): Property => (property[0] === 'status' ? ['status', {}, 'text', CANCELLED] : property);
  return [name, properties.map(status), children];
}

const CANCELLED = 'CANCELLED';

const taskStatus: Readonly<Record<TaskState, string>> = {
  todo: 'NEEDS-ACTION', doing: 'IN-PROCESS', done: 'COMPLETED', dropped: CANCELLED,
};

/** No COMPLETED date: the workbook does not say when, and RFC 5545 §3.6.2 does not ask for it. */
function taskDay({ day, state }: CalendarItem): readonly Property[] {
  return [
    ['due', {}, 'date', day],
    ['status', {}, 'text', taskStatus[state]],
    ...(state === 'done' ? [['percent-complete', {}, 'integer', 100] as const] : []),
  ];
}

/** DTEND of an all-day event is the day after the last one (RFC 5545 §3.6.1). */
function eventDays({ day, lastDay, busy, state }: CalendarItem): readonly Property[] {
  return [
    ['dtstart', {}, 'date', day],
    ['dtend', {}, 'date', addDays(lastDay ?? day, 1)],
    ['status', {}, 'text', state === 'dropped' ? CANCELLED : 'CONFIRMED'],
    ['transp', {}, 'text', busy ? 'OPAQUE' : 'TRANSPARENT'],
  ];
}

const optional = (name: string, value: string | undefined): readonly Property[] =>
  value === undefined || value === '' ? [] : [[name, {}, 'text', value]];

/** LF only, and none of the characters that RFC 5545 §3.1 forbids or that some parsers take for the end of a line. */
function calendarText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]|\p{Surrogate}/gu, ' ')
    .trim();
}

/** Text on one line. */
export const oneLine = (text: string): string => calendarText(text).replace(/\s*\n\s*/g, ' ');
