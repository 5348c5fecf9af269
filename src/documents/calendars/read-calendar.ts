import ICAL from 'ical.js';
import type { WrittenItem } from '../../model.ts';
import { isIsoDate } from '../../shared/dates.ts';
import { REVISION_PROPERTIES, type Component, type Property } from './component.ts';

/**
 * The entries of a calendar that {@link writeCalendar} made, exactly as they were given to it. Of a text that is no
 * calendar, nothing; of an entry without UID or a day of revision, nothing either: it is none of ours.
 */
export function readCalendarItems(ics: string): readonly WrittenItem[] {
  return parse(ics).flatMap((component): readonly WrittenItem[] => {
    const [name, properties, children] = component;
    if (name !== 'vevent' && name !== 'vtodo') return [];
    const [uid, stamp, sequence] = [valueOf(component, 'uid'), valueOf(component, 'dtstamp'), valueOf(component, 'sequence')];
    const revisedOn = String(stamp).slice(0, 10);
    if (typeof uid !== 'string' || !isIsoDate(revisedOn)) return [];
    const content = JSON.stringify([name, properties.filter(isContent), children]);
    return [{ uid, sequence: typeof sequence === 'number' ? sequence : 0, revisedOn, content }];
  });
}

function parse(ics: string): readonly Component[] {
  try {
    const [, , components = []] = ICAL.parse(ics) as unknown as Partial<Component>;
    return components;
  } catch {
    return [];
  }
}

const valueOf = ([, properties]: Component, name: string): unknown => properties.find((property) => property[0] === name)?.[3];

const revision: ReadonlySet<string> = new Set(REVISION_PROPERTIES);
const isContent = ([name]: Property): boolean => !revision.has(name);
