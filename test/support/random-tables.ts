import fc from 'fast-check';
import type { Column, FoundSheet, Row, Sheet } from '../../src/model.ts';
import {
  asWritten, copyRow, insertRow, lock, removeRow, setCell, setId, sortRows, sortWithoutIds, type, writeBeside, type SheetChange,
} from './found-tables.ts';

/** Random workbooks of one small sheet that has every kind of row and column: as we wrote it, as a person left it, as it would be now. */

const column = (key: string, format: Column['format'], owner: Column['owner'], rest: Partial<Column> = {}): Column =>
  ({ key, title: `Titre ${key}`, width: 10, format, owner, ...rest });

export const columns: readonly Column[] = [
  column('id', 'id', 'kit'),
  column('nom', 'text', 'kit', { label: true }),
  column('role', 'text', 'kit'),
  column('jour', 'date', 'kit', { overflow: 'mon-jour' }),
  column('mon-jour', 'date', 'person'),
  column('somme', 'money', 'kit'),
  column('double', 'money', 'kit'),
  column('etat', 'choice', 'person', { choices: ['À faire', 'Fait'] }),
  column('note', 'text', 'person'),
];

interface Item {
  readonly id: string;
  readonly role: number;
  readonly jour: number;
  readonly somme: number;
  readonly bis: boolean;
}

interface Shape {
  readonly sections: readonly { readonly items: readonly Item[]; readonly spares: number }[];
  readonly preface: string;
  readonly title: string;
}

const double = { formula: 'F{row}*2', value: '' };

const itemRow = ({ id, role, jour, somme, bis }: Item): Row => ({
  id, role: 'item',
  cells: {
    nom: `Ligne ${id}${bis ? ' bis' : ''}`, role: ['a', 'b', null][role] ?? null, jour: `2027-03-0${jour + 1}`,
    somme: somme * 100, double: { ...double, value: somme * 200 }, etat: 'À faire',
  },
});

export function sheetOf({ sections, preface, title }: Shape): Sheet {
  const rows = sections.flatMap(({ items, spares }, index): readonly Row[] => [
    ...(index > 0 ? [{ id: `_s${index}`, role: 'section' as const, cells: { nom: `Partie ${index}` } }] : []),
    ...items.map(itemRow),
    ...Array.from({ length: spares }, (): Row => ({ id: null, role: 'spare', cells: { double } })),
  ]);
  const total: Row = { id: '_total', role: 'total', cells: { nom: 'Total', somme: { formula: 'SUM(F{first}:INDEX(F:F,ROW()-1))', value: 0 } } };
  return {
    name: 'Feuille', preface: ['Un titre', preface], landscape: true, rows: [...rows, total],
    columns: columns.map((one) => (one.key === 'role' ? { ...one, title } : one)),
  };
}

const itemOf = (id: string) => fc.record({
  id: fc.constant(id), role: fc.nat(2), jour: fc.nat(4), somme: fc.nat(3), bis: fc.constant(false),
});

const shapes: fc.Arbitrary<Shape> = fc.array(fc.record({ items: fc.nat(4), spares: fc.nat(3) }), { minLength: 1, maxLength: 3 })
  .chain((sections) => fc.record({
    sections: fc.tuple(...sections.map(({ items, spares }, section) => fc.record({
      items: fc.tuple(...Array.from({ length: items }, (_, index) => itemOf(`${'ABC'[section]}${index}`))), spares: fc.constant(spares),
    }))),
    preface: fc.constant('le 4 mars'), title: fc.constant('Rôle'),
  }));

