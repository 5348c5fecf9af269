import type { WeighedDay } from '../model.ts';
import { alertToJson } from './alert-json.ts';

/** A weighed day as machines read it; the reasons against it are alerts. */
export function dateToJson({ date, for: favours, against }: WeighedDay) {
  return {
    date,
    for: favours.map(({ id, message, sources, checkedOn, confidence }) => ({ reason: id, message, source: sources.join(', '), checkedOn, confidence })),
    against: against.map(alertToJson),
  };
}
