import type { Alert, DocumentSpec, Favour, FolderState, Form, Kit, Plan, PlannedTask, WeighedDay } from '../../../src/model.ts';
import { buildDashboard } from '../../../src/documents/html/dashboard.ts';
import { buildForm } from '../../../src/documents/html/form.ts';
import { buildReadme } from '../../../src/documents/html/readme.ts';
import { buildSources } from '../../../src/documents/html/sources.ts';
import { addDays, maxDate, minDate } from '../../../src/shared/dates.ts';
import { NOTHING_DONE } from '../../../src/shared/nothing-done.ts';
import { samplePlan, samplePlanWithoutDate } from '../../support/plan.ts';

/** Plans that stretch the pages: full, empty, short of time, over, without money, hostile. */
const checked = { sources: ['CR19'], checkedOn: '2026-11-23', confidence: 'high' } as const;
const judged = { ...checked, sources: ['jugement'], confidence: 'low' } as const;

const alerts: readonly Alert[] = [
  {
    rule: 'R1', severity: 'blocking', validUntil: '2027-12-31', ...checked,
    message: 'La charte n’est pas encore acceptée.', todo: 'La lire avec la personne élue, puis répondre oui.',
  },
  {
    rule: 'R2', severity: 'warning', ...judged,
    message: 'Il manque 702,40\u00a0€ pour équilibrer le budget.', todo: 'Choisir une dépense à remplacer par un prêt.',
  },
  {
    rule: 'R3', severity: 'info', ...checked,
    message: 'Les vacances de la Toussaint commencent neuf jours après.', todo: 'Prévenir les familles tôt.',
  },
];

const favour = (id: string, message: string): Favour => ({ id, message, test: { kind: 'season', from: '09-25', to: '12-15' }, ...checked });
const reason = (rule: string, severity: Alert['severity'], message: string): Alert => ({ rule, severity, message, todo: 'Voir.', ...judged });
const season = favour('saison', 'C’est la saison.');
const unknown = reason('calendrier', 'info', 'Calendrier scolaire inconnu.');

/** Days to choose from: a reason for, reasons against, one that all share on each side. */
export const dates: readonly WeighedDay[] = [
  { date: '2027-10-12', for: [season, favour('loin', 'Loin des autres événements.')], against: [unknown] },
  { date: '2027-10-20', for: [season], against: [unknown] },
  { date: '2027-11-12', for: [season], against: [reason('salon', 'warning', 'Le même jour qu’un salon.'), unknown] },
];

export const registration: Form = {
  id: 'inscription', title: 'Inscription', intro: [{ value: 'Quelques questions pour préparer votre venue.' }], ...checked,
  purpose: [{ value: 'Organiser l’accueil des personnes inscrites.' }],
  legalBasis: [{ value: 'Mission d’intérêt public (article 6.1.e du RGPD).' }],
  recipients: [{ value: 'L’équipe d’organisation.' }], retention: [{ value: 'Trois mois après l’événement.' }],
  sections: [
    {
      id: 'vous', title: 'Vous', fields: [
        { id: 'prenom', label: 'Prénom', type: 'text', required: true, autocomplete: 'given-name', maxLength: 80 },
        { id: 'nom', label: 'Nom', type: 'text', required: true, autocomplete: 'family-name' },
        { id: 'courriel', label: 'Adresse électronique', type: 'email', required: true, autocomplete: 'email' },
        { id: 'telephone', label: 'Téléphone', type: 'tel', required: false, autocomplete: 'tel' },
        { id: 'public', label: 'Vous êtes', type: 'choice', required: true, choicesFrom: 'publics' },
      ],
    },
    {
      id: 'venue', title: 'Votre venue', intro: [{ value: 'Dites ce qui vous convient.' }], fields: [
        { id: 'moments', label: 'Quand\u00a0?', type: 'choices', required: true, choicesFrom: 'demi-journees' },
        { id: 'themes', label: 'Ce qui vous intéresse', type: 'choices', required: false, choicesFrom: 'themes' },
        { id: 'accompagnants', label: 'Combien de personnes avec vous\u00a0?', type: 'number', required: false },
        { id: 'besoins', label: 'De quoi avez-vous besoin\u00a0?', type: 'long-text', required: false, maxLength: 500 },
        {
          id: 'repas-midi', label: 'Repas de midi', type: 'text', required: false,
          when: { op: 'is', fact: 'restauration', values: ['dejeuner'] },
        },
      ],
    },
    {
      id: 'accords', title: 'Vos accords', fields: [
        {
          id: 'suite', label: 'Je veux bien recevoir des nouvelles de la prochaine édition.', type: 'consent',
          required: false, help: [{ value: 'Vous pourrez changer d’avis.' }],
        },
      ],
    },
  ],
};

const kit: Kit = {
  ...samplePlan.kit,
  audiences: [
    { id: 'mediateurs', name: 'Médiatrices et médiateurs numériques', obstacle: '', need: '', formats: [], ...checked },
    { id: 'elus', name: 'Élues et élus', obstacle: '', need: '', formats: [], ...checked },
  ],
  documents: [
    ...samplePlan.kit.documents,
    spec('tableau-de-bord', 'tableau-de-bord.html', 'Tableau de bord', 'dashboard'),
    spec('lisez-moi', 'LISEZ-MOI.html', 'Lisez-moi', 'readme'),
    spec('sources', '1-cadrage/sources.html', 'Sources', 'sources'),
    spec('formulaire', '6-inscriptions/formulaire.html', 'Formulaire d’inscription', 'registration-form'),
  ],
};

function spec(id: string, path: string, title: string, builder: NonNullable<DocumentSpec['builder']>): DocumentSpec {
  const purpose = 'Une page à ouvrir dans un navigateur.';
  return { id, path, title, kind: 'copy', purpose, readers: 'toute l’équipe', builder };
}

