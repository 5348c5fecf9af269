import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarItem } from '../../../src/documents/calendars/calendar-item.ts';
import { reviseItems } from '../../../src/documents/calendars/revise-items.ts';
import type { IsoDate, TaskState, WrittenItem } from '../../../src/model.ts';
import { addDays } from '../../../src/shared/dates.ts';

const item = (uid: string, rest: Partial<CalendarItem> = {}): CalendarItem =>
  ({ kind: 'task', uid, summary: 'Titre', day: '2027-02-04', state: 'todo', ...rest });

const revisions = (items: readonly WrittenItem[]): readonly unknown[] =>
  items.map(({ uid, sequence, revisedOn }) => [uid, sequence, revisedOn]);

const isCancelled = ({ content }: WrittenItem): boolean => content.includes('"CANCELLED"');

describe('reviseItems', () => {
  const first = reviseItems([item('b'), item('a')], [], '2026-11-23');

  it('starts at 0, in the order given', () => {
    expect(revisions(first)).toEqual([['b', 0, '2026-11-23'], ['a', 0, '2026-11-23']]);
  });

  it('changes nothing of what says the same', () => {
    expect(reviseItems([item('b'), item('a')], first, '2026-12-01')).toEqual(first);
  });

  it('counts one more, today, for what says something else', () => {
    expect(revisions(reviseItems([item('b'), item('a', { day: '2027-02-05' })], first, '2026-12-01')))
      .toEqual([['b', 0, '2026-11-23'], ['a', 1, '2026-12-01']]);
  });

  it('keeps what is gone, cancelled once, and takes it back with its next number', () => {
    const without = reviseItems([item('a')], first, '2026-12-01');
    expect(revisions(without)).toEqual([['a', 0, '2026-11-23'], ['b', 1, '2026-12-01']]);
    expect(without.map(isCancelled)).toEqual([false, true]);
    expect(reviseItems([item('a')], without, '2026-12-08')).toEqual(without);

    const again = reviseItems([item('b'), item('a')], without, '2026-12-15');
    expect(revisions(again)).toEqual([['b', 2, '2026-12-15'], ['a', 0, '2026-11-23']]);
    expect(again.map(({ content }) => content)).toEqual(first.map(({ content }) => content));
  });

  it('puts what is gone in one order, whatever the order that it is remembered in', () => {
    expect(revisions(reviseItems([], first, '2026-12-01'))).toEqual([['a', 1, '2026-12-01'], ['b', 1, '2026-12-01']]);
    expect(reviseItems([], first.toReversed(), '2026-12-01')).toEqual(reviseItems([], first, '2026-12-01'));
  });

  it('counts nothing for a task that was given up, then leaves the plan', () => {
    const givenUp = reviseItems([item('a', { state: 'dropped' })], first, '2026-12-01');
    expect(revisions(givenUp)).toEqual([['a', 1, '2026-12-01'], ['b', 1, '2026-12-01']]);
    expect(reviseItems([], givenUp, '2026-12-08')).toEqual(givenUp);
  });

  it('D11 over any series of runs no entry is lost or doubled, numbers only grow, and only with what is said', () => {
    const states: readonly TaskState[] = ['todo', 'doing', 'done', 'dropped'];
    const anyItem = fc.record({
      uid: fc.constantFrom('a', 'b', 'c', 'd'), day: fc.constantFrom('2027-02-04', '2027-02-05'), state: fc.constantFrom(...states),
    }).map(({ uid, ...rest }) => item(uid, rest));
    const anyRun = fc.uniqueArray(anyItem, { selector: ({ uid }) => uid });
    fc.assert(fc.property(fc.array(anyRun, { maxLength: 12 }), (runs) => {
      let before: readonly WrittenItem[] = [];
      let today: IsoDate = '2026-11-23';
      for (const items of runs) {
        today = addDays(today, 1);
        const now = reviseItems(items, before, today);
        const last = new Map(before.map((written) => [written.uid, written]));
        expect(new Set(now.map(({ uid }) => uid))).toEqual(new Set([...items.map(({ uid }) => uid), ...last.keys()]));
        expect(new Set(now.map(({ uid }) => uid)).size).toBe(now.length);
        for (const written of now) {
          const earlier = last.get(written.uid);
          const same = earlier?.content === written.content;
          expect(written.sequence).toBe(earlier ? earlier.sequence + (same ? 0 : 1) : 0);
          expect(written.revisedOn).toBe(earlier && same ? earlier.revisedOn : today);
          if (!items.some(({ uid }) => uid === written.uid)) expect(isCancelled(written)).toBe(true);
        }
        before = now;
      }
    }));
  });
});

it('D11 goes beyond the numbers of runs that were undone, and leaves alone what says the same', () => {
  const [first] = reviseItems([item('t01@x')], [], '2026-11-23');
  const written = first ? [first] : [];
  const undone = { [first?.uid ?? '']: 4 };
  expect(reviseItems([item('t01@x')], written, '2027-01-01', undone)).toEqual(written);
  expect(reviseItems([item('t01@x', { summary: 'Autre' })], written, '2027-01-01', undone)[0]?.sequence).toBe(5);
  expect(reviseItems([item('t01@x')], [], '2027-01-01', undone)[0]?.sequence).toBe(5);
});
