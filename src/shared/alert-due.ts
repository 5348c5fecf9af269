import type { Alert, Plan } from '../model.ts';
import { plainDate } from './dates.ts';

/** What follows « À faire »: « avant le 19 mars 2027 », « aujourd’hui », « sans attendre (c’était pour le 19 mars 2027) »; empty when no day is known. */
export function dueInWords({ due }: Pick<Alert, 'due'>, { today, schedule }: Pick<Plan, 'today' | 'schedule'>): string {
  if (due === undefined) return '';
  if (due < today) return `sans attendre (c’était pour le ${plainDate(due)})`;
  if (due === today && !schedule.provisional) return 'aujourd’hui';
  return `avant le ${plainDate(due)}${schedule.provisional ? ', date provisoire' : ''}`;
}
