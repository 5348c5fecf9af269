import type { Plan } from '../model.ts';
import { usualTime } from '../shared/ask-by.ts';
import { plainDate } from '../shared/dates.ts';
import type { View } from '../shared/view-shape.ts';
import { askingWords } from './asking-words.ts';
import { buildView } from './view.ts';
import { words } from './printed-words.ts';

/** All of a plan that texts can say: two plans that have it in common have the same texts. */
export interface TextInput {
  readonly view: View;
  /** By id of a task, what `{{echeance "T32"}}` prints. */
  readonly dueDates: Readonly<Record<string, string>>;
  /** By id of a kind of income, what `{{demande "region"}}` prints. */
  readonly requests: Readonly<Record<string, string>>;
}

export function textInput(plan: Plan): TextInput {
  const { tasks, provisional } = plan.schedule;
  const dueDates = tasks.map(({ task, due }) => [task.id, words(`${plainDate(due)}${provisional ? ' (provisoire)' : ''}`)] as const);
  const requests = plan.kit.budget.income.map(({ id, askBefore }) => (
    [id, `${askBefore ? `${usualTime(askBefore)}, ` : ''}${askingWords(askBefore, plan, words)}`] as const));
  return { view: buildView(plan), dueDates: Object.fromEntries(dueDates), requests: Object.fromEntries(requests) };
}

/** What stands for the day of a task that was left out. */
export const NO_DUE_DATE = words('à fixer');
