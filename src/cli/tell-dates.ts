import { checkOwnDeadlines } from '../folder/check-own-deadlines.ts';
import type { FolderView, Reconciled } from '../folder/reconcile.ts';
import type { FoundBlock, IsoDate, Note, Observed, Plan } from '../model.ts';
import { askBy } from '../shared/ask-by.ts';
import { addDays } from '../shared/dates.ts';
import { textAnswer } from '../shared/read-answer.ts';
import { sha256 } from '../shared/sha256.ts';
import { standingTasks } from '../shared/standing-task.ts';

/** The document of the kit that a result is about. */
export function documentOf({ remembered, change }: Reconciled): string | undefined {
  const file = remembered?.file;
  return file && file.kind !== 'answers' && change ? file.document : undefined;
}

/** Where the dates of the plan have changed, the deadlines that people gave themselves and that no longer fit are told. */
export function tellOwnDeadlines(plan: Plan, observed: Observed, results: readonly Reconciled[]): readonly Reconciled[] {
  const planning = plan.kit.documents.find(({ builder }) => builder === 'retroplanning')?.id;
  return results.map((result) => {
    const isMoved = documentOf(result) === planning && result.change?.kind !== 'keep';
    return isMoved ? withNotes(result, checkOwnDeadlines(standingTasks(plan, observed.tasks))) : result;
  });
}

/** The dates that people typed in their own words and that the move makes wrong, in every text they worked in. */
export async function tellTypedDates(before: Plan | undefined, after: Plan, results: readonly Reconciled[], files: FolderView): Promise<readonly Reconciled[]> {
  const stale = before ? staleDays(before, after) : new Set<IsoDate>();
  if (stale.size === 0) return results;
  const { readTextBlocks } = await import('./read-text.ts');
  const { staleDates } = await import('../folder/stale-dates.ts');
  return results.map((result) => {
    const blocks = editedBlocks(result, files, readTextBlocks);
    const known = result.change?.notes ?? [];
    return withNotes(result, staleDates(blocks, stale).filter((note) => !known.some((other) => isSamePlace(note, other))));
  });
}

/** What a sweep for old values has said already is not said again. */
const isSamePlace = (note: Note, other: Note): boolean =>
  note.code === 'typed-date' && other.code === 'old-value' && note.place === other.place && other.value.includes(note.value);

function editedBlocks(
  { change, remembered }: Reconciled, files: FolderView, read: (path: string, bytes: Uint8Array) => readonly FoundBlock[] | undefined,
): readonly FoundBlock[] {
  if (!change || remembered?.file.kind !== 'text') return [];
  const path = change.from ?? change.path;
  if (!change.bytes && files.kindOf(path) !== 'file') return [];
  const isOurs = (change.bytes ? sha256(change.bytes) : files.hash(path)) === remembered.file.sha256;
  return isOurs ? [] : read(change.path, change.bytes ?? files.read(path)) ?? [];
}

/** Days of the event that are none any more, though a task may fall there now; days of tasks and of requests that are nothing any more. */
function staleDays(before: Plan, after: Plan): ReadonlySet<IsoDate> {
  const others = (plan: Plan): readonly IsoDate[] => [...dueDays(plan), ...requestDays(plan)];
  const [event, all] = [eventDays(after), new Set([...eventDays(after), ...others(after)])];
  return new Set([...eventDays(before).filter((day) => !event.includes(day)), ...others(before).filter((day) => !all.has(day))]);
}

function eventDays({ schedule: { firstDay, lastDay, provisional } }: Plan): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = firstDay; !provisional && day <= lastDay; day = addDays(day, 1)) days.push(day);
  return days;
}

const dueDays = ({ schedule: { tasks, provisional } }: Plan): readonly IsoDate[] => (provisional ? [] : tasks.map(({ due }) => due));

/** Days that our texts say of funders: of one that can no longer be asked in time, they say none. */
const requestDays = ({ kit, answers, schedule: { firstDay, provisional } }: Plan): readonly IsoDate[] =>
  (provisional ? [] : kit.budget.income.flatMap(({ askBefore }) => {
    const by = askBefore && askBy(askBefore, firstDay, textAnswer(answers, 'debut') ?? '');
    return by?.state === 'ahead' ? [by.day] : [];
  }));

function withNotes(result: Reconciled, notes: readonly Note[]): Reconciled {
  const { change } = result;
  return change && notes.length > 0 ? { ...result, change: { ...change, notes: [...change.notes ?? [], ...notes] } } : result;
}
