import type { Alert, Observed, Plan, Severity } from '../model.ts';
import { dueInWords } from '../shared/alert-due.ts';
import { confidenceWords } from '../shared/confidence-words.ts';
import { plainDate } from '../shared/dates.ts';
import { daysInWords } from '../shared/event-days.ts';
import { ageWarning, ago, isUnchecked } from '../shared/rule-age.ts';
import { SEVERITIES } from '../shared/severity.ts';
import type { Run } from './prepare-run.ts';
import type { Line } from './report.ts';

const GROUPS: Readonly<Record<Severity, string>> = {
  blocking: 'Bloquant, à régler avant d’aller plus loin', warning: 'Attention', info: 'À savoir',
};

/** All that the rules say, by what to do first: the sentence, what to do and when, where the rule comes from and how old it is. */
export function rulesInWords({ plan, observed }: Pick<Run, 'plan' | 'observed'>): readonly Line[] {
  const { kit, alerts, schedule, eventName } = plan;
  const [first] = alerts;
  return [
    { text: `${eventName}, ${schedule.provisional ? 'date à définir' : daysInWords(schedule)}`, look: 'title' },
    { text: `  ${plural(kit.rules.length, 'règle regardée', 'règles regardées')}, ${alerts.length === 0 ? 'et rien à signaler' : `${alerts.length} à lire`}. Une règle avertit, elle ne juge pas.` },
    ...(first && sameDay(plan) ? [{ text: `  Celles qui suivent ont été ${checkedInWords(first, plan, 'vérifiées')}.` }] : []),
    ...SEVERITIES.flatMap((severity) => group(severity, plan)),
    ...limits(plan, observed).flatMap((text) => [{ text: '' }, { text }]),
    // On a terminal the last lines are those that stay in sight.
    ...(first ? [
      { text: '' },
      { text: `Pour commencer : ${first.todo}`, look: 'title' as const },
      { text: `Pour en savoir plus sur une règle : nec-local expliquer ${first.rule}` },
    ] : []),
  ];
}

/** The day is then said once, for all. */
const sameDay = ({ alerts }: Plan): boolean => alerts.every(({ checkedOn }) => checkedOn === alerts[0]?.checkedOn);

function group(severity: Severity, plan: Plan): readonly Line[] {
  const alerts = plan.alerts.filter((alert) => alert.severity === severity);
  if (alerts.length === 0) return [];
  return [
    { text: '' },
    { text: `${GROUPS[severity]} (${alerts.length}) :`, look: 'title' },
    ...alerts.flatMap((alert) => alertInWords(alert, plan)),
  ];
}

function alertInWords(alert: Alert, plan: Plan): readonly Line[] {
  const warning = ageWarning(alert, plan);
  const until = alert.validUntil === undefined ? '' : `, valable jusqu’au ${plainDate(alert.validUntil)}`;
  const checked = sameDay(plan) ? '' : `, ${checkedInWords(alert, plan, 'vérifiée')}`;
  return [
    { text: `  - ${alert.message}` },
    { text: `    ${['À faire', dueInWords(alert, plan)].filter(Boolean).join(' ')} : ${alert.todo}` },
    ...(warning === undefined ? [] : [{ text: `    Attention. ${warning}` }]),
    { text: `    Règle ${alert.rule}${checked}, ${confidenceWords[alert.confidence]}${until}. Source : ${sourceInWords(alert, plan)}.`, look: 'faint' },
  ];
}

function checkedInWords({ checkedOn }: Alert, { today }: Plan, verb: string): string {
  const age = ago(checkedOn, today);
  return `${verb} le ${plainDate(checkedOn)}${age === undefined ? '' : ` (${age})`}`;
}

const sourceInWords = ({ sources }: Alert, { kit }: Plan): string => sources
  .map((code) => kit.sources.find(({ id }) => id === code)?.title ?? 'notre propre jugement').join(' ; ');

/** What this reading could not see. */
function limits({ kit, alerts, today }: Plan, observed: Observed): readonly string[] {
  const told = new Set(alerts.map(({ rule }) => rule));
  const silent = kit.rules.filter((rule) => !told.has(rule.id) && isUnchecked(rule, today)).length;
  return [
    ...(observed.tasks === undefined ? ['Le rétroplanning n’a pas pu être lu : vos coches et vos échéances ne comptent pas ici.'] : []),
    ...(observed.budget === undefined ? ['Le classeur du budget n’a pas pu être lu : les montants sont ceux du plan.'] : []),
    ...(silent === 0 ? [] : [
      `${plural(silent, 'autre règle ne dit rien, mais n’a pas été vérifiée depuis plus d’un an : son silence ne prouve rien.', 'autres règles ne disent rien, mais n’ont pas été vérifiées depuis plus d’un an : leur silence ne prouve rien.')}`
      + ' Une méthode plus récente existe peut-être : nec-local kit comparer',
    ]),
  ];
}

const plural = (count: number, one: string, many: string): string => `${count} ${count < 2 ? one : many}`;
