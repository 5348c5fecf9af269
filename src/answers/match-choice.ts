import type { Choice } from '../model.ts';
import { fold, nearest } from '../shared/words.ts';

/** The choice that a person means by its value, its label or its number in the list; case and accents do not count. */
export function matchChoice(text: string, choices: readonly Choice[]): Choice | undefined {
  const wanted = fold(text);
  const same = (candidate: string): boolean => candidate === text || (wanted !== '' && fold(candidate) === wanted);
  return choices.find(({ value }) => value === text)
    ?? choices.find(({ value, label }) => same(value) || same(label))
    ?? (/^\d{1,3}$/.test(text) ? choices[Number(text) - 1] : undefined);
}

/** The value of the choice that looks most like the text, for « vouliez-vous dire ». */
export function nearestChoice(text: string, choices: readonly Choice[]): string | undefined {
  const word = nearest(text, choices.flatMap(({ value, label }) => [value, label]));
  return choices.find(({ value, label }) => value === word || label === word)?.value;
}
