import type { IsoDate, ObservedTask, Plan, PlannedTask, TaskState } from '../model.ts';
import { personInCharge } from './read-answer.ts';

/** A task that another one waits for. */
export interface Blocker {
  readonly id: string;
  readonly title: string;
  readonly day: IsoDate;
  readonly late: boolean;
}

/** One task as it stands: what the plan says of it and what people did. */
export interface StandingTask {
  /** Null for a line that a person added. */
  readonly id: string | null;
  readonly title: string;
  /** Title of the phase. */
  readonly phase: string;
  /** Title of the role; absent for a line that a person added. */
  readonly role?: string;
  readonly owner: string | null;
  /** The plan's day, or the one that a person gave to a line of theirs. */
  readonly due: IsoDate | null;
  readonly ownDue: IsoDate | null;
  /** The day that counts: the own deadline, else the plan's. */
  readonly day: IsoDate | null;
  /** The last day that makes sense (the anchor, the end of the event), when the own deadline comes after it. */
  readonly beyond?: IsoDate;
  readonly state: TaskState;
  /** To do, and still possible: what had to be ready for an event that is over is not. */
  readonly ahead: boolean;
  /** Ahead, and its day is past. */
  readonly late: boolean;
  /** The day before which it has to be done whatever happens. */
  readonly anchor?: IsoDate;
  readonly milestone: boolean;
  readonly essential: boolean;
  /** Id of the document that goes with it. */
  readonly document?: string;
  /** What it waits for and that is late, or promised for a later day than its own. */
  readonly blockedBy: readonly Blocker[];
}

/**
 * The tasks of the plan and the lines that people added, by day; those without a day come last.
 */
export function standingTasks(plan: Plan, observed: readonly ObservedTask[] = []): readonly StandingTask[] {
  const known = new Set(plan.kit.tasks.map(({ id }) => id));
  const rows = new Map(observed.toReversed().map((row) => [row.id, row]));
  const planned = plan.schedule.tasks.map((task) => fromPlan(task, rows.get(task.task.id), plan));
  const added = observed.filter(({ id }) => id === null || !known.has(id)).map((row) => fromRow(row, plan));
  return withBlockers([...planned, ...added].sort(byDay), plan);
}

function fromPlan({ task, due, anchor }: PlannedTask, row: ObservedTask | undefined, plan: Plan): StandingTask {
  const { kit, answers, schedule } = plan;
  const ownDue = row?.ownDue ?? null;
  const limit = anchor ?? (due > schedule.lastDay ? undefined : schedule.lastDay);
  return {
    id: task.id,
    title: task.title,
    phase: kit.phases.find(({ id }) => id === task.phase)?.title ?? task.phase,
    role: kit.roles.find(({ id }) => id === task.role)?.title ?? task.role,
    owner: row ? row.owner : personInCharge(answers, task.role) ?? null,
    due,
    ownDue,
    ...(ownDue !== null && limit !== undefined && ownDue > limit && { beyond: limit }),
    ...onDay(ownDue ?? due, row?.state ?? 'todo', plan),
    ...(anchor !== undefined && { anchor }),
    milestone: task.milestone,
    essential: task.essential,
    ...(task.document !== undefined && { document: task.document }),
    blockedBy: [],
  };
}

const fromRow = ({ title, phase, owner, due, ownDue, state }: ObservedTask, plan: Plan): StandingTask => ({
  id: null, title, phase, owner, due, ownDue, ...onDay(ownDue ?? due, state, plan),
  milestone: false, essential: false, blockedBy: [],
});

function onDay(day: IsoDate | null, state: TaskState, { schedule: { lastDay }, today }: Plan): Pick<StandingTask, 'day' | 'state' | 'ahead' | 'late'> {
  const open = state === 'todo' || state === 'doing';
  const missed = today > lastDay && day !== null && day <= lastDay;
  const ahead = open && !missed;
  return { day, state, ahead, late: ahead && day !== null && day < today };
}

const LAST: IsoDate = '9999-12-31';
const byDay = (a: StandingTask, b: StandingTask): number => {
  const [first, second] = [a.day ?? LAST, b.day ?? LAST];
  return first < second ? -1 : Number(first > second);
};

/** A plan is made so that each task comes after what it needs: only lateness and own deadlines hold a task up. */
function withBlockers(tasks: readonly StandingTask[], { schedule }: Plan): readonly StandingTask[] {
  const open = new Map(tasks.filter(({ ahead }) => ahead).map((task) => [task.id, task]));
  const needs = new Map(schedule.tasks.map(({ task }) => [task.id, task.needs]));
  return tasks.map((task) => {
    if (!task.ahead || task.id === null) return task;
    const blockedBy = (needs.get(task.id) ?? []).flatMap(({ task: id }): readonly Blocker[] => {
      const need = open.get(id);
      if (!need || need.day === null || !(need.late || need.day > (task.day ?? LAST))) return [];
      return [{ id, title: need.title, day: need.day, late: need.late }];
    });
    return { ...task, blockedBy };
  });
}
