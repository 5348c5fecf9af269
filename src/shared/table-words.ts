/**
 * Words that the lines above a table of a kit may hold, between braces. What was not answered prints « à compléter ».
 */
export const TABLE_WORDS = ['lieu', 'organisateur', 'contact', 'dpo', 'personnes'] as const;

export type TableWord = (typeof TABLE_WORDS)[number];

/** The questions behind each of them. */
export const TABLE_WORD_ANSWERS: Readonly<Record<TableWord, readonly string[]>> = {
  lieu: ['lieu', 'forme', 'sites'], organisateur: ['structure', 'collectivite'], contact: ['contact'], dpo: ['dpo'], personnes: ['jauge'],
};

const MARK = /\{([^{}]*)\}/g;

/** The words between braces of a line, known or not. */
export const wordsIn = (line: string): readonly string[] => Array.from(line.matchAll(MARK), ([, word = '']) => word);

/** The line with each word said. */
export function sayWords(line: string, words: Readonly<Record<TableWord, string>>): string {
  return line.replace(MARK, (mark, word: string) => (Object.hasOwn(words, word) ? words[word as TableWord] : mark));
}
