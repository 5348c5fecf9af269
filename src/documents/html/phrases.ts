import type { Answers, Cents, IsoDate, Provenance, Schedule, Severity, Source } from '../../model.ts';
import { confidenceWords } from '../../shared/confidence-words.ts';
import { daysBetween, plainDate } from '../../shared/dates.ts';
import { daysInWords } from '../../shared/event-days.ts';
import { groupThousands } from '../../shared/money.ts';
import { textAnswer } from '../../shared/read-answer.ts';
import { siteNames } from '../site-names.ts';

/** « 1 tâche », « 80 personnes »: French takes the plural from two. */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${groupThousands(value)}\u00a0${Math.abs(value) < 2 ? singular : plural}`;
}

/** « 46 semaines », or days under two weeks. */
export function span(days: number): string {
  return days < 14 ? count(days, 'jour') : count(Math.floor(days / 7), 'semaine');
}

/** Said of a budget whose income covers all: on one condition while some of it is only hoped for. */
export const balanceWords = (hoped: Cents): string => `équilibre atteint${hoped > 0 ? ' si les aides demandées sont accordées' : ''}`;

/** How far the event is: « dans 46 semaines », « demain », « en ce moment », « terminé depuis 3 jours ». */
export function countdown(today: IsoDate, { firstDay, lastDay }: Schedule): string {
  const before = daysBetween(today, firstDay);
  const after = daysBetween(lastDay, today);
  if (after > 0) return `terminé depuis ${span(after)}`;
  if (before > 1) return `dans ${span(before)}`;
  if (before === 1) return 'demain';
  return before === 0 ? 'aujourd’hui' : 'en ce moment';
}

/** The days of the event in words: « jeudi 14 octobre 2027 », or « date à définir ». */
export const eventDays = (schedule: Schedule): string => (schedule.provisional ? 'date à définir' : daysInWords(schedule));

/** Where the event is, as far as people said: its place, or that there are several. */
export const eventPlace = (answers: Answers): string | undefined =>
  textAnswer(answers, 'lieu') ?? (siteNames(answers).length > 1 ? 'plusieurs lieux' : undefined);

/** The day of a task; « vers le » while the date of the event is not set. */
export function dueDay(date: IsoDate, { provisional }: Schedule): string {
  return provisional ? `vers le ${plainDate(date)}` : plainDate(date);
}

/** From one day to another: « 3 mars – 12 mai 2027 », the year once when it is the same. */
export function dayRange(from: IsoDate, to: IsoDate, { provisional }: Schedule): string {
  const unsure = provisional ? ', provisoire' : '';
  if (from === to) return plainDate(to) + unsure;
  const first = from.slice(0, 4) === to.slice(0, 4) ? plainDate(from).slice(0, -5) : plainDate(from);
  return `${first} – ${plainDate(to)}${unsure}`;
}

export const severityWords: Readonly<Record<Severity, string>> = {
  blocking: 'Bloquant', warning: 'Attention', info: 'À savoir',
};

/** How sure a fact is and when it was checked: « vérifiée le 23 novembre 2026, information sûre ». */
export function checked({ checkedOn, confidence }: Provenance): string {
  return `vérifiée le ${plainDate(checkedOn)}, information ${confidenceWords[confidence]}`;
}

/** The source named by an id of the kit; our own judgement is said to be so. */
export function sourceOf(id: string, sources: readonly Source[]): Source {
  return sources.find((source) => source.id === id) ?? { id, title: id === 'jugement' ? 'jugement de nec-local' : id };
}
