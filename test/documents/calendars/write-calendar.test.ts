import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { CalendarItem } from '../../../src/documents/calendars/calendar-item.ts';
import { readCalendarItems } from '../../../src/documents/calendars/read-calendar.ts';
import { reviseItems } from '../../../src/documents/calendars/revise-items.ts';
import { writeCalendar as write } from '../../../src/documents/calendars/write-calendar.ts';
import type { TaskState, WrittenItem } from '../../../src/model.ts';
import { lintCalendar } from '../../support/ics-lint.ts';

const item = (rest: Partial<CalendarItem> = {}): CalendarItem => ({
  kind: 'event', uid: 't01@a.nec-local', summary: 'Titre', day: '2027-02-04', state: 'todo', ...rest,
});

/** A first run. */
const writeCalendar = (name: string, items: readonly CalendarItem[]): string => write({ name, items: reviseItems(items, [], '2026-11-23') });

/** Words, and everything that means something in a calendar or to a terminal. */
const nastyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      '\r', '\n', '\r\n', ';', ',', '\\', ':', '"', '\t', '\u0000', '\u001b]0;x\u0007',
      '\u2028', '\u0085', '\ud800', '\ufeff', 'é', '😀', '’', 'END:VEVENT', 'BEGIN:VALARM', '\r\nATTENDEE:mailto:x@example.org',
    ),
  ),
  maxLength: 60,
});

const firstValue = (calendar: string, property: string): unknown =>
  new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent')?.getFirstPropertyValue(property) ?? null;

describe('writeCalendar', () => {
  it('ends every line with CRLF, the last one too', () => {
    expect(writeCalendar('Jalons', [item()])).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
  });

  it('folds at 75 octets without cutting a character', () => {
    const calendar = writeCalendar('Jalons', [item({ summary: 'é😀’'.repeat(60) })]);
    expect(lintCalendar(calendar)).toEqual([]);
    expect(calendar).not.toContain('\ufffd');
    expect(firstValue(calendar, 'summary')).toBe('é😀’'.repeat(60));
  });

  it('gives back plain text as it was, whatever its punctuation', () => {
    const summary = 'Salle ; accès, « réseau » \\ café : 9 h';
    expect(firstValue(writeCalendar('Jalons', [item({ summary })]), 'summary')).toBe(summary);
  });

  it('keeps the lines of a description and puts a title on one line', () => {
    const calendar = writeCalendar('Jalons', [item({ summary: 'Un\r\ndeux', description: 'Un\r\ndeux' })]);
    expect(firstValue(calendar, 'summary')).toBe('Un deux');
    expect(firstValue(calendar, 'description')).toBe('Un\ndeux');
  });

  it('writes one category, without comma', () => {
    expect(writeCalendar('Jalons', [item({ category: 'Cadrer, écouter' })])).toContain('CATEGORIES:Cadrer écouter\r\n');
  });

  it('P13 one entry and no fault, whatever the text', () => {
    fc.assert(fc.property(nastyText, nastyText, nastyText, (summary, description, other) => {
      const event = item({ summary, description, location: other, category: other });
      const calendar = writeCalendar(other, [event, item({ kind: 'task', uid: 'u', summary })]);
      expect(lintCalendar(calendar)).toEqual([]);
      expect(calendar.match(/^(BEGIN|END):/gm)).toHaveLength(6);
      expect(calendar).not.toMatch(/^ATTENDEE/m);
    }), { numRuns: 300 });
  });
});

describe('readCalendarItems', () => {
  const states: readonly TaskState[] = ['todo', 'doing', 'done', 'dropped'];
  const anyItem = fc.record({
    kind: fc.constantFrom('event', 'task'), summary: nastyText, description: nastyText, location: nastyText,
    category: nastyText, day: fc.constantFrom('2026-12-31', '2028-02-29'), busy: fc.boolean(), state: fc.constantFrom(...states),
  });
  const anyWritten: fc.Arbitrary<WrittenItem> = fc.record({
    item: anyItem, uid: nastyText, sequence: fc.nat(), revisedOn: fc.constantFrom('2026-11-23', '2027-03-28'),
  }).map(({ item: said, uid, sequence, revisedOn }) => {
    const [written] = reviseItems([item({ ...said, uid } as Partial<CalendarItem>)], [], revisedOn);
    if (!written) throw new Error('one entry was given');
    return { ...written, sequence };
  });

  it('gives back exactly what was written, and writing that again gives the same bytes', () => {
    fc.assert(fc.property(fc.uniqueArray(anyWritten, { selector: ({ uid }) => uid, maxLength: 6 }), nastyText, (items, name) => {
      const calendar = write({ name, items });
      expect(readCalendarItems(calendar)).toEqual(items);
      expect(write({ name, items: readCalendarItems(calendar) })).toBe(calendar);
    }), { numRuns: 300 });
  });

  it.each([
    ['nothing', ''], ['no calendar', 'bonjour'], ['a calendar without entries', write({ name: 'Jalons', items: [] })],
    ['an entry without UID', writeCalendar('Jalons', [item()]).replace(/UID:.*\r\n/, '')],
    ['an entry without a day of revision', writeCalendar('Jalons', [item()]).replace(/DTSTAMP:.*\r\n/, '')],
    ['a calendar cut in two', writeCalendar('Jalons', [item()]).slice(0, 200)],
  ])('finds nothing of ours in %s', (_, text) => expect(readCalendarItems(text)).toEqual([]));
});
