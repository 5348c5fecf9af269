import type { CellEdit, FoundCell, FoundSheet } from '../../src/model.ts';
import { writeBook, type BookCell, type BookSheet } from './xlsx-book.ts';
import { balance, expenses } from './xlsx-sample.ts';

/**
 * A workbook as a person has it, told by what they did and not by addresses: an oracle that shares nothing with the code
 * that reads and patches. It writes itself as a file and says what must be read in it.
 */

/** Amounts in cents, days as `AAAA-MM-JJ`. `product` and `total` are formulas of ours, `own` one of the person. */
export type Content = string | number | null | { readonly formula: 'product' | 'total' | 'own' };

export interface Line {
  readonly id: string | null;
  /** By key of a column of ours, or the name of one of the person. */
  readonly cells: Readonly<Record<string, Content>>;
}

export interface Person {
  readonly tab: string;
  readonly rowsAbove: number;
  readonly preface: readonly (string | null)[];
  /** Keys of our columns and names of the person's, from the left. */
  readonly columns: readonly string[];
  readonly titles: Readonly<Record<string, string>>;
  /** Under the header. A line without anything has no row in the file. */
  readonly lines: readonly Line[];
  readonly strings: 'inline' | 'shared' | 'rich';
  readonly from1904: boolean;
  /** How the program writes references: more or fewer `$`, the sheet named or not. */
  readonly dollars: boolean;
}

export const fresh: Person = {
  tab: 'Dépenses', rowsAbove: 0, preface: expenses.preface, columns: expenses.columns.map(({ key }) => key),
  titles: Object.fromEntries(expenses.columns.map(({ key, title }) => [key, title])),
  lines: [
    { id: 'salle', cells: { poste: 'Salle', quantite: 2, prix: 12_550, prevu: { formula: 'product' }, jour: '2027-03-28' } },
    { id: 'cafe', cells: { poste: 'Café', quantite: 80, prix: 150, prevu: { formula: 'product' }, jour: '2027-10-01' } },
    ...Array.from({ length: 3 }, () => ({ id: null, cells: { prevu: { formula: 'product' } } }) as const),
    { id: '_total', cells: { poste: 'Total', prevu: { formula: 'total' } } },
  ],
  strings: 'inline', from1904: false, dollars: true,
};

export const headerOf = ({ rowsAbove, preface }: Person): number => rowsAbove + preface.length + 2;
export const rowOfLine = (person: Person, index: number): number => headerOf(person) + 1 + index;

const letters = (column: number): string => (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + (column - 1) % 26);
const letterOf = ({ columns }: Person, name: string): string => letters(columns.indexOf(name) + 1);
const formatOf = (name: string): string => expenses.columns.find(({ key }) => key === name)?.format ?? 'text';
const quoted = (tab: string): string => `'${tab.replaceAll("'", "''")}'`;

/** Cents, an empty text, nothing (null), or undefined when no program of ours can tell. */
export function amountOf({ lines }: Person, index: number): number | '' | null | undefined {
  const line = lines[index];
  const content = line?.cells['prevu'] ?? null;
  if (typeof content === 'number' || content === null) return content;
  if (typeof content === 'string') return '';
  if (content.formula === 'own') return undefined;
  if (content.formula === 'total') {
    const above = lines.slice(0, index).map((_, rank) => amountOf({ lines } as Person, rank));
    return above.includes(undefined) ? undefined : above.reduce<number>((sum, amount) => sum + (amount || 0), 0);
  }
  const [count, price] = [line?.cells['quantite'] ?? null, line?.cells['prix'] ?? null];
  if ([count, price].some((side) => typeof side === 'object' && side !== null)) return undefined;
  if (count === null || price === null) return '';
  if (typeof count !== 'number' || typeof price !== 'number') return undefined;
  // Quantities are quarters: whole numbers until the last step. Half goes away from zero.
  return Math.sign(price) * Math.floor((count * 4 * Math.abs(price) + 2) / 4) || 0;
}

