import type { Answers, Question } from '../model.ts';
import { problem, type Position, type Problem } from '../problem.ts';
import { monthAndYear, plainDate } from '../shared/dates.ts';
import { recordsAnswer } from '../shared/read-answer.ts';

/** What no single answer can show. */
export function checkTogether(
  questions: readonly Question[], answers: Answers, at: Readonly<Record<string, Position>> = {},
): readonly Problem[] {
  const refuse: Refuse = (id, value, expected) => {
    const label = questions.find((question) => question.id === id)?.label ?? id;
    return problem('answer-invalid', { id, label, value, expected }, at[id]);
  };
  return [...beforeStart(answers, refuse), ...endBeforeBegin(answers, refuse)];
}

type Refuse = (id: string, value: string, expected: string) => Problem;

/**
 * The event must not come before `debut`, the day its preparation began. As `debut` is today for a new folder, this also
 * refuses a day gone by; a folder opened after its event stays valid.
 */
function beforeStart({ debut, date, periode }: Answers, refuse: Refuse): readonly Problem[] {
  if (typeof debut !== 'string') return [];
  const start = `avant le début de la préparation (${plainDate(debut)})`;
  const problems: Problem[] = [];
  if (typeof date === 'string' && date !== 'a-definir' && date < debut) {
    problems.push(refuse('date', plainDate(date), `un jour qui ne soit pas ${start}`));
  }
  if (typeof periode === 'string' && periode.slice(-7) < debut.slice(0, 7)) {
    problems.push(refuse('periode', monthAndYear(periode.slice(-7)), `des mois qui ne soient pas ${start}`));
  }
  return problems;
}

/** Events to avoid whose last day comes before their first. */
function endBeforeBegin(answers: Answers, refuse: Refuse): readonly Problem[] {
  return recordsAnswer(answers, 'evenements_voisins').flatMap(({ nom, du, au }) => (
    typeof du === 'string' && typeof au === 'string' && au < du
      ? [refuse('evenements_voisins', `${nom}, ${plainDate(au)}`, `un dernier jour qui ne soit pas avant le premier (${plainDate(du)})`)]
      : []));
}
