import type { FolderState, ObservedTask, OpenConflict, Plan } from '../../../src/model.ts';
import { NOTHING_DONE } from '../../../src/shared/nothing-done.ts';
import { buildSources } from '../../../src/documents/html/sources.ts';
import { plans as necPlans } from '../plans.ts';
import { HOSTILE, pagesOf, plans, specOf } from './samples.ts';

/** A line of the retro-planning as a workbook has it. */
export const row = (id: string | null, rest: Partial<ObservedTask> = {}): ObservedTask =>
  ({ id, title: id ?? 'À nous', phase: 'Cadrer', due: null, ownDue: null, state: 'todo', owner: null, ...rest });

/** The lines of every task of the plan, some of them as told. */
export const rowsOf = (plan: Plan, ...told: readonly ObservedTask[]): readonly ObservedTask[] => [
  ...plan.schedule.tasks.filter(({ task }) => !told.some(({ id }) => id === task.id)).map(({ task }) => row(task.id)),
  ...told,
];

const conflicts: readonly OpenConflict[] = [
  {
    path: '1-cadrage/note-de-cadrage.docx', beside: '1-cadrage/note-de-cadrage.nouveau.docx', why: 'both-changed',
    pieces: [{
      place: 'paragraphe «\u00a0Le lieu…\u00a0»', base: 'La journée a lieu à la médiathèque de Guéret.',
      mine: 'La journée a lieu dans la grande salle,\nau premier étage de la médiathèque.', next: 'La journée a lieu au lycée agricole d’Ahun.',
    }],
  },
  {
    path: '3-budget/budget.xlsx', beside: '3-budget/budget.nouveau.xlsx', why: 'no-spare-rows',
    pieces: [{ place: 'Dépenses, ligne «\u00a0Salle\u00a0», colonne «\u00a0Prévu\u00a0»', base: '', mine: '120 €', next: '0 €' }],
  },
];

const worked: FolderState = {
  ...NOTHING_DONE, conflicts,
  observed: {
    tasks: rowsOf(
      plans.full,
      row('T01', { state: 'done', owner: 'Direction du numérique' }), row('T08', { owner: 'Le cabinet du maire' }),
      row('T19', { ownDue: '2027-05-20', state: 'doing', owner: 'Service culturel' }), row('T28', { ownDue: '2027-10-20' }),
      row(null, { title: 'Réserver la fanfare', due: '2027-03-10', owner: 'Marché couvert' }),
      row(null, { title: 'Penser aux fleurs', phase: 'Tenir' }),
    ),
    budget: {
      lines: [
        { id: 'B02', label: 'Accueil café', kind: 'expense', planned: 36_000, actual: 41_250 },
        { id: 'B05', label: 'Interprètes en langue des signes', kind: 'expense', planned: 133_334, actual: null },
        { id: null, label: 'Fanfare', kind: 'expense', planned: null, actual: 15_000 },
        { id: '_imprevus', label: 'Imprévus', kind: 'expense', planned: 16_933, actual: null },
        { id: 'prefecture', label: 'Préfecture', kind: 'income', planned: 50_000, actual: 25_000 },
        { id: 'mecenat', label: 'Mécénat', kind: 'income', planned: 0, actual: null },
      ],
      planned: { expenses: 186_267, income: 170_000 }, actual: { expenses: 56_250, income: 25_000 },
    },
  },
};

const hostileText = { place: HOSTILE, mine: HOSTILE, next: HOSTILE, base: `${'Long '.repeat(400)}${HOSTILE}` };

/** Folders that people worked in: a plan on a day, and what they did. */
export const lived: Readonly<Record<string, readonly [Plan, FolderState]>> = {
  'worked in': [{ ...plans.full, today: '2027-03-15' }, worked],
  'worked in, without date': [{ ...plans['without date'], today: '2027-03-15' }, worked],
  'many late': [{ ...plans['90 tasks'], today: '2027-09-01' }, NOTHING_DONE],
  'all done': [{ ...plans.full, today: '2027-12-01' }, {
    ...NOTHING_DONE, observed: { tasks: plans.full.schedule.tasks.map(({ task }) => row(task.id, { state: 'done' })) },
  }],
  'hostile rows': [plans.full, {
    ...NOTHING_DONE,
    conflicts: [{ path: HOSTILE, beside: HOSTILE, why: 'path-taken', pieces: Array.from({ length: 12 }, () => hostileText) }],
    observed: {
      tasks: rowsOf(plans.full, row('T01', { owner: HOSTILE, state: 'doing' }), row(null, { title: HOSTILE, owner: HOSTILE, due: '2026-11-01' })),
      budget: {
        lines: [
          { id: null, label: HOSTILE, kind: 'expense', planned: 50, actual: 200 },
          { id: '_imprevus', label: 'Imprévus', kind: 'expense', planned: 50, actual: null },
          { id: null, label: HOSTILE, kind: 'income', planned: null, actual: 1 },
        ],
        planned: { expenses: 100, income: 0 }, actual: { expenses: 200, income: 1 },
      },
    },
  }],
};

/** The page of sources as the shipped kit makes it: the longest of all. */
const sources = buildSources(specOf('sources'), '1-cadrage/sources.html', necPlans['Creuse, plusieurs sites']).content;

/** Every page there is to look at: kind, sample, content. */
export const samplePages: readonly (readonly [name: string, content: string])[] = [
  ...Object.entries(plans).map(([name, plan]) => [name, pagesOf(plan)] as const),
  ...Object.entries(lived).map(([name, [plan, state]]) => [name, { dashboard: pagesOf(plan, state).dashboard }] as const),
  ['nec', { sources }] as const,
].flatMap(([name, pages]) => Object.entries(pages).map(([kind, content]) => [`${kind}, ${name}`, content] as const));
