import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../src/model.ts';
import { readXlsx } from '../../../src/office/xlsx/read-xlsx.ts';
import { writeBook, type BookCell } from '../../support/xlsx-book.ts';
import { balanceCells, cellOf, expenseCells, expenses, found, layouts, sampleBook } from '../../support/xlsx-sample.ts';

type Cells = Readonly<Record<string, BookCell>>;

const number = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const letters = (column: number): string => (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + (column - 1) % 26);

/** The same cells elsewhere, formulas left out. */
function moved(cells: Cells, move: (column: number, row: number) => readonly [number, number]): Cells {
  return Object.fromEntries(Object.entries(cells).map(([address, cell]) => {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const [toColumn, toRow] = move(number(column), Number(row));
    return [`${letters(toColumn)}${toRow}`, typeof cell === 'object' && cell !== null && 'f' in cell ? null : cell];
  }));
}

const book = (cells: Cells, tabs: readonly [string, string] = ['Dépenses', 'Bilan 1'], more: readonly { name: string; cells: Cells }[] = []): Uint8Array =>
  writeBook({ sheets: [...more, { name: tabs[1], cells: balanceCells }, { name: tabs[0], cells }] });
const sheetsIn = (bytes: Uint8Array): readonly string[] | string => {
  const read = readXlsx(bytes, layouts);
  return read.ok ? read.sheets.map(({ name }) => name) : read.why;
};
const readOf = (bytes: Uint8Array): readonly unknown[] =>
  ['salle', 'cafe'].flatMap((id) => ['poste', 'quantite', 'prix', 'jour'].map((key) => cellOf(found(bytes), id, key)?.value));
const asWritten = ['Salle', 2, 12_550, '2027-03-28', 'Café', 80, 150, '2027-10-01'];

describe('the table is found', () => {
  it.each<[string, Cells]>([
    ['where we wrote it', expenseCells],
    ['under rows that were inserted above', moved(expenseCells, (column, row) => [column, row + 7])],
    ['under a row between the title and the table', moved(expenseCells, (column, row) => [column, row > 3 ? row + 2 : row])],
    ['right of inserted columns', moved(expenseCells, (column, row) => [column + 30, row])],
    ['with a column in the middle', { ...moved(expenseCells, (column, row) => [column > 3 ? column + 1 : column, row]), D5: 'À nous', D6: 5 }],
    ['with columns in another order', moved(expenseCells, (column, row) => [[0, 3, 1, 7, 2, 6, 4, 5][column] ?? column, row])],
    ['beside a table of their own', { ...expenseCells, J5: 'Poste', K5: 'Notes', J6: 'autre' }],
    ['beside a column with one of our titles', { ...expenseCells, H5: 'Poste', H6: 'copie' }],
    ['with titles in other letters', { ...expenseCells, B5: ' POSTE ', F5: 'echeance', D5: 'Prix\nunitaire' }],
  ])('%s', (_, cells) => expect(readOf(book(cells))).toEqual(asWritten));

  it('by the row that has most of our titles', () => {
    const sheet = found(book({ ...expenseCells, B2: 'Poste', C2: 'Prévu', D2: 'N°', E2: 'Quantité' }));
    expect(sheet.rows[0]?.number).toBe(6);
  });
});

describe('a title that a person changed', () => {
  it.each<[string, Cells, string]>([
    ['poste', { B5: 'Ce que nous achetons' }, 'Ce que nous achetons'],
    ['id', { A5: 'Réf.' }, 'Réf.'],
    ['notes', { G5: 'Remarques de la mairie' }, 'Remarques de la mairie'],
    ['prix', { D5: null }, ''],
    ['prevu', { E5: 2027 }, '2027'],
  ])('of « %s » does not lose the column', (key, cells, title) => {
    const sheet = found(sampleBook(cells));
    expect(sheet.headers[key]).toBe(title);
    expect(sheet.headers).toMatchObject(Object.fromEntries(expenses.columns.filter((column) => column.key !== key).map((column) => [column.key, column.title])));
    expect(readOf(sampleBook(cells))).toEqual(asWritten);
  });

  it('does not, beside a new column, make it guess', () => {
    const twoMore = { ...moved(expenseCells, (column, row) => [column > 1 ? column + 1 : column, row]), B5: 'À nous', C5: 'Achat' };
    expect(found(book(twoMore)).headers).not.toHaveProperty('poste');
  });

  it('of two that stand side by side keeps their order', () => {
    expect(readOf(sampleBook({ C5: 'Combien', D5: 'Coût' }))).toEqual(asWritten);
  });
});

describe('a column that is gone', () => {
  const without = (column: string): Cells => moved(
    Object.fromEntries(Object.entries(expenseCells).filter(([address]) => !address.startsWith(column))),
    (at, row) => [at > number(column) ? at - 1 : at, row]);

  it.each([['B', 'poste'], ['D', 'prix'], ['G', 'notes']])('%s is missing', (column, key) => {
    expect(Object.keys(found(book(without(column))).headers)).toEqual(expenses.columns.map((one) => one.key).filter((one) => one !== key));
  });

  it('is not taken for a column of theirs that stands there', () => {
    const bytes = sampleBook({ B5: 'Commentaire', B6: 3, B7: 4, B9: null });
    expect(found(bytes).headers).not.toHaveProperty('poste');
  });

  it.each<[string, Cells, boolean]>([
    ['figures in « Réel »', { G6: 12, G7: 3.5, G9: 'total' }, true], ['words in « Réel »', { G6: 'a', G7: 'b', G9: 1 }, false],
    ['nothing in « Réel »', {}, true],
  ])('when it is theirs, neither: %s', (_, cells, isIt) => {
    const real: Sheet = { ...expenses, columns: expenses.columns.map((column) => (column.key === 'notes' ? { ...column, format: 'money' } : column)) };
    const read = found(sampleBook({ G5: 'Autre chose', ...cells }), 'Dépenses', [real, layouts[1] as Sheet]);
    expect('notes' in read.headers).toBe(isIt);
  });

  it('takes the sheet with it when it is « N° »', () => expect(sheetsIn(book(without('A')))).toEqual(['Bilan 1']));
});

