/** A word, a mark of punctuation or a whole value of the plan, with its place in a text. Spaces are no tokens. */
export interface Token {
  /** What is compared: two tokens of the same key are the same to a person who types. */
  readonly key: string;
  /** UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  readonly isValue: boolean;
}

/** Soft hyphens and zero-width joiners, which programs put inside words, belong to their word. */
const TOKEN = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]+|\.{3}|-{2}|\S/gu;
const UNUSUAL = /[\u00ad\u0300-\u036f\u200b-\u200d]/;
const INVISIBLE = /[\u00ad\u200b-\u200d]/g;

/** Word processors and phones change these marks while one types: not an edit. */
const SAME_MARKS: ReadonlyMap<string, string> = new Map([
  ...Array.from('’‘‛ʼ´`', (mark): [string, string] => [mark, "'"]),
  ...Array.from('«»“”„‟‹›', (mark): [string, string] => [mark, '"']),
  ...['--', ...'–—−‑‐'].map((mark): [string, string] => [mark, '-']),
  ['…', '...'],
]);

function keyOf(text: string): string {
  const mark = text.length <= 2 ? SAME_MARKS.get(text) : undefined;
  if (mark !== undefined) return mark;
  return UNUSUAL.test(text) ? text.replace(INVISIBLE, '').normalize('NFC') : text;
}

/** The words and marks of a text. Kinds of spaces, apostrophes, quotes, dashes and accents make no difference. */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    const key = keyOf(found);
    if (key !== '') tokens.push({ key, from: index, to: index + found.length, isValue: false });
  }
  return tokens;
}

export type ReadTokens = typeof readTokens;

/** The same for texts that come again and again: each is read once. */
export function rememberTokens(): ReadTokens {
  const known = new Map<string, readonly Token[]>();
  return (text) => {
    const tokens = known.get(text) ?? readTokens(text);
    known.set(text, tokens);
    return tokens;
  };
}

const WORD = /[\p{L}\p{N}]/u;

/** True for what is more than punctuation. */
export const isWord = ({ key }: Token): boolean => WORD.test(key);

/** A full stop and its like; also the dot of an abbreviation. */
export const endsSentence = ({ key }: Token): boolean => /^(?:[.!?]|\.{3})$/.test(key);

/** « de », « la », « , »: what stands between words and tells nothing by itself. */
export const isLittle = (token: Token): boolean => !token.isValue && (!isWord(token) || /^\p{L}{1,3}$/u.test(token.key));

/** How much a token tells of what is said: dates and long words more than « de » or a comma. */
export function weightOf(token: Token): number {
  if (token.isValue) return 4;
  if (!isWord(token)) return 1;
  return token.key.length > 3 ? 3 : 2;
}
