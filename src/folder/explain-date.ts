import type { IsoDate, PlannedTask, WorkingDays } from '../model.ts';
import { longDate } from '../shared/dates.ts';
import { answersTo, linesOf, type Explained, type Explanation } from './explanation.ts';

/** A day: what falls on it. */
export function explainDate(day: IsoDate, { plan, workingDays }: Explained): Explanation {
  const { schedule, answers } = plan;
  const inEvent = day >= schedule.firstDay && day <= schedule.lastDay;
  const named = (tasks: readonly PlannedTask[]): string => tasks.map(({ task }) => `« ${task.title} » (${task.id})`).join(' ; ');
  const next = schedule.tasks.find(({ due }) => due > day);
  return {
    kind: 'date', id: day, title: longDate(day),
    lines: linesOf({
      'Événement': inEvent ? (schedule.provisional ? 'jour provisoire : la date n’est pas choisie' : plan.eventName) : undefined,
      'Préparation': day === answers['debut'] ? 'elle commence ce jour-là' : undefined,
      'Échéances': named(schedule.tasks.filter(({ due }) => due === day)) || `aucune${next ? ` ; la suivante est le ${longDate(next.due)} : ${named([next])}` : ''}`,
      'Dates limites': named(schedule.tasks.filter(({ anchor }) => anchor === day)),
      'Jour ouvré': openness(day, workingDays),
    }),
    answers: answersTo(inEvent ? ['date', 'jours'] : ['date', 'debut', 'jauge'], plan),
    sources: [],
  };
}

function openness(day: IsoDate, workingDays: WorkingDays): string {
  if (!workingDays.isOpen(day, 'office')) return 'non (week-end ou jour férié)';
  return workingDays.isOpen(day, 'partners') ? 'oui' : 'oui, mais sans réunion (août ou fin d’année)';
}
