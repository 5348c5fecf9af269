import type { AnswerRecord, Facts, IsoDate, Schedule } from '../model.ts';
import { addDays, longDate } from '../shared/dates.ts';
import { recordsAnswer } from '../shared/read-answer.ts';
import { enumerate } from '../shared/words.ts';

/** Nearer than this, two events share their public. Our own judgement. */
const NEAR_DAYS = 6;

interface KnownEvent {
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * The events named in the answer `evenements_voisins` that share a day with this one; with `near`, those that share none
 * but are less than a week away. Undefined: none.
 */
export function nearKnownEvent(
  near: boolean, facts: Facts, { firstDay, lastDay }: Pick<Schedule, 'firstDay' | 'lastDay'>,
): { readonly nom: string; readonly date: string } | undefined {
  const reaches = ({ from, to }: KnownEvent, days: number): boolean => from <= addDays(lastDay, days) && to >= addDays(firstDay, -days);
  const found = recordsAnswer(facts, 'evenements_voisins').flatMap(readEvent)
    .filter((event) => (near ? reaches(event, NEAR_DAYS) && !reaches(event, 0) : reaches(event, 0)));
  const [first] = found;
  return first && { nom: enumerate(found.map((event) => `${event.name} (${daysInWords(event)})`)), date: longDate(first.from) };
}

function readEvent({ nom, du, au }: AnswerRecord): readonly KnownEvent[] {
  return typeof nom === 'string' && typeof du === 'string' ? [{ name: nom, from: du, to: typeof au === 'string' ? au : du }] : [];
}

const daysInWords = ({ from, to }: KnownEvent): string => (from === to ? longDate(from) : `du ${longDate(from)} au ${longDate(to)}`);
