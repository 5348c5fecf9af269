import type { Column, DocumentSpec, Plan, PlannedTask, Row, Sheet, TableDocument } from '../../model.ts';
import { plainDate } from '../../shared/dates.ts';
import { personInCharge } from '../../shared/read-answer.ts';
import { guideSheet, idColumn, item, ours, prefaceOf, section, spare, theirs, tintNote } from './layout.ts';

/** What a person says about a task, in the drop-down list of « État ». */
export const taskStates = ['À faire', 'En cours', 'Fait', 'Abandonné'] as const;

/** Blank rows after each phase: with fifteen phases, more of them would fill pages. */
const SPARE_TASKS = 2;

const columns: readonly Column[] = [
  { ...idColumn, width: 7 },
  ours('phase', 'Phase', 15),
  ours('tache', 'Tâche', 36),
  ours('echeance', 'Échéance', 11.5, 'date'),
  theirs('votre-echeance', 'Votre échéance', 11.5, 'date'),
  ours('role', 'Rôle', 20),
  theirs('responsable', 'Responsable', 16),
  theirs('etat', 'État', 11, 'choice', { choices: taskStates }),
  ours('depend', 'Dépend de', 10),
  ours('document', 'Document', 16),
  ours('pourquoi', 'Pourquoi, et quand c’est fait', 72),
  theirs('notes', 'Notes', 18),
];

/** Every task with its date, by phase, and the tasks that the lack of time left aside. */
export function buildRetroplanning(spec: DocumentSpec, path: string, plan: Plan): TableDocument {
  const sheets = [tasksSheet(spec, plan), ...droppedSheet(plan), guideSheet(guide)];
  return { kind: 'table', spec, path, sheets };
}

function tasksSheet(spec: DocumentSpec, plan: Plan): Sheet {
  const rows = plan.schedule.phases.flatMap(({ phase }) => [
    section(phase.id, { phase: phase.title }),
    ...plan.schedule.tasks.filter(({ task }) => task.phase === phase.id).map((planned) => taskRow(planned, plan)),
    ...spare({}, SPARE_TASKS),
  ]);
  return { name: 'Rétroplanning', preface: prefaceOf(spec.title, plan, tintNote), columns, rows, landscape: true };
}

function taskRow({ task, due, anchor }: PlannedTask, { kit, answers, schedule }: Plan): Row {
  const planned = new Set(schedule.tasks.map((other) => other.task.id));
  const deadline = anchor ? `\nAu plus tard le ${plainDate(anchor)}.` : '';
  return item(task.id, {
    phase: kit.phases.find(({ id }) => id === task.phase)?.title ?? task.phase,
    tache: task.title,
    echeance: due,
    role: kit.roles.find(({ id }) => id === task.role)?.title ?? task.role,
    responsable: personInCharge(answers, task.role) ?? null,
    etat: taskStates[0],
    depend: task.needs.filter((need) => planned.has(need.task)).map((need) => need.task).join(', ') || null,
    document: kit.documents.find(({ id }) => id === task.document)?.title ?? null,
    pourquoi: `${task.why}\nC’est fait quand : ${task.done}${deadline}`,
  });
}

function droppedSheet(plan: Plan): readonly Sheet[] {
  const { dropped, weeksAvailable, weeksOfPlan } = plan.schedule;
  if (dropped.length === 0) return [];
  return [{
    name: 'Laissé de côté',
    preface: prefaceOf('Ce que le temps a fait laisser de côté', plan,
      `Vous avez ${weeksAvailable} semaines ; le calendrier entier en demande ${weeksOfPlan}.`),
    columns: [
      idColumn,
      ours('tache', 'Tâche', 44),
      ours('raison', 'Pourquoi elle est laissée', 46),
      ours('remplacement', 'À la place', 56),
    ],
    rows: dropped.map(({ task }) => item(task.id, {
      tache: task.title,
      raison: task.dropUnderWeeks === undefined
        ? 'Le temps manque.'
        : `Il faut au moins ${task.dropUnderWeeks} semaines de préparation.`,
      remplacement: task.instead ?? null,
    })),
    landscape: true,
  }];
}

const guide = [
  'À vous : Votre échéance, Responsable, État, Notes. Ces colonnes à fond jaune ne sont jamais effacées.',
  'Calculé pour vous : Échéance. Elle bouge avec l’événement. Une date que vous préférez va dans « Votre échéance ».',
  'Gardez la colonne N° : elle relie chaque ligne à sa tâche, même après un tri.',
  'Les lignes vides de chaque phase sont pour vos propres tâches. Laissez leur N° vide.',
  'Couleurs, largeurs, colonnes et feuilles ajoutées : tout ce que vous changez reste.',
];
