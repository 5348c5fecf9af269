import type { Plan, Programme, SlotKind } from '../../model.ts';
import { hourInWords } from '../../shared/clock.ts';
import { choose } from '../../shared/condition.ts';
import { frenchSpaces } from '../../shared/french-spaces.ts';
import { layDays, type LaidDay } from '../../shared/laid-days.ts';
import { minutesIn, type TimedSlot } from '../../shared/programme.ts';
import type { View } from '../../shared/view-shape.ts';
import { words } from '../printed-words.ts';

type DayView = View['journees'][number];

/** How long one consultation takes, in minutes: the format `consultation` of the kit says the same in words. */
const CONSULTATION = 20;

const EVERYTHING: readonly SlotKind[] = ['together', 'workshops', 'peers', 'break', 'move', 'open'];

/** The days of the event as texts tell them: the same hours as the timetable, from the same `programme.yaml`. */
export function dayViews(plan: Plan): View['journees'] {
  const { programme } = plan.kit;
  if (!programme) return [];
  const days = layDays(plan, programme).filter(({ times }) => times.length > 0);
  return days.map((day, rank) => dayView(day, plan, programme, { premier: rank === 0, dernier: rank === days.length - 1 }));
}

function dayView({ rank, times }: LaidDay, plan: Plan, { before }: Programme, place: Pick<DayView, 'premier' | 'dernier'>): DayView {
  const start = times[0]?.start ?? 0;
  const total = minutesIn(times, EVERYTHING);
  const share = (...kinds: readonly SlotKind[]): readonly [minutes: string, percent: string] => {
    const minutes = minutesIn(times, kinds);
    return [words(minutes), words(total === 0 ? 0 : Math.round((100 * minutes) / total))];
  };
  const [[ensemble, partEnsemble], [ateliers, partAteliers]] = [share('together'), share('workshops', 'peers')];
  return {
    id: String(rank), rang: words(rank), ...place,
    ouverture: hour(start - before.open), reunion: hour(start - before.briefing), accueil: hour(start - before.welcome),
    fin: hour(start + times.reduce((sum, { minutes }) => sum + minutes, 0)),
    temps: times.map((time) => timeView(time, plan)),
    avecRepas: times.some(({ slot }) => slot.kind === 'meal'),
    total: words(total), ensemble, partEnsemble, ateliers, partAteliers,
    consultations: times.filter(({ slot }) => slot.kind === 'workshops').flatMap(({ slot, start: first, minutes }) => (
      Array.from({ length: Math.floor(minutes / CONSULTATION) }, (_, turn) => ({ id: `${slot.id}-${turn + 1}`, heure: hour(first + turn * CONSULTATION) })))),
  };
}

function timeView({ slot, start, minutes }: TimedSlot, { kit, facts }: Plan): DayView['temps'][number] {
  const format = choose(slot.format, facts);
  return {
    id: slot.id, creneau: slot.id, genre: slot.kind, heure: hour(start), minutes: words(minutes),
    titre: words(frenchSpaces(choose(slot.title, facts) ?? slot.id)),
    format: words(kit.formats.find(({ id }) => id === format)?.name),
  };
}

/** Nothing begins the day before: a kit that opens two hours before one in the morning opens at midnight. */
const hour = (minutes: number): string => words(hourInWords(Math.max(0, minutes)));
