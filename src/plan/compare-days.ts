import type { Severity, WeighedDay } from '../model.ts';
import { SEVERITIES } from '../shared/severity.ts';

/** Which of two weighed days is better: negative when `a` is. */
export type Compare = (a: WeighedDay, b: WeighedDay) => number;

/** By how many reasons of these severities speak against each, the first severity first. */
export const compareAgainst = (severities: readonly Severity[]): Compare => (a, b) => {
  const count = ({ against }: WeighedDay, severity: Severity): number => against.filter((reason) => reason.severity === severity).length;
  return severities.map((severity) => count(a, severity) - count(b, severity)).find((difference) => difference !== 0) ?? 0;
};

/** The fewer serious reasons against it, then the fewer others, then the more reasons for it, the better a day is. */
export const compareReasons: Compare = (a, b) => compareAgainst(SEVERITIES)(a, b) || b.for.length - a.for.length;

export const compareDates: Compare = (a, b) => (a.date < b.date ? -1 : Number(a.date > b.date));
