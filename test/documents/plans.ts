import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseKit } from '../../src/kit/parse-kit.ts';
import type { Answers, Kit, Plan, Territory } from '../../src/model.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import { deriveFacts } from '../../src/shared/facts.ts';
import { holidaysOf } from '../../src/territory/holidays.ts';
import { fullName, ofName } from '../../src/territory/names.ts';
import { workingDays } from '../../src/territory/working-days.ts';

/** Plans of the shipped kit for territories that have little in common, to see how far the words follow the answers. */
function readKit(): Kit {
  const folder = join(import.meta.dirname, '../../kits/nec');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(yaml|md)$/.test(path));
  const read = (path: string) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')] as const;
  const parsed = parseKit(Object.fromEntries(paths.map(read)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.value;
}

export const necKit = readKit();

const creuse: Territory = {
  id: 'departement:23', kind: 'departement', code: '23', name: 'Creuse', label: 'Creuse (département)',
  population: 115_000, postcodes: [],
  departement: { code: '23', name: 'Creuse' }, region: { code: '75', name: 'Nouvelle-Aquitaine' },
  setting: 'hyper-rural', timeZone: 'Europe/Paris', schoolZone: 'A', holidayZone: 'metropole',
};
const evry: Territory = {
  ...creuse, id: 'commune:91228', kind: 'commune', code: '91228', name: 'Évry-Courcouronnes',
  label: 'Évry-Courcouronnes (Essonne)',
  population: 66_700, departement: { code: '91', name: 'Essonne' }, region: { code: '11', name: 'Île-de-France' },
  setting: 'dense', schoolZone: 'C',
};
const village: Territory = {
  ...creuse, id: 'commune:07128', kind: 'commune', code: '07128', name: 'Lalouvesc', label: 'Lalouvesc (Ardèche)',
  population: 400,
  departement: { code: '07', name: 'Ardèche' }, region: { code: '84', name: 'Auvergne-Rhône-Alpes' }, setting: 'rural',
};
const reunion: Territory = {
  ...creuse, id: 'region:04', kind: 'region', code: '04', name: 'La Réunion', label: 'La Réunion (région)',
  population: 880_000,
  departement: { code: '974', name: 'La Réunion' }, region: { code: '04', name: 'La Réunion' },
  setting: 'urbain', timeZone: 'Indian/Reunion', schoolZone: 'propre', holidayZone: 'reunion',
};

const common: Answers = {
  date: '2027-10-14', jours: 1, debut: '2026-11-23', textes: 'word', forme: 'autonome', inscriptions: 'html',
  formation: false,
  restauration: 'repas-partage', captation: 'aucune', besoins_acces: [], nomenclature: 'developpee', achats_annee: 0,
};

/** A plan of the shipped kit; `answers` are completed only by a few plain ones. */
export function planOf(territory: Territory, given: Answers): Plan {
  const answers: Answers = {
    ...common, collectivite: territory.id, nom: `NEC ${territory.name} 2027`, milieu: territory.setting, ...given,
  };
  const names = { name: territory.name, ofName: ofName(territory), fullName: fullName(territory) };
  return buildPlan({
    kit: necKit, answers, facts: deriveFacts(answers, territory, names), territory, today: '2026-11-23',
    eventId: '4f1c0a7be2', workingDays: workingDays(territory), holidaysOf: (year) => holidaysOf(territory, year),
  });
}

export const plans = {
  'Creuse, plusieurs sites': planOf(creuse, {
    jauge: 120, publics: ['mediateurs', 'elus', 'habitants'], budget: 1200, niveau: 'sobre',
    themes: ['inclusion', 'ruralite-mobilite'],
    forme: 'multi-sites', lieu: 'Médiathèque de Guéret',
    sites: [{ nom: 'Médiathèque', commune: 'Felletin' }, { nom: 'Bibliothèque d’Auzances' }],
    appel: 'contributions', financeurs: [{ type: 'prefecture', montant: 500 }],
    partenaires: [{ nom: 'Préfecture de la Creuse', type: 'prefecture' }],
    captation: 'audio', contact: 'nec@creuse.example', charte: true,
  }),
  'Creuse, un site': planOf(creuse, {
    jauge: 200, publics: ['mediateurs', 'elus', 'agents', 'associations'], budget: 12_000, niveau: 'courant',
    themes: ['inclusion'], appel: 'communs',
  }),
  'ville dense': planOf(evry, {
    jauge: 200, jours: 2, publics: ['mediateurs', 'elus', 'agents', 'associations', 'etudiants', 'recherche'],
    budget: 12_000, niveau: 'courant',
    themes: ['culture-education', 'mediation-metier'], appel: 'communs', restauration: 'dejeuner', captation: 'video',
    formation: true, besoins_acces: ['lsf', 'transcription', 'garde-enfants'],
    lieu: 'Agora', accroche: 'Deux jours pour s’entraider',
    dpo: 'dpo@evry.example', contact: 'nec@evry.example', lien_inscription: 'https://evry.example/nec', charte: true,
    partenaires: [{ nom: 'Un théâtre', type: 'association' }, { nom: 'Un lycée', type: 'autre' }],
    financeurs: [{ type: 'region' }, { type: 'departement' }],
  }),
  'village sans argent': planOf(village, {
    jauge: 35, jours: 0.5, publics: ['habitants', 'elus'], budget: 0, niveau: 'sobre',
    themes: ['ruralite-mobilite', 'Réparer son téléphone'],
    appel: 'envies', restauration: 'cafe', inscriptions: 'papier', lieu: 'Salle communale',
  }),
  'greffe outre-mer, date à définir': planOf(reunion, {
    date: 'a-definir', periode: '2027-10/2027-11', jauge: 90,
    publics: ['entreprises', 'travailleurs-sociaux', 'bibliothecaires'], budget: 5000, niveau: 'sobre',
    themes: ['emploi-economie', 'ia-cybersecurite'], forme: 'greffe', evenement_hote: 'Semaine du numérique',
    appel: 'aucun', inscriptions: 'autre', structure: 'Solidarités numériques',
  }),
  'presque rien de répondu': planOf(village, {
    date: 'a-definir', periode: '2027-10/2027-11', jauge: 80, publics: [], budget: 0, niveau: 'sobre', themes: [],
    appel: 'contributions', partenaires: [], financeurs: [], restauration: 'aucune',
  }),
} as const satisfies Readonly<Record<string, Plan>>;

/** Any territory of the six plans with any choice to every question that has choices. */
export const anyPlan = fc.record({
  plan: fc.constantFrom(...Object.values(plans)),
  choices: fc.record(Object.fromEntries(necKit.questions
    .filter(({ type, choices }) => choices && (type === 'choice' || type === 'choices'))
    .map(({ id, type, choices = [] }) => {
      const values = choices.map(({ value }) => value);
      return [id, type === 'choice' ? fc.constantFrom(...values) : fc.subarray(values)] as const;
    }))),
  jours: fc.constantFrom(0.5, 1, 1.5, 2),
  jauge: fc.constantFrom(10, 80, 300),
  budget: fc.constantFrom(0, 1200, 40_000),
  date: fc.constantFrom('2027-10-14', 'a-definir'),
  charte: fc.boolean(),
  formation: fc.boolean(),
}).map(({ plan, choices, ...rest }) => (
  planOf(plan.territory, { ...plan.answers, periode: '2027-10/2027-12', ...choices, ...rest } as Answers)));
