import type { Confidence } from '../model.ts';

/** How sure an information, a rule or a source is, wherever people read it. */
export const confidenceWords: Readonly<Record<Confidence, string>> = { high: 'sûre', medium: 'assez sûre', low: 'à vérifier' };

/** The same of something masculine: a fact, a text. */
export const confidenceOfFact: Readonly<Record<Confidence, string>> = { high: 'sûr', medium: 'assez sûr', low: 'à vérifier' };
