import type { Audience, Plan, Programme, SessionFormat, Theme } from '../../model.ts';
import { numberAnswer, textsAnswer } from '../../shared/read-answer.ts';
import type { TimedSlot } from '../../shared/programme.ts';
import type { Room, Rooms } from './rooms.ts';

/** What is proposed for one room at one time: a start, to be replaced by real sessions. */
export interface Workshop {
  readonly room: Room;
  /** The name of a theme, or the words that somebody typed; absent: none was chosen. */
  readonly theme?: string;
  readonly format?: SessionFormat;
  /** For whom first; absent: for all. */
  readonly audience?: Audience;
  readonly people: number;
}

type Sources = Pick<Plan, 'kit' | 'facts'>;

/**
 * The workshops of each time of workshops, in their order. A theme stays in its room where there is one for each (a track);
 * with fewer rooms, or in several places, themes go round. Audiences take turns; the one that the kit protects
 * belongs to every theme, never has two workshops at once, and goes from place to place.
 */
export function proposeWorkshops(times: readonly TimedSlot[], { rooms, apart }: Rooms, plan: Sources, programme: Programme): readonly (readonly Workshop[])[] {
  const { kit, facts } = plan;
  const themes = textsAnswer(facts, 'themes');
  const audiences = kit.audiences.filter(({ id }) => textsAnswer(facts, 'publics').includes(id));
  const { neverTwice } = programme.limits;
  const places = Math.max(1, Math.ceil((numberAnswer(facts, 'participants') ?? Infinity) / (apart ? numberAnswer(facts, 'nombre-de-sites') ?? 1 : 1)));
  const turns = new Map<string, number>();
  const step = apart ? 1 : rooms.length < themes.length ? rooms.length : 0;
  const sites = new Set(rooms.map(({ place }) => place)).size;
  /** Where the protected audience has been since its last round. */
  const visited = new Set<number>();
  return times.map(({ minutes }, time) => {
    const here = new Set<string>();
    return rooms.map((room, rank): Workshop => {
      const code = themes[(time * step + rank) % themes.length];
      const theme = kit.themes.find(({ id }) => id === code);
      const free = audiences.filter(({ id }) => id !== neverTwice || (!here.has(id) && !visited.has(room.place)));
      const audience = nextAudience(free, [...theme?.audiences ?? [], ...neverTwice === undefined ? [] : [neverTwice]], here, turns);
      if (audience) {
        here.add(audience.id);
        if (audience.id === neverTwice && visited.add(room.place).size === sites) visited.clear();
        turns.set(audience.id, (turns.get(audience.id) ?? 0) + 1);
      }
      const { format, people } = fittingFormat(minutes, theme, audience, plan, programme);
      const name = theme?.name ?? code;
      return {
        room, people: Math.min(people, programme.limits.workshopPeople, places),
        ...(name !== undefined && { theme: name }), ...(format && { format }), ...(audience && { audience }),
      };
    });
  });
}

/**
 * The audience whose turn it is: one that has had nothing yet, first among those of the theme, then among all, so that
 * nobody who was invited goes without; then those of the theme by turns. One that has nothing yet at this time before the others.
 */
function nextAudience(free: readonly Audience[], ofTheme: readonly string[], here: ReadonlySet<string>, turns: ReadonlyMap<string, number>): Audience | undefined {
  const rank = ({ id }: Audience): readonly number[] => {
    const count = turns.get(id) ?? 0;
    return [Number(here.has(id)), Number(count > 0), Number(!ofTheme.includes(id)), count];
  };
  return free.toSorted((a, b) => compare(rank(a), rank(b)))[0];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((number, place) => number !== b[place]);
  return (a[differing] ?? 0) - (b[differing] ?? 0);
}

/** The format kept for the audience, else the first that the theme or the audience wants, else the first of the kit; always one of this length. */
function fittingFormat(
  minutes: number, theme: Theme | undefined, audience: Audience | undefined, { kit }: Sources, { workshops, limits }: Programme,
): { readonly format?: SessionFormat; readonly people: number } {
  const fitting = workshops.filter(({ minutes: [shortest, longest] }) => shortest <= minutes && minutes <= longest);
  const open = fitting.filter((workshop) => workshop.audience === undefined);
  const wanted = [...(theme ? [theme.format] : []), ...audience?.formats ?? []];
  const found = [
    ...fitting.filter((workshop) => workshop.audience !== undefined && workshop.audience === audience?.id),
    ...wanted.flatMap((id) => open.filter((workshop) => workshop.id === id)), ...open,
  ][0];
  const format = kit.formats.find(({ id }) => id === found?.id);
  return { people: found?.people ?? limits.workshopPeople, ...(format && { format }) };
}
