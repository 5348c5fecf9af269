import type { Alert, Plan } from '../model.ts';
import { ageWarning } from '../shared/rule-age.ts';
import { isSerious } from '../shared/severity.ts';
import type { Line } from './report.ts';

/** What an alert says, and what its rule has to say of its own age. */
export function alertSentence(alert: Alert, plan: Plan): string {
  const warning = ageWarning(alert, plan);
  return warning === undefined ? alert.message : `${alert.message} ${warning}`;
}

/** « À regarder (2) : » and a line for each alert that is more than an information; nothing when there is none. */
export function seriousAlerts(alerts: readonly Alert[], plan: Plan): readonly Line[] {
  const serious = alerts.filter(isSerious);
  if (serious.length === 0) return [];
  return [
    { text: `À regarder (${serious.length}) :`, look: 'title' },
    ...serious.map((alert) => ({ text: `  - ${alertSentence(alert, plan)}` })),
  ];
}
