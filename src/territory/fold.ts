/**
 * A name as people type it in a hurry: without capitals, accents, punctuation or ligatures, « St » and « Ste » in full.
 * « L’Haÿ-les-Roses » → `l hay les roses`, « St-Denis » → `saint denis`. Line breaks become spaces like the rest.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte');
}
