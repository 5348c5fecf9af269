import type { Schedule } from '../../model.ts';
import { longDate, monthAndYear } from '../../shared/dates.ts';
import { html, type Html } from './html.ts';

/** A calendar leaf with the first day: decoration, the banner says the date in words. */
export function dateLeaf({ firstDay, provisional }: Schedule): Html {
  const [dayName] = longDate(firstDay).split(' ');
  return html`<div class="leaf" aria-hidden="true"><span class="leaf-top">${provisional ? 'date' : dayName}</span>
<span class="leaf-day">${provisional ? '?' : Number(firstDay.slice(8))}</span>
<span class="leaf-month">${provisional ? 'à définir' : monthAndYear(firstDay)}</span></div>`;
}
