import { readCalendarItems } from '../documents/calendars/read-calendar.ts';
import type { Baseline } from '../folder/baseline.ts';
import type { WrittenItem } from '../model.ts';

/** Every calendar item as it was last written, by UID: it says with which SEQUENCE a changed one goes on. */
export function calendarItemsOf(baseline: Baseline | undefined): Readonly<Record<string, WrittenItem>> {
  const calendars = (baseline?.files ?? []).filter(({ kind, path }) => kind === 'copy' && path.endsWith('.ics'));
  const items = calendars.flatMap(({ path }) => {
    const bytes = baseline?.bytesOf(path);
    return bytes ? readCalendarItems(new TextDecoder().decode(bytes)) : [];
  });
  return Object.fromEntries(items.map((item) => [item.uid, item]));
}