/** The kit or the answers changed: lines come, go, say something else. */
const nextOf = ({ sections, preface, title }: Shape): fc.Arbitrary<Shape> => fc.record({
  sections: fc.tuple(...sections.map(({ items, spares }, section) => fc.record({
    items: fc.tuple(
      fc.tuple(...items.map((item) => fc.oneof(
        { weight: 3, arbitrary: fc.constant(item) },
        { weight: 4, arbitrary: fc.record({ id: fc.constant(item.id), role: fc.nat(2), jour: fc.nat(4), somme: fc.nat(3), bis: fc.boolean() }) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ))),
      fc.array(fc.record({ role: fc.nat(2), jour: fc.nat(4), somme: fc.nat(3), bis: fc.constant(false) }), { maxLength: 2 }),
    ).map(([kept, added]) => [
      ...kept.filter((item) => item !== undefined), ...added.map((item, index) => ({ ...item, id: `N${section}${index}` })),
    ]),
    spares: fc.constant(spares),
  }))),
  preface: fc.constantFrom(preface, 'le 5 avril'), title: fc.constantFrom(title, title, 'Qui'),
});

const keys = columns.map(({ key }) => key).filter((key) => key !== 'id');
/** A value that nobody else writes, of the kind that the column holds. */
const own = (key: string, rank: number): string | number => {
  const format = columns.find((one) => one.key === key)?.format;
  if (format === 'date') return `2099-01-${String(rank + 1).padStart(2, '0')}`;
  return format === 'money' ? 900_000 + rank : `p${rank}`;
};

interface Gesture {
  readonly kind: string;
  readonly row: number;
  readonly other: number;
  readonly key: number;
}

const gesture: fc.Arbitrary<Gesture> = fc.record({
  kind: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom('type', 'type', 'type', 'same', 'clear', 'formula', 'stray') },
    { weight: 24, arbitrary: fc.constantFrom('insert', 'remove', 'copy', 'sort', 'beside', 'lock', 'preface', 'header') },
    { weight: 1, arbitrary: fc.constantFrom('lie', 'renumber', 'clash') },
  ),
  row: fc.nat(30), other: fc.nat(30), key: fc.nat(30),
});

function perform({ kind, row, other, key: rank }: Gesture, order: number, sheet: FoundSheet, next: Sheet): FoundSheet {
  const at = sheet.rows[row % sheet.rows.length];
  const above = sheet.rows[other % sheet.rows.length];
  if (!at || !above || sheet.rows.length < 3) return sheet;
  const key = keys[rank % keys.length] ?? 'note';
  const there = next.rows.find(({ id }) => id === at.id)?.cells[key];
  const gestures: Readonly<Record<string, SheetChange>> = {
    type: type(at.number, key, own(key, order)),
    same: type(at.number, key, typeof there === 'object' ? null : (there ?? null)),
    clear: type(at.number, key, null),
    formula: setCell(at.number, key, { value: 5, formula: `F{row}+${order}` }),
    stray: setCell(at.number, 'double', { value: 5, formula: `F${order + 3}*2` }),
    insert: insertRow(above.number, { [key]: { value: own(key, order) } }),
    remove: removeRow(at.number),
    copy: copyRow(at.number, above.number),
    sort: sortRows(0, sheet.rows.length - 1, key),
    beside: writeBeside(at.number),
    lock: lock(at.number, key),
    preface: (one) => ({ ...one, preface: one.preface.with(rank % 2, { value: own('nom', order) }) }),
    header: (one) => ({ ...one, headers: { ...one.headers, role: `p${order}` } }),
    lie: sortWithoutIds(0, sheet.rows.length - 1, 'nom'),
    renumber: setId(at.number, rank % 2 === 0 ? null : `p${order}`),
    clash: insertRow(above.number, { nom: { value: own('nom', order) } }, 'N00'),
  };
  return gestures[kind]?.(sheet) ?? sheet;
}

export interface Triple {
  readonly base: Sheet;
  readonly mine: FoundSheet;
  readonly next: Sheet;
  /** The gestures that made `mine`. */
  readonly gestures: readonly string[];
}

export const triples: fc.Arbitrary<Triple> = shapes.chain((shape) => fc.record({
  shape: fc.constant(shape), next: nextOf(shape), gestures: fc.array(gesture, { maxLength: 8 }),
})).map(({ shape, next: nextShape, gestures }) => {
  const [base, next] = [sheetOf(shape), sheetOf(nextShape)];
  const [written] = asWritten([base]);
  if (!written) throw new Error('no sheet');
  const mine = gestures.reduce((sheet, one, order) => perform(one, order, sheet, next), written);
  return { base, mine, next, gestures: gestures.map(({ kind }) => kind) };
});
