import type { AnswerContext } from '../answers/answer-context.ts';
import { completeAnswers } from '../answers/complete-answers.ts';
import { showAnswer } from '../answers/show-answer.ts';
import type { Prompter } from '../io/prompter.ts';
import type { Answers, Kit, Question } from '../model.ts';

/** What will happen, how long it takes, how to go back and how to leave. */
export function introduction(style: Prompter['style']): readonly string[] {
  const keys = style === 'screen'
    ? 'Échap : revenir à la question précédente. « ? » : pourquoi cette question. Ctrl-C : arrêter et reprendre plus tard.'
    : 'Tapez votre réponse puis Entrée. « < » : revenir à la question précédente. « ? » : pourquoi cette question. Ctrl-C : arrêter et reprendre plus tard.';
  return [
    'Neuf questions, puis une page pour tout relire : une quinzaine de minutes.',
    'Rien n’est écrit dans le dossier avant votre accord. Vos réponses restent sur cet ordinateur.',
    keys,
  ];
}

/** « Pourquoi cette question ? » and who could be asked. */
export function whyLines({ why, colleague }: Question): readonly string[] {
  return ['', `Pourquoi cette question ? ${why}`, ...(colleague ? [`À qui demander ? ${colleague}`] : [])];
}

/** Every answer that will count, asked or not, by chapter. */
export function reviewPage(kit: Pick<Kit, 'chapters' | 'questions'>, given: Answers, context: AnswerContext): readonly string[] {
  const { answers, applicable, proposed } = completeAnswers(kit.questions, given, context);
  const line = (question: Question): string => {
    const value = answers[question.id];
    if (value === undefined) return `  ${question.label} Pas de réponse.`;
    return `  ${question.label} ${showAnswer(question, value, context)}${proposed.has(question.id) ? ' (proposé)' : ''}`;
  };
  const chapters = kit.chapters.flatMap(({ id, title }) => {
    const questions = applicable.filter(({ chapter }) => chapter === id);
    return questions.length === 0 ? [] : ['', title, ...questions.map(line)];
  });
  return ['', 'Relisez vos réponses. « Proposé » : c’est ce que l’outil suppose, vous pouvez le changer.', ...chapters];
}
