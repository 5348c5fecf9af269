import type { Dependency, IsoDate, PlannedTask, Task } from '../model.ts';
import { advances } from '../shared/advances.ts';
import { firstAsking } from '../shared/ask-by.ts';
import { addDays, longDate, minDate, subMonths } from '../shared/dates.ts';
import { weeksBefore } from '../shared/event-days.ts';
import { formatNumber } from '../shared/money.ts';
import { leadAt, PLAN_NAMES, PLAN_WEEKS } from '../shared/plans.ts';
import type { Explained } from './explanation.ts';

/** One step from the plan's delay to the day in the workbook: the day it leads to, and why. */
export interface DueStep {
  readonly label: string;
  readonly text: string;
  readonly day: IsoDate;
}

/** How a task got its day; the last step is that day. The same order as in `plan/place-tasks.ts`: each step finds its day anew, and « Ordre » tells what is left. */
export function dueSteps(planned: PlannedTask, explained: Explained): readonly DueStep[] {
  const steps: DueStep[] = [delay(planned.task, explained)];
  const last = (): IsoDate => steps.at(-1)?.day ?? planned.due;
  for (const step of [anchored, asked, broughtForward, onOpenDay, heldBack]) {
    const found = step(planned, last(), explained);
    if (found && found.day !== last()) steps.push(found);
  }
  return last() === planned.due ? steps
    : [...steps, { label: 'Ordre', text: `Le temps manque : elle est placée entre ce qu’elle attend et ce qui l’attend, le ${longDate(planned.due)}.`, day: planned.due }];
}

/** The step that a funder makes. */
export const FUNDER = 'Financeur';

type Step = (planned: PlannedTask, day: IsoDate, explained: Explained) => DueStep | undefined;

function delay({ lead }: Task, { plan: { schedule, answers } }: Explained): DueStep {
  const start = String(answers['debut'] ?? schedule.firstDay);
  const weeks = Math.min(weeksBefore(schedule.firstDay, start), schedule.weeksOfPlan);
  const days = leadAt(lead, weeks);
  const day = days < 0 || lead.onLastDay ? addDays(schedule.lastDay, -days) : addDays(schedule.firstDay, -days);
  const when = lead.onLastDay ? 'le dernier jour' : days < 0 ? `${inDays(-days)} après le dernier jour` : `${inDays(days)} avant le premier jour`;
  return { label: 'Délai', text: `${planWords(weeks, lead)} : ${when}, soit le ${longDate(day)}.`, day };
}

/** Which of the three plans gives the delay, or between which two it lies. */
function planWords(weeks: number, lead: Task['lead']): string {
  const { standard, express } = PLAN_WEEKS;
  if (lead.complet === lead.standard && lead.standard === lead.express && (weeks >= express || lead.express <= 0)) return 'Le même délai dans tous les plans';
  const prepared = `${formatNumber(Math.floor(weeks))} semaines de préparation`;
  const exact = PLAN_NAMES.find((plan) => weeks === PLAN_WEEKS[plan]);
  if (exact) return `Plan ${exact} (${PLAN_WEEKS[exact]} semaines)`;
  if (weeks >= standard) return `${prepared}, entre le plan standard (${inDays(lead.standard)}) et le plan complet (${inDays(lead.complet)})`;
  if (weeks >= express) return `${prepared}, entre le plan express (${inDays(lead.express)}) et le plan standard (${inDays(lead.standard)})`;
  return `${prepared}, moins que les ${express} du plan express : son délai (${inDays(lead.express)}) est réduit d’autant`;
}

/** The day of the plan, before anything else moves it. */
function planDay(task: Task, explained: Explained): IsoDate {
  const { day } = delay(task, explained);
  return task.anchorMonths === undefined ? day : minDate(day, subMonths(explained.plan.schedule.firstDay, task.anchorMonths));
}

const anchored: Step = ({ task: { anchorMonths } }, day, { plan: { schedule } }) => {
  const latest = anchorMonths === undefined ? day : subMonths(schedule.firstDay, anchorMonths);
  if (latest >= day) return undefined;
  return { label: 'Au plus tard', text: `${anchorMonths} mois avant l’événement, quel que soit le plan : le ${longDate(latest)}.`, day: latest };
};

