import { isWord, readTokens, type Token } from './tokens.ts';

/** Values of the plan as they can be found in tokens, by their first token, the longest first. */
export type ValueIndex = ReadonlyMap<string, readonly (readonly string[])[]>;

/** « le jeudi 14 octobre » is found as « jeudi 14 octobre »: people put their own little words before it. */
const ARTICLE = /^(?:(?:le|la|les|du|un|une)\s+|l['’]\s*)(?=\S)/u;

/** A value without the article that stands before its words. */
export const coreOf = (value: string): string => value.replace(ARTICLE, '');

const keysOf = (text: string): readonly string[] => readTokens(text).map(({ key }) => key);

/** What makes two values the same. */
export const valueKey = (value: string): string => keysOf(coreOf(value)).join(' ');

export function indexValues(values: Iterable<string>): ValueIndex {
  const index = new Map<string, (readonly string[])[]>();
  for (const value of new Set(values)) {
    const keys = keysOf(coreOf(value));
    const [first] = keys;
    if (first === undefined || !keys.some((key) => isWord({ key, from: 0, to: 0, isValue: false }))) continue;
    const known = index.get(first);
    if (known) known.push(keys);
    else index.set(first, [keys]);
  }
  for (const known of index.values()) known.sort((a, b) => b.length - a.length);
  return index;
}

/** Tokens with each value as one: no diff looks inside a date, and no word lands inside the name of a place. */
export function joinValues(tokens: readonly Token[], index: ValueIndex): readonly Token[] {
  if (index.size === 0) return tokens;
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const first = tokens[at] as Token;
    const found = index.get(first.key)?.find((keys) => keys.every((key, offset) => tokens[at + offset]?.key === key));
    const last = found && tokens[at + found.length - 1];
    joined.push(last ? { key: found.join(' '), from: first.from, to: last.to, isValue: true } : first);
    at += found?.length ?? 1;
  }
  return joined;
}

/** A value that cannot be taken for ordinary words, wherever it stands: a figure, a name, a whole sentence. */
export const isTelling = (value: string): boolean => /[\p{N}\p{Lu}]|.{25}/u.test(coreOf(value));
