import type { Plan, Source, WeighedDay } from '../../model.ts';
import { longDate } from '../../shared/dates.ts';
import { shareReasons } from '../../shared/shared-reasons.ts';
import { html, type Html } from './html.ts';
import { section } from './page.ts';
import { count, severityWords } from './phrases.ts';
import { sourceLine } from './source-line.ts';

/** While the date is not set: the days to choose from, why and why not, and what to type once one is chosen. */
export function dateChoice({ schedule, dates, kit: { sources, questions } }: Plan): Html | undefined {
  if (!schedule.provisional) return undefined;
  const [first] = dates;
  if (!first) {
    return section('choisir', 'Choisir la date', html`<p class="calm">La période n’a plus de jour ouvré à venir : il n’y a pas de
date à proposer. Changez la réponse <code>periode</code>, puis tapez <code>nec-local generer</code></p>`);
  }
  const { common, days } = shareReasons(dates);
  const canName = questions.some(({ id }) => id === 'evenements_voisins');
  return section('choisir', 'Choisir la date', html`<p>${count(dates.length, 'date possible', 'dates possibles')}, la meilleure
d’abord. Ce sont des jours ouvrés de la période, encore à venir.</p>
<ol class="dates">
${days.map((day, index) => html`<li><h3>${index + 1}. ${longDate(day.date)}</h3>
${hasReasons(day) && reasons(day, sources)}</li>
`)}</ol>
${hasReasons(common) && html`<h3>${days.some(hasReasons) ? 'Ce qui vaut pour toutes' : 'Rien ne les distingue\u00a0: ce qui vaut pour toutes'}</h3>
${reasons(common, sources)}`}
<p>Pour en retenir une : <code>nec-local reporter ${first.date}</code></p>
${canName && html`<p>Un événement à éviter ? Écrivez-le dans <code>nec-local.yaml</code>, à la question
<code>evenements_voisins</code>, puis tapez <code>nec-local generer</code></p>`}`);
}

type Reasons = Pick<WeighedDay, 'for' | 'against'>;

const hasReasons = (day: Reasons): boolean => day.for.length + day.against.length > 0;

/** What speaks for, then what speaks against, the most serious first. */
function reasons({ for: favours, against }: Reasons, sources: readonly Source[]): Html {
  const all = [
    ...favours.map((reason) => ({ reason, look: 'for', word: 'Pour' })),
    ...against.map((reason) => ({ reason, look: reason.severity, word: severityWords[reason.severity] })),
  ];
  return html`<ul class="reasons">
${all.map(({ reason, look, word }) => html`<li class="${look}"><span class="label">${word}</span> ${reason.message}
<br><span class="source">${sourceLine(reason, sources)}.</span></li>
`)}</ul>`;
}
