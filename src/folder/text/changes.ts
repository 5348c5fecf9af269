import { alignWords } from './align-words.ts';
import type { Pair } from './rising-pairs.ts';
import type { Token } from './tokens.ts';

/** What one side did to a stretch of tokens. All ranges are half-open; an empty range is the place before its token. */
export interface TokenChange {
  readonly base: Pair;
  readonly own: Pair;
}

/** How one side differs from the base. */
export interface Changes {
  readonly list: readonly TokenChange[];
  /** By rank in the base: where the token stands on this side, if it does. */
  readonly ownOf: ReadonlyMap<number, number>;
}

export function findChanges(base: readonly Token[], own: readonly Token[]): Changes {
  const pairs = slideRight(alignWords(base, own), base, own);
  const starts: readonly Pair[] = [[0, 0], ...pairs.map(([i, j]): Pair => [i + 1, j + 1])];
  const list = starts.flatMap(([i, j], index): readonly TokenChange[] => {
    const [toI, toJ] = pairs[index] ?? [base.length, own.length];
    return i < toI || j < toJ ? [{ base: [i, toI], own: [j, toJ] }] : [];
  });
  return { list, ownOf: new Map(pairs) };
}

/**
 * « a. b. » from « a. »: whether « b. » or « . b » came in is the same to a diff and not to a person. What comes in or
 * goes is taken as far right as it can be: a sentence with its own full stop.
 */
function slideRight(pairs: readonly Pair[], base: readonly Token[], own: readonly Token[]): readonly Pair[] {
  const slid: Pair[] = [];
  for (const [i, j] of pairs) {
    const [before, after] = slid.at(-1) ?? [-1, -1];
    const [freeBase, freeOwn] = [base[before + 1], own[after + 1]];
    if (i === before + 1 && j > after + 1 && freeOwn?.key === own[j]?.key) slid.push([i, after + 1]);
    else if (j === after + 1 && i > before + 1 && freeBase?.key === base[i]?.key) slid.push([before + 1, j]);
    else slid.push([i, j]);
  }
  return slid;
}

/** Changes as one where `isIsland` says that the base tokens between two of them hold nothing of their own. */
export function joinChanges(
  changes: readonly TokenChange[], isIsland: (from: number, to: number, before: TokenChange, after: TokenChange) => boolean,
): readonly TokenChange[] {
  const joined: TokenChange[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    if (last && isIsland(last.base[1], change.base[0], last, change)) {
      joined[joined.length - 1] = { base: [last.base[0], change.base[1]], own: [last.own[0], change.own[1]] };
    } else joined.push(change);
  }
  return joined;
}

export const keysIn = (tokens: readonly Token[], [from, to]: Pair): readonly string[] => tokens.slice(from, to).map(({ key }) => key);
