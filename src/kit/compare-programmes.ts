import type { Condition, KitTableRow } from '../model.ts';
import type { SidesOf } from './compare-kits.ts';
import { compareEntries, differs, parts, words, type KitDifference } from './kit-difference.ts';

const when = differs('condition', (entry: { readonly when?: Condition }) => entry.when);

/** What differs between two kits in the days that they propose and in the tables that they describe. */
export function compareProgrammes(sides: SidesOf): readonly KitDifference[] {
  return [
    ...compareEntries('limits', sides(({ programme }) => (programme ? [{ ...programme.limits, id: 'limites', workshops: programme.workshops, before: programme.before }] : [])),
      () => 'Limites du programme', [
        parts({
          limits: ({ togetherPercent, workshopPeople, longestRun, shortestBreak, neverTwice, workshopPercent, workshops }) =>
            [togetherPercent, workshopPeople, longestRun, shortestBreak, neverTwice, workshopPercent, workshops],
          hours: (programme) => programme.before,
        }),
      ]),
    ...compareEntries('slots', sides(({ programme }) => programme?.slots ?? []), ({ id, title }) => title.at(-1)?.value ?? id, [
      when, parts({ use: ({ kind }) => kind, links: ({ format }) => format }), words(({ title, room }) => [title, room]),
    ]),
    ...compareEntries('days', sides(({ programme }) => programme?.days ?? []), ({ id }) => `Journée « ${id} »`, [
      when, parts({ use: ({ part }) => part, hours: ({ start, slots }) => [start, slots] }),
    ]),
    ...compareEntries('tables', sides(({ tables }) => tables ?? []), ({ sheet }) => sheet, [
      parts({
        columns: ({ columns, label }) => [columns, label],
        rows: ({ rows, from, each }) => [rows.map(placeOf), from, each],
        quantity: ({ blank }) => blank,
      }),
      words(({ intro, guide, rows }) => [intro, guide, rows.map(({ id, cells }) => [id, cells])]),
    ]),
  ];
}

const placeOf = ({ id, kind, when: condition }: KitTableRow): unknown => [id, kind, condition];
