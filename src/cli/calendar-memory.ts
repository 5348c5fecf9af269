import type { Baseline, BaselineFile } from '../folder/baseline.ts';
import { readCalendarContent } from '../folder/content.ts';
import type { WrittenItem } from '../model.ts';

/** Every calendar entry as it was last written, by UID: it says with which SEQUENCE a changed one goes on. */
export async function calendarItemsOf(baseline: Baseline | undefined): Promise<Readonly<Record<string, WrittenItem>>> {
  const items: WrittenItem[] = [];
  for (const file of baseline?.files ?? []) items.push(...await itemsIn(file, baseline?.partOf(file)));
  return Object.fromEntries(items.map((item) => [item.uid, item]));
}

/** Version 0.1.0 remembered calendars as texts. */
async function itemsIn({ kind, path }: BaselineFile, part: Uint8Array | undefined): Promise<readonly WrittenItem[]> {
  if (kind === 'calendar') return readCalendarContent(part)?.items ?? [];
  if (!part || kind !== 'copy' || !path.endsWith('.ics')) return [];
  const { readCalendarItems } = await import('../documents/calendars/read-calendar.ts');
  return readCalendarItems(new TextDecoder().decode(part));
}
