/** What stands between the things that are counted and what they are: only the words before it take the plural. */
const LINK = /\s(?:de|du|des|par|pour|à|en|avec)\s|\sd’/;

/** The words of a unit after a quantity: « 1 personne », « 50 personnes », « 10 médiateurs aidés ». Plural from two. */
export function inUnits(quantity: number, unit: string): string {
  if (Math.abs(quantity) < 2) return unit;
  const end = unit.search(LINK);
  const counted = end < 0 ? unit : unit.slice(0, end);
  return `${counted.split(' ').map(plural).join(' ')}${unit.slice(counted.length)}`;
}

function plural(word: string): string {
  if (!/\p{L}$/u.test(word) || /[sxz]$/.test(word)) return word;
  return `${word}${/(?:eau|eu)$/.test(word) ? 'x' : 's'}`;
}
