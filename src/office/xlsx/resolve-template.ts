import { quoteSheetName } from '../../shared/sheet-places.ts';
import { columnLetters } from './address.ts';
import { tokenize, type Reference } from './formula-tokens.ts';
import type { Place } from './place.ts';

/**
 * A formula of ours (`Formula` in `model.ts`) for one row of a person's workbook: their rows, their columns, the names
 * of their tabs. Undefined when it needs a column that is gone, or a row that is not there once and once only.
 */
export function resolveTemplate(formula: string, here: Place, row: number, places: readonly Place[]): string | undefined {
  const pieces = tokenize(formula).map((token) => {
    switch (token.kind) {
      case 'cell': case 'columns': case 'named': return address(token, here, row, places);
      case 'function': return `${token.text}(`;
      default: return token.text;
    }
  });
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

function address(token: Reference, here: Place, row: number, places: readonly Place[]): string | undefined {
  const place = token.sheet === undefined ? here : places.find(({ layout }) => layout.name === token.sheet);
  if (!place) return undefined;
  const found = token.kind === 'columns' ? wholeColumns(token, place) : oneCell(token, place, row);
  return found === undefined || place === here ? found : `${quoteSheetName(place.tab.name)}!${found}`;
}

function wholeColumns(token: Extract<Reference, { kind: 'columns' }>, place: Place): string | undefined {
  const [from, to] = [theirLetters(place, token.from), theirLetters(place, token.to)];
  return from && to && `${token.fixedFrom ? '$' : ''}${from}:${token.fixedTo ? '$' : ''}${to}`;
}

function oneCell(token: Exclude<Reference, { kind: 'columns' }>, place: Place, row: number): string | undefined {
  if (token.kind === 'named') {
    const rows = [...place.ids].filter(([, id]) => id === token.id);
    const column = place.columns.get(token.key);
    const [found] = rows;
    return found && rows.length === 1 && column !== undefined ? `$${columnLetters(column)}$${found[0]}` : undefined;
  }
  const letters = theirLetters(place, token.column);
  const number = token.row === '{row}' ? row : token.row === '{first}' ? place.header : token.row;
  return letters && `${token.fixedColumn ? '$' : ''}${letters}${token.fixedRow ? '$' : ''}${number}`;
}

/** The letters, in the person's workbook, of the column that has this number in our layout. */
function theirLetters(place: Place, column: number): string | undefined {
  const found = place.columns.get(place.layout.columns[column - 1]?.key ?? '');
  return found === undefined ? undefined : columnLetters(found);
}
