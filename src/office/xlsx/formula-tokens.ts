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

const NAMED = /\{ref:([^|}]+)\|([^|}]+)\|([^|}]+)\}/uy;
const SHEET = /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/uy;
const COLUMNS = /(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\p{L}\p{N}_.({$])/uy;
const CELL = /(\$?)([A-Z]{1,3})(\$?)(\d{1,7}|\{row\}|\{first\})(?![\p{L}\p{N}_.(!])/uy;
/** What some programs put before the newer functions: `_xlfn.`, `_xlws.`. */
const FUNCTION = /(?:_xl\w+\.)*([\p{L}_][\p{L}\p{N}_.]*)\(/uy;
const PLAIN = [
  ['text', /"(?:[^"]|"")*"/uy],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?![\p{L}_])/uy],
  ['sign', /<>|<=|>=|[-+*/^&=<>(),:%]/uy],
  ['other', /'(?:[^']|'')*'?|[\p{L}_\\#][\p{L}\p{N}_.!?/\\]*|[^]/uy],
] as const;

/** The words of a formula (ECMA-376 part 1, 18.17.2) without its white space. What is not known is `other`. */
export function tokenize(formula: string): readonly Token[] {
  const text = formula.replace(/^\s*(?:\w+:)?=/, '');
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const [token, end] = tokenAt(text, at);
    if (token) tokens.push(token);
    at = end;
  }
  return joinRanges(tokens);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function tokenAt(text: string, at: number): readonly [Token | undefined, number] {
  if (/\s/.test(text.charAt(at))) return [undefined, at + 1];
  const named = matchAt(NAMED, text, at);
  if (named) {
    const [all, sheet = '', id = '', key = ''] = named;
    return [{ kind: 'named', sheet, id, key }, at + all.length];
  }
  const reference = referenceAt(text, at);
  if (reference) return reference;
  const call = matchAt(FUNCTION, text, at);
  if (call) return [{ kind: 'function', text: (call[1] ?? '').toUpperCase() }, at + call[0].length];
  for (const [kind, pattern] of PLAIN) {
    const found = matchAt(pattern, text, at);
    if (found) return [{ kind, text: found[0] }, at + found[0].length];
  }
  return [undefined, at + 1];
}

function referenceAt(text: string, at: number): readonly [Token, number] | undefined {
  const prefix = matchAt(SHEET, text, at);
  const start = at + (prefix?.[0].length ?? 0);
  const place = prefix ? { sheet: prefix[1]?.replaceAll("''", "'") ?? prefix[2] ?? '' } : {};
  const columns = matchAt(COLUMNS, text, start);
  if (columns) {
    const [all, fixedFrom, from = '', fixedTo, to = ''] = columns;
    return [{
      kind: 'columns', ...place, from: columnNumber(from), to: columnNumber(to), fixedFrom: fixedFrom === '$', fixedTo: fixedTo === '$',
    }, start + all.length];
  }
  const cell = matchAt(CELL, text, start);
  if (!cell) return undefined;
  const [all, fixedColumn, column = '', fixedRow, row = ''] = cell;
  return [{
    kind: 'cell', ...place, column: columnNumber(column), row: row === '{row}' || row === '{first}' ? row : Number(row),
    fixedColumn: fixedColumn === '$', fixedRow: fixedRow === '$',
  }, start + all.length];
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
