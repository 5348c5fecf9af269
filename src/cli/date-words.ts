import { severityWords } from '../documents/html/phrases.ts';
import type { Alert, IsoDate, Plan, WeighedDay } from '../model.ts';
import { daysBetween, longDate } from '../shared/dates.ts';
import { isSerious } from '../shared/severity.ts';
import { shareReasons } from '../shared/shared-reasons.ts';
import type { Line } from './report.ts';

/** « Pour : … », then what speaks against it and how serious it is, one line each. */
export const reasonsInWords = ({ for: reasons, against }: Pick<WeighedDay, 'for' | 'against'>): readonly string[] => [
  ...reasons.map(({ message }) => `Pour : ${message}`),
  ...against.map(({ severity, message }) => `${severityWords[severity]} : ${message}`),
];

/** The days to choose from, for a person who reads line by line: what they have in common is said once. */
export function proposalsInWords(dates: readonly WeighedDay[]): readonly string[] {
  const { common, days } = shareReasons(dates);
  const shared = reasonsInWords(common);
  const isAlike = days.every((day) => reasonsInWords(day).length === 0);
  return [
    '', dates.length === 1 ? 'Une seule date est possible.' : `${dates.length} dates possibles, la meilleure d’abord.`,
    ...(shared.length === 0 ? [] : ['Ce qui vaut pour toutes :', ...shared.map((text) => `  ${text}`)]),
    ...(isAlike ? ['Rien d’autre ne les distingue.'] : days.flatMap((day, index) =>
      [`${index + 1}. ${longDate(day.date)}`, ...reasonsInWords(day).map((text) => `   ${text}`)])),
  ];
}

/** While the date is not set: the first that is proposed, where the others are, and what to type. */
export function firstProposal({ kit, schedule, dates }: Plan): readonly Line[] {
  if (!schedule.provisional) return [];
  const [first, ...others] = dates;
  if (!first) return [{ text: '' }, { text: 'Date à choisir :', look: 'title' }, { text: '  Votre période n’a plus de jour ouvré à venir. Changez-la : nec-local generer --set periode=…' }];
  const page = kit.documents.find(({ builder }) => builder === 'dashboard')?.path;
  const serious = first.against.filter(isSerious).map(({ message }) => message);
  return [
    { text: '' },
    { text: 'Date à choisir :', look: 'title' },
    { text: `  La première proposée : ${longDate(first.date)}.${serious.length === 0 ? ' L’outil ne connaît rien de sérieux contre elle.' : ` Attention : ${serious.join(' ')}`}` },
    ...(page === undefined ? [] : [{ text: `  ${others.length === 0 ? 'Ses raisons' : `Les ${others.length} autres, et les raisons de chacune`} : ${page}` }]),
    { text: `  Pour la retenir : nec-local reporter ${first.date}` },
  ];
}

/** The nearest days that are better than the one that was chosen, each with what speaks against it and not against that one. */
export function betterInWords({ dates: [chosen] }: Pick<Plan, 'dates'>, better: readonly WeighedDay[]): readonly Line[] {
  if (!chosen || better.length === 0) return [];
  const isNew = ({ rule }: Alert): boolean => !chosen.against.some((reason) => reason.rule === rule);
  return [
    { text: '' },
    { text: better.length === 1 ? 'Un jour proche serait meilleur :' : 'Des jours proches seraient meilleurs :', look: 'title' },
    ...better.map(({ date, against }) => ({
      text: `  - ${[`${longDate(date)} (${distance(chosen.date, date)})`, ...against.filter(isNew).map(({ message }) => message)].join('. ')}`,
    })),
  ];
}

function distance(from: IsoDate, to: IsoDate): string {
  const days = daysBetween(from, to);
  return `${Math.abs(days)} jour${Math.abs(days) > 1 ? 's' : ''} plus ${days > 0 ? 'tard' : 'tôt'}`;
}
