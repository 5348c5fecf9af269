import { fold } from '../shared/words.ts';

/**
 * A name as people type it in a hurry: folded, with « St » and « Ste » in full. « L’Haÿ-les-Roses » → `l hay les roses`,
 * « St-Denis » → `saint denis`.
 */
export function foldName(text: string): string {
  return fold(text).replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte');
}
