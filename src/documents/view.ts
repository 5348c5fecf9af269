import type { AuthorityKind, Plan, When } from '../model.ts';
import { choose, isGiven } from '../shared/condition.ts';
import { longDate } from '../shared/dates.ts';
import { isPlanned } from '../shared/planned-documents.ts';
import { formatEuros, groupThousands } from '../shared/money.ts';
import { numberAnswer, recordsAnswer, textAnswer, textsAnswer } from '../shared/read-answer.ts';
import type { View } from '../shared/view-shape.ts';
import { words } from './printed-words.ts';
import { dayViews } from './programme/day-views.ts';
import { mainPlace } from './site-names.ts';
import { durationInWords, eventDate } from './view-dates.ts';
import { buildLists } from './view-lists.ts';

const KIND_WORDS: Readonly<Record<AuthorityKind, string>> = {
  commune: 'commune', epci: 'intercommunalité', ept: 'établissement public territorial',
  departement: 'département', region: 'région', com: 'collectivité d’outre-mer',
};

/** Below this number of people, a team of a few shares everything: our own rule of thumb. */
const SMALL_GROUP = 60;

/**
 * What templates see of a plan: codes to compare, and words to print, which carry the marks of `shared/values.ts`.
 * What was not answered prints « à compléter ». Nothing here depends on `today`: texts do not change by themselves.
 */
export function buildView(plan: Plan): View {
  const { answers, facts, territory, schedule, budget, kit } = plan;
  const code = (fact: string): string => textAnswer(facts, fact) ?? '';
  const date = eventDate(plan);
  const days = numberAnswer(facts, 'jours') ?? 1;
  const fullName = facts['territoire-nom-complet'] ?? territory.label;
  const listes = buildLists(plan);
  const population = numberAnswer(facts, 'population') ?? territory.population;
  return {
    publics: textsAnswer(facts, 'publics'),
    themes: textsAnswer(facts, 'themes'),
    besoins: textsAnswer(facts, 'besoins_acces'),
    taches: schedule.tasks.map(({ task }) => task.id),
    tachesTardives: schedule.tasks.filter(({ anchor, due }) => anchor !== undefined && anchor < due).map(({ task }) => task.id),
    documents: kit.documents.filter((spec) => isPlanned(spec, facts)).map(({ id }) => id),
    milieu: code('milieu'),
    forme: code('forme'),
    appel: code('appel'),
    niveau: code('niveau'),
    restauration: code('restauration'),
    captation: code('captation'),
    inscriptions: code('inscriptions'),
    territoireType: territory.kind,
    plan: schedule.plan,
    dateFixee: !schedule.provisional,
    zeroEuro: budget.envelope === 0,
    outreMer: facts['outre-mer'] === true,
    formation: facts['formation'] === true,
    demiJournee: days <= 0.5,
    plusieursJours: days > 1,
    plusDeDeuxJours: days > 2,
    finitParUneMatinee: days > 1 && !Number.isInteger(days),
    charteAcceptee: facts['charte'] === true,
    petitGroupe: (numberAnswer(facts, 'participants') ?? 0) < SMALL_GROUP,
    europeSollicitee: recordsAnswer(answers, 'financeurs').some(({ type }) => type === 'europe'),
    connu: {
      accroche: isGiven(answers['accroche']), lieu: mainPlace(answers) !== undefined, contact: isGiven(answers['contact']),
      dpo: isGiven(answers['dpo']), lienInscription: isGiven(answers['lien_inscription']),
      adresseFormulaire: isGiven(answers['adresse_formulaire']), partenaires: isGiven(answers['partenaires']),
      financeurs: isGiven(answers['financeurs']), sites: isGiven(answers['sites']),
      structure: isGiven(answers['structure']), hote: isGiven(answers['evenement_hote']),
    },
    evenement: {
      nom: words(plan.eventName), accroche: words(answers['accroche']),
      date: words(date.label), quand: words(date.inSentence), duree: words(durationInWords(days)),
      lieu: words(mainPlace(answers)), jauge: words(answers['jauge']), hote: words(answers['evenement_hote']),
      salles: words(facts['salles']), ateliersEnsemble: words(listes.salles.length), nombreDeSites: words(facts['nombre-de-sites']),
      premierJour: words(longDate(schedule.firstDay)),
    },
    organisateur: {
      nom: words(answers['structure'] ?? fullName),
      type: words(isGiven(answers['structure']) ? 'organisme' : KIND_WORDS[territory.kind]),
    },
    territoire: {
      nom: words(facts['territoire-nom'] ?? territory.name),
      deNom: words(facts['territoire-de-nom'] ?? `de ${territory.name}`),
      nomComplet: words(fullName), type: words(KIND_WORDS[territory.kind]),
      departement: words(territory.departement?.name), region: words(territory.region?.name),
      population: words(population === undefined ? undefined : groupThousands(population)),
    },
    budget: { enveloppe: words(formatEuros(budget.envelope)), niveau: words(budget.level) },
    contact: words(answers['contact']),
    dpo: words(answers['dpo']),
    lienInscription: words(answers['lien_inscription']),
    adresseFormulaire: words(answers['adresse_formulaire']),
    listes,
    journees: dayViews(plan),
    donnees: { inscription: noticeOf(plan, 'inscription'), contribution: noticeOf(plan, 'contribution') },
    sources: kit.sources.map(({ id, title, url }) => ({ id, titre: words(title), adresse: words(url) })),
  };
}

/** What people are told about the data that a form asks for. */
function noticeOf({ kit, facts }: Plan, formId: string): View['donnees']['inscription'] {
  const form = kit.forms.find(({ id }) => id === formId);
  const said = (cases: readonly When<string>[] = []): string => words(choose(cases, facts));
  return {
    but: said(form?.purpose), base: said(form?.legalBasis), destinataires: said(form?.recipients), duree: said(form?.retention),
  };
}
