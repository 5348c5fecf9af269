import type { Holiday, HolidayZone, IsoDate, Territory } from '../model.ts';
import { addDays } from '../shared/dates.ts';
import { easterSunday } from './easter.ts';

/** A holiday of every year: on the same day (`MM-JJ`), or so many days from Easter Sunday. */
type YearlyHoliday = readonly [when: string | number, name: string, certainty?: Holiday['certainty'], note?: string];

/** Code du travail, art. L3133-1. */
const NATIONAL: readonly YearlyHoliday[] = [
  ['01-01', 'Jour de l’An'],
  [1, 'Lundi de Pâques'],
  ['05-01', 'Fête du Travail'],
  ['05-08', 'Victoire de 1945'],
  [39, 'Ascension'],
  [50, 'Lundi de Pentecôte'],
  ['07-14', 'Fête nationale'],
  ['08-15', 'Assomption'],
  ['11-01', 'Toussaint'],
  ['11-11', 'Armistice de 1918'],
  ['12-25', 'Noël'],
];

const ABOLITION = 'Abolition de l’esclavage';
const USAGE = 'Jour d’usage, non prévu par la loi\u00a0: beaucoup de services ferment. À vérifier sur place.';
const LOCAL_TEXT = 'Jour férié propre au territoire, lu sur une copie. À vérifier dans le texte local.';
const GOOD_FRIDAY = 'Férié seulement dans les communes qui ont un temple protestant ou une église mixte. '
  + 'À vérifier commune par commune (Code du travail, art. L3134-13).';
const SAINT_MARTIN = 'Le Code du travail écrit 27 mai, l’usage depuis 2019 est le 28 mai. '
  + 'À vérifier auprès de la collectivité.';
const ONLY_ALSACE_MOSELLE = 'Ne vaut qu’en Moselle, dans le Bas-Rhin et dans le Haut-Rhin. À vérifier selon le lieu.';

const ANTILLES_GUYANE: readonly YearlyHoliday[] = [
  [-47, 'Mardi gras', 'usage', USAGE],
  [-46, 'Mercredi des Cendres', 'usage', USAGE],
  ['11-02', 'Jour des défunts', 'usage', USAGE],
];
const ANTILLES: readonly YearlyHoliday[] = [
  ...ANTILLES_GUYANE,
  [-24, 'Mi-carême', 'usage', USAGE],
  [-2, 'Vendredi saint', 'usage', USAGE],
  ['07-21', 'Fête de Victor Schœlcher', 'usage', USAGE],
];

/** What each zone adds (Code du travail, art. L3134-13 and L3422-2; local texts in the Pacific). */
const LOCAL: Readonly<Record<HolidayZone, readonly YearlyHoliday[]>> = {
  'metropole': [],
  'alsace-moselle': [[-2, 'Vendredi saint', 'a-verifier', GOOD_FRIDAY], ['12-26', 'Saint-Étienne']],
  'guadeloupe': [['05-27', ABOLITION], ...ANTILLES],
  'martinique': [['05-22', ABOLITION], ...ANTILLES],
  'guyane': [['06-10', ABOLITION], ...ANTILLES_GUYANE],
  'reunion': [['12-20', ABOLITION]],
  'mayotte': [['04-27', ABOLITION]],
  'saint-barthelemy': [['10-09', ABOLITION], ...ANTILLES_GUYANE],
  'saint-martin': [
    ['05-27', ABOLITION, 'a-verifier', SAINT_MARTIN],
    ['05-28', ABOLITION, 'a-verifier', SAINT_MARTIN],
    ...ANTILLES_GUYANE,
  ],
  'saint-pierre-et-miquelon': [],
  'nouvelle-caledonie': [['09-24', 'Fête de la citoyenneté', 'a-verifier', LOCAL_TEXT]],
  'polynesie': [
    ['03-05', 'Arrivée de l’Évangile', 'a-verifier', LOCAL_TEXT],
    [-2, 'Vendredi saint', 'a-verifier', LOCAL_TEXT],
    ['11-20', 'Matari’i', 'a-verifier', LOCAL_TEXT],
  ],
  'wallis-et-futuna': [
    ['04-28', 'Saint-Pierre-Chanel', 'a-verifier', LOCAL_TEXT],
    ['06-29', 'Saint-Pierre et Saint-Paul', 'a-verifier', LOCAL_TEXT],
    ['07-29', 'Fête du Territoire', 'a-verifier', LOCAL_TEXT],
  ],
};

/** The région Grand Est lies partly in Alsace-Moselle: its two days may apply. */
const GRAND_EST: readonly YearlyHoliday[] = LOCAL['alsace-moselle']
  .map(([when, name]) => [when, name, 'a-verifier', ONLY_ALSACE_MOSELLE]);

/** The public holidays and customary days of a year, by date. The Muslim feasts of Mayotte have none here: a rule of the kit says so. */
export function holidaysOf(territory: Pick<Territory, 'id' | 'holidayZone'>, year: number): Holiday[] {
  const local = territory.id === 'region:44' ? GRAND_EST : LOCAL[territory.holidayZone];
  return [...NATIONAL, ...local]
    .map(([when, name, certainty = 'legal', note]) =>
      ({ date: dateOf(when, year), name, certainty, ...(note && { note }) }))
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

const dateOf = (when: string | number, year: number): IsoDate =>
  typeof when === 'string' ? `${year}-${when}` : addDays(easterSunday(year), when);
