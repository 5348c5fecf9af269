import type { PlannedTask, Task } from '../model.ts';
import { holds } from '../shared/condition.ts';
import { longDate } from '../shared/dates.ts';
import { formatNumber } from '../shared/money.ts';
import { personInCharge } from '../shared/read-answer.ts';
import { dueSteps, FUNDER, inDays } from './explain-due.ts';
import { answersTo, linesOf, questionsOf, sourcesOf, whenInWords, type Explained, type Explanation, type ExplanationLine } from './explanation.ts';

/** A task: its day and how it was worked out, when it applies, what it waits for, whose it is. */
export function explainTask(task: Task, explained: Explained): Explanation {
  const { plan } = explained;
  const planned = plan.schedule.tasks.find((candidate) => candidate.task.id === task.id);
  const person = personInCharge(plan.answers, task.role);
  // Tasks of the plan wait for each other across those that it leaves out.
  const needs = planned?.task.needs ?? task.needs;
  const others = planned ? plan.schedule.tasks.map((other) => other.task) : plan.kit.tasks;
  const days = planned ? dayLines(planned, explained) : [absence(task, explained)];
  return {
    kind: 'task', id: task.id, title: task.title,
    lines: [
      ...days,
      ...linesOf({
        'Elle concerne': appliesTo(task, explained),
        'Dépend de': namesOf(needs.map((need) => [need.task, need.gapDays]), explained),
        'Attendue par': namesOf(others.flatMap((other) => other.needs.filter((need) => need.task === task.id).map((need) => [other.id, need.gapDays])), explained),
        'Qui': `${plan.kit.roles.find(({ id }) => id === task.role)?.title ?? task.role}${person === undefined ? '' : ` : ${person}`}`,
        'Pourquoi': task.why,
        'C’est fait quand': task.done,
        'Document': documentOf(task, explained),
      }),
    ],
    answers: answersTo([
      ...(planned ? ['date', 'periode', 'debut', 'jours', 'jauge'] : []), ...(days.some(({ label }) => label === FUNDER) ? ['financeurs'] : []),
      ...(task.minSize > 0 ? ['jauge'] : []), ...questionsOf(task.when),
      ...(person === undefined ? [] : ['responsables']),
    ], plan),
    sources: sourcesOf(task, plan.kit),
  };
}

function dayLines(planned: PlannedTask, explained: Explained): readonly ExplanationLine[] {
  const { schedule } = explained.plan;
  const said = [longDate(planned.due), ...(schedule.provisional ? ['provisoire : la date n’est pas choisie'] : []), ...(planned.late ? ['en retard'] : [])].join(', ');
  const anchor = planned.anchor === undefined ? undefined : `${longDate(planned.anchor)}, dernier jour ouvré qui laisse ${planned.task.anchorMonths} mois entiers`;
  return [
    { label: 'Échéance', text: said },
    ...dueSteps(planned, explained).map(({ label, text }) => ({ label, text })),
    ...linesOf({ 'Date limite': anchor }),
  ];
}

function appliesTo({ minSize, when }: Task, { plan }: Explained): string {
  const size = minSize > 0 ? `les événements de ${formatNumber(minSize)} personnes et plus` : 'tous les événements';
  return when ? `${size}, ${whenInWords(when, plan)}` : size;
}

/** Why a task of the kit is not in this plan. */
function absence({ id, minSize, when, dropUnderWeeks, instead }: Task, { plan }: Explained): ExplanationLine {
  const { schedule, facts } = plan;
  if (schedule.dropped.some(({ task }) => task.id === id)) {
    const other = instead === undefined ? '' : ` À la place : ${instead}`;
    return { label: 'Laissée de côté', text: `il faut au moins ${dropUnderWeeks} semaines de préparation, vous en avez ${schedule.weeksAvailable}.${other}` };
  }
  const isSmall = Number(facts['participants'] ?? 0) < minSize;
  const reason = isSmall ? 'votre événement réunit moins de personnes' : holds(when, facts) ? 'elle n’a pas lieu d’être' : 'vos réponses ne la demandent pas';
  return { label: 'Absente du plan', text: reason };
}

function namesOf(ids: readonly (readonly [id: string, gapDays: number])[], { plan }: Explained): string | undefined {
  const said = ids.map(([id, gapDays]) => {
    const planned = plan.schedule.tasks.find(({ task }) => task.id === id);
    const title = plan.kit.tasks.find((task) => task.id === id)?.title ?? '';
    const gap = gapDays > 0 ? `, ${inDays(gapDays)} d’écart` : '';
    return `« ${title} » (${id}, ${planned ? longDate(planned.due) : 'absente du plan'}${gap})`;
  });
  return said.length === 0 ? undefined : said.join(' ; ');
}

function documentOf({ document }: Task, { plan, files }: Explained): string | undefined {
  const spec = plan.kit.documents.find(({ id }) => id === document);
  const file = files.find((candidate) => candidate.kind !== 'answers' && candidate.document === document);
  return spec && `${spec.title} (${file?.path ?? spec.path})`;
}
