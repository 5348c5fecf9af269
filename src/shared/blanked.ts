/** A sentence whose `{date}` and the like wait for its rule to be met. */
export const blanked = (sentence: string): string => sentence.replace(/\{\w+\}\.?/g, '…');
