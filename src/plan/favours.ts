import type { Alert, Favour, Kit, Rule } from '../model.ts';
import { holds } from '../shared/condition.ts';
import type { Situation } from './meet-rule.ts';

/** What speaks for the day of this situation. @param met every rule that it meets */
export function favoursOf(kit: Kit, situation: Situation, met: readonly Alert[]): readonly Favour[] {
  return kit.favours.filter((favour) => holds(favour.when, situation.facts) && speaks(favour, kit, situation, met));
}

function speaks({ test }: Favour, kit: Kit, situation: Situation, met: readonly Alert[]): boolean {
  if (test.kind === 'season') return inSeason(test, situation);
  return !met.some(({ rule }) => test.rules.includes(rule))
    && kit.rules.some((rule) => test.rules.includes(rule.id) && hasData(rule, situation));
}

function inSeason({ from, to }: { readonly from: string; readonly to: string }, { schedule: { firstDay, lastDay } }: Situation): boolean {
  const isIn = (day: string): boolean => (from <= to ? day >= from && day <= to : day >= from || day <= to);
  return isIn(firstDay.slice(5)) && isIn(lastDay.slice(5));
}

/** The silence of the rule means something: it is about this territory, these days, this plan, and it still holds. */
function hasData({ test, validUntil }: Rule, { facts, schedule }: Situation): boolean {
  const { firstDay, lastDay, tasks } = schedule;
  if (validUntil !== undefined && lastDay > validUntil) return false;
  if (test.kind === 'anchor') return tasks.some(({ task, anchor }) => task.id === test.task && anchor !== undefined);
  if (test.kind !== 'window') return true;
  const { windows, when } = test;
  return holds(when, facts) && windows.some(({ from }) => from <= firstDay) && (validUntil !== undefined || windows.some(({ to }) => to >= lastDay));
}
