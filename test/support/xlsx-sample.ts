import type { Column, FoundCell, FoundRow, FoundSheet, Row, Sheet } from '../../src/model.ts';
import { readXlsx } from '../../src/office/xlsx/read-xlsx.ts';
import { writeBook, type Book, type BookCell, type BookSheet } from './xlsx-book.ts';

const column = (key: string, title: string, format: Column['format'], owner: Column['owner'] = 'kit'): Column =>
  ({ key, title, width: 12, format, owner });
const row = (id: string | null, role: Row['role'], cells: Row['cells']): Row => ({ id, role, cells });

const PRODUCT = 'IF(OR(C{row}="",D{row}=""),"",ROUND(C{row}*D{row},2))';
const TOTAL = 'SUM(E${first}:INDEX(E:E,ROW()-1))';

/** A small workbook of ours: lines with an amount, a total, and a second sheet that reads both. */
export const expenses: Sheet = {
  name: 'Dépenses',
  preface: ['Dépenses', 'NEC Creuse, 14 octobre 2027', 'À vous : le jaune.'],
  columns: [
    column('id', 'N°', 'id'), column('poste', 'Poste', 'text'), column('quantite', 'Quantité', 'number'),
    column('prix', 'Prix unitaire', 'money'), column('prevu', 'Prévu', 'money'), column('jour', 'Échéance', 'date'),
    column('notes', 'Notes', 'text', 'person'),
  ],
  rows: [
    row('salle', 'item', { poste: 'Salle', quantite: 2, prix: 12_550, prevu: { formula: PRODUCT, value: 25_100 }, jour: '2027-03-28' }),
    row('cafe', 'item', { poste: 'Café', quantite: 80, prix: 150, prevu: { formula: PRODUCT, value: 12_000 }, jour: '2027-10-01' }),
    row(null, 'spare', { prevu: { formula: PRODUCT, value: '' } }),
    row('_total', 'total', { poste: 'Total', prevu: { formula: TOTAL, value: 37_100 } }),
  ],
  landscape: true,
};

export const balance: Sheet = {
  name: 'Bilan 1',
  preface: ['Bilan'],
  columns: [column('id', 'N°', 'id'), column('ligne', 'Ligne', 'text'), column('montant', 'Montant', 'money')],
  rows: [
    row('somme', 'item', { ligne: 'Somme', montant: { formula: '{ref:Dépenses|_total|prevu}', value: 37_100 } }),
    row('salles', 'item', { ligne: 'Salles', montant: { formula: 'SUMIF(\'Dépenses\'!$B:$B,"Salle",\'Dépenses\'!$E:$E)', value: 25_100 } }),
    row('reste', 'item', { ligne: 'Reste', montant: { formula: '1000-{ref:Bilan 1|somme|montant}', value: 62_900 } }),
  ],
  landscape: true,
};

export const layouts: readonly Sheet[] = [expenses, balance];

const product = (line: number, v: number | string): BookCell => ({ f: `IF(OR(C${line}="",D${line}=""),"",ROUND(C${line}*D${line},2))`, v });

/** The cells that a program writes for {@link expenses}. */
export const expenseCells: Readonly<Record<string, BookCell>> = {
  A1: 'Dépenses', A2: 'NEC Creuse, 14 octobre 2027', A3: 'À vous : le jaune.',
  A5: 'N°', B5: 'Poste', C5: 'Quantité', D5: 'Prix unitaire', E5: 'Prévu', F5: 'Échéance', G5: 'Notes',
  A6: 'salle', B6: 'Salle', C6: 2, D6: 125.5, E6: product(6, 251), F6: 46_474, G6: null,
  A7: 'cafe', B7: 'Café', C7: 80, D7: 1.5, E7: product(7, 120), F7: 46_661, G7: null,
  A8: null, B8: null, C8: null, D8: null, E8: product(8, ''), F8: null, G8: null,
  A9: '_total', B9: 'Total', C9: null, D9: null, E9: { f: 'SUM(E$5:INDEX(E:E,ROW()-1))', v: 371 }, F9: null, G9: null,
};

export const balanceCells: Readonly<Record<string, BookCell>> = {
  A1: 'Bilan', A3: 'N°', B3: 'Ligne', C3: 'Montant',
  A4: 'somme', B4: 'Somme', C4: { f: 'Dépenses!$E$9', v: 371 },
  A5: 'salles', B5: 'Salles', C5: { f: 'SUMIF(Dépenses!$B:$B,"Salle",Dépenses!$E:$E)', v: 251 },
  A6: 'reste', B6: 'Reste', C6: { f: '1000-$C$4', v: 629 },
};

/** The workbook after a person changed some cells of the first sheet, and anything else. */
export function sampleBook(
  cells: Readonly<Record<string, BookCell>> = {}, rest: Partial<BookSheet> = {}, book: Partial<Book> = {},
): Uint8Array {
  const first = { name: 'Dépenses', cells: { ...expenseCells, ...cells }, ...rest };
  return writeBook({ ...book, sheets: [first, { name: 'Bilan 1', cells: balanceCells }, ...book.sheets ?? []] });
}

/** A sheet of ours in a workbook; fails when it cannot be read. */
export function found(bytes: Uint8Array, name = 'Dépenses', sheets: readonly Sheet[] = layouts): FoundSheet {
  const read = readXlsx(bytes, sheets);
  const sheet = read.ok ? read.sheets.find((candidate) => candidate.name === name) : undefined;
  if (!sheet) throw new Error(read.ok ? `no sheet ${name}` : read.why);
  return sheet;
}

export function rowOf(sheet: FoundSheet, id: string | number): FoundRow {
  const line = sheet.rows.find((candidate) => candidate.id === id || candidate.number === id);
  if (!line) throw new Error(`no row ${id}`);
  return line;
}

export const cellOf = (sheet: FoundSheet, id: string | number, key: string): FoundCell | undefined => rowOf(sheet, id).cells[key];
