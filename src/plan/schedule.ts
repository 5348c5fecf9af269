import type { Answers, Facts, IsoDate, Kit, PlannedPhase, PlannedTask, Schedule, Task, WorkingDays } from '../model.ts';
import { firstAsking } from '../shared/ask-by.ts';
import { firstDayOf, lastDayOf, weeksBefore } from '../shared/event-days.ts';
import { PLAN_WEEKS, planFor } from '../shared/plans.ts';
import { placeTasks } from './place-tasks.ts';
import { selectTasks } from './select-tasks.ts';

/**
 * The retro-planning: every task counted back from the event, on a working day of the territory, never before what it
 * needs. `debut` and the answers decide which tasks and dates there are; `today` only says what is late.
 */
export function buildSchedule(kit: Kit, answers: Answers, facts: Facts, today: IsoDate, workingDays: WorkingDays): Schedule {
  const people = Number(facts['participants'] ?? 0);
  const days = Number(answers['jours'] ?? 1);
  const start = String(answers['debut'] ?? today);
  const { firstDay, provisional } = firstDayOf(answers, start);
  const lastDay = lastDayOf(firstDay, answers);

  const plan = planFor(people, days);
  const weeksOfPlan = PLAN_WEEKS[plan];
  const exactWeeks = weeksBefore(firstDay, start);
  const { tasks, dropped } = selectTasks(kit.tasks, facts, people, exactWeeks);

  const asking = firstAsking(answers, kit.budget.income, firstDay, start);
  const frame = { start, firstDay, lastDay, weeks: Math.min(exactWeeks, weeksOfPlan), ...(asking && { asking: asking.day }) };
  const placed = placeTasks(tasks, frame, workingDays);
  const planned = placed
    .map(({ task, due, anchor }): PlannedTask => ({ task, due, late: due < today, ...(anchor && { anchor }) }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return {
    plan,
    weeksAvailable: Math.floor(exactWeeks),
    weeksOfPlan,
    weeksUsed: Math.min(Math.floor(exactWeeks), weeksOfPlan),
    firstDay,
    lastDay,
    provisional,
    phases: phasesOf(kit, planned),
    tasks: planned,
    dropped,
  };
}

function phasesOf(kit: Kit, tasks: readonly PlannedTask[]): readonly PlannedPhase[] {
  return kit.phases.flatMap((phase) => {
    const dates = tasks.filter(({ task }: { task: Task }) => task.phase === phase.id).map(({ due }) => due);
    const [from, to] = [dates[0], dates.at(-1)];
    return from && to ? [{ phase, from, to }] : [];
  });
}
