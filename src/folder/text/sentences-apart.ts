import type { TokenChange } from './changes.ts';
import { endsSentence, isWord, type Token } from './tokens.ts';

/** What was written, what a person has, what the kit has. */
interface Three {
  readonly base: readonly Token[];
  readonly mine: readonly Token[];
  readonly next: readonly Token[];
}

/**
 * Both added something at one place between two sentences: the kit whole sentences, the person about something else. The
 * kit's come first then, and nothing is lost. Where they may speak of the same thing a person decides.
 */
export function areSentencesApart({ base: [from, to], own }: TokenChange, { base: [start, end], own: theirs }: TokenChange, { base, mine, next }: Three): boolean {
  if (from !== to || start !== end || from !== start) return false;
  const added = next.slice(...own);
  return isBreak(base, from) && isBreak(next, own[0]) && isBreak(next, own[1]) && speakOfOthers(wordsIn(added), wordsIn(mine.slice(...theirs)));
}

/** A sentence ends before this rank and another begins, or nothing comes: no dot of an abbreviation, of a number, of an address. */
function isBreak(tokens: readonly Token[], rank: number): boolean {
  const [word, mark, after] = [tokens[rank - 2], tokens[rank - 1], tokens[rank]];
  if (!word || !mark || !endsSentence(mark) || (isWord(word) && !word.isValue && word.key.length < SHORTEST)) return false;
  return !after || (after.from > mark.to && /^[\p{Lu}"]/u.test(after.key));
}

/** « M. », « n. », « p. » end no sentence. */
const SHORTEST = 3;

const wordsIn = (tokens: readonly Token[]): ReadonlySet<string> => new Set(tokens.filter(isWord).map(({ key }) => key.toLowerCase()));

/** « de », « les »: words that tell nothing by themselves. */
const LITTLE = 3;

/** They have no telling word in common, and neither says all that the other does. */
function speakOfOthers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [common, isTelling] = [[...one].filter((word) => other.has(word)), (word: string): boolean => word.length > LITTLE];
  return !common.some(isTelling) && common.length < one.size && common.length < other.size;
}
