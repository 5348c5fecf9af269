import { LAST_ROW, type Area } from './address.ts';
import type { Token } from './formula-tokens.ts';

/** A formula as a tree. `sheet` is a tab name; absent: the sheet of the formula. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: number | string }
  | { readonly kind: 'area'; readonly sheet?: string; readonly area: Area }
  | { readonly kind: 'range'; readonly from: Expression; readonly to: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'operation'; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negative'; readonly of: Expression };

/** From the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [['=', '<>', '<', '>', '<=', '>='], ['+', '-'], ['*', '/']];

/** The tree of a formula, or undefined when it holds something that no formula of ours does. */
export function parseFormula(tokens: readonly Token[]): Expression | undefined {
  let at = 0;
  const isSign = (text: string): boolean => {
    const token = tokens[at];
    return token?.kind === 'sign' && token.text === text;
  };
  const take = (text: string): boolean => {
    const found = isSign(text);
    if (found) at += 1;
    return found;
  };

  function operation(level: number): Expression | undefined {
    const signs = LEVELS[level];
    if (!signs) return signed();
    let left = operation(level + 1);
    for (let sign = signs.find(take); left && sign !== undefined; sign = signs.find(take)) {
      const right = operation(level + 1);
      left = right && { kind: 'operation', sign, left, right };
    }
    return left;
  }

  function signed(): Expression | undefined {
    if (take('+')) return signed();
    if (!take('-')) return range();
    const of = signed();
    return of && { kind: 'negative', of };
  }

  function range(): Expression | undefined {
    let from = primary();
    while (from && take(':')) {
      const to = primary();
      from = to && { kind: 'range', from, to };
    }
    return from;
  }

  function primary(): Expression | undefined {
    const token = tokens[at];
    at += 1;
    switch (token?.kind) {
      case 'number': return { kind: 'literal', value: Number(token.text) };
      case 'text': return { kind: 'literal', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'function': return call(token.text);
      case 'sign': return token.text === '(' ? inParentheses() : undefined;
      case 'cell': case 'columns': return reference(token);
      default: return undefined;
    }
  }

  function inParentheses(): Expression | undefined {
    const inside = operation(0);
    return take(')') ? inside : undefined;
  }

  function call(name: string): Expression | undefined {
    const args: Expression[] = [];
    if (take(')')) return { kind: 'call', name, args };
    do {
      const arg = operation(0);
      if (!arg) return undefined;
      args.push(arg);
    } while (take(','));
    return take(')') ? { kind: 'call', name, args } : undefined;
  }

  const whole = operation(0);
  return at === tokens.length ? whole : undefined;
}

function reference(token: Extract<Token, { kind: 'cell' | 'columns' }>): Expression | undefined {
  const place = token.sheet === undefined ? {} : { sheet: token.sheet };
  if (token.kind === 'columns') {
    const [left, right] = [Math.min(token.from, token.to), Math.max(token.from, token.to)];
    return { kind: 'area', ...place, area: { top: 1, left, bottom: LAST_ROW, right } };
  }
  if (typeof token.row !== 'number') return undefined;
  return { kind: 'area', ...place, area: { top: token.row, left: token.column, bottom: token.row, right: token.column } };
}
