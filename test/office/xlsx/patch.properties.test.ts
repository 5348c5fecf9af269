import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CellEdit } from '../../../src/model.ts';
import { replaceParts } from '../../../src/office/package.ts';
import { patchXlsx } from '../../../src/office/xlsx/patch-xlsx.ts';
import { readXlsx } from '../../../src/office/xlsx/read-xlsx.ts';
import { cellsIn, partsOf } from '../../support/xlsx-book.ts';
import { editsBetween, expectedSheets, fresh, rowOfLine, toBook, type Content, type Line, type Person } from '../../support/xlsx-person.ts';
import { layouts } from '../../support/xlsx-sample.ts';

/** What a person does to a workbook, from numbers that fit whatever it has become. */
type Deed = (person: Person) => Person;

const words = fc.constantFrom('Fleurs', '=1+1', ' bord', 'é & <b>', '-12', 'deux\nlignes', '#REF!', 'Salle', '😀', "l'eau");
const quarters = fc.integer({ min: 0, max: 4000 }).map((count) => count / 4);
const cents = fc.integer({ min: -500, max: 10_000_000 });
const days = fc.integer({ min: 0, max: 4000 }).map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
const contents: Readonly<Record<string, fc.Arbitrary<Content>>> = {
  poste: fc.oneof(words, fc.constant(null)),
  quantite: fc.oneof({ arbitrary: quarters, weight: 4 }, { arbitrary: words, weight: 1 }, { arbitrary: fc.constant(null), weight: 1 }),
  prix: fc.oneof({ arbitrary: cents, weight: 4 }, { arbitrary: fc.constant(null), weight: 1 }),
  prevu: fc.oneof(fc.constant<Content>({ formula: 'product' }), cents, fc.constant(null)),
  jour: fc.oneof(days, fc.constant(null)),
  notes: fc.oneof(words, fc.constant(null)),
};
const own = fc.constant<Content>({ formula: 'own' });
const cell = (withOwn: boolean): fc.Arbitrary<readonly [string, Content]> => fc.oneof(...Object.entries(contents).map(([key, content]) =>
  fc.tuple(fc.constant(key), withOwn && key !== 'jour' ? fc.oneof({ arbitrary: content, weight: 9 }, { arbitrary: own, weight: 1 }) : content)));

const put = <T>(list: readonly T[], at: number, item: T): readonly T[] => [...list.slice(0, at), item, ...list.slice(at)];
const totalAt = ({ lines }: Person): number => lines.findIndex(({ id }) => id === '_total');
const change = (person: Person, at: number, key: string, content: Content): Person => ({
  ...person, lines: person.lines.map((line, index) => (index === at ? { ...line, cells: { ...line.cells, [key]: content } } : line)),
});

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map((count): Deed => (person) => ({ ...person, rowsAbove: person.rowsAbove + count })),
  // New lines: blank, of words, or a copy with its formulas and even its id. Never below the total.
  fc.tuple(fc.nat(), fc.constantFrom('blank', 'words', 'copy')).map(([place, kind]): Deed => (person) => {
    const total = totalAt(person);
    const line: Line = kind === 'copy' && total > 0 ? person.lines[place % total] as Line
      : { id: null, cells: kind === 'words' ? { poste: 'À nous', quantite: 1.5, prix: 333, prevu: { formula: 'product' } } : {} };
    return { ...person, lines: put(person.lines, place % (total + 1), line) };
  }),
  fc.nat().map((place): Deed => (person) => ({ ...person, lines: person.lines.filter((line, index) => line.id === '_total' || index !== place % person.lines.length) })),
  // Sorted, the total left where it is.
  fc.constant<Deed>((person) => {
    const total = totalAt(person);
    const sorted = person.lines.slice(0, total).toSorted((a, b) => String(a.cells['poste'] ?? '~') < String(b.cells['poste'] ?? '~') ? -1 : 1);
    return { ...person, lines: [...sorted, ...person.lines.slice(total)] };
  }),
  fc.tuple(fc.nat(), fc.nat()).map(([place, filled]): Deed => (person) => {
    const name = `x${person.columns.length}`;
    const columns = put(person.columns, place % (person.columns.length + 1), name);
    return change({ ...person, columns }, filled % person.lines.length, name, 'à nous');
  }),
  fc.nat().map((place): Deed => (person) => {
    const at = place % (person.columns.length - 1);
    return { ...person, columns: put(person.columns.filter((_, index) => index !== at), at + 1, person.columns[at] as string) };
  }),
  fc.constantFrom('Frais 2027', 'L\'argent', 'Dépenses', '2027').map((tab): Deed => (person) => ({ ...person, tab })),
  fc.constant<Deed>((person) => (person.columns.length === fresh.columns.length ? { ...person, titles: { ...person.titles, notes: 'Remarques' } } : person)),
  fc.tuple(fc.nat(), cell(true)).map(([place, [key, content]]): Deed => (person) => change(person, place % person.lines.length, key, content)),
  fc.tuple(fc.constantFrom('shared', 'rich', 'inline'), fc.boolean(), fc.boolean())
    .map(([strings, from1904, dollars]): Deed => (person) => ({ ...person, strings, from1904, dollars })),
);

