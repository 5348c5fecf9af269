import type { Block, Cell, Column, ConflictPiece, Formula, Inline, OpenConflict, Row, Sheet, WrittenItem } from '../model.ts';
import { CONFLICT_WORDS } from '../shared/conflict-words.ts';
import { isIsoDate } from '../shared/dates.ts';
import { isInnerPath } from '../shared/paths.ts';
import {
  isCount, isFlag, isList, isMaybe, isNumber, isObject, isOneOf, isShape, isTableOf, isText, type Guard,
} from '../shared/shapes.ts';
import type { BaselineFile, CalendarBase, TableBase, TextBase } from './baseline.ts';
import { ANSWERS_FILE } from './paths.ts';

/** The shape of everything that a baseline remembers: anybody may have written it, and all later code trusts it. */

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

const isSheet = isShape<Sheet>({ name: isText, preface: isList(isText), columns: isList(isColumn), rows: isList(isRow), landscape: isFlag });

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

const isPiece = isShape<ConflictPiece>({ place: isText, mine: isText, next: isText, base: isText });

/** The tool's own files at the top of a folder are no documents, in whatever letters. */
const isDocumentPath = (path: unknown): path is string => isInnerPath(path) && !/^nec-local\./i.test(path);

const isConflict = isShape<Omit<OpenConflict, 'path'>>({
  beside: isDocumentPath, why: (value) => isText(value) && Object.hasOwn(CONFLICT_WORDS, value), pieces: isList(isPiece),
});

/** What later versions add beside these keys does no harm. */
const isDocumentHead = (value: Readonly<Record<string, unknown>>): boolean => isDocumentPath(value['path'])
  && [value['sha256'], value['document']].every(isText) && isMaybe(isConflict)(value['conflict'])
  && ['title', 'footer', 'told', 'declined', 'declinedSha256'].every((key) => isMaybe(isText)(value[key])) && isMaybe(isFlag)(value['gone']);

const isTextContent = isShape<Pick<TextBase, 'blocks'>>({ blocks: isList(isBlock) });
const isTableContent = isShape<Pick<TableBase, 'sheets'>>({ sheets: isList(isSheet) });
const isCalendarContent = isShape<Pick<CalendarBase, 'name' | 'items'>>({ name: isText, items: isList(isItem) });

/** By kind, what only it has. */
const CONTENT = new Map<unknown, Guard<object>>([
  ['text', isTextContent], ['table', isTableContent], ['calendar', isCalendarContent], ['copy', isObject],
]);

/** @throws where the content of a calendar entry is no JSON */
export function isBaselineFile(value: unknown): value is BaselineFile {
  if (!isObject(value)) return false;
  if (value['kind'] === 'answers') return value['path'] === ANSWERS_FILE && isText(value['sha256']);
  return isDocumentHead(value) && CONTENT.get(value['kind'])?.(value) === true;
}
