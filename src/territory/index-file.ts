import type { AuthorityKind } from '../model.ts';
import { indexText, inLetters } from './index-letters.ts';

/**
 * The index of authorities is one big string (its lines: `scripts/build-territories.mjs`), searched as it is
 * and never split: 36 000 lines cost nothing until one is wanted. A line is known by the offset of its first
 * character, and offsets grow as populations fall.
 */
export interface AuthorityIndex {
  readonly text: string;
}

/** Where a line starts in the index. */
export type LineStart = number;

/** First letter of the code field of each kind. */
export const KIND_LETTERS: Readonly<Record<AuthorityKind, string>> = {
  commune: 'c', departement: 'd', region: 'r', com: 'o', epci: 'e', ept: 't',
};

export const KINDS = Object.keys(KIND_LETTERS) as readonly AuthorityKind[];

/** Makes an index of the bytes that the build wrote, or of their text. */
export function openIndex(written: Uint8Array | string): AuthorityIndex {
  return { text: typeof written === 'string' ? written : indexText(written) };
}

/** The fields of a line, in the order of the file. */
export function fieldsAt(index: AuthorityIndex, line: LineStart): readonly string[] {
  return inLetters(index.text.slice(line, index.text.indexOf('\n', line))).split('|');
}

/** Starts of the lines where `pattern` is found, most populated first. It may begin with the line break before a line. */
export function* linesWith(index: AuthorityIndex, pattern: string): Generator<LineStart> {
  const { text } = index;
  // One pass for all the branches of a pattern; `indexOf` would need one for each.
  const search = new RegExp(pattern, 'g');
  for (let found = search.exec(text); found; found = search.exec(text)) {
    const line = pattern.startsWith('\\n') ? found.index + 1 : text.lastIndexOf('\n', found.index) + 1;
    const end = text.indexOf('\n', line);
    if (end < 0) return;
    yield line;
    search.lastIndex = end;
  }
}

/** The line of this code, or nothing. */
export function lineOf(index: AuthorityIndex, kind: AuthorityKind, code: string): LineStart | undefined {
  const letterAndCode = `${KIND_LETTERS[kind]}${code}`;
  for (const line of linesWith(index, `${letterAndCode}\\|`)) {
    if (fieldsAt(index, line)[1] === letterAndCode) return line;
  }
  return undefined;
}
