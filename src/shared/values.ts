/**
 * What the plan puts into a template (dates, amounts, names) travels through the Markdown between two private-use
 * characters. So the merge knows a value from the words around it, and no value is ever read as Markdown.
 */
export const VALUE_START = '\uE000';
export const VALUE_END = '\uE001';

/** Line ends and tabs, but no-break spaces are part of « 1 234 € » and stay. */
const FOLDABLE_SPACE = /[\t\n\v\f\r\u0085\u2028\u2029 ]+/g;
/** Controls, private use, lone surrogates and non-characters: nothing that a person types. */
const UNWANTED = /[\p{Cc}\p{Co}\p{Cs}\uFFFE\uFFFF]/gu;
/** What a backslash may stand before (CommonMark 0.31, section 2.4). */
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
const ESCAPED_PUNCTUATION = /\\([!-/:-@[-`{-~])/g;
const MARKED = /\uE000([^\uE000\uE001]*)\uE001/g;

/** One line of plain text: control and private-use characters gone, white space folded. */
export function cleanText(text: string): string {
  return text.replace(FOLDABLE_SPACE, ' ').replace(UNWANTED, '').trim();
}

/** A value as it stands in rendered Markdown: cleaned, its punctuation escaped, wrapped. Empty when nothing is left. */
export function markValue(text: string): string {
  const clean = cleanText(text);
  return clean && `${VALUE_START}${clean.replace(PUNCTUATION, '\\$&')}${VALUE_END}`;
}

/** Rendered Markdown with its values as plain words again, for titles and file names. */
export function unmark(text: string): string {
  return text.replace(MARKED, (_, value: string) => value.replace(ESCAPED_PUNCTUATION, '$1'));
}

/** The values that stand between marks in parsed text, each once, in order. */
export function listValues(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(MARKED), (match) => match[1] ?? ''))].filter(Boolean);
}

/** Parsed text without its marks. */
export function dropMarks(text: string): string {
  return text.replace(/[\uE000\uE001]/g, '');
}
