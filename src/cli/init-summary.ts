import type { Change, Plan, WeighedDay } from '../model.ts';
import { longDate } from '../shared/dates.ts';
import { daysInWords } from '../shared/event-days.ts';
import { seriousAlerts } from './alert-words.ts';
import { betterInWords, firstProposal } from './date-words.ts';
import type { Line } from './report.ts';

const FIRST_TASKS = 3;
const PLAN_WORDS = { complet: 'complet (36 semaines)', standard: 'standard (26 semaines)', express: 'express (12 semaines)' } as const;

/**
 * What was made, or would be: where, how much, the three things to do this week, what to look at, the page to open.
 * @param better days near the date that are better
 * @param page undefined when there is none
 */
export function summary(
  plan: Plan, better: readonly WeighedDay[], root: string, changes: readonly Pick<Change, 'path'>[], dryRun: boolean, page: string | undefined,
): readonly Line[] {
  const { schedule } = plan;
  const visible = changes.map(({ path }) => path).filter((path) => !path.startsWith('.'));
  const when = schedule.provisional ? 'date à définir' : daysInWords(schedule);
  const next = schedule.tasks.filter(({ due }) => due >= plan.today).slice(0, FIRST_TASKS);
  const serious = seriousAlerts(plan.alerts, plan);
  return [
    { text: '' },
    { text: dryRun ? `Rien n’a été écrit. Voici ce qui serait fait dans ${root} :` : `Votre dossier est prêt : ${root}`, look: 'title' },
    { text: `  ${plan.eventName}, ${when}. ${visible.length} fichiers, ${schedule.tasks.length} tâches, plan ${PLAN_WORDS[schedule.plan]}.` },
    ...(dryRun ? visible.map((path) => ({ text: `  nouveau  ${path}` })) : []),
    { text: '' },
    { text: 'Pour commencer :', look: 'title' },
    ...next.map(({ task, due }, index) => ({ text: `  ${index + 1}. ${task.title} (avant le ${longDate(due)})` })),
    ...(serious.length === 0 ? [] : [{ text: '' }, ...serious]),
    ...betterInWords(plan, better),
    ...firstProposal(plan),
    ...(schedule.dropped.length === 0 ? [] : [
      { text: '' },
      { text: 'Laissé de côté, faute de temps :', look: 'title' as const },
      ...schedule.dropped.map(({ task }) => ({ text: `  - ${task.title}${task.instead === undefined ? '' : `. À la place : ${task.instead}`}` })),
    ]),
    ...(page === undefined ? [] : [{ text: '' }, { text: `Ouvrez d’abord : ${page}`, look: 'title' as const }]),
  ];
}
