import type { Facts, Observed } from '../model.ts';

/** What people did in the folder, for the conditions of rules: nothing else can depend on it. */
export type SeenFact = 'taches-faites' | 'documents-absents' | 'lignes-ajoutees';

/** How one value of each is said: « une tâche faite est T42 », « une ligne ajoutée parle de « buvette » ». */
export const seenFactWords: Readonly<Record<SeenFact, string>> = {
  'taches-faites': 'une tâche faite',
  'documents-absents': 'un document supprimé du dossier',
  'lignes-ajoutees': 'une ligne ajoutée à un tableau',
};

export const seenFactIds: readonly string[] = Object.keys(seenFactWords);

/** The tasks that are done, the texts and tables that are gone (both by id), the words of the lines that people added. */
export function seenFacts({ tasks = [], budget, missing = [] }: Observed): Facts & Readonly<Record<SeenFact, readonly string[]>> {
  return {
    'taches-faites': tasks.flatMap(({ id, state }) => (id !== null && state === 'done' ? [id] : [])),
    'documents-absents': missing,
    'lignes-ajoutees': [
      ...tasks.flatMap(({ id, title }) => (id === null ? [title] : [])),
      ...(budget?.lines ?? []).flatMap(({ id, label }) => (id === null ? [label] : [])),
    ],
  };
}
