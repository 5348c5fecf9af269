import type { IsoDate, WeighedDay } from '../model.ts';
import { addDays, daysBetween, weekday } from '../shared/dates.ts';
import { SEVERITIES, isSerious } from '../shared/severity.ts';
import { compareAgainst, compareDates, compareReasons } from './compare-days.ts';
import { openDays, periodOf } from './open-days.ts';
import { weighDay, type Weighing } from './weigh-day.ts';

const PROPOSED = 5;
const PER_WEEK = 2;
const BETTER = 3;
/** How far from a wished day a better one is looked for. */
const NEARBY_DAYS = 28;

/**
 * Five days of the period to choose from, the best first; fewer where it has fewer. Never three of one week, while other
 * weeks are left. Of days as good, one in a week that the others leave free, then on a day of the week that they leave
 * free, then the earliest.
 */
export function proposeDays(weighing: Weighing): readonly WeighedDay[] {
  const ranked = rankDays(weighing);
  const chosen: WeighedDay[] = [];
  const taken = (of: (date: IsoDate) => unknown, { date }: WeighedDay): number => chosen.filter((other) => of(other.date) === of(date)).length;
  while (chosen.length < Math.min(PROPOSED, ranked.length)) {
    const left = ranked.filter((day) => !chosen.includes(day));
    const apart = left.filter((day) => taken(mondayOf, day) < PER_WEEK);
    const [next] = (apart.length > 0 ? apart : left)
      .toSorted((a, b) => compareReasons(a, b) || taken(mondayOf, a) - taken(mondayOf, b) || taken(weekday, a) - taken(weekday, b));
    if (next) chosen.push(next);
  }
  return ranked.filter((day) => chosen.includes(day));
}

/** Every day of the period (answer `periode`) on which the event can begin, the best first, then the earliest. */
export function rankDays(weighing: Weighing): readonly WeighedDay[] {
  const [from, to] = periodOf(weighing.answers) ?? [];
  if (from === undefined || to === undefined) return [];
  return openDays(from, to, weighing)
    .map((date) => weighDay(date, weighing))
    .sort((a, b) => compareReasons(a, b) || compareDates(a, b));
}

/** The nearest days with fewer serious reasons against them than this one; none when nothing serious speaks against it. */
export function betterDays(wished: WeighedDay, weighing: Weighing): readonly WeighedDay[] {
  if (!wished.against.some(isSerious)) return [];
  const away = ({ date }: WeighedDay): number => Math.abs(daysBetween(wished.date, date));
  return openDays(addDays(wished.date, -NEARBY_DAYS), addDays(wished.date, NEARBY_DAYS), weighing)
    .map((date) => weighDay(date, weighing))
    .filter((day) => compareAgainst(['blocking', 'warning'])(day, wished) < 0)
    .sort((a, b) => compareAgainst(SEVERITIES)(a, b) || away(a) - away(b) || compareDates(a, b))
    .slice(0, BETTER);
}

const mondayOf = (date: IsoDate): IsoDate => addDays(date, 1 - weekday(date));