function formula(person: Person, row: number, kind: 'product' | 'total' | 'own'): string {
  const [c, d, e] = ['quantite', 'prix', 'prevu'].map((key) => letterOf(person, key));
  const fixed = person.dollars ? '$' : '';
  if (kind === 'own') return `1+${fixed}${c}${row}*0`;
  if (kind === 'total') return `SUM(${e}${fixed}${headerOf(person)}:INDEX(${fixed}${e}:${fixed}${e},ROW()-1))`;
  const own = person.dollars ? '' : `${quoted(person.tab)}!`;
  return `IF(OR(${own}${c}${row}="",${d}${row}=""),"",ROUND(${fixed}${c}${row}*${d}${row},2))`;
}

const daysFrom = (day: string, from: string): number => (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

/** The workbook with values kept for formulas as an older program left them: `stale` for all. */
export function toBook(person: Person, stale = 9): Uint8Array {
  const cells: Record<string, BookCell> = {};
  person.preface.forEach((line, rank) => { cells[`A${person.rowsAbove + rank + 1}`] = line; });
  for (const name of person.columns) cells[`${letterOf(person, name)}${headerOf(person)}`] = person.titles[name] ?? `Colonne ${name}`;
  person.lines.forEach((line, index) => {
    const row = rowOfLine(person, index);
    if (line.id === null && Object.keys(line.cells).length === 0) return;
    for (const name of person.columns) {
      const content = name === 'id' ? line.id : line.cells[name] ?? null;
      cells[`${letterOf(person, name)}${row}`] = bookCell(person, content, formatOf(name), row, stale);
    }
  });
  const total = person.lines.findIndex(({ id }) => id === '_total');
  const [b, e] = [letterOf(person, 'poste'), letterOf(person, 'prevu')];
  const second: BookSheet = {
    name: 'Bilan 1',
    cells: {
      A1: 'Bilan', A3: 'N°', B3: 'Ligne', C3: 'Montant', A4: 'somme', B4: 'Somme', A5: 'salles', B5: 'Salles', A6: 'reste', B6: 'Reste',
      C4: { f: `${quoted(person.tab)}!$${e}$${rowOfLine(person, total)}`, v: stale },
      C5: { f: `SUMIF(${quoted(person.tab)}!$${b}:$${b},"Salle",${quoted(person.tab)}!${e}:${e})`, v: stale }, C6: { f: '1000-C$4', v: stale },
    },
  };
  return writeBook({
    sheets: [{ name: person.tab, cells, after: '<autoFilter ref="A5:G8"/>' }, second, { name: 'À eux', cells: { A1: { f: 'SUM(B1:B2)', v: stale }, B1: 3 } }],
    strings: person.strings, workbook: { before: person.from1904 ? '<workbookPr date1904="1"/>' : '' },
    parts: { 'xl/media/image1.png': 'pixels', 'xl/charts/chart1.xml': '<c:chart xmlns:c="u"/>' },
  });
}

function bookCell(person: Person, content: Content, format: string, row: number, stale: number): BookCell {
  if (typeof content === 'number') return format === 'money' ? content / 100 : content;
  if (typeof content === 'string' && format === 'date') return daysFrom(content, person.from1904 ? '1904-01-01' : '1899-12-30');
  return typeof content === 'object' && content !== null ? { f: formula(person, row, content.formula), v: stale } : content;
}

const CANONICAL = { product: 'IF(OR(C{row}="",D{row}=""),"",ROUND(C{row}*D{row},2))', total: 'SUM(E{first}:INDEX(E:E,ROW()-1))', own: '1+C{row}*0' };

/** What must be read. `values`: those of formulas, by line. */
export function expectedSheets(person: Person, values: 'stale' | 'right'): readonly FoundSheet[] {
  const kept = (amount: number | '' | null | undefined): FoundCell['value'] => (values === 'stale' ? 900 : amount ?? null);
  const cell = (index: number, name: string): FoundCell => {
    const line = person.lines[index];
    const content = name === 'id' ? line?.id ?? null : line?.cells[name] ?? null;
    if (typeof content !== 'object' || content === null) return { value: content };
    const unit = formatOf(name) === 'money' ? kept(content.formula === 'own' ? undefined : amountOf(person, index)) : values === 'stale' ? 9 : null;
    return { value: unit, formula: CANONICAL[content.formula] };
  };
  const ours = expenses.columns.map(({ key }) => key);
  const theirs = person.columns.filter((name) => !ours.includes(name));
  // A formula that only points to an empty cell gives 0.
  const found = amountOf(person, person.lines.findIndex(({ id }) => id === '_total'));
  const total = found === null ? 0 : found;
  const rooms = person.lines.map((line, index) => (line.cells['poste'] === 'Salle' ? amountOf(person, index) : 0));
  const second = [
    ['somme', 'Somme', total, '{ref:Dépenses|_total|prevu}'],
    ['salles', 'Salles', person.lines.some((_, index) => isUnknown(person, index)) ? undefined : rooms.reduce<number>((sum, amount) => sum + (amount || 0), 0),
      'SUMIF(\'Dépenses\'!B:B,"Salle",\'Dépenses\'!E:E)'],
    ['reste', 'Reste', typeof total === 'number' ? 100_000 - total : undefined, '1000-{ref:Bilan 1|somme|montant}'],
  ] as const;
  return [{
    name: 'Dépenses', preface: person.preface.map((value) => ({ value })),
    headers: Object.fromEntries(ours.map((key) => [key, person.titles[key] ?? ''])),
    rows: person.lines.map((line, index) => ({
      number: rowOfLine(person, index), id: line.id, cells: Object.fromEntries(ours.map((key) => [key, cell(index, key)])),
      hasMore: theirs.some((name) => (line.cells[name] ?? null) !== null),
    })),
  }, {
    name: 'Bilan 1', preface: [{ value: 'Bilan' }], headers: Object.fromEntries(balance.columns.map(({ key, title }) => [key, title])),
    rows: second.map(([id, ligne, montant, words], index) => ({
      number: 4 + index, id, cells: { id: { value: id }, ligne: { value: ligne }, montant: { value: kept(montant), formula: words } }, hasMore: false,
    })),
  }];
}

/** A label that stands in « Poste » as a formula of the person hides which rows are counted. */
const isUnknown = ({ lines }: Person, index: number): boolean => {
  const line = lines[index];
  const amount = line?.cells['poste'] === 'Salle' ? amountOf({ lines } as Person, index) : 0;
  return amount === undefined || (typeof line?.cells['poste'] === 'object' && line.cells['poste'] !== null);
};

/** The edits that make one workbook of the person into another, which differs in contents of our columns only. */
export function editsBetween(before: Person, after: Person): readonly CellEdit[] {
  return after.lines.flatMap((line, index): readonly CellEdit[] => {
    const old = before.lines[index];
    const at = (key: string) => ({ sheet: 'Dépenses', at: { row: rowOfLine(after, index), key } });
    const cells = Object.entries(line.cells).filter(([key, content]) => JSON.stringify(old?.cells[key] ?? null) !== JSON.stringify(content))
      .map(([key, content]): CellEdit => ({ ...at(key), content: typeof content === 'object' && content !== null
        ? { formula: TEMPLATES[content.formula], value: 0 } : content }));
    return old?.id === line.id ? cells : [{ ...at('id'), content: line.id }, ...cells];
  });
}

const TEMPLATES = { product: 'IF(OR(C{row}="",D{row}=""),"",ROUND(C{row}*D{row},2))', total: 'SUM(E${first}:INDEX(E:E,ROW()-1))', own: '1+C{row}*0' };
