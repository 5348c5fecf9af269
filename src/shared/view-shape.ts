/**
 * Every name that a template may use, once: the compiler makes `documents/view.ts` give exactly these,
 * and the check of a kit refuses all others. Names are French without accents: kit authors write them.
 */

/** `words`: escaped text to print. `id`: for block ids in loops. `code`, `codes`: values of a fact, compared by `has`. */
export type Shape =
  | { readonly kind: 'words' | 'id' | 'flag' }
  | { readonly kind: 'code' | 'codes'; readonly fact: string }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'group'; readonly names: Readonly<Record<string, Shape>> };

/** The type of the values that a shape describes. */
export type ViewOf<S> =
  S extends { kind: 'words' | 'id' | 'code' } ? string
  : S extends { kind: 'flag' } ? boolean
  : S extends { kind: 'codes' } ? readonly string[]
  : S extends { kind: 'list'; of: infer Item } ? readonly ViewOf<Item>[]
  : S extends { kind: 'group'; names: infer Names } ? { readonly [Name in keyof Names]: ViewOf<Names[Name]> }
  : never;

const words = { kind: 'words' } as const;
const id = { kind: 'id' } as const;
const flag = { kind: 'flag' } as const;
const code = (fact: string) => ({ kind: 'code', fact }) as const;
const codes = (fact: string) => ({ kind: 'codes', fact }) as const;
type Names = Readonly<Record<string, Shape>>;
const group = <const N extends Names>(names: N) => ({ kind: 'group', names }) as const;
const list = <const N extends Names>(names: N) => ({ kind: 'list', of: group(names) }) as const;

export const viewShape = group({
  // what `has` compares
  publics: codes('publics'),
  themes: codes('themes'),
  besoins: codes('besoins_acces'),
  /** Ids of the tasks that this plan keeps. */
  taches: codes('taches'),
  /** Ids of those due after the last day that `anchor_months` leaves them. */
  tachesTardives: codes('taches'),
  /** Ids of the documents that this folder gets. */
  documents: codes('documents'),
  milieu: code('milieu'),
  forme: code('forme'),
  appel: code('appel'),
  niveau: code('niveau'),
  restauration: code('restauration'),
  captation: code('captation'),
  inscriptions: code('inscriptions'),
  territoireType: code('territoire-type'),
  plan: code('plan'),
  // yes or no, for `if`
  dateFixee: flag,
  zeroEuro: flag,
  outreMer: flag,
  formation: flag,
  demiJournee: flag,
  plusieursJours: flag,
  plusDeDeuxJours: flag,
  /** Several days, the last of them only a morning. */
  finitParUneMatinee: flag,
  charteAcceptee: flag,
  /** Fewer than 60 people: fewer roles, shorter tables. */
  petitGroupe: flag,
  /** Money is asked from the European Union. */
  europeSollicitee: flag,
  /** What was answered: everything else prints « à compléter ». */
  connu: group({
    accroche: flag, lieu: flag, contact: flag, dpo: flag, lienInscription: flag, adresseFormulaire: flag,
    partenaires: flag, financeurs: flag, sites: flag, structure: flag, hote: flag,
  }),
  // words to print
  evenement: group({
    nom: words, accroche: words,
    /** « jeudi 14 octobre 2027 », « du jeudi 14 au vendredi 15 octobre 2027 », « à définir (octobre 2027) ». */
    date: words,
    /** The same inside a sentence: « le jeudi 14 octobre 2027 ». */
    quand: words,
    duree: words, lieu: words, jauge: words, hote: words,
    salles: words, nombreDeSites: words,
    /** How many workshops go on at the same time. */
    ateliersEnsemble: words,
    /** The first day that dates are counted from, an assumption while there is no date: « vendredi 1er octobre 2027 ». */
    premierJour: words,
  }),
  organisateur: group({ nom: words, type: words }),
  territoire: group({
    nom: words, deNom: words, nomComplet: words, type: words, departement: words, region: words, population: words,
  }),
  budget: group({ enveloppe: words, niveau: words }),
  contact: words,
  dpo: words,
  lienInscription: words,
  adresseFormulaire: words,
  listes: group({
    publics: list({ id, nom: words, obstacle: words, besoin: words }),
    themes: list({ id, nom: words, question: words, partenaire: words, trace: words, sert: words }),
    formats: list({
      id, nom: words, but: words, duree: words, capacite: words, salle: words, equipe: words, materiel: words,
    }),
    partenaires: list({ id, nom: words, type: words }),
    financeurs: list({ id, nom: words, conseil: words, quand: words }),
    roles: list({ id, titre: words, mission: words, personne: words, nomme: flag }),
    jalons: list({ id, titre: words, date: words, role: words }),
    sites: list({ id, nom: words }),
    /** The rooms of the workshops, as the timetable names them. */
    salles: list({ id, nom: words }),
  }),
  /** The days of the event as the kit lays them out, with the hours of the timetable; empty without `programme.yaml`. */
  journees: list({
    id, rang: words, premier: flag, dernier: flag,
    /** Hours: the place is opened, the team meets, people come in, all is over. */
    ouverture: words, reunion: words, accueil: words, fin: words,
    /** `creneau`: the id of the time in `programme.yaml`; `genre`: its kind. */
    temps: list({ id, creneau: code('temps'), genre: code('genres'), heure: words, minutes: words, titre: words, format: words }),
    avecRepas: flag,
    /** Minutes, and their share of all but the meals in percent. */
    total: words, ensemble: words, partEnsemble: words, ateliers: words, partAteliers: words,
    /** Every twenty minutes of the workshops. */
    consultations: list({ id, heure: words }),
  }),
  /** RGPD facts of the two forms. */
  donnees: group({
    inscription: group({ but: words, base: words, destinataires: words, duree: words }),
    contribution: group({ but: words, base: words, destinataires: words, duree: words }),
  }),
  sources: list({ id, titre: words, adresse: words }),
});

/** What templates see. */
export type View = ViewOf<typeof viewShape>;
