import type { Condition, LeadDays, Level, QuestionType, Severity } from '../model.ts';

export type ComparedList =
  | 'questions' | 'phases' | 'roles' | 'tasks' | 'lines' | 'contingency' | 'income' | 'inKind'
  | 'audiences' | 'themes' | 'formats' | 'forms' | 'rules' | 'favours' | 'limits' | 'slots' | 'days' | 'tables' | 'documents';

/** A part of an entry of which it is enough to say that it changes. */
export type ChangedPart =
  | 'role' | 'support' | 'phase' | 'needs' | 'size' | 'funders' | 'importance' | 'calendar' | 'document'
  | 'quantity' | 'unit' | 'account' | 'family' | 'share'
  | 'default' | 'required' | 'bounds' | 'columns' | 'fields' | 'data'
  | 'test' | 'by' | 'validity' | 'kind' | 'links' | 'limits' | 'hours' | 'use' | 'rows';

type FromTo<Code extends string, T> = { readonly code: Code; readonly from: T; readonly to: T };

/** What changes in an entry; the sentences are in `cli/kit-difference-words.ts`. Null: absent. */
export type DifferenceDetail =
  | FromTo<'title', string>
  | FromTo<'lead', LeadDays>
  | FromTo<'anchor', number | null>
  /** In cents; null: a quote has to be asked for. */
  | FromTo<'price', Readonly<Record<Level, number>> | null>
  | FromTo<'percent', Readonly<Record<Level, number>>>
  /** In cents. */
  | FromTo<'rate', number | null>
  | FromTo<'condition', Condition | null>
  | FromTo<'path', string>
  | FromTo<'severity', Severity>
  | FromTo<'type', QuestionType>
  /** Labels. */
  | { readonly code: 'choices'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly code: 'parts'; readonly parts: readonly ChangedPart[] }
  /** Its texts read otherwise: help, reasons, advice, templates. */
  | { readonly code: 'words' };

/** One entry that differs between two kits. */
export interface KitDifference {
  readonly list: ComparedList;
  readonly change: 'new' | 'gone' | 'changed';
  /** Its present id, or its last. */
  readonly id: string;
  readonly title: string;
  /** Its id in the earlier kit, when it had another. */
  readonly from?: string;
  readonly details: readonly DifferenceDetail[];
}

/** What differs in one respect; nothing when all is the same. */
export type Aspect<T> = (before: T, after: T) => readonly DifferenceDetail[];

interface Entry {
  readonly id: string;
}

/** One list in two kits. */
export interface Sides<T> {
  /** The ids of `before` as they were. */
  readonly oldIds: readonly string[];
  /** Under their present names: see `present-words.ts`. */
  readonly before: readonly T[];
  readonly after: readonly T[];
}

/** The entries of one list that differ, in the order of the later kit; those that are gone come last. */
export function compareEntries<T extends Entry>(
  list: ComparedList, { oldIds, before, after }: Sides<T>, titleOf: (entry: T) => string, aspects: readonly Aspect<T>[],
): readonly KitDifference[] {
  const ranks = new Map(before.map(({ id }, rank) => [id, rank]));
  const present = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((entry): KitDifference[] => {
    const { id } = entry;
    const title = titleOf(entry);
    const rank = ranks.get(id);
    const was = rank === undefined ? undefined : before[rank];
    if (rank === undefined || !was) return [{ list, change: 'new', id, title, details: [] }];
    const details = [...differs('title', titleOf)(was, entry), ...aspects.flatMap((aspect) => aspect(was, entry))];
    const from = oldIds[rank];
    return details.length === 0 && from === id ? [] : [{ list, change: 'changed', id, title, ...(from !== id && { from }), details: onceEach(details) }];
  });
  const gone = before.filter(({ id }) => !present.has(id)).map((entry): KitDifference => ({ list, change: 'gone', id: entry.id, title: titleOf(entry), details: [] }));
  return [...changed, ...gone];
}

/** Two kinds of texts that read otherwise are told once. */
const onceEach = (details: readonly DifferenceDetail[]): readonly DifferenceDetail[] =>
  details.filter(({ code }, index) => code !== 'words' || details.findIndex((other) => other.code === 'words') === index);

/** A value that is told as it was and as it is. */
export function differs<T>(code: Extract<DifferenceDetail, { from: unknown }>['code'], valueOf: (entry: T) => unknown): Aspect<T> {
  return (before, after) => {
    const [from, to] = [valueOf(before) ?? null, valueOf(after) ?? null];
    return isEqual(from, to) ? [] : [{ code, from, to } as DifferenceDetail];
  };
}

/** Values of which it is enough to say that they change. */
export function parts<T>(values: Readonly<Partial<Record<ChangedPart, (entry: T) => unknown>>>): Aspect<T> {
  return (before, after) => {
    const changed = (Object.entries(values) as [ChangedPart, (entry: T) => unknown][])
      .filter(([, valueOf]) => !isEqual(valueOf(before), valueOf(after))).map(([part]) => part);
    return changed.length === 0 ? [] : [{ code: 'parts', parts: changed }];
  };
}

export const words = <T>(textsOf: (entry: T) => unknown): Aspect<T> => (before, after) =>
  (isEqual(textsOf(before), textsOf(after)) ? [] : [{ code: 'words' }]);

/** Equal whatever the order of their keys. */
export function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

const sorted = (_: string, value: unknown): unknown => (typeof value === 'object' && value !== null && !Array.isArray(value)
  ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  : value);
