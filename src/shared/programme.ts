import type { DayPart, ModelDay, Slot, SlotKind } from '../model.ts';

/** What the days of a programme are made of, for those who check them and those who lay them out. */

export const SLOT_KINDS = ['together', 'workshops', 'peers', 'break', 'meal', 'move', 'open', 'alongside'] as const satisfies readonly SlotKind[];

export const DAY_PARTS = ['half-day', 'day', 'first-day', 'middle-day', 'last-day', 'last-half-day'] as const satisfies readonly DayPart[];

/** Longer than any event: what comes after is not laid out. */
const MOST_DAYS = 31;

/** The parts of an event of this many days, a half day at the end counted as one: 1.5 → first-day, last-half-day. */
export function partsOf(days: number): readonly DayPart[] {
  const count = Math.min(MOST_DAYS, Math.max(1, Math.ceil(days)));
  const endsAtNoon = days < count;
  if (count === 1) return [endsAtNoon ? 'half-day' : 'day'];
  const last: DayPart = endsAtNoon ? 'last-half-day' : 'last-day';
  return Array.from({ length: count }, (_, rank) => (rank === 0 ? 'first-day' : rank === count - 1 ? last : 'middle-day'));
}

/** A time of a day, with its hour in minutes after midnight. */
export interface TimedSlot {
  readonly slot: Slot;
  readonly start: number;
  readonly minutes: number;
}

/** The times of a day, one after the other. A time that `slots` does not know takes its minutes and is left out. */
export function timesOf(day: Pick<ModelDay, 'start' | 'slots'>, slots: readonly Slot[]): readonly TimedSlot[] {
  let start = day.start;
  return day.slots.flatMap(({ slot: id, minutes }) => {
    const slot = slots.find((candidate) => candidate.id === id);
    const timed = slot ? [{ slot, start, minutes }] : [];
    start += minutes;
    return timed;
  });
}

/** Nobody has to listen, to work or to find a room. */
export const isRest = (kind: SlotKind): boolean => kind === 'break' || kind === 'meal' || kind === 'open';

/** Minutes of the times of these kinds. */
export const minutesIn = (times: readonly TimedSlot[], kinds: readonly SlotKind[]): number =>
  times.filter(({ slot }) => kinds.includes(slot.kind)).reduce((sum, { minutes }) => sum + minutes, 0);
