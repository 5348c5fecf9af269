/** How a fact that the tool works out is said (yes or no: both sentences; else what the values are of), and the questions that it follows from. */
type FactWords = { readonly from: readonly string[] } & (
  | { readonly yes: string; readonly no: string }
  | { readonly of: string; readonly values?: Readonly<Record<string, string>> });

/** One for each of `derivedFacts` (`shared/facts.ts`). */
export const factWords: Readonly<Record<string, FactWords>> = {
  'zero-euro': { from: ['budget'], yes: 'il n’y a pas d’argent', no: 'il y a de l’argent' },
  'date-fixee': { from: ['date'], yes: 'la date est choisie', no: 'la date n’est pas choisie' },
  'week-end': { from: ['date', 'jours'], yes: 'un jour de l’événement est un samedi ou un dimanche', no: 'l’événement a lieu en semaine' },
  'participants': { from: ['jauge'], of: 'le nombre de personnes attendues' },
  'journees-personnes': { from: ['jauge', 'jours'], of: 'le nombre de personnes attendues, comptées chaque jour' },
  'petit-evenement': { from: ['jours', 'jauge'], yes: 'l’événement est petit (une demi-journée, moins de 80 personnes)', no: 'l’événement dure plus d’une demi-journée, ou réunit 80 personnes ou plus' },
  'semaines-disponibles': { from: ['debut', 'date', 'periode'], of: 'le nombre de semaines de préparation' },
  'demi-journees': { from: ['jours'], of: 'le nombre de demi-journées' },
  'demi-journees-des-lieux': { from: ['jours', 'forme', 'sites'], of: 'le nombre de demi-journées, dans chaque lieu' },
  'salles': { from: ['jauge'], of: 'le nombre de salles' },
  'nombre-de-sites': { from: ['sites'], of: 'le nombre de lieux' },
  'intervenants': { from: ['jauge'], of: 'le nombre d’intervenantes et d’intervenants' },
  'mediateurs-aides': { from: ['publics', 'jauge'], of: 'le nombre de médiatrices et médiateurs aidés à venir' },
  'territoire-type': {
    from: ['collectivite'],
    of: 'le territoire',
    values: {
      'commune': 'une commune', 'epci': 'une intercommunalité', 'ept': 'un établissement public territorial',
      'departement': 'un département', 'region': 'une région', 'com': 'une collectivité d’outre-mer',
    },
  },
  'population': { from: ['collectivite'], of: 'le nombre d’habitants' },
  'outre-mer': { from: ['collectivite'], yes: 'le territoire est outre-mer', no: 'le territoire n’est pas outre-mer' },
  'alsace-moselle': { from: ['collectivite'], yes: 'le territoire est en Alsace ou en Moselle', no: 'le territoire n’est ni en Alsace ni en Moselle' },
  'jours-feries': {
    from: ['collectivite'],
    of: 'le calendrier des jours fériés',
    values: {
      'metropole': 'celui de la métropole', 'alsace-moselle': 'celui d’Alsace et de Moselle', 'guadeloupe': 'celui de la Guadeloupe',
      'martinique': 'celui de la Martinique', 'guyane': 'celui de la Guyane', 'reunion': 'celui de La Réunion', 'mayotte': 'celui de Mayotte',
      'saint-barthelemy': 'celui de Saint-Barthélemy', 'saint-martin': 'celui de Saint-Martin',
      'saint-pierre-et-miquelon': 'celui de Saint-Pierre-et-Miquelon', 'nouvelle-caledonie': 'celui de la Nouvelle-Calédonie',
      'polynesie': 'celui de la Polynésie française', 'wallis-et-futuna': 'celui de Wallis-et-Futuna',
    },
  },
  'zone-scolaire': { from: ['collectivite'], of: 'la zone des vacances scolaires', values: { 'A': 'la zone A', 'B': 'la zone B', 'C': 'la zone C', 'propre': 'propre au territoire' } },
};