/** A title in other words is known by its neighbours: it must still have them. */
const isPlain = ({ titles, columns }: Person): boolean =>
  titles['notes'] === 'Notes' || columns.join() === fresh.columns.join();
const anyPerson = fc.array(deed, { maxLength: 12 }).map((deeds) => deeds.reduce((person, next) => next(person), fresh)).filter(isPlain);

/** What a merge writes: contents of cells, and ids of lines that had none. */
const writes = fc.array(fc.tuple(fc.nat(), fc.oneof({ arbitrary: cell(false), weight: 8 }, { arbitrary: fc.constant(['id', 'fleurs'] as const), weight: 1 })), { minLength: 1, maxLength: 12 });

function written(person: Person, list: readonly (readonly [number, readonly [string, Content]])[]): Person {
  return list.reduce((now, [place, [key, content]]) => {
    const at = place % now.lines.length;
    const [line] = [now.lines[at] as Line];
    if (line.id === '_total' && key === 'prevu') return now;
    if (key !== 'id') return change(now, at, key, content);
    return line.id === null ? { ...now, lines: now.lines.map((other, index) => (index === at ? { ...line, id: 'fleurs' } : other)) } : now;
  }, person);
}

/** Texts as cells hold them. */
const trimmed = (person: Person): Person => ({
  ...person, lines: person.lines.map((line) => ({ ...line, cells: Object.fromEntries(Object.entries(line.cells)
    .map(([key, content]) => [key, typeof content === 'string' ? content.trim() : content])) })),
});

it('reads what a person made of a workbook', () => {
  fc.assert(fc.property(anyPerson, (person) => {
    expect(readXlsx(toBook(person), layouts)).toEqual({ ok: true, sheets: expectedSheets(person, 'stale') });
  }), { numRuns: 400 });
});

it('writes what is asked and nothing else, and counts again', () => {
  fc.assert(fc.property(anyPerson.map(trimmed), writes, fc.boolean(), (before, list, withPreface) => {
    const after = trimmed(written(before, list));
    const preface: CellEdit = { sheet: 'Dépenses', at: { preface: 1 }, content: 'NEC Creuse, 4 novembre 2027' };
    const edits = [...editsBetween(before, after), ...withPreface ? [preface] : []];
    fc.pre(edits.length > 0);
    const bytes = toBook(before);
    const patched = patchXlsx(bytes, edits, layouts);
    expect(patched).toBeDefined();
    if (!patched) return;
    const now = withPreface ? { ...after, preface: after.preface.map((line, rank) => (rank === 1 ? String(preface.content) : line)) } : after;
    expect(readXlsx(patched, layouts)).toEqual({ ok: true, sheets: expectedSheets(now, 'right') });
    expectNothingElse(bytes, patched, edits.length);
    expect(Buffer.compare(patched, patchXlsx(patched, edits, layouts) ?? Buffer.alloc(0))).toBe(0);
  }), { numRuns: 400 });
});

