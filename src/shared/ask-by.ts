import type { Answers, AskBefore, IncomeType, IsoDate } from '../model.ts';
import { subMonths } from './dates.ts';
import { recordsAnswer } from './read-answer.ts';

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

/** A funder, and the day on which it is to be asked at the latest. */
export interface Asking {
  readonly funder: string;
  readonly day: IsoDate;
}

/**
 * The first of the funders that were named to ask; undefined where none has a usual time. One that is short of time is to
 * be asked at once, one that it is too late for is left out.
 * @param from the first day of the preparation
 */
export function firstAsking(answers: Answers, income: readonly IncomeType[], firstDay: IsoDate, from: IsoDate): Asking | undefined {
  const named = recordsAnswer(answers, 'financeurs').map(({ type }) => type);
  return income.flatMap(({ id, label, askBefore }): readonly Asking[] => {
    if (!askBefore || !named.includes(id)) return [];
    const { day, state } = askBy(askBefore, firstDay, from);
    return state === 'late' ? [] : [{ funder: label, day: state === 'tight' ? from : day }];
  }).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0];
}