/** A funder wants to be asked earlier than the plan asks: what prepares the request comes earlier too. */
const asked: Step = ({ task }, day, explained) => {
  const { schedule, answers, kit } = explained.plan;
  const asking = firstAsking(answers, kit.budget.income, schedule.firstDay, String(answers['debut'] ?? schedule.firstDay));
  if (!asking) return undefined;
  const days = advances(schedule.tasks.map((planned) => planned.task), asking.day, (other) => planDay(other, explained)).get(task.id) ?? 0;
  const earlier = addDays(day, -days);
  return {
    label: FUNDER, day: earlier,
    text: `« ${asking.funder} » se demande au plus tard le ${longDate(asking.day)}, d’après son délai habituel : avancée de ${inDays(days)}, au ${longDate(earlier)}.`,
  };
};

/** A task that waits for this one has to come after it. */
const broughtForward: Step = ({ task }, day, { plan: { schedule } }) => {
  const limits = schedule.tasks.flatMap((other) => needsOf(other, task.id).map(({ gapDays }) => ({ other, gapDays, limit: addDays(other.due, -gapDays) })));
  const tightest = limits.toSorted((a, b) => (a.limit < b.limit ? -1 : 1))[0];
  if (!tightest || tightest.limit >= day) return undefined;
  const { other, gapDays, limit } = tightest;
  const before = gapDays > 0 ? ` ${inDays(gapDays)} avant` : '';
  return { label: 'Avancée', text: `${named(other)}, en a besoin${before} : le ${longDate(limit)}.`, day: limit };
};

const onOpenDay: Step = ({ task }, day, { workingDays }) => {
  if (task.calendar === 'event' || workingDays.isOpen(day, task.calendar)) return undefined;
  const isAfter = task.lead.express < 0;
  const open = isAfter ? workingDays.nextOpenDay(day, task.calendar) : workingDays.previousOpenDay(day, task.calendar);
  const closed = task.calendar === 'partners' ? 'week-end, jour férié, août ou fin d’année' : 'week-end ou jour férié';
  return { label: 'Jour ouvré', text: `Ce jour-là est fermé (${closed}) : jour ouvré ${isAfter ? 'suivant' : 'précédent'}, le ${longDate(open)}.`, day: open };
};

/** The start of the preparation, or a task that this one waits for, leaves no earlier day. */
const heldBack: Step = ({ task, due }, day, { plan: { schedule, answers }, workingDays }) => {
  if (due <= day) return undefined;
  const start = String(answers['debut'] ?? due);
  const waits = task.needs.flatMap(({ task: id, gapDays }) => schedule.tasks.filter((other) => other.task.id === id)
    .map((other): Wait => ({ other, gapDays, from: addDays(other.due, gapDays) })));
  const latest = waits.toSorted((a, b) => (a.from > b.from ? -1 : 1))[0];
  const opened = (from: IsoDate): IsoDate => (task.calendar === 'event' ? from : workingDays.nextOpenDay(from, task.calendar));
  if (latest && latest.from > start && opened(latest.from) >= due) {
    return { label: 'Attente', text: waitInWords(latest, due), day: due };
  }
  if (opened(start) < due) return undefined;
  return { label: 'Début', text: `La préparation commence le ${longDate(start)} : ${due > start ? `premier jour ouvré, le ${longDate(due)}` : 'pas plus tôt'}.`, day: due };
};

interface Wait {
  readonly other: PlannedTask;
  readonly gapDays: number;
  /** The first day that leaves the whole gap. */
  readonly from: IsoDate;
}

function waitInWords({ other, gapDays, from }: Wait, due: IsoDate): string {
  const awaited = named(other);
  if (due < from) return `Elle attend ${awaited}. Le temps manque pour laisser ${inDays(gapDays)} entre les deux : le ${longDate(due)}.`;
  const open = due > from ? 'premier jour ouvré, ' : '';
  return `Elle vient${gapDays > 0 ? ` ${inDays(gapDays)}` : ''} après ${awaited} : ${open}le ${longDate(due)}.`;
}

const named = ({ task, due }: PlannedTask): string => `« ${task.title} » (${task.id}), le ${longDate(due)}`;

const needsOf = ({ task }: PlannedTask, id: string): readonly Dependency[] => task.needs.filter((need) => need.task === id);

/** « 26 semaines », « 3 jours ». */
export function inDays(days: number): string {
  const count = Math.abs(days);
  if (count >= 14 && count % 7 === 0) return `${count / 7} semaines`;
  return `${count} jour${count > 1 ? 's' : ''}`;
}
