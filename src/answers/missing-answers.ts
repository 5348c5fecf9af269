import type { Answers, Question } from '../model.ts';
import { problem, type Problem } from '../problem.ts';
import type { AnswerContext } from './answer-context.ts';
import { completeAnswers } from './complete-answers.ts';
import { exampleFlag } from './expected-form.ts';

/**
 * The questions that must be answered when nobody can be asked: with `--yes` only the required ones (the others take
 * their default), else the essential ones too. One problem each, with a flag that answers it.
 */
export function missingAnswers(
  questions: readonly Question[], given: Answers, context: AnswerContext, options: { readonly yes: boolean },
): readonly Problem[] {
  const { answers, applicable } = completeAnswers(questions, given, context);
  return applicable
    .filter(({ id, required, essential }) =>
      (required && answers[id] === undefined) || (essential && !options.yes && given[id] === undefined))
    .map((question) => {
      const { id, label } = question;
      return problem('answer-missing', { id, label, example: exampleFlag(question) });
    });
}
