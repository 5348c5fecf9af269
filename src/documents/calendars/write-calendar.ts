import ICAL from 'ical.js';
import type { WrittenItem } from '../../model.ts';
import type { Calendar } from './calendar.ts';
import { oneLine, type Component } from './component.ts';

/**
 * A calendar file (RFC 5545): all-day entries, lines of at most 75 octets that end with CRLF.
 * A calendar without entries still needs one component (§3.6): it then holds the definition of universal time, so that
 * it is valid and imports as nothing at all.
 */
export function writeCalendar({ name, items }: Calendar): string {
  const calendar: Component = ['vcalendar', [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//nec-local//nec-local//FR'],
    ['calscale', {}, 'text', 'GREGORIAN'],
    ['name', {}, 'unknown', escapeText(oneLine(name))],
    ['x-wr-calname', {}, 'unknown', escapeText(oneLine(name))],
  ], items.length === 0 ? [universalTime] : items.map(revised)];
  // ical.js counts the space that begins a continued line on top of this length.
  ICAL.foldLength = 74;
  return ICAL.stringify([...calendar]);
}

/** The entry with what says when it last changed, right after its UID. */
function revised({ sequence, revisedOn, content }: WrittenItem): Component {
  const [name, [uid, ...properties], children] = JSON.parse(content) as Component;
  const stamp = `${revisedOn}T00:00:00Z`;
  return [name, [
    ...(uid ? [uid] : []),
    ['dtstamp', {}, 'date-time', stamp],
    ['last-modified', {}, 'date-time', stamp],
    ['sequence', {}, 'integer', sequence],
    ...properties,
  ], children];
}

const universalTime: Component = ['vtimezone', [['tzid', {}, 'text', 'Etc/UTC']], [
  ['standard', [
    ['dtstart', {}, 'date-time', '1970-01-01T00:00:00'],
    ['tzoffsetfrom', {}, 'utc-offset', '+00:00'],
    ['tzoffsetto', {}, 'utc-offset', '+00:00'],
    ['tzname', {}, 'text', 'UTC'],
  ], []],
]];

/** ical.js escapes only the properties it knows (RFC 5545 §3.3.11). */
const escapeText = (text: string): string => text.replace(/[\\;,]/g, (character) => `\\${character}`);
