/** SpreadsheetML as every program writes it (ECMA-376 part 4, transitional). */
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The root of a part that we can change: transitional, its elements without a prefix. */
export const isTransitional = (attributes: Readonly<Record<string, string>>): boolean => attributes['xmlns'] === MAIN;
