import type { AnswerValue, Answers, Facts, HolidayZone, IsoDate, Territory } from '../model.ts';
import { addDays, weekday } from './dates.ts';
import { daysBegun, firstDayOf, lastDayOf, weeksBefore } from './event-days.ts';
import { numberAnswer, textsAnswer } from './read-answer.ts';

/** How people say the name of a territory; see `territory/names.ts`. */
export interface TerritoryNames {
  /** « Creuse » */
  readonly name: string;
  /** « de la Creuse » */
  readonly ofName: string;
  /** « le département de la Creuse » */
  readonly fullName: string;
}

/** People that one room, one speaker's turn can take: our own rule of thumb (nec-locaux.md §1.6 and §6). */
const PEOPLE_PER_ROOM = 50;
const PEOPLE_PER_SPEAKER = 8;
const SHARE_OF_HELPED_MEDIATORS = 0.2;
/** Half a day for fewer people than this: a team of a few, to whom few papers must do. Our own rule of thumb. */
const SMALL_EVENT = { days: 0.5, people: 80 };

/**
 * Answers and what follows from them: everything that conditions and quantities of a kit can see.
 * Names are listed in `docs/kit.md`.
 */
export function deriveFacts(answers: Answers, territory?: Territory, names?: TerritoryNames): Facts {
  const people = numberAnswer(answers, 'jauge') ?? 0;
  const sites = answers['sites'];
  const halfDays = Math.round((numberAnswer(answers, 'jours') ?? 1) * 2);
  const places = Array.isArray(sites) ? Math.max(1, sites.length) : 1;
  const mediators = textsAnswer(answers, 'publics').includes('mediateurs');
  const facts: Record<string, AnswerValue> = {
    ...answers,
    'zero-euro': answers['budget'] === 0,
    'date-fixee': answers['date'] !== undefined && answers['date'] !== 'a-definir',
    'participants': people,
    'journees-personnes': people * daysBegun(answers),
    'petit-evenement': people < SMALL_EVENT.people && (numberAnswer(answers, 'jours') ?? 1) <= SMALL_EVENT.days,
    'demi-journees': halfDays,
    'demi-journees-des-lieux': halfDays * (answers['forme'] === 'multi-sites' ? places : 1),
    'salles': Math.max(1, Math.ceil(people / PEOPLE_PER_ROOM)),
    'nombre-de-sites': places,
    'intervenants': Math.ceil(people / PEOPLE_PER_SPEAKER),
    'mediateurs-aides': mediators ? Math.ceil(people * SHARE_OF_HELPED_MEDIATORS) : 0,
  };
  const { date } = answers;
  if (typeof date === 'string' && date !== 'a-definir') facts['week-end'] = touchesWeekend(date, answers);
  const start = answers['debut'];
  if (typeof start === 'string') facts['semaines-disponibles'] = Math.floor(weeksBefore(firstDayOf(answers, start).firstDay, start));
  if (!territory) return facts;
  return {
    ...facts,
    'territoire-type': territory.kind,
    ...(territory.population !== undefined && { population: territory.population }),
    'outre-mer': !['metropole', 'alsace-moselle'].includes(territory.holidayZone),
    'alsace-moselle': territory.holidayZone === 'alsace-moselle',
    'jours-feries': territory.holidayZone,
    'zone-scolaire': territory.schoolZone,
    ...(names && {
      'territoire-nom': names.name,
      'territoire-de-nom': names.ofName,
      'territoire-nom-complet': names.fullName,
    }),
  };
}

function touchesWeekend(firstDay: IsoDate, answers: Answers): boolean {
  const lastDay = lastDayOf(firstDay, answers);
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) if (weekday(day) > 5) return true;
  return false;
}

const HOLIDAY_ZONES = [
  'metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte', 'saint-barthelemy', 'saint-martin',
  'saint-pierre-et-miquelon', 'nouvelle-caledonie', 'polynesie', 'wallis-et-futuna',
] as const satisfies readonly HolidayZone[];

/** Facts that are not questions, with the values they can take (undefined: any number). The kit check knows them by this list. */
export const derivedFacts: Readonly<Record<string, readonly string[] | undefined>> = {
  'zero-euro': ['oui', 'non'],
  'date-fixee': ['oui', 'non'],
  'week-end': ['oui', 'non'],
  'participants': undefined,
  'journees-personnes': undefined,
  'petit-evenement': ['oui', 'non'],
  'semaines-disponibles': undefined,
  'demi-journees': undefined,
  'demi-journees-des-lieux': undefined,
  'salles': undefined,
  'nombre-de-sites': undefined,
  'intervenants': undefined,
  'mediateurs-aides': undefined,
  'territoire-type': ['commune', 'epci', 'ept', 'departement', 'region', 'com'],
  'population': undefined,
  'outre-mer': ['oui', 'non'],
  'alsace-moselle': ['oui', 'non'],
  'jours-feries': HOLIDAY_ZONES,
  'zone-scolaire': ['A', 'B', 'C', 'propre'],
};
