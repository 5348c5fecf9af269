import { strFromU8, strToU8 } from 'fflate';
import type { Block, CalendarDocument, Cell, Column, CopyDocument, Formula, Inline, Row, Sheet, TableDocument, TextDocument, WrittenItem } from '../model.ts';
import { isIsoDate } from '../shared/dates.ts';
import { isCount, isFlag, isList, isMaybe, isNumber, isOneOf, isShape, isTableOf, isText, type Guard } from '../shared/shapes.ts';

/**
 * What a document says, as the baseline keeps it: JSON for texts, tables and calendars, the page itself for other copies.
 * Two documents whose contents are equal read the same.
 */
export function encodeContent(document: Content): Uint8Array {
  switch (document.kind) {
    case 'copy': return strToU8(document.content);
    case 'calendar': return json<CalendarContent>({ name: document.name, items: document.items });
    case 'text': return json<TextContent>({ blocks: document.blocks });
    case 'table': return json<TableContent>({ sheets: document.sheets });
  }
}

/** What is kept of each kind of document. */
export type Content =
  | Pick<CopyDocument, 'kind' | 'content'> | Pick<CalendarDocument, 'kind' | 'name' | 'items'>
  | Pick<TextDocument, 'kind' | 'blocks'> | Pick<TableDocument, 'kind' | 'sheets'>;

type TextContent = Pick<TextDocument, 'blocks'>;
type TableContent = Pick<TableDocument, 'sheets'>;
type CalendarContent = Pick<CalendarDocument, 'name' | 'items'>;

const json = <T>(content: T): Uint8Array => strToU8(JSON.stringify(content));

const isInline = isShape<Inline>({ text: isText, strong: isMaybe(isFlag), emphasis: isMaybe(isFlag), link: isMaybe(isText) });

const isBlock = isShape<Block>({
  id: isText,
  kind: isOneOf([
    'title', 'heading', 'subheading', 'paragraph', 'item', 'number', 'check', 'quote', 'info', 'warning', 'header-row', 'row', 'rule',
  ]),
  cells: isList(isList(isInline)),
  values: isList(isText),
  depth: isCount,
});

const isFormula = isShape<Formula>({ formula: isText, value: (value) => isText(value) || isNumber(value) });
const isCell = (value: unknown): value is Cell => value === null || isText(value) || isNumber(value) || isFormula(value);

const isColumn = isShape<Column>({
  key: isText, title: isText, width: isNumber,
  format: isOneOf(['id', 'text', 'date', 'money', 'number', 'choice']),
  owner: isOneOf(['kit', 'person']),
  choices: isMaybe(isList(isText)), label: isMaybe(isFlag), overflow: isMaybe(isText),
});

const isRow = isShape<Row>({
  id: (value) => value === null || isText(value), role: isOneOf(['item', 'section', 'spare', 'total']), cells: isTableOf(isCell),
});

const isSheet = isShape<Sheet>({
  name: isText, preface: isList(isText), columns: isList(isColumn), rows: isList(isRow), landscape: isFlag, rowHeight: isMaybe(isNumber),
});

/** As jCal: name, parameters, type of value, value. Other types, which no entry of ours has, may ask for other values. */
const isProperty = (value: unknown): value is readonly unknown[] => {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [name, parameters, type, content] = value as readonly unknown[];
  const hasValue = type === 'integer' ? isNumber(content) : isText(content);
  return isText(name) && /^[a-z-]+$/.test(name) && isTableOf(isText)(parameters) && isOneOf(['text', 'date', 'integer'])(type) && hasValue;
};

/** An entry as jCal; none of ours holds another one. */
function isEntry(content: unknown): content is string {
  if (!isText(content)) return false;
  const component: unknown = JSON.parse(content);
  return Array.isArray(component) && component.length === 3 && ['vevent', 'vtodo'].includes(component[0] as string)
    && isList(isProperty)(component[1]) && Array.isArray(component[2]) && component[2].length === 0;
}

const isDay = (value: unknown): value is string => isText(value) && isIsoDate(value);
const isItem = isShape<WrittenItem>({ uid: isText, sequence: isCount, revisedOn: isDay, content: isEntry });

/** Reads a part that anybody may have written: whatever comes out has the shape that its type says; undefined when it is damaged. */
const reader = <T>(is: Guard<T>) => (part: Uint8Array | undefined): T | undefined => {
  try {
    const content: unknown = JSON.parse(strFromU8(part ?? new Uint8Array()));
    return is(content) ? content : undefined;
  } catch {
    return undefined;
  }
};

export const readTextContent = reader(isShape<TextContent>({ blocks: isList(isBlock) }));
export const readTableContent = reader(isShape<TableContent>({ sheets: isList(isSheet) }));
export const readCalendarContent = reader(isShape<CalendarContent>({ name: isText, items: isList(isItem) }));