describe('the tab is found', () => {
  it.each<[string, readonly [string, string]]>([
    ['under its name', ['Dépenses', 'Bilan 1']], ['renamed', ['Dépenses 2027', 'Bilan 1']], ['both renamed', ['Frais', 'Solde']],
    ['with their names swapped', ['Bilan 1', 'Dépenses']],
  ])('%s', (_, tabs) => expect(readOf(book(expenseCells, tabs))).toEqual(asWritten));

  it('among others', () => {
    const other = { name: 'Autre', cells: { A1: 'N°', B1: 'Notes' } };
    expect(readOf(book(expenseCells, ['Frais', 'Bilan 1'], [other]))).toEqual(asWritten);
  });

  it('by its name beside a copy of it', () => {
    const copy = { name: 'Dépenses (2)', cells: { ...expenseCells, B6: 'copie' } };
    expect(readOf(book(expenseCells, ['Dépenses', 'Bilan 1'], [copy]))).toEqual(asWritten);
  });

  it('by its header when another has its name now', () => {
    const other = { name: 'Dépenses', cells: { A1: 'Notre liste', A2: 3 } };
    expect(readOf(book(expenseCells, ['Frais', 'Bilan 1'], [other]))).toEqual(asWritten);
  });

  it('only when there is no doubt', () => {
    const copy = { name: 'Copie', cells: expenseCells };
    expect(sheetsIn(book(expenseCells, ['Frais', 'Bilan 1'], [copy]))).toEqual(['Bilan 1']);
    expect(sheetsIn(book({ A5: 'N°', B5: 'Un', C5: 'Deux', D5: 'Trois', E5: 'Quatre' }))).toEqual(['Bilan 1']);
  });

  it.each<[string, Cells]>([
    ['has few of our titles', { A1: 'N°', B1: 'Nom', C1: 'Prix', A2: 'somme' }],
    ['has none of our ids', { ...balanceCells, A4: 'autre', A5: null, A6: 'x' }],
  ])('and is not a sheet of theirs that %s', (_, cells) => {
    expect(sheetsIn(writeBook({ sheets: [{ name: 'Dépenses', cells: expenseCells }, { name: 'À eux', cells }] }))).toEqual(['Dépenses']);
    expect(sheetsIn(writeBook({ sheets: [{ name: 'Dépenses', cells: expenseCells }, { name: 'À eux', cells: balanceCells }] }))).toEqual(['Dépenses', 'Bilan 1']);
  });

  it('unless it is gone', () => {
    expect(sheetsIn(writeBook({ sheets: [{ name: 'Dépenses', cells: expenseCells }] }))).toEqual(['Dépenses']);
    expect(sheetsIn(writeBook({ sheets: [{ name: 'Dépenses', cells: { A1: 'Vide' } }] }))).toBe('layout-changed');
    expect(sheetsIn(writeBook({ sheets: [] }))).toBe('layout-changed');
  });
});

describe('the lines above the table', () => {
  const lines = (cells: Cells): readonly unknown[] => found(book(cells)).preface.map(({ value, locked }) => (locked ? 'locked' : value));
  const [title, event, note] = expenses.preface;
  const shift = (rows: number, from = 0): Cells => moved(expenseCells, (column, row) => [column, row > from ? row + rows : row]);

  it.each<[string, Cells, readonly unknown[]]>([
    ['as we wrote them', expenseCells, [title, event, note]],
    ['one of them in other words', { ...expenseCells, A2: 'Chez nous' }, [title, 'Chez nous', note]],
    ['one of them gone', { ...expenseCells, A2: null }, [title, null, note]],
    ['all in other words', { ...expenseCells, A1: 'a', A2: 'b', A3: 'c' }, ['a', 'b', 'c']],
    ['under a new row', { ...shift(1), A1: 'En haut' }, [title, event, note]],
    ['under a new row, the last in other words', { ...shift(1), A4: 'autre' }, [title, event, 'autre']],
    ['right of a new column', moved(expenseCells, (column, row) => [column + 1, row]), [title, event, note]],
    ['right of a new column, in other words', { ...moved(expenseCells, (column, row) => [column + 1, row]), B2: 'x' }, [title, 'x', note]],
    // Something came in between: a line in other words could be any of them.
    ['with a row in between', { ...shift(1, 1), A2: 'à nous' }, [title, event, note]],
    ['with a row in between, and other words', { ...shift(1, 1), A2: 'à nous', A3: 'autre' }, [title, 'locked', note]],
    ['with a row before the table, the last in other words', { ...shift(1, 3), A3: 'autre' }, [title, event, 'locked']],
  ])('%s', (_, cells, expected) => expect(lines(cells)).toEqual(expected));

  it('need not be there', () => {
    const bare: Sheet = { ...expenses, preface: [] };
    const bytes = book(moved(expenseCells, (column, row) => [column, Math.max(1, row - 4)]));
    expect(found(bytes, 'Dépenses', [bare, layouts[1] as Sheet])).toMatchObject({ preface: [], rows: [{ number: 2, id: 'salle' }, {}, {}, {}] });
  });
});
