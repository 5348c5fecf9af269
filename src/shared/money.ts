import type { Cents } from '../model.ts';

/** U+00A0 and U+202F, written out: `Intl` changes its mind between ICU versions. */
const NO_BREAK_SPACE = '\u00a0';
const NARROW_NO_BREAK_SPACE = '\u202f';

/** Euros as people type them into integer cents, rounded to the nearest cent. */
export function toCents(euros: number): Cents {
  return Math.round(euros * 100);
}

/** 1234 → « 1 234 » (narrow no-break space between thousands). */
export function groupThousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, NARROW_NO_BREAK_SPACE);
}

/** A figure as French people write it: « 1 234 », « 0,5 ». */
export function formatNumber(value: number): string {
  return Number.isInteger(value) ? groupThousands(value) : String(value).replace('.', ',');
}

/** « 1 234,50 € », without decimals when the amount is a whole number of euros. */
export function formatEuros(cents: Cents): string {
  const sign = cents < 0 ? '−' : '';
  const whole = Math.floor(Math.abs(cents) / 100);
  const rest = Math.abs(cents) % 100;
  const decimals = rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`;
  return `${sign}${groupThousands(whole)}${decimals}${NO_BREAK_SPACE}€`;
}
