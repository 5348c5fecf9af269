import type { FolderState, IsoDate, WrittenItem } from '../../model.ts';
import type { CalendarItem } from './calendar-item.ts';
import { cancelled, componentOf, type Component } from './component.ts';

/**
 * What the calendar of this run says, in the light of what the last one said (regeneration.md D11): an entry that says
 * the same keeps its number and its day, one that changed takes the next number and today, one that is gone is
 * cancelled and stays for good, after the others. `written`: the entries of this calendar alone.
 */
export function reviseItems(
  items: readonly CalendarItem[], written: readonly WrittenItem[], today: IsoDate, undone: FolderState['undoneSequences'] = {},
): readonly WrittenItem[] {
  const before = new Map(written.map((item) => [item.uid, item]));
  const live = items.map(componentOf).map((component) => ({ uid: uidOf(component), content: JSON.stringify(component) }));
  const present = new Set(live.map(({ uid }) => uid));
  const gone = written.filter(({ uid }) => !present.has(uid))
    .map(({ uid, content }) => ({ uid, content: JSON.stringify(cancelled(JSON.parse(content) as Component)) }))
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));
  return [...live, ...gone].map(({ uid, content }): WrittenItem => {
    const last = before.get(uid);
    if (last?.content === content) return last;
    return { uid, sequence: Math.max(last?.sequence ?? -1, undone[uid] ?? -1) + 1, revisedOn: today, content };
  });
}

/** `vevent` or `vtodo`. */
export const kindOf = ({ content }: WrittenItem): string => (JSON.parse(content) as Component)[0];

const uidOf = ([, properties]: Component): string => String(properties.find(([name]) => name === 'uid')?.[3]);
