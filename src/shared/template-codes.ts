import type { Kit } from '../model.ts';
import { derivedFacts } from './facts.ts';
import { SLOT_KINDS } from './programme.ts';

/** The closed list: `{{#if}}`, `{{#unless}}`, `{{#each}}`, `{{#has liste "code" …}}`, `{{echeance "T32"}}`, `{{demande "region"}}`. */
export const blockHelpers = ['if', 'unless', 'each', 'has'];
export const inlineHelpers = ['echeance', 'demande'];
/** What `@` names inside `{{#each}}`. */
export const loopData = ['index', 'first', 'last'];

/** The values that a fact can take in this kit; undefined when any value may come. */
export function codesOf(fact: string, kit: Kit): readonly string[] | undefined {
  const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);
  switch (fact) {
    case 'publics': return ids(kit.audiences);
    case 'themes': return ids(kit.themes);
    case 'taches': return ids(kit.tasks);
    case 'documents': return ids(kit.documents);
    case 'recettes': return ids(kit.budget.income);
    case 'temps': return ids(kit.programme?.slots ?? []);
    case 'genres': return SLOT_KINDS;
    case 'plan': return ['complet', 'standard', 'express'];
    default: {
      const choices = kit.questions.find(({ id }) => id === fact)?.choices;
      return derivedFacts[fact] ?? choices?.map(({ value }) => value);
    }
  }
}
