import type { IsoDate, Plan, Provenance } from '../model.ts';
import { daysBetween, plainDate, subMonths } from './dates.ts';

const WEEKS_FROM_DAYS = 14;

/** « aujourd’hui », « il y a 5 jours », « il y a 3 mois », « il y a 1 an et 2 mois »; a day that is still to come has no age. */
export function ago(date: IsoDate, today: IsoDate): string | undefined {
  const days = daysBetween(date, today);
  if (days < 0) return undefined;
  if (days < 2) return days === 0 ? 'aujourd’hui' : 'hier';
  const months = wholeMonths(date, today);
  if (months < 2) return `il y a ${days < WEEKS_FROM_DAYS ? `${days} jours` : `${Math.floor(days / 7)} semaines`}`;
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const spans = [years > 0 && `${years} an${years > 1 ? 's' : ''}`, rest > 0 && `${rest} mois`];
  return `il y a ${spans.filter((span) => span !== false).join(' et ')}`;
}

function wholeMonths(from: IsoDate, to: IsoDate): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
}

/** What has an age: a rule, or what it says of a plan. */
type Aged = Pick<Provenance, 'checkedOn'> & { readonly validUntil?: IsoDate };

/** True when nobody checked the rule for more than a year. */
export const isUnchecked = ({ checkedOn }: Pick<Provenance, 'checkedOn'>, today: IsoDate): boolean => checkedOn < subMonths(today, 12);

/** What a rule says of its own age, in French sentences; undefined while it can be trusted. */
export function ageWarning({ checkedOn, validUntil }: Aged, { today, schedule }: Pick<Plan, 'today' | 'schedule'>): string | undefined {
  const isPast = validUntil !== undefined && validUntil < today;
  const endsBefore = validUntil !== undefined && !schedule.provisional && validUntil < schedule.firstDay;
  const said = [
    isPast && `Cette règle ne valait que jusqu’au ${plainDate(validUntil)}\u00a0: à vérifier avant de s’y fier.`,
    !isPast && endsBefore && `Cette règle ne vaut que jusqu’au ${plainDate(validUntil)}, avant votre événement\u00a0: à vérifier.`,
    isUnchecked({ checkedOn }, today) && `Cette règle n’a pas été vérifiée depuis plus d’un an (${ago(checkedOn, today) ?? ''})\u00a0: à vérifier avant de s’y fier.`,
  ].filter((sentence) => sentence !== false);
  return said.length === 0 ? undefined : said.join(' ');
}
