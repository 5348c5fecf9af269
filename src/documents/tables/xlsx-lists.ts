import type { DataValidation, WriteSheet } from 'hucre/xlsx';
import type { Column, Sheet, TableDocument } from '../../model.ts';
import { quoteSheetName, rowNumber } from '../../shared/sheet-places.ts';
import { letterOf } from './formulas.ts';
import { lastDataRow } from './xlsx-sheet.ts';

/** Excel refuses a file whose drop-down list, written in place, is longer. */
const longestList = 255;
const listsSheet = 'Listes';

type ListColumn = Column & { readonly choices: readonly string[] };

const withChoices = (sheet: Sheet): readonly ListColumn[] =>
  sheet.columns.filter((column): column is ListColumn => (column.choices?.length ?? 0) > 0);

/** In place, a list has commas between its values and quotes around it. */
const fitsInPlace = (choices: readonly string[]): boolean =>
  choices.join(',').length <= longestList && !choices.some((choice) => /[",]/.test(choice));

/** The lists that have to stand in cells: one column each on a hidden sheet. */
function longLists(table: TableDocument): readonly (readonly string[])[] {
  return table.sheets.flatMap(withChoices).map(({ choices }) => choices).filter((choices) => !fitsInPlace(choices));
}

/** The hidden sheet of long lists, when there are any. */
export function hiddenLists(table: TableDocument): readonly WriteSheet[] {
  const lists = longLists(table);
  if (lists.length === 0) return [];
  const cells = new Map(lists.flatMap((choices, column) =>
    choices.map((choice, row) => [`${row},${column}`, { value: choice }] as const)));
  return [{ name: listsSheet, cells, hidden: true, pageSetup: { paperSize: 'a4' } }];
}

/** The drop-down lists of one sheet, on every row above the totals, spare rows included. */
export function validationsOf(sheet: Sheet, table: TableDocument): DataValidation[] {
  const lists = longLists(table);
  return withChoices(sheet).map(({ key, choices }): DataValidation => {
    const letter = letterOf(sheet.columns, key);
    return {
      type: 'list',
      range: `${letter}${rowNumber(sheet, 0)}:${letter}${lastDataRow(sheet)}`,
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: 'Hors de la liste',
      errorMessage: 'Choisissez une des valeurs de la liste, ou laissez la case vide.',
      ...(fitsInPlace(choices)
        ? { values: [...choices] }
        : { formula1: rangeOf(lists.indexOf(choices), choices.length) }),
    };
  });
}

const rangeOf = (index: number, length: number): string => {
  const letter = String.fromCharCode(65 + index);
  return `${quoteSheetName(listsSheet)}!$${letter}$1:$${letter}$${length}`;
};
