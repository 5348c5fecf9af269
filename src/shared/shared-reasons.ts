import type { WeighedDay } from '../model.ts';

type Reasons = Pick<WeighedDay, 'for' | 'against'>;

/** Some days with what each has of its own, and what all have in common: said once, it is no reason to choose one of them. */
export interface SharedReasons {
  readonly common: Reasons;
  readonly days: readonly WeighedDay[];
}

export function shareReasons(days: readonly WeighedDay[]): SharedReasons {
  const [first] = days;
  if (!first || days.length === 1) return { common: { for: [], against: [] }, days };
  const isCommon = ({ message }: { readonly message: string }): boolean =>
    days.every((day) => [...day.for, ...day.against].some((reason) => reason.message === message));
  const split = (day: WeighedDay, common: boolean): Reasons =>
    ({ for: day.for.filter((reason) => isCommon(reason) === common), against: day.against.filter((reason) => isCommon(reason) === common) });
  return { common: split(first, true), days: days.map((day) => ({ date: day.date, ...split(day, false) })) };
}
