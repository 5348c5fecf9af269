import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarsOf, entriesOf, planFor, stateAfter, type Calendars } from '../support/calendar-runs.ts';
import { describeWith } from './programs.ts';
import { startRadicale, type CalendarServer } from './radicale.ts';

/** One calendar per entry: a server keeps one file for each (RFC 4791 §4.1), and a whole calendar would wipe the rest. */
function split(calendar: string): readonly (readonly [uid: string, content: string])[] {
  const [head = ''] = calendar.split(/^BEGIN:V(?:EVENT|TODO)\r\n/m);
  const parts = calendar.match(/^BEGIN:(VEVENT|VTODO)\r\n[^]*?^END:\1\r\n/gm) ?? [];
  return parts.map((part) => [/^UID:(.*)\r\n/m.exec(part)?.[1] ?? '', `${head}${part}END:VCALENDAR\r\n`]);
}

const numbers = (calendar: string): readonly (readonly [string, string])[] =>
  [...entriesOf(calendar)].map(([uid, { sequence = '' }]) => [uid, sequence] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));

describeWith('radicale', 'a calendar server', () => {
  const runs = fourRuns();
  let server: CalendarServer;
  beforeAll(async () => { server = await startRadicale(); }, 30_000);
  afterAll(async () => { await server?.stop(); });

  const put = async (collection: string, [uid, content]: readonly [string, string], onlyNew = false): Promise<number> => {
    const headers = { 'content-type': 'text/calendar; charset=utf-8', ...(onlyNew && { 'if-none-match': '*' }) };
    return (await server.request('PUT', `${collection}/${uid}.ics`, content, headers)).status;
  };
  const putAll = async (collection: string, calendar: string, onlyNew = false): Promise<ReadonlySet<number>> => {
    const statuses = new Set<number>();
    for (const part of split(calendar)) statuses.add(await put(collection, part, onlyNew));
    return statuses;
  };
  const open = async (collection: string): Promise<void> => {
    expect((await server.request('MKCALENDAR', `${collection}/`)).status).toBe(201);
  };
  const read = async (collection: string): Promise<string> => (await server.request('GET', `${collection}/`)).text;

  describe.each(['jalons', 'taches'] as const)('given %s.ics before and after the date moved', (name) => {
    const pick = ({ milestones, tasks }: Calendars): string => (name === 'jalons' ? milestones : tasks);
    const [before, moved, near, unknown] = runs.map(pick) as [string, string, string, string];

    it('takes every entry once', async () => {
      await open(name);
      expect(await putAll(name, before, true)).toEqual(new Set([201]));
      expect(numbers(await read(name))).toEqual(numbers(before));
      expect(await putAll(name, before, true)).toEqual(new Set([412]));
    });

    it('D11 updates every entry and doubles none', async () => {
      await putAll(name, moved);
      expect(numbers(await read(name))).toEqual(numbers(moved));
      expect(entriesOf(await read(name)).size).toBe(entriesOf(before).size);
      expect(numbers(moved).filter(([, sequence]) => sequence === '1').length).toBeGreaterThan(5);
    });

    it('cancels what is gone, then all when the date is not known any more', async () => {
      await putAll(name, near);
      const cancelledNow = [...entriesOf(near).values()].filter(({ status }) => status === 'CANCELLED').map(({ uid }) => uid);
      const kept = entriesOf(await read(name));
      expect(cancelledNow.length).toBeGreaterThan(0);
      for (const uid of cancelledNow) expect(kept.get(uid ?? '')?.['status']).toBe('CANCELLED');

      await putAll(name, unknown);
      const all = [...entriesOf(await read(name)).values()];
      expect(all).toHaveLength(entriesOf(unknown).size);
      expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['CANCELLED']));
    });
  });

  it('holds both files in one collection', async () => {
    const { milestones, tasks } = runs[0];
    await open('tout');
    expect(new Set([...await putAll('tout', milestones, true), ...await putAll('tout', tasks, true)])).toEqual(new Set([201]));
    expect(entriesOf(await read('tout')).size).toBe(entriesOf(milestones).size + entriesOf(tasks).size);
  });

  it('refuses broken entries and a second entry with the same UID', async () => {
    const [first, second] = split(runs[0].milestones);
    if (!first || !second) throw new Error('two entries were expected');
    const broken = (content: string): Promise<number> => put('casse', ['autre', content]);
    await open('casse');
    expect(await put('casse', first)).toBe(201);
    expect(await broken(first[1])).toBe(409);
    expect(await broken(second[1].replace(/^UID:.*\r\n/m, ''))).toBe(400);
    expect(await broken(second[1].replace('END:VEVENT\r\n', ''))).toBe(400);
    expect(await broken(second[1].replace(/^(DTSTART;VALUE=DATE:\d{4})/m, '$1-'))).toBe(400);
    expect(await broken(second[1])).toBe(201);
  });
});

/** First run; five weeks later; four weeks of preparation left, which drops tasks; the date not known any more. */
function fourRuns(): readonly [Calendars, Calendars, Calendars, Calendars] {
  const before = calendarsOf(planFor('2027-10-14', '2026-11-23'));
  const moved = calendarsOf(planFor('2027-11-18', '2026-11-30'), stateAfter(before));
  const near = calendarsOf(planFor('2026-12-22', '2026-12-01'), stateAfter(moved));
  return [before, moved, near, calendarsOf(planFor('a-definir', '2026-12-02'), stateAfter(near))];
}
