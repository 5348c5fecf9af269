import type { Plan, Programme } from '../../model.ts';
import { numberAnswer } from '../../shared/read-answer.ts';
import { slug } from '../../shared/words.ts';
import { sites } from '../site-names.ts';

/** Where one workshop of a time is held. */
export interface Room {
  readonly name: string;
  /** After its letter, or its place: what people write of a place follows it when another is added or taken away. */
  readonly id: string;
  /** From 1, the same whatever rooms or places are added after it: rows are known by it. */
  readonly number: number;
  /** In which of several places, from 0. */
  readonly place: number;
}

/** The rooms of the workshops: those of one place, or of each of several. */
export interface Rooms {
  readonly rooms: readonly Room[];
  /** Several places at once. */
  readonly apart: boolean;
}

/** No place has more rooms than this: the numbers of the second room of each place begin there. */
const NUMBERS_PER_ROUND = 1000;

/** Those of five thousand people: a kit that asks for more asks by mistake. */
const MOST_ROOMS = 100;

/** As many rooms as it takes for those who are in a workshop, none being too full; at least one in each place. */
export function roomsOf({ answers, facts }: Pick<Plan, 'answers' | 'facts'>, { limits }: Programme): Rooms {
  const count = Math.min(MOST_ROOMS, Math.max(1, roomsFor(facts, limits)));
  const places = sites(answers);
  if (places.length < 2) return { rooms: Array.from({ length: count }, (_, rank) => ({ name: `Salle ${letter(rank)}`, id: slug(letter(rank)), number: rank + 1, place: 0 })), apart: false };
  const inEach = Math.max(1, Math.ceil(count / places.length));
  const rounds = Array.from({ length: inEach }, (_, round) => places.map(({ id, name }, rank): Room => ({
    name: inEach === 1 ? name : `${name}, salle ${letter(round)}`,
    id: round === 0 ? id : slug(`${id} ${letter(round)}`), number: round * NUMBERS_PER_ROUND + rank + 1, place: rank,
  })));
  return { rooms: rounds.flat(), apart: true };
}

function roomsFor(facts: Plan['facts'], { workshopPercent, workshopPeople }: Programme['limits']): number {
  if (workshopPercent === undefined) return numberAnswer(facts, 'salles') ?? 1;
  return Math.ceil(((numberAnswer(facts, 'participants') ?? 0) * workshopPercent) / (100 * workshopPeople));
}

const letter = (rank: number): string => (rank < 26 ? String.fromCharCode(65 + rank) : String(rank + 1));
