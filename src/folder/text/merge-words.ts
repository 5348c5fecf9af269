import { findChanges, joinChanges, keysIn, type Changes, type TokenChange } from './changes.ts';
import type { Pair } from './rising-pairs.ts';
import { areSentencesApart } from './sentences-apart.ts';
import { endsSentence, isLittle, isWord, type Token } from './tokens.ts';

/** One change of the kit to make in a person's words, as ranges of tokens. */
export interface WordChange {
  readonly base: Pair;
  readonly mine: Pair;
  readonly next: Pair;
  /** The tokens before and after are the person's own: the spaces there are theirs too. */
  readonly ownBefore: boolean;
  readonly ownAfter: boolean;
}

/** `undefined`: both sides changed the same words. */
export interface MergedWords {
  readonly changes: readonly WordChange[];
  /** The person changed words too, elsewhere. */
  readonly isBoth: boolean;
}

/** Between two changes this holds nothing of its own; but a full stop parts two sentences. */
const isMark = (token: Token): boolean => !token.isValue && !isWord(token) && !endsSentence(token);

/** A date for a date: nothing can land inside it. */
const isOneValue = ({ base: [from, to] }: TokenChange, tokens: readonly Token[]): boolean =>
  to === from + 1 && tokens[from]?.isValue === true;

/** Ranges that share a token, or one that lies inside the other, or two insertions at one place. Touching is fine. */
function collide({ base: [a, b] }: TokenChange, { base: [c, d] }: TokenChange): boolean {
  if (a === b && c === d) return a === c;
  return a < d && c < b;
}

function contains(words: readonly string[], part: readonly string[]): boolean {
  return part.length > 0 && words.some((_, at) => part.every((word, offset) => words[at + offset] === word));
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ');

const isInside = ([a, b]: Pair, [c, d]: Pair): boolean => c <= a && b <= d;

/**
 * The words of a paragraph that the kit changed, as changes to a person's version of it. Where both changed the same
 * words there is no result, unless one side already says what the other does.
 */
export function mergeWords(base: readonly Token[], mine: readonly Token[], next: readonly Token[]): MergedWords | undefined {
  const [ours, theirs] = [findChanges(base, next), findChanges(base, mine)];
  const isAgreed = (a: TokenChange, b: TokenChange): boolean =>
    a.base[0] === b.base[0] && a.base[1] === b.base[1] && isSame(keysIn(next, a.own), keysIn(mine, b.own));
  const own = theirs.list.filter((change) => !ours.list.some((other) => isAgreed(other, change)));
  const kit = ours.list.filter((change) => !theirs.list.some((other) => isAgreed(change, other)));
  const between = (from: number, to: number): readonly Token[] => base.slice(from, to);
  const ownJoined = joinChanges(own, (from, to) => between(from, to).every((token) => isLittle(token) && !endsSentence(token)));
  const kitJoined = joinChanges(kit, (from, to, before, after) =>
    between(from, to).every(isMark) && !(isOneValue(before, base) && isOneValue(after, base)));

  const changes: WordChange[] = [];
  for (const change of kitJoined) {
    const against = ownJoined.filter((other) => collide(change, other));
    const kept = settle(change, against, { base, mine, next, theirs });
    if (kept === 'conflict') return undefined;
    // The person deleted what stands between two changes of the kit: whose words come first is theirs to say.
    if (kept && kept.mine[0] <= (changes.at(-1)?.mine[1] ?? -1)) return undefined;
    if (kept) changes.push(kept);
  }
  return { changes, isBoth: own.length > 0 && changes.length > 0 };
}

interface Sides {
  readonly base: readonly Token[];
  readonly mine: readonly Token[];
  readonly next: readonly Token[];
  readonly theirs: Changes;
}

/** Undefined: there is nothing to do. */
function settle(change: TokenChange, [other, ...more]: readonly TokenChange[], sides: Sides): WordChange | 'conflict' | undefined {
  if (!other) return isThereAlready(change, sides) ? undefined : placed(change, sides);
  if (more.length > 0) return 'conflict';
  const [nextWords, mineWords] = [keysIn(sides.next, change.own), keysIn(sides.mine, other.own)];
  if (isInside(change.base, other.base) && contains(mineWords, nextWords)) return undefined;
  if (isInside(other.base, change.base) && contains(nextWords, mineWords)) return placed(change, sides, other);
  if (areSentencesApart(change, other, sides)) return placed(change, sides);
  return isGoneWithItsWords(change, other, sides) ? undefined : 'conflict';
}

/** The kit's words stand right beside, in what the person inserted or changed: they typed them, or an earlier run was killed. */
function isThereAlready({ base: [from, to], own }: TokenChange, { mine, next, theirs }: Sides): boolean {
  const words = keysIn(next, own);
  return words.length > 0 && theirs.list.some(({ base: [a, b], own: [c, d] }) =>
    (a === to && isSame(keysIn(mine, [c, Math.min(d, c + words.length)]), words))
    || (b === from && isSame(keysIn(mine, [Math.max(c, d - words.length), d]), words)));
}

/** The person deleted a stretch in which the kit changed nothing but values: what is deleted needs no new date. */
function isGoneWithItsWords(change: TokenChange, other: TokenChange, { base, next }: Sides): boolean {
  const isValues = (tokens: readonly Token[], [from, to]: Pair): boolean =>
    tokens.slice(from, to).some(({ isValue }) => isValue) && tokens.slice(from, to).every((token) => token.isValue || isLittle(token));
  return other.own[0] === other.own[1] && isInside(change.base, other.base)
    && isValues(base, change.base) && isValues(next, change.own);
}

/** Where a change of the kit falls in the person's words; `inside`: a change of theirs that it takes in. */
function placed({ base: [from, to], own: next }: TokenChange, { base, mine, theirs }: Sides, inside?: TokenChange): WordChange | 'conflict' {
  const { ownOf, list } = theirs;
  const after = (rank: number): number | undefined => {
    const at = ownOf.get(rank);
    return at === undefined ? list.find((change) => change.base[1] === rank + 1)?.own[1] : at + 1;
  };
  const before = (rank: number): number | undefined => ownOf.get(rank) ?? list.find((change) => change.base[0] === rank)?.own[0];
  const isInsertion = from === to;
  const point = (ownOf.has(from - 1) ? after(from - 1) : ownOf.get(from)) ?? (from === 0 ? 0 : from === base.length ? mine.length : undefined);
  const [start, end] = inside && isInsertion ? inside.own : isInsertion ? [point, point] : [before(from), after(to - 1)];
  if (start === undefined || end === undefined || start > end) return 'conflict';
  return {
    base: [from, to], mine: [start, end], next,
    ownBefore: from === 0 ? start > 0 : ownOf.get(from - 1) !== start - 1,
    ownAfter: to === base.length ? end < mine.length : ownOf.get(to) !== end,
  };
}
