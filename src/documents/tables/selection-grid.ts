import type { Column, DocumentSpec, Formula, Plan, Sheet, TableDocument } from '../../model.ts';
import { letterOf } from './formulas.ts';
import { guideSheet, idColumn, item, ours, prefaceOf, spare, theirs } from './layout.ts';

interface Criterion {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly question: string;
}

/** Criteria and weights are our own judgement (`jugement`), made from the calls for contributions of other events. */
const criteria: readonly Criterion[] = [
  {
    id: 'utilite', name: 'Utile au public visé', weight: 3,
    question: 'Les personnes attendues repartent-elles avec quelque chose ?',
  },
  {
    id: 'concret', name: 'Concret', weight: 2,
    question: 'Y fait-on quelque chose ensemble, ou écoute-t-on seulement ?',
  },
  {
    id: 'interet-general', name: 'Intérêt général', weight: 2,
    question: 'La proposition sert-elle tout le monde, dans l’esprit de l’événement ?',
  },
  {
    id: 'trace', name: 'Trace réutilisable', weight: 2,
    question: 'En reste-t-il quelque chose que d’autres peuvent reprendre librement ?',
  },
  {
    id: 'diversite', name: 'Diversité', weight: 2,
    question: 'Apporte-t-elle des territoires, des personnes ou des voix que l’on n’entend pas d’habitude ?',
  },
  {
    id: 'cooperation', name: 'Coopération', weight: 1,
    question: 'Plusieurs structures la portent-elles ensemble ?',
  },
  {
    id: 'faisabilite', name: 'Faisable', weight: 1,
    question: 'Le lieu, le temps et le matériel suffisent-ils ?',
  },
  {
    id: 'accessibilite', name: 'Sobre et accessible', weight: 1,
    question: 'Chaque personne peut-elle y prendre part, avec peu de moyens ?',
  },
];

const proposals = 30;
const WAITING = 'Liste d’attente';
const decisions = ['Retenue', 'Regroupée', WAITING, 'Autre forme', 'Non retenue'];

/** The committee is open to all: proposals have a number, and only the organisers know whose it is. */
const shared: readonly Column[] = [
  { ...idColumn, width: 6 },
  theirs('numero', 'N° de la proposition', 14),
  theirs('titre', 'Titre de la proposition', 34),
];
const outcome = (choices: readonly string[]): readonly Column[] => [
  theirs('eliminatoire', 'Éliminatoire', 14, 'choice', { choices: ['oui', 'non'] }),
  theirs('decision', 'Décision', 14, 'choice', { choices }),
  theirs('motif', 'Motif envoyé', 30),
];
const columns: readonly Column[] = [
  ...shared,
  ...criteria.map(({ id, name }) => theirs(id, name, 11.5, 'choice', { choices: ['0', '1', '2', '3'] })),
  ours('total', 'Total', 9, 'number'),
  ...outcome(decisions),
];
/** Where every wish is welcome, nothing is marked and nobody waits: wishes are brought together. */
const columnsOfWishes: readonly Column[] = [
  ...shared, theirs('verbe', 'Ce que l’on y fait', 24), theirs('groupe', 'À rapprocher de', 24), ...outcome(decisions.filter((choice) => choice !== WAITING)),
];

/** The grid with which a committee reads proposals, one row each: marks with their weights, or a list of wishes to bring together. */
export function buildSelectionGrid(spec: DocumentSpec, path: string, plan: Plan): TableDocument {
  const sheets = plan.answers['appel'] === 'envies' ? [wishesSheet(spec, plan), guideSheet(guideOfWishes)]
    : [marksSheet(spec, plan), criteriaSheet(plan), guideSheet(guide)];
  return { kind: 'table', spec, path, sheets };
}

function wishesSheet(spec: DocumentSpec, plan: Plan): Sheet {
  return {
    name: 'Notes',
    preface: prefaceOf(spec.title, plan, 'On ne note pas\u00a0: on rapproche les envies qui ont le même verbe ou le même public.'),
    columns: columnsOfWishes,
    rows: spare({}, proposals),
    landscape: true,
  };
}

function marksSheet(spec: DocumentSpec, plan: Plan): Sheet {
  return {
    name: 'Notes',
    preface: prefaceOf(spec.title, plan,
      'Notez de 0 (pas du tout) à 3 (tout à fait). Le total tient compte des poids de la feuille «\u00a0Critères\u00a0».'),
    columns,
    rows: spare({ total: weightedTotal() }, proposals),
    landscape: true,
  };
}

/** Empty until a first mark: 0 would look like a bad mark. */
function weightedTotal(): Formula {
  const mark = (id: string) => `${letterOf(columns, id)}{row}`;
  const range = `${mark(criteria[0]?.id ?? '')}:${mark(criteria.at(-1)?.id ?? '')}`;
  const sum = criteria.map(({ id }) => `${mark(id)}*{ref:Critères|${id}|poids}`).join('+');
  return { formula: `IF(COUNT(${range})=0,"",${sum})`, value: '' };
}

function criteriaSheet(plan: Plan): Sheet {
  return {
    name: 'Critères',
    preface: prefaceOf('Critères et poids', plan, 'Changez un poids, à fond jaune : tous les totaux suivent.'),
    columns: [
      { ...idColumn, width: 14 },
      ours('critere', 'Critère', 28, 'text', { label: true }),
      theirs('poids', 'Poids', 8, 'number'),
      ours('question', 'Question à se poser', 84),
    ],
    rows: criteria.map(({ id, name, weight, question }) => item(id, { critere: name, poids: weight, question })),
    landscape: true,
  };
}

const anonymous = 'Écrivez le numéro de chaque proposition, jamais le nom de qui la fait : l’équipe d’organisation garde la liste des noms à part.';
const afterwards = [
  'Regroupez plutôt que refuser : deux propositions proches font souvent un meilleur atelier.',
  'Avant de refuser, cherchez une autre forme : un stand, un café, une contribution en ligne.',
  'Envoyez à chacun la décision et son motif, et tenez une liste d’attente.',
];
const guide = [
  'Chaque personne note d’abord seule, dans sa copie du fichier, sans voir les notes des autres.',
  anonymous,
  'Réunissez les copies. Parlez des propositions où les notes s’écartent : la discussion décide, pas la moyenne.',
  'Éliminatoire : une promotion commerciale, le refus d’une licence ouverte, un sujet hors du thème.',
  ...afterwards,
];
const guideOfWishes = [
  'Deux personnes lisent tout, chacune de son côté, puis comparent les groupes qu’elles proposent.',
  anonymous,
  'Ce que l’on y fait : un verbe suffit. Montrer, apprendre, réparer, débattre, fabriquer, visiter.',
  'Éliminatoire : une promotion commerciale ou le refus d’une licence ouverte, et rien d’autre.',
  ...afterwards,
];
