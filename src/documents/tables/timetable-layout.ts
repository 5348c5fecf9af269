import type { DocumentSpec, Plan, Programme, Slot, SlotKind } from '../../model.ts';
import { choose } from '../../shared/condition.ts';
import { frenchSpaces } from '../../shared/french-spaces.ts';
import type { TimedSlot } from '../../shared/programme.ts';
import type { LaidDay } from '../../shared/laid-days.ts';
import type { Rooms } from '../programme/rooms.ts';
import type { Workshop } from '../programme/workshops.ts';

/** All that the sheets of the timetable are made from. */
export interface Timetable {
  readonly spec: DocumentSpec;
  readonly plan: Plan;
  readonly programme: Programme;
  readonly days: readonly LaidDay[];
  readonly rooms: Rooms;
  readonly workshopsAt: ReadonlyMap<TimedSlot, readonly Workshop[]>;
}

/** What people choose in the column « Type », and the formulas count. */
export const KIND_WORDS: Readonly<Record<SlotKind, string>> = {
  together: 'Tous ensemble', workshops: 'Atelier', peers: 'Entre pairs', break: 'Pause', meal: 'Repas', move: 'Déplacement',
  open: 'Temps vide', alongside: 'En continu',
};

/** `j2-ateliers-1`: known whatever the words and the hours become. */
export const timeId = (day: LaidDay, slot: Slot): string => `j${day.rank}-${slot.id}`;

/** « Ateliers du matin », with its day where there are several: formulas tell the times of workshops apart by their words. */
export function timeTitle({ plan, days }: Pick<Timetable, 'plan' | 'days'>, day: LaidDay, slot: Slot): string {
  const titleOf = ({ id, title }: Slot): string => frenchSpaces(choose(title, plan.facts) ?? id);
  if (slot.kind !== 'workshops') return titleOf(slot);
  const alike = day.times.map((time) => time.slot).filter((other) => other.kind === 'workshops' && titleOf(other) === titleOf(slot));
  const title = alike.length > 1 ? `${titleOf(slot)} ${alike.indexOf(slot) + 1}` : titleOf(slot);
  return days.length > 1 ? `${title} (jour ${day.rank})` : title;
}
