import type { Answers, DocumentSpec, Kit, Plan, Territory } from '../../src/model.ts';
import { budget, budgetRules } from './plan-budget.ts';
import { droppedTask, schedule, tasks } from './plan-schedule.ts';

const territory: Territory = {
  id: 'departement:23', kind: 'departement', code: '23', name: 'Creuse', label: 'Creuse (département)',
  population: 115000, postcodes: [], departement: { code: '23', name: 'Creuse' },
  region: { code: '75', name: 'Nouvelle-Aquitaine' },
  setting: 'hyper-rural', timeZone: 'Europe/Paris', schoolZone: 'A', holidayZone: 'metropole',
};

const answers: Answers = {
  collectivite: 'departement:23', nom: 'NEC Creuse 2027', date: '2027-10-14', jours: 1, debut: '2026-11-23',
  textes: 'word', forme: 'autonome', lieu: 'Médiathèque de Guéret', jauge: 80,
  publics: ['mediateurs', 'elus', 'habitants'],
  budget: 1200, niveau: 'sobre', financeurs: [{ type: 'prefecture', montant: 500 }, { type: 'mecenat' }],
  partenaires: [{ nom: 'Hub territorial', type: 'hub' }], themes: ['inclusion', 'ruralite-mobilite'],
  appel: 'contributions', inscriptions: 'html', formation: false, restauration: 'repas-partage',
  captation: 'audio', besoins_acces: ['lsf'],
  responsables: { 'chef-de-projet': 'Direction du numérique' }, nomenclature: 'developpee',
  achats_annee: 0, charte: true,
};

const document = (id: string, path: string, title: string, rest: Partial<DocumentSpec>): DocumentSpec => ({
  id, path, title, kind: 'text', purpose: `${title}.`, readers: 'équipe', ...rest,
});

export const sampleSpecs = {
  retroplanning: document('retroplanning', '2-calendrier/retroplanning.xlsx', 'Rétroplanning',
    { kind: 'table', builder: 'retroplanning' }),
  budget: document('budget', '3-budget/budget.xlsx', 'Budget', { kind: 'table', builder: 'budget' }),
  grid: document('grille-de-selection', '5-contributions/grille-de-selection.xlsx', 'Grille de sélection',
    { kind: 'table', builder: 'selection-grid' }),
  milestones: document('jalons', '2-calendrier/jalons.ics', 'Jalons', { kind: 'copy', builder: 'milestones-calendar' }),
  tasks: document('taches', '2-calendrier/taches.ics', 'Tâches', { kind: 'copy', builder: 'tasks-calendar' }),
} as const;

const kit: Kit = {
  id: 'nec', name: 'Numérique en Commun[s]', version: '1.0.0', licence: 'etalab-2.0',
  chapters: [], questions: [],
  phases: schedule.phases.map(({ phase }) => phase),
  roles: [
    { id: 'chef-de-projet', title: 'Chef de projet', mission: 'Tenir le calendrier.' },
    { id: 'elu-referent', title: 'Membre élu référent', mission: 'Porter le projet devant l’exécutif.' },
    { id: 'logistique', title: 'Lieu et logistique', mission: 'Trouver et préparer le lieu.' },
    { id: 'programmation', title: 'Comité de programmation', mission: 'Composer le programme.' },
    { id: 'inscriptions', title: 'Inscriptions et accueil', mission: 'Accueillir chaque personne.' },
    { id: 'partenariats', title: 'Partenariats et finances', mission: 'Trouver les moyens.' },
  ],
  tasks: [...tasks, droppedTask],
  budget: budgetRules,
  audiences: [], themes: [], formats: [], forms: [], rules: [], favours: [],
  documents: [
    document('note-de-cadrage', '1-cadrage/note-de-cadrage', 'Note de cadrage', { template: 'note-de-cadrage.md' }),
    document('appel-a-contributions', '5-contributions/appel-a-contributions', 'Appel à contributions',
      { template: 'appel.md' }),
    document('bilan', '10-bilan/bilan', 'Bilan', { template: 'bilan.md' }),
    ...Object.values(sampleSpecs),
  ],
  sources: [{
    id: 'CR19', title: 'Compte rendu du 30 janvier 2019', url: 'https://pad.numerique-en-commun.fr/s/NECjanvier19',
  }],
  profiles: [], templates: {}, renames: { entries: {}, words: {} },
};

/**
 * A small complete plan written by hand: a département of few people (Creuse), one day (14 October 2027), 80 people.
 * Its figures agree with each other to the cent.
 */
export const samplePlan: Plan = {
  kit, answers, facts: { ...answers, milieu: 'hyper-rural', semaines: 46 }, territory, today: '2026-11-23',
  eventId: '4f1c0a7be2', eventName: 'NEC Creuse 2027', schedule, budget, alerts: [], dates: [],
};

/** The same plan with `date: a-definir`: every date is provisional. */
export const samplePlanWithoutDate: Plan = {
  ...samplePlan,
  answers: { ...answers, date: 'a-definir', periode: '2027-10/2027-11' },
  schedule: { ...schedule, firstDay: '2027-10-01', lastDay: '2027-10-01', provisional: true },
};
