import type { Authority } from '../model.ts';
import { authorityAt } from './authority.ts';
import { linesWithCode, startsWithCode } from './codes.ts';
import { foldName } from './fold.ts';
import { fieldsAt, KIND_LETTERS, linesWith, type AuthorityIndex, type LineStart } from './index-file.ts';
import { parseQuery } from './query.ts';

/**
 * The authorities that a piece of text may mean, best first, at most `limit`: a piece of the name (accents, case,
 * hyphens, « St » do not matter), a postcode, an INSEE or SIREN code, or a name and a code. Exact names come first,
 * then beginnings of names, beginnings of words, and names that hold every word; the most populated first in each.
 */
export function searchAuthorities(index: AuthorityIndex, text: string, limit: number): Authority[] {
  const { words, ofKind, code, detail } = parseQuery(text);
  if (detail !== '') {
    const homonyms = searchAuthorities(index, text.slice(0, text.indexOf('(')), MOST_HOMONYMS);
    return homonyms.filter((it) => foldName(it.label).includes(detail)).slice(0, limit);
  }
  const fits = (line: LineStart): boolean =>
    code === '' || startsWithCode(index, line, code) || keyAt(index, line).includes(code);
  const found = new Set<LineStart>();
  const add = (lines: Iterable<LineStart>): void => {
    for (const line of lines) {
      if (found.size >= limit) return;
      found.add(line);
    }
  };
  if (words !== '') add(linesByName(index, words, fits));
  else if (code !== '') add(linesWithCode(index, code, limit));
  if (ofKind) {
    const letter = KIND_LETTERS[ofKind.kind];
    const isOfKind = (line: LineStart): boolean => fieldsAt(index, line)[1]?.startsWith(letter) === true;
    add(linesByName(index, ofKind.words, (line) => isOfKind(line) && fits(line)));
  }
  return [...found].map((line) => authorityAt(index, line));
}

/** No name is borne by so many; those that only hold the words come after. */
const MOST_HOMONYMS = 100;

/** Lines whose name is exactly these folded words, but for an article (« Mans » for « Le Mans »). */
export function linesNamedExactly(index: AuthorityIndex, words: string): LineStart[] {
  return words === '' ? [] : [...linesWith(index, `${START}${words}\\|`)];
}

/** The beginning of a line, with or without an article. */
const START = '\\n(?:l(?:es?|a)? )?';

type Filter = (line: LineStart) => boolean;

function* linesByName(index: AuthorityIndex, words: string, fits: Filter): Generator<LineStart> {
  const every = words.split(' ');
  const longest = every.reduce((a, b) => (b.length > a.length ? b : a));
  yield* wellKnownAndExact(index, words).filter(fits);
  yield* filter(linesWith(index, START + words), fits);
  if (words === '') return;
  yield* filter(linesWith(index, ` ${words}`), (line) => keyAt(index, line).includes(` ${words}`) && fits(line));
  const holdsAll = (line: LineStart): boolean => every.every((word) => keyAt(index, line).includes(word));
  yield* filter(linesWith(index, longest), (line) => holdsAll(line) && fits(line));
}

/**
 * Exact names; before them, names that begin with these words and have a hundred times as many people:
 * who types « Evry » seldom means the village of Évry (Yonne) but Évry-Courcouronnes.
 */
function wellKnownAndExact(index: AuthorityIndex, words: string): LineStart[] {
  const exact = linesNamedExactly(index, words);
  const [biggest] = exact;
  if (biggest === undefined) return [];
  const wellKnown: LineStart[] = [];
  for (const line of linesWith(index, `\\n${words} `)) {
    if (populationAt(index, line) <= 100 * populationAt(index, biggest)) break;
    wellKnown.push(line);
  }
  return [...wellKnown, ...exact];
}

function* filter(lines: Iterable<LineStart>, fits: Filter): Generator<LineStart> {
  for (const line of lines) if (fits(line)) yield line;
}

const keyAt = (index: AuthorityIndex, line: LineStart): string => index.text.slice(line, index.text.indexOf('|', line));
const populationAt = (index: AuthorityIndex, line: LineStart): number => Number(fieldsAt(index, line)[3]);
