import type { Cell, ConflictPiece, FoundCell, FoundRow, FoundSheet, Sheet } from '../../src/model.ts';
import type { Triple } from './random-tables.ts';

/**
 * What a merge of one sheet must and must not have done, written apart from the merge: it looks at what stands in the
 * sheets before and after, and at nothing that the merge says of itself but its conflicts. Each fault is a sentence.
 */

/** What stands in a cell, as one text. */
const say = (cell: FoundCell | undefined): string => {
  if (cell?.formula !== undefined) return `=${cell.formula}`;
  return cell === undefined || cell.value === null ? '' : String(cell.value).trim();
};
const write = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? `=${cell.formula}` : String(cell);
};

/** Row id → key → content, for the rows of ours. */
type Grid = ReadonlyMap<string, ReadonlyMap<string, string>>;
const keysOf = (sheet: Sheet): readonly string[] => sheet.columns.map(({ key }) => key).filter((key) => key !== 'id');
const gridOf = (sheet: Sheet): Grid => new Map(sheet.rows.flatMap(({ id, cells }) => (id === null ? [] : [
  [id, new Map(keysOf(sheet).map((key) => [key, write(cells[key])]))] as const,
])));
const sameRow = (row: FoundRow, ours: ReadonlyMap<string, string> | undefined): boolean =>
  ours !== undefined && [...ours].every(([key, content]) => say(row.cells[key]) === content);

/** A formula that waits for figures, also one that a program left behind; a sheet without blank rows has none. */
type Waits = (key: string, content: string) => boolean;
const waitsIn = ({ base, next }: Pick<Triple, 'base' | 'next'>): Waits => {
  const hasSpares = [base, next].some(({ rows }) => rows.some(({ role }) => role === 'spare'));
  return (key, content) => hasSpares && key === 'double' && /^=F(\{row\}|\d+)\*2$/.test(content);
};
/** What a program that moves rows made of the formula in a row of ours. */
const isStrayed = (key: string, content: string): boolean => key === 'double' && /^=F\d+\*2$/.test(content);
const isBlankRow = ({ id, hasMore, cells }: FoundRow, waits: Waits): boolean => id === null && !hasMore
  && Object.entries(cells).every(([key, cell]) => !cell.locked && (say(cell) === '' || waits(key, say(cell))));
/** A row of ours in which nobody wrote. */
const isUntouchedRow = (row: FoundRow, ours: ReadonlyMap<string, string>): boolean => !row.hasMore
  && [...ours].every(([key, content]) => say(row.cells[key]) === content || isStrayed(key, say(row.cells[key])));
const hasLock = ({ cells }: FoundRow): boolean => Object.values(cells).some(({ locked }) => locked);

const count = <T>(list: readonly T[], test: (item: T) => boolean): number => list.filter(test).length;

/** Only what still says what we wrote may have been replaced; all that a person wrote stands where it stood, or beside. */
export function lostByMerge({ base, mine, next }: Triple, after: FoundSheet, conflicts: readonly ConflictPiece[]): readonly string[] {
  const [before, now] = [gridOf(base), gridOf(next)];
  const waits = waitsIn({ base, next });
  const faults: string[] = [];
  if (after.rows.length !== mine.rows.length) faults.push('rows came or went');
  mine.rows.forEach((row, index) => {
    const result = after.rows[index];
    if (!result || result.number !== row.number) return void faults.push(`row ${row.number} moved`);
    const ours = before.get(row.id ?? '');
    if (result.id !== row.id) {
      const mayGo = row.id === null ? isBlankRow(row, waits) : ours !== undefined && !now.has(row.id) && !row.hasMore;
      if (!mayGo) faults.push(`row ${row.number} lost its id ${row.id}`);
    }
    for (const key of keysOf(base)) {
      const [was, is] = [say(row.cells[key]), say(result.cells[key])];
      const isOurs = was === (ours?.get(key) ?? '') || (ours ? isStrayed(key, was) : waits(key, was));
      const isAside = key === 'jour' && say(result.cells['mon-jour']) === was;
      if (was !== is && !isOurs && !isAside) faults.push(`${key}${row.number} lost ${was}`);
      if (was !== is && row.cells[key]?.locked) faults.push(`${key}${row.number} was locked`);
    }
  });
  mine.preface.forEach((line, rank) => {
    if (say(line) !== base.preface[rank] && say(after.preface[rank]) !== say(line)) faults.push(`preface ${rank} lost`);
  });
  if (mine.headers['role'] !== base.columns[2]?.title && after.headers['role'] !== mine.headers['role']) faults.push('header lost');
  for (const piece of conflicts) if (piece.mine === piece.next || piece.base === piece.next) faults.push(`no conflict: ${piece.place}`);
  return faults;
}

/** Rows whose id stands once, so that there is no choice which is ours. */
const single = (id: string, sheet: FoundSheet): FoundRow | undefined => {
  const found = sheet.rows.filter((row) => row.id === id);
  return found.length === 1 ? found[0] : undefined;
};