const withTasks = (plan: Plan, tasks: readonly PlannedTask[]): Plan => ({
  ...plan,
  schedule: {
    ...plan.schedule, tasks,
    phases: plan.kit.phases.flatMap((phase) => {
      const dues = tasks.filter(({ task }) => task.phase === phase.id).map(({ due }) => due);
      const [first] = dues;
      return first === undefined ? [] : [{ phase, from: dues.reduce(minDate, first), to: dues.reduce(maxDate, first) }];
    }),
  },
});

/** `size` tasks spread over the given days, one in `every` a milestone. */
function stretched(plan: Plan, size: number, days: number, every: number): Plan {
  const first = addDays(plan.schedule.firstDay, -days);
  const phases = Array.from({ length: Math.min(15, Math.ceil(size / 6)) }, (_, index) =>
    ({ id: `p${index}`, title: `Phase numéro ${index + 1}` }));
  const tasks = Array.from({ length: size }, (_, index): PlannedTask => {
    const due = addDays(first, Math.round((index / size) * (days + 60)));
    const model = samplePlan.schedule.tasks[index % samplePlan.schedule.tasks.length]?.task;
    if (!model) throw new Error('the sample plan has tasks');
    const phase = phases[Math.floor((index / size) * phases.length)]?.id ?? 'p0';
    const needs = index % 9 === 0 ? [] : [{ task: `L${index - (index % 9)}`, gapDays: 0 }];
    const task = { ...model, id: `L${index}`, phase, milestone: index % every === 0, needs };
    return { task, due, late: due < plan.today };
  });
  return withTasks({ ...plan, kit: { ...plan.kit, phases, tasks: tasks.map(({ task }) => task) } }, tasks);
}

const full: Plan = { ...samplePlan, kit, alerts };
const late = addDays(full.schedule.firstDay, -35);
const budget = samplePlan.budget;
export const HOSTILE = '</script><img src=x onerror=alert(1)> "l’été" \'&amp; 🎉\u202e عيد \u0007';

export const plans = {
  'full': full,
  'without date': { ...full, answers: samplePlanWithoutDate.answers, schedule: samplePlanWithoutDate.schedule, dates },
  'period over': { ...full, today: '2027-12-01', answers: samplePlanWithoutDate.answers, schedule: samplePlanWithoutDate.schedule },
  'zero euro': {
    ...full,
    budget: {
      ...budget, envelope: 0, expenses: 0, income: [], incomeTotal: 0, gap: 0,
      contingency: { ...budget.contingency, amount: 0 },
      lines: budget.lines.map((line) => ({ ...line, price: 0, amount: 0, free: line.line.free !== undefined })),
    },
  },
  'without partners': {
    ...full, alerts: [], kit: { ...kit, sources: [] },
    answers: { collectivite: 'departement:23', nom: 'NEC Creuse 2027' },
  },
  '90 tasks': stretched(full, 90, 252, 5),
  'five weeks': stretched(
    { ...full, today: late, schedule: { ...full.schedule, weeksAvailable: 5, weeksUsed: 5 } }, 26, 30, 3,
  ),
  'over': {
    ...full, today: '2027-11-01',
    schedule: {
      ...full.schedule, tasks: full.schedule.tasks.map((task) => ({ ...task, late: task.due < '2027-10-14' })),
    },
  },
  'long ago': { ...full, today: '2030-01-01' },
  'two days': {
    ...full, today: '2027-10-15', answers: { ...full.answers, jours: 1.5 },
    schedule: { ...full.schedule, lastDay: '2027-10-15' },
  },
  'hostile': {
    ...full, eventName: HOSTILE, territory: { ...full.territory, label: HOSTILE },
    answers: {
      ...full.answers, nom: HOSTILE, lieu: HOSTILE, accroche: HOSTILE, structure: HOSTILE, contact: HOSTILE,
      dpo: HOSTILE,
      adresse_formulaire: `javascript:${HOSTILE}`, responsables: { 'chef-de-projet': HOSTILE }, themes: [HOSTILE],
    },
    alerts: alerts.map((alert) => ({ ...alert, message: HOSTILE, todo: HOSTILE })),
  },
  'reachable': {
    ...full, answers: {
      ...full.answers, contact: 'nec@creuse.example', dpo: 'dpo@creuse.example',
      lien_inscription: 'https://inscriptions.example/nec?a=1&b=2',
    },
  },
} as const satisfies Record<string, Plan>;

export const listed = kit.documents.map(({ id, path, title, purpose, readers, kind }) => ({
  id, path: kind === 'text' ? `${path}.docx` : path, title, purpose, readers,
}));

export const specOf = (id: string): DocumentSpec => kit.documents.find((spec) => spec.id === id) as DocumentSpec;

export const formOf = (plan: Plan, form: Form): string =>
  buildForm(specOf('formulaire'), '6-inscriptions/formulaire.html', plan, form).content;

/** The kinds of page for a plan, and what people did. */
export function pagesOf(plan: Plan, state: FolderState = NOTHING_DONE): Readonly<Record<'dashboard' | 'readme' | 'sources' | 'form', string>> {
  const around = { documents: listed, state };
  return {
    dashboard: buildDashboard(specOf('tableau-de-bord'), 'tableau-de-bord.html', plan, around).content,
    readme: buildReadme(specOf('lisez-moi'), 'LISEZ-MOI.html', plan, around).content,
    sources: buildSources(specOf('sources'), '1-cadrage/sources.html', plan).content,
    form: formOf(plan, registration),
  };
}

/** The words of a page, as a reader gets them. */
export const words = (page: string): string => page
  .replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
