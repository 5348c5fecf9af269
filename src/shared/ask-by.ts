import type { AskBefore, IsoDate } from '../model.ts';
import { subMonths } from './dates.ts';

/** When to ask a funder, by its usual time. */
export interface AskBy {
  /** Early enough even where the answer takes longest. */
  readonly day: IsoDate;
  /** `tight`: only a quick answer would come in time; `late`: none would. */
  readonly state: 'ahead' | 'tight' | 'late';
}

/** From the request to the answer, as a rule: « 6 à 9 mois ». */
export const usualTime = ({ least, most }: AskBefore): string => (least === most ? `${most} mois` : `${least} à ${most} mois`);

/** @param from the day on which it could be asked at the earliest */
export function askBy({ least, most }: AskBefore, firstDay: IsoDate, from: IsoDate): AskBy {
  const day = subMonths(firstDay, most);
  return { day, state: from <= day ? 'ahead' : from <= subMonths(firstDay, least) ? 'tight' : 'late' };
}