/** All that we have to say has been said, wherever a person did not say something else. */
export function missedByMerge({ base, mine, next }: Triple, after: FoundSheet): readonly string[] {
  const [before, now] = [gridOf(base), gridOf(next)];
  const faults: string[] = [];
  for (const [id, ours] of before) {
    const row = single(id, mine);
    const result = row && after.rows.find(({ number }) => number === row.number);
    const will = now.get(id);
    if (!row || !result) continue;
    if (!will) {
      const mayGo = isUntouchedRow(row, ours) && !hasLock(row);
      if ((result.id === id) === mayGo) faults.push(`${id} ${mayGo ? 'did not go' : 'went'}`);
      continue;
    }
    for (const [key, content] of will) {
      const cell = row.cells[key];
      if (key === 'mon-jour' && say(row.cells['jour']) !== ours.get('jour')) continue;
      if (say(cell) === ours.get(key) && !cell?.locked && say(result.cells[key]) !== content) faults.push(`${key} of ${id} is not ${content}`);
    }
  }
  for (const [id, will] of now) {
    if (before.has(id) || mine.rows.some((row) => row.id === id)) continue;
    const places = after.rows.filter((row) => row.id === id);
    if (places.length !== 1 || !places[0] || !sameRow(places[0], will)) faults.push(`${id} was not added once`);
  }
  base.preface.forEach((line, rank) => {
    if (say(mine.preface[rank]) === line && say(after.preface[rank]) !== next.preface[rank]) faults.push(`preface ${rank}`);
  });
  return faults;
}

/** Cells that both sides changed, where a number says whose row it is: how many conflicts there have to be. */
export function conflictsToExpect({ base, mine, next }: Triple): number | undefined {
  const [before, now] = [gridOf(base), gridOf(next)];
  if ([...before.keys()].some((id) => count(mine.rows, (row) => row.id === id) > 1)) return undefined;
  let conflicts = 0;
  for (const [id, ours] of before) {
    const [row, will] = [single(id, mine), now.get(id)];
    if (!row) continue;
    if (!will) {
      conflicts += Number(isUntouchedRow(row, ours) && hasLock(row));
      continue;
    }
    for (const [key, content] of will) {
      const [was, found] = [ours.get(key) ?? '', say(row.cells[key])];
      if (was === content || found === content || key === 'double') continue;
      if (found === was) conflicts += Number(row.cells[key]?.locked === true);
      else if (!['mon-jour', 'etat', 'note'].includes(key)) conflicts += Number(!(key === 'jour' && canStandAside(row)));
    }
  }
  const words = [
    ...next.preface.map((line, rank) => [base.preface[rank], say(mine.preface[rank]), line] as const),
    ...next.columns.map(({ key, title }, rank) => [base.columns[rank]?.title, mine.headers[key], title] as const),
  ];
  return conflicts + count(words, ([was, found, will]) => was !== will && found !== will && found !== was);
}

function canStandAside({ cells }: FoundRow): boolean {
  const [typed, aside] = [cells['jour'], cells['mon-jour']];
  return typed?.formula === undefined && /^\d{4}-\d\d-\d\d$/.test(say(typed)) && !typed?.locked && !aside?.locked
    && (say(aside) === '' || say(aside) === say(typed));
}

/** There is really no room: fewer blank rows above the total, and lines that may go, than new lines. */
export function hasTooFewRows({ base, mine, next }: Triple): boolean {
  const [before, now] = [gridOf(base), gridOf(next)];
  const total = mine.rows.findIndex(({ id }) => id === '_total');
  const above = total < 0 ? mine.rows : mine.rows.slice(0, total);
  const goes = (row: FoundRow): boolean => {
    const ours = before.get(row.id ?? '');
    return ours !== undefined && !now.has(row.id ?? '') && single(row.id ?? '', mine) !== undefined && isUntouchedRow(row, ours) && !hasLock(row);
  };
  const added = count([...now.keys()], (id) => !before.has(id));
  const waits = waitsIn({ base, next });
  const room = count(above, (row) => isBlankRow(row, waits) || goes(row));
  return room < added;
}

/** The rows of ours by id, and all the rest: where nobody did anything, the result is what we would write. */
export function differsFrom(next: Sheet, after: FoundSheet): readonly string[] {
  const now = gridOf(next);
  const ids = after.rows.flatMap(({ id }) => id ?? []);
  return [
    ...[...now].flatMap(([id, will]) => (after.rows.some((row) => row.id === id && sameRow(row, will)) ? [] : [`no ${id}`])),
    ...(ids.length === now.size ? [] : [`${ids.length} ids`]),
    ...after.rows.filter((row) => row.id === null && !isBlankRow(row, waitsIn({ base: next, next }))).map(({ number }) => `row ${number} is not blank`),
    ...after.preface.map(say).filter((line, rank) => line !== next.preface[rank]),
    ...next.columns.filter(({ key, title }) => after.headers[key] !== title).map(({ key }) => `header ${key}`),
  ];
}
