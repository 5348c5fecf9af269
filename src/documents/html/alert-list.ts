import type { Alert, Plan } from '../../model.ts';
import { dueInWords } from '../../shared/alert-due.ts';
import { plainDate } from '../../shared/dates.ts';
import { ageWarning } from '../../shared/rule-age.ts';
import { isSerious } from '../../shared/severity.ts';
import { html, type Html } from './html.ts';
import { count, severityWords } from './phrases.ts';
import { sourceLine } from './source-line.ts';

/** So many informations stand open; the others can be unfolded, so that the page stays one to look at. */
const OPEN = 4;

/** Every alert, what to do first coming first: how serious, in words, what is the matter, what to do, and where the rule comes from. */
export function alertList(plan: Plan): Html {
  const { alerts } = plan;
  if (alerts.length === 0) {
    return html`<p class="calm">Aucune alerte : les règles du kit n’ont rien trouvé à signaler.</p>`;
  }
  const serious = alerts.filter(isSerious).length;
  const [open, folded] = [alerts.slice(0, serious + OPEN), alerts.slice(serious + OPEN)];
  if (folded.length < 2) return list(alerts, plan);
  return html`${list(open, plan)}
<details><summary>Et ${count(folded.length, 'autre chose', 'autres choses')} à savoir</summary>
${list(folded, plan)}</details>`;
}

const list = (alerts: readonly Alert[], plan: Plan): Html => html`<ul class="alerts">
${alerts.map((alert) => html`<li class="alert ${alert.severity}">
<p class="alert-head"><span class="label">${severityWords[alert.severity]}</span> ${alert.message}</p>
<p><strong>${['À faire', dueInWords(alert, plan)].filter(Boolean).join(' ')} :</strong> ${alert.todo}</p>
<p class="source">${sourceLine(alert, plan.kit.sources)}${alert.validUntil !== undefined && `, valable jusqu’au ${plainDate(alert.validUntil)}`}.</p>
${oldness(ageWarning(alert, plan))}</li>
`)}</ul>`;

/** A rule that nobody checked for long says so under its source. */
const oldness = (warning: string | undefined): Html | undefined => (warning === undefined ? undefined : html`<p class="source"><strong>${warning}</strong></p>
`);
