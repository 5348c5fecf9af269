import type { Change, IsoDate } from '../../model.ts';
import { standing, type Standing } from '../../shared/standing.ts';
import { alertToJson } from '../alert-json.ts';
import { dateToJson } from '../date-json.ts';
import { openRun } from '../open-run.ts';
import { findPlanningFolder } from '../planning-folder.ts';
import { prepareRun, type Run } from '../prepare-run.ts';
import type { Outcome } from '../report.ts';
import type { Shell } from '../shell.ts';
import { statusInWords } from '../status-words.ts';
import { EXIT } from '../stop.ts';
import { asRecovered } from '../with-lock.ts';

/** Where the project stands today: the pipe without its last arrow. */
export async function status(today: IsoDate, shell: Shell): Promise<Outcome> {
  const root = findPlanningFolder(shell);
  const run = await prepareRun(await openRun(root, today, () => ({}), asRecovered(root, shell)));
  const stands = standing(run.plan, run.observed);
  const conflicts = run.changes.flatMap(openConflict);
  return {
    exit: EXIT.done,
    data: { folder: root, ...statusToJson(run, stands), conflicts: conflicts.map(({ path, beside }) => ({ path, beside })) },
    lines: statusInWords(run, stands, conflicts),
  };
}

/** A file that waits for the person's choice, and the version beside it. */
export interface WaitingFile {
  readonly path: string;
  readonly beside: string;
}

function openConflict({ path, reason, beside }: Change): readonly WaitingFile[] {
  return reason === 'open-conflict' && beside ? [{ path, beside: beside.path }] : [];
}

function statusToJson({ plan }: Run, { tasks, budget, late, soon, blocked, first }: Standing) {
  const { schedule, answers, territory, eventName } = plan;
  const money = ({ expenses, income }: { readonly expenses: number; readonly income: number }) => ({ expenses, income, balance: income - expenses });
  return {
    event: {
      name: eventName, date: schedule.provisional ? null : schedule.firstDay, days: answers['jours'] ?? 1,
      place: answers['lieu'] ?? null, territory: territory.id,
    },
    tasks: tasks.map((task) => ({
      id: task.id, title: task.title, phase: task.phase, due: task.due, ownDue: task.ownDue, state: task.state,
      owner: task.owner, late: task.late, anchor: task.anchor ?? null, milestone: task.milestone,
      blockedBy: task.blockedBy.map(({ id }) => id),
    })),
    counts: { late: late.length, soon: soon.length, blocked: blocked.length },
    first: first ? { id: first.task.id, title: first.task.title, because: first.because } : null,
    budget: { planned: money(budget.planned), actual: money(budget.actual), overspent: budget.overspent },
    alerts: plan.alerts.map(alertToJson),
    dates: plan.dates.map(dateToJson),
  };
}
