import { checkOwnDeadlines } from '../folder/check-own-deadlines.ts';
import type { Reconciled } from '../folder/reconcile.ts';
import type { Note, Observed, Plan } from '../model.ts';
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

function withNotes(result: Reconciled, notes: readonly Note[]): Reconciled {
  const { change } = result;
  return change && notes.length > 0 ? { ...result, change: { ...change, notes: [...change.notes ?? [], ...notes] } } : result;
}
