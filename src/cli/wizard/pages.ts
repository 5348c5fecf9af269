import type { AnswerContext } from '../../answers/answer-context.ts';
import { completeAnswers } from '../../answers/complete-answers.ts';
import { showAnswer } from '../../answers/show-answer.ts';
import type { Prompter } from '../../io/prompter.ts';
import type { Answers, Kit, Question } from '../../model.ts';

/** What will happen, how long it takes, how to go back and how to leave. */
export function introduction(style: Prompter['style']): readonly string[] {
  const back = style === 'screen' ? 'Échap' : 'Tapez votre réponse puis Entrée. « < »';
  return [
    'Neuf questions, puis une page pour tout relire : une quinzaine de minutes.',
    'Les documents ne sont écrits qu’après votre accord. Vos réponses restent sur cet ordinateur.',
    `${back} : revenir à la question précédente. « ? » : pourquoi cette question. `
      + 'Ctrl-C : arrêter et reprendre plus tard.',
  ];
}

/** « Pourquoi cette question ? » and who could be asked. */
export function whyLines({ why, colleague }: Question): readonly string[] {
  return ['', `Pourquoi cette question ? ${why}`, ...(colleague ? [`À qui demander ? ${colleague}`] : [])];
}

/** Every answer that will count, asked or not, by chapter. */
export function reviewPage(
  kit: Pick<Kit, 'chapters' | 'questions'>, given: Answers, context: AnswerContext,
): readonly string[] {
  const { answers, applicable, proposed } = completeAnswers(kit.questions, given, context);
  const line = (question: Question): string => {
    const value = answers[question.id];
    if (value === undefined) return `  ${question.label} Pas de réponse.`;
    const mark = proposed.has(question.id) ? ' (proposé)' : '';
    return `  ${question.label} ${showAnswer(question, value, context)}${mark}`;
  };
  const chapters = kit.chapters.flatMap(({ id, title }) => {
    const questions = applicable.filter(({ chapter }) => chapter === id);
    return questions.length === 0 ? [] : ['', title, ...questions.map(line)];
  });
  return ['', 'Relisez vos réponses. « Proposé » : c’est ce que l’outil suppose, vous pouvez le changer.', ...chapters];
}
