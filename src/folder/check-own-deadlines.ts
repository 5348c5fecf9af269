import type { Note } from '../model.ts';
import { numericDate } from '../shared/dates.ts';
import type { StandingTask } from '../shared/standing-task.ts';
import { TASKS_SHEET } from '../shared/workbook-words.ts';
import { rowPlace } from './table/words.ts';

/**
 * The deadlines that people gave themselves and that no longer fit (regeneration.md D04, T09): after the last day that
 * makes sense, or before something that the task waits for. They stay; the person is told.
 */
export function checkOwnDeadlines(tasks: readonly StandingTask[]): readonly Note[] {
  return tasks.flatMap(({ id, title, ownDue, ahead, beyond, blockedBy }): readonly Note[] => {
    if (id === null || ownDue === null || !ahead) return [];
    const fits = beyond === undefined && !blockedBy.some(({ day }) => day > ownDue);
    const place = `${rowPlace(TASKS_SHEET, id, title)}, colonne Votre échéance`;
    return fits ? [] : [{ code: 'own-deadline', value: numericDate(ownDue), place }];
  });
}
