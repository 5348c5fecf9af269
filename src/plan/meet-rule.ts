import type { Budget, Facts, Holiday, IsoDate, Kit, Observed, PlannedTask, RuleTest, Schedule } from '../model.ts';
import { holds } from '../shared/condition.ts';
import { addDays, longDate, maxDate } from '../shared/dates.ts';
import { nearKnownEvent } from './known-events.ts';
import { meetsThreshold } from './meet-threshold.ts';

/** What the rules look at. */
export interface Situation {
  readonly facts: Facts;
  readonly schedule: Schedule;
  readonly budget: Budget;
  readonly today: IsoDate;
  readonly holidaysOf: (year: number) => readonly Holiday[];
  /** What people did in the folder; absent while nobody worked in it. */
  readonly observed?: Observed;
}

/** What a met rule puts into its sentence, and the day before which it has to be dealt with, when the rule tells one. */
export interface Details {
  readonly date?: string;
  readonly nom?: string;
  readonly montant?: string;
  readonly nombre?: string;
  readonly note?: string;
  readonly due?: IsoDate;
}

/** The details of the rule when it is met, else undefined. Days of an event whose date is not set meet nothing. */
export function meets(test: RuleTest, situation: Situation, kit: Kit): Details | undefined {
  const { facts, schedule } = situation;
  switch (test.kind) {
    case 'facts': return holds(test.when, facts) ? {} : undefined;
    case 'anchor': return missedAnchor(test.task, situation);
    case 'threshold': return holds(test.when, facts) ? meetsThreshold(test, situation, kit) : undefined;
    case 'holiday': return schedule.provisional ? undefined : onHoliday(test, situation);
    case 'neighbour': return schedule.provisional ? undefined : nearKnownEvent(test.near, facts, schedule);
    case 'window': return schedule.provisional ? undefined : inWindow(test, schedule, facts);
    case 'during': return schedule.provisional || !holds(test.when, facts) ? undefined : duringOthers(test, situation, kit);
  }
}

/** A task as the plan and the retro-planning tell it. */
interface TaskNow {
  readonly planned: PlannedTask;
  /** The own deadline of the person in charge, else the plan's. */
  readonly day: IsoDate;
  /** Neither done nor given up. */
  readonly open: boolean;
}

/** Undefined when the plan does not have the task. */
export function taskNow(id: string, { schedule, observed }: Situation): TaskNow | undefined {
  const planned = schedule.tasks.find(({ task }) => task.id === id);
  if (!planned) return undefined;
  const row = observed?.tasks?.find((task) => task.id === id);
  return { planned, day: row?.ownDue ?? planned.due, open: row === undefined || row.state === 'todo' || row.state === 'doing' };
}

function missedAnchor(taskId: string, situation: Situation): Details | undefined {
  const now = taskNow(taskId, situation);
  const anchor = now?.planned.anchor;
  if (!now?.open || anchor === undefined || (anchor >= situation.today && anchor >= now.day)) return undefined;
  return { date: longDate(anchor), nom: now.planned.task.title, due: anchor };
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

type Days = Pick<Schedule, 'firstDay' | 'lastDay'>;

function inWindow({ windows, when }: Extract<RuleTest, { kind: 'window' }>, { firstDay, lastDay }: Days, facts: Facts): Details | undefined {
  if (!holds(when, facts)) return undefined;
  const found = windows.find(({ from, to }) => firstDay <= to && lastDay >= from);
  return found && { nom: found.name, date: longDate(maxDate(found.from, firstDay)) };
}

/** A task that is done or given up is not told of any more. */
function duringOthers({ rules, task }: Extract<RuleTest, { kind: 'during' }>, situation: Situation, kit: Kit): Details | undefined {
  const now = task === undefined ? undefined : taskNow(task, situation);
  if (task !== undefined && !now?.open) return undefined;
  const days: Days = now ? { firstDay: now.day, lastDay: now.day } : situation.schedule;
  const found = kit.rules
    .flatMap(({ id, test }) => (rules.includes(id) && test.kind === 'window' ? inWindow(test, days, situation.facts) ?? [] : []))[0];
  return found && { ...found, ...(now && { due: now.day }) };
}
