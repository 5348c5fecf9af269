import type { Answers, Question } from '../model.ts';
import { problem, type Position, type Problem } from '../problem.ts';
import { monthAndYear, plainDate } from '../shared/dates.ts';

/**
 * What no single answer can show: the event must not come before `debut`, the day its preparation began. As `debut` is
 * today for a new folder, this also refuses a day gone by; a folder opened after its event stays valid.
 */
export function checkTogether(
  questions: readonly Question[], answers: Answers, at: Readonly<Record<string, Position>> = {},
): readonly Problem[] {
  const { debut, date, periode } = answers;
  if (typeof debut !== 'string') return [];
  const refuse = (id: string, value: string, what: string): Problem => {
    const label = questions.find((question) => question.id === id)?.label ?? id;
    const expected = `${what} avant le début de la préparation (${plainDate(debut)})`;
    return problem('answer-invalid', { id, label, value, expected }, at[id]);
  };
  const problems: Problem[] = [];
  if (typeof date === 'string' && date !== 'a-definir' && date < debut) {
    problems.push(refuse('date', plainDate(date), 'un jour qui ne soit pas'));
  }
  if (typeof periode === 'string' && periode.slice(-7) < debut.slice(0, 7)) {
    problems.push(refuse('periode', monthAndYear(periode.slice(-7)), 'des mois qui ne soient pas'));
  }
  return problems;
}
