import type { Alert, Answers, Budget, Facts, Holiday, IsoDate, Kit, Rule, Territory, WeighedDay, WorkingDays } from '../model.ts';
import { factsOf } from '../shared/condition.ts';
import { deriveFacts } from '../shared/facts.ts';
import { buildAlerts } from './alerts.ts';
import { favoursOf } from './favours.ts';
import type { Situation } from './meet-rule.ts';
import { buildSchedule } from './schedule.ts';

/** All that a day is weighed with: what a plan is made from, but for its date. */
export interface Weighing {
  readonly kit: Kit;
  readonly answers: Answers;
  readonly facts: Facts;
  readonly territory: Territory;
  readonly today: IsoDate;
  readonly budget: Budget;
  readonly workingDays: WorkingDays;
  readonly holidaysOf: (year: number) => readonly Holiday[];
}

/** The reasons for and against the event beginning on this day, as its plan would have them. */
export function weighDay(date: IsoDate, weighing: Weighing): WeighedDay {
  const { kit, budget, today, workingDays, holidaysOf } = weighing;
  const { periode: _, ...others } = weighing.answers;
  const answers = { ...others, date };
  const { periode: __, ...known } = weighing.facts;
  const facts = { ...known, ...deriveFacts(answers, weighing.territory) };
  const schedule = buildSchedule(kit, answers, facts, today, workingDays);
  const situation = { facts, schedule, budget, today, holidaysOf };
  return weigh(kit, situation, buildAlerts(kit, situation));
}

/** The same for the day that a situation is about. @param met every rule that it meets */
export function weigh(kit: Kit, situation: Situation, met: readonly Alert[]): WeighedDay {
  const aboutDate = new Set(kit.rules.filter(isAboutDate).map(({ id }) => id));
  return {
    date: situation.schedule.firstDay,
    for: favoursOf(kit, situation, met),
    against: met.filter(({ rule }) => aboutDate.has(rule)),
  };
}

/** Facts that another date changes. */
const DATE_FACTS = ['date', 'date-fixee', 'week-end', 'semaines-disponibles'];

/** Another date could make this rule speak, or fall silent. */
export function isAboutDate({ test }: Rule): boolean {
  switch (test.kind) {
    case 'anchor': case 'holiday': case 'neighbour': case 'window': return true;
    // What is sent or used during a campaign: it speaks of a task or a hall, and the window itself of the day.
    case 'during': return false;
    case 'facts': return factsOf(test.when).some(({ fact }) => DATE_FACTS.includes(fact));
    // Not `late-funders`: whom people asked since is not known where days are weighed.
    case 'threshold': return ['weeks-missing', 'dropped-tasks'].includes(test.figure);
    default: return false;
  }
}
