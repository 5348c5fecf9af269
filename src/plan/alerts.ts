import type { Alert, Budget, Facts, Holiday, IsoDate, Kit, Rule, RuleTest, Schedule } from '../model.ts';
import { holds } from '../shared/condition.ts';
import { addDays, longDate, maxDate } from '../shared/dates.ts';
import { formatEuros } from '../shared/money.ts';
import { SEVERITIES } from '../shared/severity.ts';

/** What the rules look at. */
export interface Situation {
  readonly facts: Facts;
  readonly schedule: Schedule;
  readonly budget: Budget;
  readonly today: IsoDate;
  readonly holidaysOf: (year: number) => readonly Holiday[];
}

/** What a met rule puts into its sentence: `{date}`, `{nom}`, `{montant}`, `{nombre}`, `{note}`. */
type Details = Readonly<Record<string, string>>;

/** Every rule of the kit that this plan meets, the most serious first. */
export function buildAlerts(kit: Kit, situation: Situation): readonly Alert[] {
  return kit.rules
    .flatMap((rule) => {
      const details = meets(rule.test, situation);
      return details ? [toAlert(rule, details)] : [];
    })
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function toAlert(rule: Rule, details: Details): Alert {
  const { id, severity, message, todo, sources, checkedOn, confidence, validUntil } = rule;
  const known = new Map(Object.entries(details));
  const fill = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (blank, name: string) => known.get(name) ?? blank);
  return {
    rule: id, severity, message: fill(message), todo: fill(todo), sources, checkedOn, confidence,
    ...(validUntil && { validUntil }),
  };
}

/** The details of the rule when it is met, else undefined. */
function meets(test: RuleTest, situation: Situation): Details | undefined {
  const { facts, schedule } = situation;
  switch (test.kind) {
    case 'facts': return holds(test.when, facts) ? {} : undefined;
    case 'anchor': return missedAnchor(test.task, situation);
    case 'threshold': return overThreshold(test, situation);
    case 'holiday': return schedule.provisional ? undefined : onHoliday(test, situation);
    case 'window': {
      if (schedule.provisional || !holds(test.when, facts)) return undefined;
      const found = test.windows.find(({ from, to }) => schedule.firstDay <= to && schedule.lastDay >= from);
      return found && { nom: found.name, date: longDate(maxDate(found.from, schedule.firstDay)) };
    }
  }
}

function missedAnchor(taskId: string, { schedule, today }: Situation): Details | undefined {
  const planned = schedule.tasks.find(({ task }) => task.id === taskId);
  const anchor = planned?.anchor;
  return anchor && (anchor < today || anchor < planned.due) ? { date: longDate(anchor), nom: planned.task.title } : undefined;
}

function onHoliday(test: Extract<RuleTest, { kind: 'holiday' }>, { schedule, holidaysOf }: Situation): Details | undefined {
  const { firstDay, lastDay } = schedule;
  const [from, to] = test.near ? [addDays(firstDay, -1), addDays(lastDay, 1)] : [firstDay, lastDay];
  const years = [...new Set([from, to].map((date) => Number(date.slice(0, 4))))];
  const found = years.flatMap(holidaysOf).find(({ date, certainty }) => {
    const inEvent = date >= firstDay && date <= lastDay;
    return test.certainty.includes(certainty) && date >= from && date <= to && inEvent !== test.near;
  });
  return found && { nom: found.name, date: longDate(found.date), note: found.note ?? '' };
}

function overThreshold(test: Extract<RuleTest, { kind: 'threshold' }>, { schedule, budget }: Situation): Details | undefined {
  switch (test.figure) {
    case 'gap': return budget.gap > test.over * 100 ? { montant: formatEuros(budget.gap) } : undefined;
    case 'unspent': {
      const unspent = budget.envelope - (budget.income[0]?.amount ?? 0);
      return unspent > test.over * 100 ? { montant: formatEuros(unspent) } : undefined;
    }
    case 'expenses': return budget.expenses > test.over * 100 ? { montant: formatEuros(budget.expenses) } : undefined;
    case 'dropped-tasks': return schedule.dropped.length > test.over ? { nombre: String(schedule.dropped.length) } : undefined;
    case 'weeks-missing': {
      const missing = schedule.weeksOfPlan - schedule.weeksAvailable;
      return missing > test.over ? { nombre: String(missing) } : undefined;
    }
  }
}
