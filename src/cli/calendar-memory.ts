import type { Baseline, BaselineFile } from '../folder/baseline.ts';
import type { WrittenItem } from '../model.ts';

/** Every calendar entry as it was last written, by UID: it says with which SEQUENCE a changed one goes on. */
export async function calendarItemsOf(baseline: Baseline | undefined): Promise<Readonly<Record<string, WrittenItem>>> {
  const items = await Promise.all((baseline?.files ?? []).map((file) => (file.kind === 'calendar' ? file.items : asText(file, baseline))));
  return Object.fromEntries(items.flat().map((item) => [item.uid, item]));
}

/** Version 0.1.0 remembered calendars as texts. */
async function asText({ kind, path }: BaselineFile, baseline: Baseline | undefined): Promise<readonly WrittenItem[]> {
  const bytes = kind === 'copy' && path.endsWith('.ics') ? baseline?.bytesOf(path) : undefined;
  if (!bytes) return [];
  const { readCalendarItems } = await import('../documents/calendars/read-calendar.ts');
  return readCalendarItems(new TextDecoder().decode(bytes));
}
