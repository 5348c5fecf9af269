import type { WordChange } from './merge-words.ts';
import type { Token } from './tokens.ts';

/** A text of a person's file that words are changed in: one cell, or one of the paragraphs that ours was split into. */
export interface Part {
  readonly block: number;
  readonly cell: number;
  readonly text: string;
}

/** A token of the person's, and the part it stands in. */
export interface PlacedToken extends Token {
  readonly part: number;
}

export interface Splice {
  readonly part: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What is written in one go: its text and tokens. */
export interface Written {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The spaces before the token of this rank, or those at the end. */
function gap({ text, tokens }: Written, rank: number): string {
  return text.slice(tokens[rank - 1]?.to ?? 0, tokens[rank]?.from ?? text.length);
}

/**
 * One change of words as a splice of the person's text; undefined when it does not lie in one part. Their own spaces
 * stay, but where the kit put or took away one.
 */
export function spliceWords(
  { base: [b0, b1], mine: [m0, m1], next: [n0, n1], ownBefore, ownAfter }: WordChange,
  base: Written, mine: readonly PlacedToken[], parts: readonly Part[], next: Written,
): Splice | undefined {
  const part = mine[m0 < m1 ? m0 : m0 - 1]?.part ?? mine[m1]?.part ?? 0;
  const text = parts[part]?.text;
  if (text === undefined || mine.slice(m0, m1).some((token) => token.part !== part)) return undefined;
  const [before, after] = [mine[m0 - 1], mine[m1]];
  const start = before?.part === part ? before.to : 0;
  const end = after?.part === part ? after.from : text.length;
  const left = text.slice(start, m0 < m1 ? mine[m0]?.from : end);
  const right = text.slice(m0 < m1 ? mine[m1 - 1]?.to : start, end);
  const words = n0 < n1 ? next.text.slice(next.tokens[n0]?.from, next.tokens[n1 - 1]?.to) : '';
  const [nextLeft, nextRight] = [gap(next, n0), gap(next, n1)];

  if (m0 === m1) {
    const l = ownBefore ? left || nextLeft : likeOwn(left, nextLeft);
    const isUsed = l !== '' && l === left;
    const r = ownAfter ? right || nextRight : isUsed ? nextRight : likeOwn(right, nextRight);
    return trimSpaces({ part, from: start, to: end, text: `${l}${words}${r}` }, text);
  }
  if (n0 === n1) {
    const wide = left || right;
    return trimSpaces({ part, from: start, to: end, text: ownBefore || ownAfter ? wide : likeOwn(wide, nextLeft) }, text);
  }
  /** The kit put a space where there was none, or took one away, and the person did not. */
  const isNew = (own: string, now: string, then: string): boolean => (now === '') !== (then === '') && (own === '') === (then === '');
  const l = isNew(left, nextLeft, gap(base, b0)) ? nextLeft : left;
  const r = isNew(right, nextRight, gap(base, b1)) ? nextRight : right;
  return trimSpaces({ part, from: start, to: end, text: `${l}${words}${r}` }, text);
}

/** The kit says whether there is a space, the person which. */
const likeOwn = (own: string, now: string): string => ((own === '') === (now === '') ? own : now);

/** Spaces that stay as they are need not be written again. */
function trimSpaces({ part, from, to, text }: Splice, whole: string): Splice {
  const old = whole.slice(from, to);
  const shortest = Math.min(old.length, text.length);
  let head = 0;
  while (head < shortest && old[head] === text[head] && /\s/.test(text[head] ?? '')) head += 1;
  let tail = 0;
  const same = (): boolean => old.at(-1 - tail) === text.at(-1 - tail) && /\s/.test(text.at(-1 - tail) ?? '');
  while (tail < shortest - head && same()) tail += 1;
  return keepApart({ part, from: from + head, to: to - tail, text: text.slice(head, text.length - tail) }, whole);
}

const WORD_END = /[\p{L}\p{M}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{M}\p{N}]/u;

/** Two words never become one. */
function keepApart({ text, ...range }: Splice, whole: string): Splice {
  const [before, after] = [whole.slice(0, range.from), whole.slice(range.to)];
  const apart = (left: string, right: string): string => (WORD_END.test(left) && WORD_START.test(right) ? ' ' : '');
  if (text === '') return { ...range, text: apart(before, after) };
  return { ...range, text: apart(before, text) + text + apart(text, after) };
}
