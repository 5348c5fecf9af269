import { markValue } from '../shared/values.ts';

/** Printed where nothing was answered, always beside its label. */
export const MISSING = 'à compléter';

/** Text to print: one marked line, never empty. Kits end their sentences, templates end theirs: one full stop goes. */
export function words(text: unknown): string {
  const answered = typeof text === 'string' || Number.isFinite(text);
  const printable = answered ? String(text).trim().replace(/(?<!\.)\.$/, '') : '';
  return markValue(printable) || markValue(MISSING);
}
