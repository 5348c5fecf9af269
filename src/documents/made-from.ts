import type { FolderState, Plan } from '../model.ts';
import { sha256 } from '../shared/sha256.ts';

/**
 * Names all that the texts and tables of a plan come from: where two names are the same, so are the files, and nobody
 * has to make them to know it. A plan follows from these answers, the kit, the program and the day; texts and tables do
 * not tell the day.
 * @param source names the kit and the program
 */
export const workName = ({ answers, facts, territory, eventId }: Plan, source: string): string =>
  sha256(JSON.stringify([source, answers, facts, territory, eventId]));

/**
 * The same for the copies, which follow the day and what people did. The entries of calendars that were written last are
 * not in it: they are what is compared.
 */
export const copiesName = (plan: Plan, { observed, undoneSequences, conflicts }: FolderState, source: string): string =>
  sha256(JSON.stringify([workName(plan, source), plan.today, observed, undoneSequences, conflicts]));
