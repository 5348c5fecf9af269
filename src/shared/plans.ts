import type { LeadDays, PlanName } from '../model.ts';

/** Weeks of preparation of the three plans, longest first (nec-locaux.md §2.1, our own judgement after what was observed). */
export const PLAN_WEEKS: Readonly<Record<PlanName, number>> = { complet: 36, standard: 26, express: 12 };

export const PLAN_NAMES = ['complet', 'standard', 'express'] as const satisfies readonly PlanName[];

const PEOPLE_OF_FULL_PLAN = 200;
const PEOPLE_OF_STANDARD_PLAN = 80;

/** The plan that fits so many people over so many days. */
export function planFor(people: number, days: number): PlanName {
  if (people >= PEOPLE_OF_FULL_PLAN || days >= 2) return 'complet';
  return people >= PEOPLE_OF_STANDARD_PLAN ? 'standard' : 'express';
}

/**
 * Days of lead when `weeks` are used for the whole preparation: between two plans the leads are interpolated,
 * under the shortest plan they shrink in proportion, rounded up: the eve stays the eve. Days after the event (negative) are never squeezed.
 */
export function leadAt(lead: LeadDays, weeks: number): number {
  const { complet, standard, express } = PLAN_WEEKS;
  if (weeks >= complet) return lead.complet;
  if (weeks >= standard) return between(weeks, standard, lead.standard, complet, lead.complet);
  if (weeks >= express) return between(weeks, express, lead.express, standard, lead.standard);
  return lead.express <= 0 ? lead.express : Math.ceil((lead.express * Math.max(weeks, 0)) / express);
}

function between(x: number, x0: number, y0: number, x1: number, y1: number): number {
  return Math.round(y0 + ((y1 - y0) * (x - x0)) / (x1 - x0));
}