/** Parts, cells and everything around the cells are as they were, but for the cells of the edits and of formulas. */
function expectNothingElse(before: Uint8Array, after: Uint8Array, edits: number): void {
  const [old, now] = [partsOf(before), partsOf(after)];
  expect(Object.keys(now)).toEqual(Object.keys(old));
  const changed = Object.keys(old).filter((name) => old[name] !== now[name]);
  expect(changed.filter((name) => !/^xl\/(workbook|worksheets\/sheet\d)\.xml$/.test(name))).toEqual([]);
  for (const sheet of [1, 2, 3]) {
    const [cells, cellsNow] = [cellsIn(before, sheet), cellsIn(after, sheet)];
    const others = Object.keys({ ...cells, ...cellsNow }).filter((address) => cells[address] !== cellsNow[address] && !cells[address]?.includes('<f'));
    expect(others.length).toBeLessThanOrEqual(sheet === 1 ? edits : 0);
    const around = (parts: Readonly<Record<string, string>>): string => (parts[`xl/worksheets/sheet${sheet}.xml`] ?? '')
      .replace(/<c [^>]*?(?:\/>|>[^]*?<\/c>)/g, '').replace(/<row r="\d+"><\/row>/g, '');
    expect(around(now)).toBe(around(old));
  }
}

it('throws at nothing that a file may hold', () => {
  const piece = fc.constantFrom('', '<', '>', '"', '<c/>', '<row>', '</row>', ' r="A1"', ' r="ZZZ99999999"', ' t="s"', ' t="d"', 'xmlns', '<f t="shared" si="0"/>', '&#0;', '1e400', '-1', '/>', '\uFFFF', '<!DOCTYPE a>');
  const parts = fc.constantFrom('xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/_rels/workbook.xml.rels', '_rels/.rels', '[Content_Types].xml');
  const edits: readonly CellEdit[] = [{ sheet: 'Dépenses', at: { row: 6, key: 'quantite' }, content: 3 }, { sheet: 'Dépenses', at: { preface: 1 }, content: 'x' }];
  fc.assert(fc.property(anyPerson, parts, fc.array(fc.tuple(fc.nat(), fc.nat(30), piece), { minLength: 1, maxLength: 4 }), (person, name, cuts) => {
    const bytes = toBook(person);
    const damaged = cuts.reduce((xml, [at, length, text]) => xml.slice(0, at % xml.length) + text + xml.slice(at % xml.length + length), partsOf(bytes)[name] ?? '');
    const file = replaceParts(bytes, { [name]: damaged });
    const read = readXlsx(file, layouts);
    const patched = patchXlsx(file, edits, layouts);
    // What was patched has been read back.
    if (patched) expect(read.ok).toBe(true);
  }), { numRuns: 300 });
});

it('would notice a wrong number, a lost word and a moved row', () => {
  const read = readXlsx(toBook(fresh), layouts);
  const first = fresh.lines[0] as Line;
  for (const wrong of [
    { ...fresh, lines: fresh.lines.slice(1) },
    { ...fresh, lines: [{ ...first, cells: { ...first.cells, prix: 12_551 } }, ...fresh.lines.slice(1)] },
    { ...fresh, lines: [{ ...first, cells: { ...first.cells, poste: 'Salles' } }, ...fresh.lines.slice(1)] },
  ]) expect(read).not.toEqual({ ok: true, sheets: expectedSheets(wrong, 'stale') });
  expect(rowOfLine(fresh, 0)).toBe(6);
});
