import type { Alert, IsoDate, Kit, Rule } from '../model.ts';
import { SEVERITIES } from '../shared/severity.ts';
import { seenFacts } from '../shared/seen-facts.ts';
import { meets, taskNow, type Details, type Situation } from './meet-rule.ts';

/** Every rule of the kit that this plan, and what people did, meets: what to do first comes first. */
export function buildAlerts(kit: Kit, given: Situation): readonly Alert[] {
  const situation = { ...given, facts: { ...given.facts, ...seenFacts(given.observed ?? {}) } };
  return kit.rules
    .flatMap((rule) => {
      const details = meets(rule.test, situation, kit);
      return details ? [toAlert(rule, details, situation)] : [];
    })
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || byDay(a, b));
}

function toAlert(rule: Rule, { due: own, ...details }: Details, situation: Situation): Alert {
  const { id, severity, message, todo, by, sources, checkedOn, confidence, validUntil } = rule;
  const known = new Map(Object.entries(details));
  const fill = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (blank, name: string) => known.get(name) ?? blank);
  const due = by === undefined ? own : dayOf(by, situation);
  return {
    rule: id, severity, message: fill(message), todo: fill(todo), ...(due !== undefined && { due }), sources, checkedOn, confidence,
    ...(validUntil && { validUntil }),
  };
}

/** The day of a task that is still to do. */
function dayOf(task: string, situation: Situation): IsoDate | undefined {
  const now = taskNow(task, situation);
  return now?.open ? now.day : undefined;
}

const LAST: IsoDate = '9999-12-31';
function byDay(a: Alert, b: Alert): number {
  const [first, second] = [a.due ?? LAST, b.due ?? LAST];
  return first < second ? -1 : Number(first > second);
}
