import { columnNumber, LAST_ROW } from './address.ts';

/** A row number, or one of the marks of a template (see `Formula` in `model.ts`). */
export type RowMark = number | '{row}' | '{first}';

/** One cell. `sheet` is a tab name without quotes; `$` is told by `fixed…`. */
export interface CellToken {
  readonly kind: 'cell';
  readonly sheet?: string;
  readonly column: number;
  readonly row: RowMark;
  readonly fixedColumn: boolean;
  readonly fixedRow: boolean;
}

/** Whole columns: `C:C`, or `C1:C1048576` as some programs write it. */
export interface ColumnsToken {
  readonly kind: 'columns';
  readonly sheet?: string;
  readonly from: number;
  readonly to: number;
  readonly fixedFrom: boolean;
  readonly fixedTo: boolean;
}

/** `{ref:Sheet|row id|column key}` of a template. */
export interface NamedToken {
  readonly kind: 'named';
  readonly sheet: string;
  readonly id: string;
  readonly key: string;
}

export type Reference = CellToken | ColumnsToken | NamedToken;

/** `function` has the name in capitals, its parenthesis being part of it; `text` keeps its quotes. */
export type Token = Reference | { readonly kind: 'number' | 'text' | 'function' | 'sign' | 'other'; readonly text: string };

/** What may follow neither a column nor a row: the word goes on, and is a name or a function. */
const END = String.raw`(?![\p{L}\p{N}_.({$!])`;
const WORDS: readonly string[] = [
  String.raw`\{ref:(?<tab>[^|}]+)\|(?<id>[^|}]+)\|(?<key>[^|}]+)\}`,
  String.raw`(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<sheet>[\p{L}_][\p{L}\p{N}_.]*))!)?(?<fixedLeft>\$?)(?<left>[A-Z]{1,3})`
    + String.raw`(?:(?<fixedTop>\$?)(?<row>\d{1,7}|\{row\}|\{first\})${END}|:(?<fixedRight>\$?)(?<right>[A-Z]{1,3})${END})`,
  // Some programs put `_xlfn.` or `_xlws.` before the newer functions.
  String.raw`(?:_xl\w+\.)*(?<called>[\p{L}_][\p{L}\p{N}_.]*)\(`,
  String.raw`(?<text>"(?:[^"]|"")*")`,
  String.raw`(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)`,
  String.raw`(?<sign><>|<=|>=|[-+*/^&=<>(),:%])`,
  String.raw`\s+|(?<other>'(?:[^']|'')*'?|[\p{L}_\\#][\p{L}\p{N}_.!?/\\]*|[^])`,
];
const WORD = new RegExp(WORDS.join('|'), 'gu');

type Groups = Readonly<Record<string, string | undefined>>;

/** The words of a formula (ECMA-376 part 1, 18.17.2) without its white space. What is not known is `other`. */
export function tokenize(formula: string): readonly Token[] {
  const text = formula.replace(/^\s*(?:\w+:)?=/, '');
  return joinRanges(Array.from(text.matchAll(WORD), ({ groups = {} }) => tokenOf(groups)).filter((token) => token !== undefined));
}

/** Undefined: white space. */
function tokenOf(groups: Groups): Token | undefined {
  const { tab, id, key, left, called } = groups;
  if (tab !== undefined && id !== undefined && key !== undefined) return { kind: 'named', sheet: tab, id, key };
  if (left !== undefined) return addressOf(left, groups);
  if (called !== undefined) return { kind: 'function', text: called.toUpperCase() };
  for (const kind of ['text', 'number', 'sign', 'other'] as const) {
    const text = groups[kind];
    if (text !== undefined) return { kind, text };
  }
  return undefined;
}

function addressOf(left: string, { quoted, sheet = quoted?.replaceAll("''", "'"), fixedLeft, row = '', fixedTop, right, fixedRight }: Groups): Token {
  const place = sheet === undefined ? {} : { sheet };
  if (right !== undefined) {
    return {
      kind: 'columns', ...place, from: columnNumber(left), to: columnNumber(right), fixedFrom: fixedLeft === '$', fixedTo: fixedRight === '$',
    };
  }
  return {
    kind: 'cell', ...place, column: columnNumber(left), row: row === '{row}' || row === '{first}' ? row : Number(row),
    fixedColumn: fixedLeft === '$', fixedRow: fixedTop === '$',
  };
}

/** The second end of a range is on the sheet of the first; from the first row to the last, it is whole columns. */
function joinRanges(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const [from, colon] = joined.slice(-2);
    const isEnd = token.kind === 'cell' && colon?.kind === 'sign' && colon.text === ':' && from?.kind === 'cell';
    if (!isEnd) {
      joined.push(token);
    } else if (from.row === 1 && token.row === LAST_ROW) {
      joined.splice(-2, 2, {
        kind: 'columns', ...(from.sheet !== undefined && { sheet: from.sheet }),
        from: from.column, to: token.column, fixedFrom: from.fixedColumn, fixedTo: token.fixedColumn,
      });
    } else {
      joined.push(from.sheet === undefined ? token : { ...token, sheet: from.sheet });
    }
  }
  return joined;
}
