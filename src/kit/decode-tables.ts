import type { IsoDate, KitColumn, KitTable, KitTableRow, RowsFromAnswer } from '../model.ts';
import { problem } from '../problem.ts';
import { condition } from '../shared/condition.ts';
import {
  compact, fallback, list, number, object, oneOf, optional, prose, refine, required, text, type Decoder,
} from '../shared/decode.ts';
import { quantity } from './decode-budget.ts';
import { asRead, distinct, id, keyPosition, sourced } from './fields.ts';

/** Excel refuses longer names of sheets, and these signs in them. The guide and the hidden lists have their own names. */
const sheetName: Decoder<string> = refine(text, (value, node, report) => {
  if (value.length <= MAX_SHEET_NAME && value !== '' && !/[[\]:*?/\\]|^'|'$/.test(value) && !['Mode d’emploi', 'Listes'].includes(value)) return value;
  report(problem('wrong-value', { value, expected: `un nom de feuille : ${MAX_SHEET_NAME} signes au plus, sans [ ] : * ? / \\, autre que « Listes » et « Mode d’emploi »` }, node.at));
  return undefined;
});

/** Leaves room for « , jour 5, lieu 123 » in the 31 signs that Excel takes. */
const MAX_SHEET_NAME = 12;

const column: Decoder<KitColumn> = refine(object('une colonne', {
  id: required(id),
  title: required(prose),
  width: required(number),
  owner: required(oneOf(['kit', 'person'])),
  format: fallback(oneOf(['text', 'date', 'number', 'choice', 'rank']), 'text'),
  choices: optional(list(prose)),
  when: optional(condition),
}, compact), (found, node, report) => {
  const wrong = found.id === 'id' ? 'id' : found.format === 'choice' && (found.choices ?? []).length === 0 ? 'choices' : undefined;
  if (wrong === undefined) return found;
  report(wrong === 'id' ? problem('reserved-id', { id: wrong }, keyPosition(node, 'id')) : problem('missing-key', { key: wrong, owner: `la colonne ${found.id}` }, node.at));
  return undefined;
});

/** Letters of columns go from A to Z, and the first is that of « N° ». */
const MAX_COLUMNS = 25;

const columns: Decoder<readonly KitColumn[]> = refine(distinct('id', column), (found, node, report) => {
  if (found.length > 0 && found.length <= MAX_COLUMNS) return found;
  report(problem('wrong-value', { value: `${found.length} colonnes`, expected: `de 1 à ${MAX_COLUMNS} colonnes` }, node.at));
  return undefined;
});

/** In points: what Excel takes for a row. */
const height: Decoder<number> = refine(number, (value, node, report) => {
  if (value > 0 && value <= 400) return value;
  report(problem('wrong-value', { value: String(value), expected: 'une hauteur de 1 à 400 points' }, node.at));
  return undefined;
});

/** `{ acteur: Préfecture, apport: … }`: texts by column. */
const texts: Decoder<Readonly<Record<string, string>>> = (node, report) => {
  if (node.kind !== 'map') {
    report(problem('wrong-type', { expected: 'des colonnes et leurs textes', found: 'autre chose' }, node.at));
    return undefined;
  }
  const cells = node.entries.map(({ key, value }) => [key, prose(value, report)] as const);
  return cells.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(cells) as Readonly<Record<string, string>>;
};

const row = (checked: IsoDate | undefined): Decoder<KitTableRow> => sourced('une ligne de tableau', checked, {
  id: required(id), kind: optional(text), when: optional(condition), cells: required(texts),
}, asRead);

const from: Decoder<RowsFromAnswer> = object('from', { question: required(text), kind: optional(text), cells: required(texts) }, compact);

export const kitTable = (checked: IsoDate | undefined): Decoder<KitTable> => sourced('un tableau', checked, {
  id: required(id),
  sheet: required(sheetName),
  each: fallback(list(oneOf(['day', 'site'])), []),
  intro: fallback(list(prose), []),
  columns: required(columns),
  label: optional(text),
  rows: fallback(distinct('id', row(checked)), []),
  from: optional(from),
  blank: fallback(quantity, { times: 10, min: 0 }),
  row_height: optional(height),
  guide: fallback(list(prose), []),
}, ({ row_height, ...rest }) => ({ ...rest, rowHeight: row_height }), []);
