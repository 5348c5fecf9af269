import type { Column, DocumentSpec, Plan, PlannedTask, Row, Sheet, TableDocument, Task } from '../../model.ts';
import { holds } from '../../shared/condition.ts';
import { plainDate } from '../../shared/dates.ts';
import { isPlanned } from '../../shared/planned-documents.ts';
import { numberAnswer, personInCharge } from '../../shared/read-answer.ts';
import { TASKS_SHEET, taskStates } from '../../shared/workbook-words.ts';
import { guideSheet, idColumn, item, ours, prefaceOf, section, spare, theirs, tintNote } from './layout.ts';

/** Blank rows after each phase, for people: with fifteen phases, more of them would fill pages. */
const SPARE_TASKS = 2;

const columns: readonly Column[] = [
  { ...idColumn, width: 7 },
  ours('phase', 'Phase', 15),
  ours('tache', 'Tâche', 36, 'text', { label: true }),
  ours('echeance', 'Échéance', 11.5, 'date', { overflow: 'votre-echeance' }),
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
  const sheets = [tasksSheet(spec, plan), droppedSheet(plan), guideSheet(guide)];
  return { kind: 'table', spec, path, sheets };
}

/** Every phase of the kit, even without a task, and room for the tasks that more time would bring back. */
function tasksSheet(spec: DocumentSpec, plan: Plan): Sheet {
  const { tasks, dropped } = plan.schedule;
  const rows = plan.kit.phases.flatMap(({ id, title }) => [
    section(id, { phase: title }),
    ...tasks.filter(({ task }) => task.phase === id).map((planned) => taskRow(planned, plan)),
    ...spare({}, SPARE_TASKS + dropped.filter(({ task }) => task.phase === id).length),
  ]);
  return { name: TASKS_SHEET, preface: prefaceOf(spec.title, plan, tintNote), columns, rows, landscape: true };
}

function taskRow({ task, due, anchor }: PlannedTask, { kit, answers, facts, schedule }: Plan): Row {
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
    document: kit.documents.find((spec) => spec.id === task.document && isPlanned(spec, facts))?.title ?? null,
    pourquoi: `${task.why}\nC’est fait quand : ${task.done}${deadline}`,
  });
}

/** Stands there even when it says that nothing is missing, with room for every task that less time would drop. */
function droppedSheet(plan: Plan): Sheet {
  const { tasks, dropped, weeksAvailable, weeksOfPlan } = plan.schedule;
  const larger = tasksOfLargerEvents(plan);
  const said = [
    `Vous avez ${weeksAvailable} semaines\u00a0; le calendrier entier en demande ${weeksOfPlan}.`,
    ...(dropped.length === 0 ? ['Aucune tâche n’est laissée de côté faute de temps.'] : []),
    ...(larger.length > 0 ? [`Pour reprendre une tâche d’un événement plus grand, recopiez-la sur une ligne vide de la feuille «\u00a0${TASKS_SHEET}\u00a0».`] : []),
  ];
  return {
    name: 'Laissé de côté',
    preface: prefaceOf('Ce qui est laissé de côté', plan, said.join(' ')),
    columns: [
      idColumn,
      ours('tache', 'Tâche', 44, 'text', { label: true }),
      ours('raison', 'Pourquoi elle est laissée', 46),
      ours('remplacement', 'À la place', 56),
    ],
    rows: [
      ...dropped.map(({ task }) => droppedRow(task)),
      ...larger.map(({ id, title, minSize }) => item(id, { tache: title, raison: `Elle sert à partir de ${minSize} personnes.` })),
      ...spare({}, tasks.filter(({ task }) => task.dropUnderWeeks !== undefined).length),
    ],
    landscape: true,
  };
}

/** Those that the answers ask for, but not so few people. */
const tasksOfLargerEvents = ({ kit, facts }: Plan): readonly Task[] =>
  kit.tasks.filter(({ minSize, when }) => (numberAnswer(facts, 'participants') ?? 0) < minSize && holds(when, facts));

const droppedRow = ({ id, title, dropUnderWeeks, instead }: Task): Row => item(id, {
  tache: title,
  raison: dropUnderWeeks === undefined
    ? 'Le temps manque.'
    : `Il faut au moins ${dropUnderWeeks} semaines de préparation.`,
  remplacement: instead ?? null,
});

const guide = [
  'À vous : Votre échéance, Responsable, État, Notes. Ces colonnes à fond jaune ne sont jamais effacées.',
  'Calculé pour vous : Échéance. Elle bouge avec l’événement. Une date que vous préférez va dans « Votre échéance ».',
  'Gardez la colonne N°\u00a0: elle relie chaque ligne à sa tâche, même après un tri.',
  'Les lignes vides de chaque phase sont pour vos propres tâches. Laissez leur N° vide.',
  'Couleurs, largeurs, colonnes et feuilles ajoutées : tout ce que vous changez reste.',
];
