import type { Builder } from '../model.ts';

/** The questions behind the day of a task. */
export const DAY_ANSWERS: readonly string[] = ['date', 'debut', 'jauge', 'financeurs'];

/** The questions behind each name that templates use (`view-shape.ts`): behind the longest beginning of it that stands here. */
export const viewAnswers: Readonly<Record<string, readonly string[]>> = {
  'publics': ['publics'], 'themes': ['themes'], 'besoins': ['besoins_acces'],
  'taches': ['date', 'debut', 'jauge'], 'tachesTardives': DAY_ANSWERS,
  'documents': ['documents_en_plus', 'jours', 'jauge'],
  'milieu': ['milieu'], 'forme': ['forme'], 'appel': ['appel'], 'niveau': ['niveau'], 'restauration': ['restauration'],
  'captation': ['captation'], 'inscriptions': ['inscriptions'], 'territoireType': ['collectivite'],
  'plan': ['jauge', 'jours'], 'dateFixee': ['date'], 'zeroEuro': ['budget'], 'outreMer': ['collectivite'], 'formation': ['formation'],
  'demiJournee': ['jours'], 'plusieursJours': ['jours'], 'plusDeDeuxJours': ['jours'], 'finitParUneMatinee': ['jours'], 'charteAcceptee': ['charte'], 'petitGroupe': ['jauge'],
  'europeSollicitee': ['financeurs'],
  'connu.accroche': ['accroche'], 'connu.lieu': ['lieu', 'forme', 'sites'], 'connu.contact': ['contact'], 'connu.dpo': ['dpo'],
  'connu.lienInscription': ['lien_inscription'], 'connu.adresseFormulaire': ['adresse_formulaire'], 'connu.partenaires': ['partenaires'],
  'connu.financeurs': ['financeurs'], 'connu.sites': ['sites'], 'connu.structure': ['structure'], 'connu.hote': ['evenement_hote'],
  'evenement.nom': ['nom'], 'evenement.accroche': ['accroche'], 'evenement.date': ['date', 'periode', 'jours'],
  'evenement.quand': ['date', 'periode', 'jours'], 'evenement.duree': ['jours'], 'evenement.lieu': ['lieu', 'forme', 'sites'], 'evenement.jauge': ['jauge'],
  'evenement.hote': ['evenement_hote'], 'evenement.salles': ['jauge'], 'evenement.ateliersEnsemble': ['jauge', 'sites'], 'evenement.nombreDeSites': ['sites'],
  'evenement.premierJour': ['date', 'periode'],
  'organisateur': ['structure', 'collectivite'], 'territoire': ['collectivite'],
  'budget.enveloppe': ['budget'], 'budget.niveau': ['niveau'],
  'contact': ['contact'], 'dpo': ['dpo'], 'lienInscription': ['lien_inscription'], 'adresseFormulaire': ['adresse_formulaire'],
  'listes.publics': ['publics'], 'listes.themes': ['themes'], 'listes.formats': ['publics', 'themes'], 'listes.partenaires': ['partenaires'],
  'listes.financeurs': ['financeurs', 'date', 'debut'], 'listes.roles': ['responsables'], 'listes.jalons': DAY_ANSWERS, 'listes.sites': ['sites'],
  'listes.salles': ['jauge', 'sites'], 'journees': ['jours', 'milieu', 'forme', 'restauration', 'publics'],
  'donnees': [], 'sources': [],
};

/** The questions behind a document that no template makes. */
export const builderAnswers: Readonly<Record<Builder, readonly string[]>> = {
  'retroplanning': ['date', 'periode', 'debut', 'jours', 'jauge', 'financeurs', 'responsables', 'documents_en_plus'],
  'budget': ['budget', 'financeurs', 'niveau', 'nomenclature', 'jauge', 'jours', 'achats_annee', 'forme'],
  'selection-grid': ['nom', 'date', 'appel'],
  'timetable': ['date', 'jours', 'milieu', 'jauge', 'publics', 'themes', 'forme', 'sites', 'restauration'],
  'table': ['nom', 'date'],
  'milestones-calendar': [...DAY_ANSWERS, 'jours', 'lieu'],
  'tasks-calendar': [...DAY_ANSWERS, 'jours'],
  'contribution-form': ['nom', 'date', 'jours', 'lieu', 'inscriptions', 'adresse_formulaire', 'contact', 'dpo', 'structure', 'publics', 'themes', 'forme', 'sites'],
  'registration-form': ['nom', 'date', 'jours', 'lieu', 'inscriptions', 'lien_inscription', 'contact', 'dpo', 'structure', 'publics', 'themes', 'forme', 'sites'],
  'dashboard': [...DAY_ANSWERS, 'jours', 'budget', 'niveau', 'lieu', 'forme', 'sites'],
  'readme': ['nom', 'date'],
  'sources': ['nom', 'date', 'debut', 'jours', 'jauge', 'publics', 'themes', 'financeurs', 'niveau'],
};

/** The questions behind a name as a template writes it: `evenement.date`, `listes.publics`. */
export function answersBehind(name: string): readonly string[] {
  const parts = name.split('.');
  const known = parts.map((_, index) => parts.slice(0, parts.length - index).join('.')).find((path) => Object.hasOwn(viewAnswers, path));
  return known === undefined ? [] : viewAnswers[known] ?? [];
}
