import type { Alert, Plan, WeighedDay } from '../model.ts';
import { longDate, plainDate } from '../shared/dates.ts';
import { enumerate } from '../shared/words.ts';
import { alertSentence } from './alert-words.ts';
import { betterInWords, firstProposal, reasonsInWords } from './date-words.ts';
import type { Affected, Impact } from './impact.ts';
import type { Line } from './report.ts';

const SHOWN = 8;

/** What moving the event changes, said before anything is written. */
export function impactInWords(
  { days, affected, becomesLate, anchors, alerts, dropped, back }: Impact, before: Plan, after: Plan, better: readonly WeighedDay[],
): readonly Line[] {
  return [
    { text: '' },
    { text: `${passage(before, after)}${before.schedule.provisional || after.schedule.provisional ? '' : moveInWords(days)}.`, look: 'title' },
    ...(isPast(after) ? [{ text: 'Attention : ce jour est déjà passé. Vérifiez l’année.' }] : []),
    ...part('Qui est concerné', affected.map(affectedWords)),
    ...part('En retard dès aujourd’hui', becomesLate.map(({ task, due }) => `${task.title} (pour le ${plainDate(due)})`)),
    ...part('Dates limites qui ne peuvent plus être tenues', anchors.map(({ task, anchor }) =>
      `${task.title} : au plus tard le ${anchor === undefined ? '' : longDate(anchor)}`)),
    ...newDateInWords(after, alerts, better),
    ...part('Faute de temps, on laisse de côté', dropped),
    ...part('De nouveau possible', back),
  ];
}

/**
 * What speaks against the new date, and the days near it that are better; with no date any more, what is proposed.
 * @param alerts rules met now that were not before
 */
export function newDateInWords(plan: Plan, alerts: readonly Alert[], better: readonly WeighedDay[]): readonly Line[] {
  const { schedule, dates } = plan;
  const against = schedule.provisional ? [] : dates.flatMap((day) => day.against);
  const others = alerts.filter(({ rule }) => !against.some((reason) => reason.rule === rule));
  return [
    ...part('À regarder pour la nouvelle date', reasonsInWords({ for: [], against: [...against, ...others].map((alert) => ({ ...alert, message: alertSentence(alert, plan) })) })),
    ...betterInWords({ dates }, better),
    ...firstProposal(plan),
  ];
}

const isPast = ({ schedule: { firstDay, provisional }, today }: Plan): boolean => !provisional && firstDay < today;

function passage({ schedule: was }: Plan, { schedule: will }: Plan): string {
  if (!was.provisional && !will.provisional && was.firstDay === will.firstDay) return `L’événement est déjà le ${longDate(will.firstDay)}`;
  if (!was.provisional && !will.provisional) return `L’événement passe du ${longDate(was.firstDay)} au ${longDate(will.firstDay)}`;
  if (will.provisional) return `L’événement n’est plus le ${longDate(was.firstDay)} : sa date est à définir`;
  return `L’événement aura lieu le ${longDate(will.firstDay)}`;
}

function moveInWords(days: number): string {
  if (days === 0) return '';
  const many = Math.abs(days) > 1 ? 's' : '';
  return ` (${Math.abs(days)} jour${many} plus ${days > 0 ? 'tard' : 'tôt'})`;
}

function part(title: string, items: readonly string[]): readonly Line[] {
  if (items.length === 0) return [];
  const more = items.length - SHOWN;
  return [
    { text: '' },
    { text: `${title} :`, look: 'title' },
    ...items.slice(0, SHOWN).map((text) => ({ text: `  - ${text}` })),
    ...(more > 0 ? [{ text: `  - et ${more} autre${more > 1 ? 's' : ''}` }] : []),
  ];
}

function affectedWords({ who, tasks }: Affected): string {
  const moved = tasks.filter(({ from, to }) => from !== undefined && to !== undefined).length;
  const gone = tasks.filter(({ to }) => to === undefined).length;
  const come = tasks.filter(({ from }) => from === undefined).length;
  const counts = [
    ...(moved > 0 ? [`${moved} tâche${moved > 1 ? 's' : ''} change${moved > 1 ? 'nt' : ''} de date`] : []),
    ...(come > 0 ? [`${come} en plus`] : []),
    ...(gone > 0 ? [`${gone} en moins`] : []),
  ];
  return `${who} : ${enumerate(counts)}`;
}
