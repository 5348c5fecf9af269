import ICAL from 'ical.js';
import { addDays } from '../../shared/dates.ts';
import type { CalendarItem } from './calendar-item.ts';

/** One line of a calendar as jCal has it (RFC 7265 §3.4): name, parameters, type of value, value. */
type Property = readonly [name: string, parameters: NoParameters, type: string, value: string | number];
type NoParameters = Readonly<Record<string, never>>;
type Component = readonly [name: string, properties: readonly Property[], children: readonly Component[]];

/**
 * A calendar file (RFC 5545): all-day entries, lines of at most 75 octets that end with CRLF.
 * A calendar without entries still needs one component (§3.6): it then holds the definition of universal time, so that
 * it is valid and imports as nothing at all.
 */
export function writeCalendar(name: string, items: readonly CalendarItem[]): string {
  const calendar: Component = ['vcalendar', [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//nec-local//nec-local//FR'],
    ['calscale', {}, 'text', 'GREGORIAN'],
    ['name', {}, 'unknown', escapeText(oneLine(name))],
    ['x-wr-calname', {}, 'unknown', escapeText(oneLine(name))],
  ], items.length === 0 ? [universalTime] : items.map(componentOf)];
  // ical.js counts the space that begins a continued line on top of this length.
  ICAL.foldLength = 74;
  return ICAL.stringify([...calendar]);
}

function componentOf(item: CalendarItem): Component {
  const stamp = `${item.revisedOn}T00:00:00Z`;
  return [item.kind === 'event' ? 'vevent' : 'vtodo', [
    ['uid', {}, 'text', oneLine(item.uid)],
    ['dtstamp', {}, 'date-time', stamp],
    ['last-modified', {}, 'date-time', stamp],
    ['sequence', {}, 'integer', item.sequence],
    ...daysOf(item),
    ['summary', {}, 'text', oneLine(item.summary)],
    ...optional('description', item.description && calendarText(item.description)),
    ...optional('location', item.location && oneLine(item.location)),
    // A comma between categories separates them, and several programs split even an escaped one.
    ...optional('categories', item.category && oneLine(item.category.replaceAll(/\s*,\s*/g, ' '))),
  ], []];
}

/** DTEND of an all-day event is the day after the last one (RFC 5545 §3.6.1). */
function daysOf(item: CalendarItem): readonly Property[] {
  if (item.kind === 'task') return [['due', {}, 'date', item.day], ['status', {}, 'text', 'NEEDS-ACTION']];
  return [
    ['dtstart', {}, 'date', item.day],
    ['dtend', {}, 'date', addDays(item.lastDay ?? item.day, 1)],
    ['status', {}, 'text', 'CONFIRMED'],
    ['transp', {}, 'text', item.busy ? 'OPAQUE' : 'TRANSPARENT'],
  ];
}

const optional = (name: string, value: string | undefined): readonly Property[] =>
  value === undefined || value === '' ? [] : [[name, {}, 'text', value]];

const universalTime: Component = ['vtimezone', [['tzid', {}, 'text', 'Etc/UTC']], [
  ['standard', [
    ['dtstart', {}, 'date-time', '1970-01-01T00:00:00'],
    ['tzoffsetfrom', {}, 'utc-offset', '+00:00'],
    ['tzoffsetto', {}, 'utc-offset', '+00:00'],
    ['tzname', {}, 'text', 'UTC'],
  ], []],
]];

/** LF only, and none of the characters that RFC 5545 §3.1 forbids or that some parsers take for the end of a line. */
function calendarText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]|\p{Surrogate}/gu, ' ')
    .trim();
}

const oneLine = (text: string): string => calendarText(text).replace(/\s*\n\s*/g, ' ');

/** ical.js escapes only the properties it knows (RFC 5545 §3.3.11). */
const escapeText = (text: string): string => text.replace(/[\\;,]/g, (character) => `\\${character}`);
