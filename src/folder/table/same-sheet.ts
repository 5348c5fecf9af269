import type { Row } from '../../model.ts';
import { contentColumns, essence, sameContent } from './found-cell.ts';
import type { Side, SheetSides } from './side.ts';

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

const keys = ({ sheet }: Side): readonly string[] => sheet.columns.map(({ key }) => key);
/** Sections and totals: what the rows of lines hang on. */
const frame = ({ sheet }: Side): readonly (string | null)[] =>
  sheet.rows.filter(({ role }) => role === 'section' || role === 'total').map(({ id }) => id);

/** Nothing changed but perhaps the order of rows and what formulas give. */
export function isSameSheet(base: Side, next: Side): boolean {
  const titles = ({ sheet }: Side): readonly string[] => sheet.columns.map(({ title }) => title);
  return sameList(base.sheet.preface, next.sheet.preface)
    && sameList(keys(base), keys(next)) && sameList(titles(base), titles(next))
    && sameList(frame(base), frame(next))
    && base.rows.size === next.rows.size
    && isSameRow(base, base.spare, next, next.spare)
    && [...base.rows].every(([id, row]) => next.rows.has(id) && isSameRow(base, row, next, next.rows.get(id)));
}

const isSameRow = (base: Side, before: Row | undefined, next: Side, now: Row | undefined): boolean =>
  contentColumns(base.sheet.columns).every(({ key }) => sameContent(base.cell(before, key), next.cell(now, key)));

/** Cells can be written one by one: no row of the frame comes or goes, and every column of ours is still there. */
export function hasSameLayout({ base, mine, next }: SheetSides): boolean {
  return sameList(keys(base), keys(next)) && sameList(frame(base), frame(next))
    && base.sheet.preface.length === next.sheet.preface.length
    && keys(next).every((key) => mine.headers[key] !== undefined);
}

/** A text of ours changed, and not only by the figures and dates in it. */
export function saysMoreThanValues(base: Side, before: Row, next: Side, now: Row): boolean {
  return next.sheet.columns
    .filter(({ owner, format }) => owner === 'kit' && format === 'text')
    .some(({ key }) => withoutValues(base.cell(before, key).value) !== withoutValues(next.cell(now, key).value));
}

const DATE_OR_NUMBER = /\d+(?:er)?(?:\s(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))?/g;

const withoutValues = (value: ReturnType<typeof essence>): string => String(essence(value) ?? '').replace(DATE_OR_NUMBER, '#');
