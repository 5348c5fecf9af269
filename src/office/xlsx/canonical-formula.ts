import type { Sheet } from '../../model.ts';
import { quoteSheetName } from '../../shared/sheet-places.ts';
import { columnLetters } from './address.ts';
import { tokenize, type CellToken, type ColumnsToken, type Reference, type Token } from './formula-tokens.ts';
import type { Place } from './place.ts';

/**
 * One form for a formula of ours, wherever a person's program moved it: see `FoundCell.formula` in `model.ts`. A column
 * that is not ours is written `!D`, so that it is never taken for the one that has this letter in our layout.
 */
function print(tokens: readonly Token[], show: (reference: Reference) => string): string {
  return tokens.map((token) => {
    switch (token.kind) {
      case 'cell': case 'columns': case 'named': return show(token);
      case 'function': return `${token.text}(`;
      case 'number': return token.text.toUpperCase();
      default: return token.text === '$' ? '' : token.text;
    }
  }).join('');
}

const withSheet = (sheet: string | undefined, address: string): string =>
  sheet === undefined ? address : `${quoteSheetName(sheet)}!${address}`;

const printNamed = (sheet: string, id: string, key: string): string => `{ref:${sheet}|${id}|${key}}`;

const printColumns = (token: ColumnsToken, letter: (column: number) => string): string =>
  `${letter(token.from)}:${letter(token.to)}`;

/** The `formula` of a {@link Formula} of this sheet in the form of `FoundCell.formula`. */
export function canonicalTemplate(formula: string, sheet: Pick<Sheet, 'name'>): string {
  return print(tokenize(formula), (token) => {
    if (token.kind === 'named') return printNamed(token.sheet, token.id, token.key);
    const other = token.sheet === sheet.name ? undefined : token.sheet;
    return withSheet(other, token.kind === 'cell'
      ? `${columnLetters(token.column)}${token.row}`
      : printColumns(token, columnLetters));
  });
}

/** The formula that stands in a row of one of our sheets (`here`), in the words of the layout of all of them. */
export function canonicalFormula(tokens: readonly Token[], here: Place, row: number, places: readonly Place[]): string {
  return print(tokens, (token) => {
    if (token.kind === 'named') return printNamed(token.sheet, token.id, token.key);
    const target = token.sheet === undefined ? here : placeOf(token.sheet, places);
    if (!target) {
      const address = token.kind === 'cell' ? `${columnLetters(token.column)}${token.row}` : printColumns(token, columnLetters);
      return withSheet(token.sheet, address);
    }
    const sheet = target === here ? undefined : target.layout.name;
    if (token.kind === 'columns') return withSheet(sheet, printColumns(token, (column) => ourLetter(target, column)));
    return printCell(token, target, sheet, target === here ? row : undefined);
  });
}

function printCell(token: CellToken, target: Place, sheet: string | undefined, ownRow: number | undefined): string {
  const letter = ourLetter(target, token.column);
  if (token.row === ownRow) return `${letter}{row}`;
  if (sheet === undefined && token.row === target.header) return `${letter}{first}`;
  const id = typeof token.row === 'number' ? target.ids.get(token.row) : undefined;
  const key = target.keys.get(token.column);
  return id !== undefined && key !== undefined
    ? printNamed(target.layout.name, id, key)
    : withSheet(sheet, `${letter}${token.row}`);
}

/** The letter that this column of the workbook has in our layout. */
function ourLetter(place: Place, column: number): string {
  const key = place.keys.get(column);
  const index = place.layout.columns.findIndex((candidate) => candidate.key === key);
  return key === undefined || index < 0 ? `!${columnLetters(column)}` : columnLetters(index + 1);
}

/** Tab names differ by more than case, in every program. */
export function placeOf(tab: string, places: readonly Place[]): Place | undefined {
  return places.find((place) => place.tab.name.toLowerCase() === tab.toLowerCase());
}
