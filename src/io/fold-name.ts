/** Two names that some disk takes for one have the same folded form: other letters, or accents written the other way. */
export const foldName = (path: string): string => path.normalize('NFC').toLowerCase();
