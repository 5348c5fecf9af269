import type { Cents, Observed, Plan } from '../model.ts';
import { daysBetween, longDate, plainDate } from '../shared/dates.ts';
import { daysInWords } from '../shared/event-days.ts';
import { whyFirst } from '../shared/first-thing.ts';
import { formatEuros } from '../shared/money.ts';
import { isSerious } from '../shared/severity.ts';
import type { Standing } from '../shared/standing.ts';
import type { StandingBudget } from '../shared/standing-budget.ts';
import type { StandingTask } from '../shared/standing-task.ts';
import { enumerate } from '../shared/words.ts';
import { OWN_FUNDS } from '../shared/workbook-words.ts';
import { alertSentence } from './alert-words.ts';
import type { WaitingFile } from './commands/status.ts';
import { firstProposal } from './date-words.ts';
import type { Run } from './prepare-run.ts';
import type { Line } from './report.ts';

/** So that everything fits on one screen. */
const SHOWN = 5;

/** One screen: what to do first, what is late, soon, blocked, over budget, in conflict. */
export function statusInWords({ plan, changes, observed }: Run, stands: Standing, conflicts: readonly WaitingFile[]): readonly Line[] {
  const { late, soon, blocked, done, ahead, first, budget } = stands;
  const pending = changes.filter(({ kind }) => kind !== 'keep' && kind !== 'conflict').some(({ path }) => path.endsWith('.docx') || path.endsWith('.md') || path.endsWith('.xlsx'));
  return [
    { text: `${plan.eventName} : ${countdown(plan)}`, look: 'title' },
    { text: `  ${plural(done.length, 'tâche faite', 'tâches faites')}, ${ahead.length} à faire, dont ${late.length} en retard.` },
    ...firstProposal(plan),
    ...(first ? [
      { text: '' },
      { text: 'À faire d’abord :', look: 'title' as const },
      { text: `  ${first.task.title}${ownerOf(first.task)}` },
      { text: `  ${whyFirst(first, plan)}` },
    ] : []),
    ...tasks('En retard', late),
    ...tasks('Dans les deux semaines', soon),
    ...list('Bloquées par une autre tâche', blocked.map((task) => `${task.title} : attend ${enumerate(task.blockedBy.map(({ title }) => `« ${title} »`))}`)),
    ...list('Vos échéances à revoir', ahead.filter(({ beyond }) => beyond !== undefined).map((task) =>
      `${task.title} : ${plainDate(task.day ?? '')}, après le ${plainDate(task.beyond ?? '')}`)),
    ...(observed.tasks === undefined ? [{ text: '' }, { text: 'Le rétroplanning n’a pas pu être lu : ni vos coches ni vos échéances ne comptent ici.' }] : []),
    ...budgetLines(budget, plan.budget.envelope, observed.budget),
    ...list('Alertes', plan.alerts.filter(isSerious).map((alert) => alertSentence(alert, plan))),
    ...list('À régler', conflicts.map(({ path, beside }) => `${path} : comparez avec ${beside}, puis supprimez celui-ci`)),
    ...(pending ? [{ text: '' }, { text: 'Des fichiers ne sont plus à jour. Pour les mettre à jour : nec-local generer' }] : []),
  ];
}

function countdown({ schedule, today }: Plan): string {
  if (schedule.provisional) return 'date à définir';
  const before = daysBetween(today, schedule.firstDay);
  if (today > schedule.lastDay) return `terminé le ${longDate(schedule.lastDay)}`;
  if (before <= 0) return 'c’est aujourd’hui';
  return `${daysInWords(schedule)}, dans ${before < 14 ? plural(before, 'jour') : plural(Math.floor(before / 7), 'semaine')}`;
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count < 2 ? one : many}`;
const ownerOf = ({ owner, role }: StandingTask): string => (owner ?? role ? ` (${owner ?? role})` : '');

function tasks(title: string, all: readonly StandingTask[]): readonly Line[] {
  return list(title, all.map((task) => `${task.title}${ownerOf(task)}${task.day === null ? '' : `, ${plainDate(task.day)}`}`));
}

function list(title: string, items: readonly string[]): readonly Line[] {
  if (items.length === 0) return [];
  const more = items.length - SHOWN;
  return [
    { text: '' },
    { text: `${title} (${items.length}) :`, look: 'title' },
    ...items.slice(0, SHOWN).map((text) => ({ text: `  - ${text}` })),
    ...(more > 0 ? [{ text: `  - et ${plural(more, 'autre')} (voir le tableau de bord)` }] : []),
  ];
}

function budgetLines({ planned, actual, balance, over, overspent, toQuote, lines }: StandingBudget, envelope: Cents, seen: Observed['budget']): readonly Line[] {
  return [
    { text: '' },
    { text: 'Budget :', look: 'title' },
    { text: `  Prévu : ${formatEuros(planned.expenses)} de dépenses${toQuote > 0 ? ` (hors ${toQuote} devis à demander)` : ''}, ${formatEuros(planned.income)} de recettes${balance < 0 ? ` : il manque ${formatEuros(-balance)}` : ''}.` },
    ...(balance >= 0 && envelope > ownFundsIn(lines) ? [{ text: `  L’enveloppe annoncée est de ${formatEuros(envelope)} : c’est le plus que vous mettez, et le budget n’en emploie qu’une part.` }] : []),
    { text: `  Réel : ${formatEuros(actual.expenses)} dépensés, ${formatEuros(actual.income)} reçus${over > 0 ? ` : ${formatEuros(over)} de trop` : ''}.` },
    ...overspent.slice(0, SHOWN).map((line) => ({ text: `  - ${line.label} : ${formatEuros(line.over)} de plus que prévu` })),
    ...(seen?.uncalculated === undefined ? [] : [{ text: `  ${plural(seen.uncalculated, 'montant vient', 'montants viennent')} de vos formules et ne compte${seen.uncalculated < 2 ? '' : 'nt'} pas encore ici : ouvrez le classeur du budget, puis enregistrez-le.` }]),
    ...(seen ? [] : [{ text: '  Le classeur du budget n’a pas pu être lu : ces montants sont ceux du plan.' }]),
  ];
}

/** What the organiser puts in, as the workbook tells it. */
const ownFundsIn = (lines: StandingBudget['lines']): Cents =>
  lines.find(({ kind, id }) => kind === 'income' && id === OWN_FUNDS)?.planned ?? 0;
