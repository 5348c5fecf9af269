/** What a reader of French notices without a dictionary: spaces, quotes, apostrophes, dots, endless sentences. */

/** No space where French has a no-break one, a plain one, straight quotes, dots inside words, three dots for one sign. */
const BADLY_SET: readonly RegExp[] = [
  / [:;!?»€%]/, /[\p{L}\d)](?:[;!?»](?=\s|$)|:(?=\s|$))/u, /«(?!\u00a0)/, /\p{L}'\p{L}/u, /"/, /·/, /(?<!\.)\.\.(?!\.)|\.\.\./, /\d%|\d€/,
];

/** What stands around each slip of a text, a line each. */
export const badlySet = (text: string): readonly string[] => text.split('\n').flatMap((line) => BADLY_SET.flatMap((pattern) => {
  const at = line.search(pattern);
  return at < 0 ? [] : [`${pattern.source} ${line.slice(Math.max(0, at - 30), at + 30)}`];
}));

export const LONGEST_SENTENCE = 30;

/** Sentences of more words than one can hold in mind; a title, a cell, a line is one. */
export const longSentences = (text: string): readonly string[] => text.split(/[\n\t]|(?<=[.?!:;…])[ \u00a0]/)
  .filter((sentence) => (sentence.match(/[^ \u00a0]*[\p{L}\d][^ \u00a0]*/gu) ?? []).length > LONGEST_SENTENCE);

/** Every word in some values, to tell people's own from ours. */
export const wordsIn = (value: unknown): ReadonlySet<string> =>
  new Set((JSON.stringify(value) ?? '').match(/\p{L}[\p{L}\p{M}’'-]*/gu)?.map((word) => word.replaceAll('’', '\'')) ?? []);
