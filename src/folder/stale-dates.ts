import type { FoundBlock, IsoDate, Note } from '../model.ts';
import { typedDates, type TypedDate } from '../shared/typed-dates.ts';
import { gistOfFound } from './text/gist.ts';
import { readTokens } from './text/tokens.ts';
import { whereIs } from './text/where.ts';

/**
 * The dates in a person's text that were days of the plan and are no more (regeneration.md D03). They are told with
 * their place, never rewritten: only the person knows what they meant.
 * @param stale days that the plan had and has left
 */
export function staleDates(blocks: readonly FoundBlock[], stale: ReadonlySet<IsoDate>): readonly Note[] {
  if (stale.size === 0) return [];
  return blocks.flatMap((block) => {
    const found = typedDates(block.cells.join('\n')).filter((typed) => [...stale].some((day) => isDay(typed, day)));
    const place = found.length > 0 ? whereIs(gistOfFound(block, readTokens)) : '';
    return [...new Set(found.map(({ text }) => text))].map((value): Note => ({ code: 'typed-date', value, place }));
  });
}

/** « 14 octobre » is any 14 October; with a year it is that one. */
function isDay({ day, month, year }: TypedDate, date: IsoDate): boolean {
  const [isoYear, isoMonth, isoDay] = date.split('-').map(Number);
  return day === isoDay && month === isoMonth && (year === undefined || year === isoYear);
}
