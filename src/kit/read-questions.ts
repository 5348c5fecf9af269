import type { ComputedDefault, QuestionType, RecordField } from '../model.ts';
import { derivedFacts } from '../shared/facts.ts';
import { seenFactIds } from '../shared/seen-facts.ts';

/** What the tool expects of a question that it reads by its id. */
export interface ReadQuestion {
  readonly type: QuestionType;
  /** Nothing can be planned without an answer: everybody is asked, or a default always comes. */
  readonly needed?: true;
  /** The only words that the tool knows; a kit may offer fewer. */
  readonly values?: readonly string[];
  /** Columns that must be there. */
  readonly fields?: Readonly<Record<string, RecordField['type']>>;
}

/**
 * The questions that the plan and the documents read by their id. A kit asks any others it likes; texts that are only
 * printed may be of any type.
 */
export const readQuestions: Readonly<Record<string, ReadQuestion>> = {
  'collectivite': { type: 'authority', needed: true },
  'nom': { type: 'text', needed: true },
  'debut': { type: 'date', needed: true },
  'date': { type: 'date', needed: true },
  'periode': { type: 'period' },
  'jours': { type: 'number' },
  'jauge': { type: 'number', needed: true },
  'budget': { type: 'money' },
  'niveau': { type: 'choice', values: ['sobre', 'courant', 'confort'] },
  'nomenclature': { type: 'choice', values: ['developpee', 'abregee'] },
  'textes': { type: 'choice', values: ['word', 'markdown'] },
  'publics': { type: 'choices' },
  'themes': { type: 'choices' },
  'besoins_acces': { type: 'choices' },
  'partenaires': { type: 'records', fields: { nom: 'text' } },
  'financeurs': { type: 'records', fields: { type: 'choice', montant: 'money' } },
  'achats_annee': { type: 'money' },
  'evenements_voisins': { type: 'records', fields: { nom: 'text', du: 'date', au: 'date' } },
  'sites': { type: 'records', fields: { nom: 'text' } },
  'responsables': { type: 'roles' },
  'formation': { type: 'yes-no' },
  'documents_en_plus': { type: 'choices' },
  'charte': { type: 'yes-no' },
};

/** Words that are no question: keys of ours in `nec-local.yaml`, words of conditions, facts that the tool works out. */
export const reservedIds: readonly string[] = ['evenement', 'kit', 'any', 'none', ...Object.keys(derivedFacts), ...seenFactIds];

/** What a computed default may give, for questions with choices. */
export const computedValues: Readonly<Partial<Record<ComputedDefault, readonly string[]>>> = {
  'setting': ['hyper-rural', 'rural', 'urbain', 'dense'],
  'chart-of-accounts': ['developpee', 'abregee'],
};
