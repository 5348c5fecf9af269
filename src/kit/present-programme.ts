import type { Condition, Kit, RenamedList, Renames, When } from '../model.ts';
import { renamed } from '../shared/rename.ts';
import { presentCondition } from './present-words.ts';

/** The programme and the tables of an earlier kit under present names: see `present-words.ts`. */
export function presentProgramme({ programme, tables }: Kit, renames: Renames): Pick<Kit, 'programme' | 'tables'> {
  const now = (list: RenamedList) => (id: string): string => renamed(renames.entries[list], id);
  const when = <T extends { readonly when?: Condition }>(entry: T): T =>
    (entry.when ? { ...entry, when: presentCondition(entry.when, renames) } : entry);
  const formats = (cases: readonly When<string>[]): readonly When<string>[] => cases.map((option) => ({ ...when(option), value: now('formats')(option.value) }));
  return {
    ...(programme && {
      programme: {
        ...programme,
        limits: { ...programme.limits, ...(programme.limits.neverTwice !== undefined && { neverTwice: now('audiences')(programme.limits.neverTwice) }) },
        workshops: programme.workshops.map((workshop) => ({
          ...workshop, id: now('formats')(workshop.id), ...(workshop.audience !== undefined && { audience: now('audiences')(workshop.audience) }),
        })),
        slots: programme.slots.map((slot) => ({ ...when(slot), id: now('slots')(slot.id), title: slot.title.map(when), format: formats(slot.format) })),
        days: programme.days.map((day) => ({ ...when(day), slots: day.slots.map((time) => ({ ...time, slot: now('slots')(time.slot) })) })),
      },
    }),
    ...(tables && {
      tables: tables.map((table) => {
        const { from } = table;
        const words = from && renames.words[now('questions')(from.question)];
        const kinds = from?.kind === undefined ? undefined : renames.words[`${now('questions')(from.question)}.${renamed(words, from.kind)}`];
        return {
          ...table,
          ...(from && {
            from: {
              ...from, question: now('questions')(from.question), ...(from.kind !== undefined && { kind: renamed(words, from.kind) }),
              cells: Object.fromEntries(Object.entries(from.cells).map(([column, field]) => [column, renamed(words, field)])),
            },
          }),
          columns: table.columns.map(when),
          rows: table.rows.map((row) => ({ ...when(row), id: renamed(renames.rows?.[table.id], row.id), ...(row.kind !== undefined && { kind: renamed(kinds, row.kind) }) })),
          blank: table.blank.of === undefined ? table.blank : { ...table.blank, of: now('questions')(table.blank.of) },
        };
      }),
    }),
  };
}
