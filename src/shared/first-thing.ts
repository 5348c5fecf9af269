import type { IsoDate, Plan } from '../model.ts';
import { addDays, plainDate } from './dates.ts';
import type { StandingTask } from './standing-task.ts';

/** The one thing to do first, and why. */
export interface FirstThing {
  readonly task: StandingTask;
  /** The task that makes it urgent: itself, or one that waits for it. */
  readonly urgent: StandingTask;
  readonly because: 'anchor' | 'essential' | 'late' | 'next';
}

/** A fixed last day so near goes before what is merely late. */
const ANCHOR_DAYS = 14;

/**
 * What cannot wait comes first (a fixed last day that is near or past), then what the event cannot do without, then
 * what is late, then what comes next; the oldest day first. Where that task waits for another, the other one it is.
 * `ahead` in order of days.
 */
export function firstThing(ahead: readonly StandingTask[], today: IsoDate): FirstThing | undefined {
  const soon = addDays(today, ANCHOR_DAYS);
  const pressing = ahead.filter(({ late, anchor }) => anchor !== undefined && (late || anchor <= soon))
    .sort((a, b) => ((a.anchor ?? '') < (b.anchor ?? '') ? -1 : Number((a.anchor ?? '') > (b.anchor ?? ''))));
  const late = ahead.filter((task) => task.late);
  const essential = late.find((task) => task.essential);
  const oldest = late.find(({ blockedBy }) => blockedBy.length === 0) ?? late[0];
  const next = ahead.find(({ day }) => day !== null);
  const urgent = pressing[0] ?? essential ?? oldest ?? next;
  if (!urgent) return undefined;
  const because = urgent === pressing[0] ? 'anchor' : urgent === essential ? 'essential' : urgent.late ? 'late' : 'next';
  return { task: unblocked(urgent, ahead), urgent, because };
}

/** Follows what the task waits for, the oldest first, to one that nothing holds up. */
function unblocked(task: StandingTask, ahead: readonly StandingTask[]): StandingTask {
  const seen = new Set<StandingTask>();
  let current = task;
  while (!seen.has(current)) {
    seen.add(current);
    const waitsFor = new Set(current.blockedBy.map(({ id }) => id));
    current = ahead.find(({ id }) => id !== null && waitsFor.has(id)) ?? current;
  }
  return current;
}

/** The reason in one or two plain sentences, for a page or a terminal. */
export function whyFirst({ task, urgent, because }: FirstThing, { schedule, today }: Pick<Plan, 'schedule' | 'today'>): string {
  const on = (date: IsoDate | null | undefined): string => (date ? `${schedule.provisional ? 'vers le' : 'le'} ${plainDate(date)}` : 'sans date');
  const reason = {
    anchor: (urgent.anchor ?? today) < today
      ? `Elle ne pouvait pas attendre\u00a0: le dernier jour était ${on(urgent.anchor)}.`
      : `Elle ne peut pas attendre\u00a0: dernier jour ${on(urgent.anchor)}.`,
    essential: `Elle est indispensable, et en retard\u00a0: elle était prévue ${on(urgent.day)}.`,
    late: `C’est la plus ancienne des tâches en retard\u00a0: elle était prévue ${on(urgent.day)}.`,
    next: `C’est la prochaine échéance\u00a0: ${on(urgent.day)}.`,
  }[because];
  return task === urgent ? reason : `La tâche «\u00a0${urgent.title}\u00a0» l’attend. ${reason}`;
}
