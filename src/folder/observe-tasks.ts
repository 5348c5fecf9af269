import type { FoundCell, FoundRow, IsoDate, ObservedTask, Row, TaskState } from '../model.ts';
import { isIsoDate } from '../shared/dates.ts';
import { fold } from '../shared/words.ts';
import type { ObservedSheet } from './observe.ts';
import { cellAt, contentColumns, isBlank, textIn } from './table/found-cell.ts';
import { matchRows } from './table/match-rows.ts';
import { sideOf } from './table/side.ts';

/**
 * Every line of the retro-planning, ours and those that people added, in the order of the file; then the lines of ours
 * that people took out: these tasks are given up. Where most are gone nothing can be said of any of them.
 */
export function observeTasks({ found, written }: ObservedSheet): readonly ObservedTask[] {
  const side = sideOf(written, String);
  const ids = new Map([...matchRows({ base: side, mine: found, next: side })].map(([id, row]) => [row, id]));
  let phase = '';
  const lines = found.rows.flatMap((row): readonly ObservedTask[] => {
    const ours = side.rows.get(ids.get(row) ?? '');
    if (ours?.role === 'section') phase = textIn(row, 'phase') ?? '';
    const isLine = ours ? ours.role === 'item' : contentColumns(written.columns).some(({ key }) => !isBlank(cellAt(row, key)));
    return isLine ? [observeTask(row, ours, phase)] : [];
  });
  return [...lines, ...takenOut([...side.rows.values()], new Set(lines.map(({ id }) => id)))];
}

function takenOut(written: readonly Row[], seen: ReadonlySet<string | null>): readonly ObservedTask[] {
  const ours = written.filter(({ role }) => role === 'item');
  const gone = ours.filter(({ id }) => !seen.has(id));
  if (gone.length * 2 > ours.length) return [];
  const textOf = ({ cells }: Row, key: string): string => String(cells[key] ?? '');
  return gone.map((row): ObservedTask => ({
    id: row.id, title: textOf(row, 'tache'), phase: textOf(row, 'phase'), due: textOf(row, 'echeance') || null, ownDue: null, state: 'dropped', owner: null,
  }));
}

function observeTask(row: FoundRow, ours: Row | undefined, phase: string): ObservedTask {
  const shown = dateIn(row, 'echeance');
  const computed = ours?.cells['echeance'];
  const due = typeof computed === 'string' ? computed : shown;
  return {
    id: ours?.id ?? null,
    title: textIn(row, 'tache') ?? anyText(row),
    phase: textIn(row, 'phase') ?? phase,
    due,
    ownDue: dateIn(row, 'votre-echeance') ?? (shown === due ? null : shown),
    state: stateOf(cellAt(row, 'etat')),
    owner: textIn(row, 'responsable'),
  };
}

function dateIn(row: FoundRow, key: string): IsoDate | null {
  const text = textIn(row, key);
  return text !== null && isIsoDate(text) ? text : null;
}

const anyText = ({ cells }: FoundRow): string =>
  Object.values(cells).map(({ value }) => value).find((value) => typeof value === 'string' && value.trim() !== '')?.toString() ?? '';

/** What people write instead of the words of the list, folded; the first that fits. */
const stateWords: readonly (readonly [TaskState, RegExp])[] = [
  ['doing', /^(en cours|commence|demarre|entame)|\b(presque|moitie|partie)\b/],
  ['dropped', /^(abandon|annul|supprim|sans objet|laisse|ne pas)/],
  ['done', /^(fait|termin|fini|acheve|realise|ok\b|oui\b|x$|v$|100\b)/],
];

function stateOf({ value }: FoundCell): TaskState {
  if (value === true || value === 1) return 'done';
  if (typeof value !== 'string') return 'todo';
  if (/^\s*[✓✔☑✅]/u.test(value)) return 'done';
  const folded = fold(value);
  return stateWords.find(([, words]) => words.test(folded))?.[0] ?? 'todo';
}
