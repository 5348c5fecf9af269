import type { AskBefore, Plan, PlannedIncome } from '../model.ts';
import { askBy, type AskBy } from '../shared/ask-by.ts';
import { plainDate } from '../shared/dates.ts';
import { textAnswer } from '../shared/read-answer.ts';

/**
 * When a funder is to be asked, in words. The first day of the preparation stands for today: what is written in a folder
 * does not change by itself.
 * @param show how the day is written
 */
export function askingWords(ask: AskBefore | undefined, { schedule, answers }: Plan, show: (day: string) => string = String): string {
  if (!ask) return 'délai habituel inconnu, à demander au guichet';
  const by = askBy(ask, schedule.firstDay, textAnswer(answers, 'debut') ?? '');
  return `${STATES[by.state](show(plainDate(by.day)))}${schedule.provisional ? ' (date provisoire)' : ''}`;
}

const STATES: Readonly<Record<AskBy['state'], (day: string) => string>> = {
  ahead: (day) => `à demander au plus tard le ${day}`,
  tight: () => 'à demander tout de suite, le délai est court',
  late: () => 'trop tard pour cette édition d’après le délai habituel, à demander pour l’an prochain',
};

/** The same as a sentence; empty where the kit knows no such time at all. */
export function askingSentence({ askBefore }: Pick<PlannedIncome, 'askBefore'>, plan: Plan): string {
  if (!plan.kit.budget.income.some((type) => type.askBefore)) return '';
  const words = askingWords(askBefore, plan);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
