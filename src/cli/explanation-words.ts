import type { AnswerContext } from '../answers/answer-context.ts';
import { showAnswer } from '../answers/show-answer.ts';
import type { AnswerBehind, ExplainedKind, Explanation, SourceBehind } from '../folder/explanation.ts';
import type { Answers, Kit } from '../model.ts';
import { confidenceOfFact } from '../shared/confidence-words.ts';
import { plainDate } from '../shared/dates.ts';
import type { Line } from './report.ts';

const KINDS: Readonly<Record<ExplainedKind, string>> = {
  'task': 'Tâche', 'expense': 'Dépense', 'income': 'Recette', 'in-kind': 'Apport en nature', 'total': 'Budget', 'rule': 'Règle', 'favour': 'Raison de choisir un jour',
  'answer': 'Réponse', 'document': 'Document', 'slot': 'Temps du programme', 'row': 'Ligne', 'date': 'Jour', 'sentence': 'Texte',
};

interface Words {
  readonly kit: Kit;
  /** What people said: the rest is proposed. */
  readonly given: Answers;
  readonly context: AnswerContext;
}

export function explanationsInWords(explanations: readonly Explanation[], words: Words): readonly Line[] {
  return explanations.flatMap((explanation, index) => [...(index > 0 ? [{ text: '' }] : []), ...explanationInWords(explanation, words)]);
}

function explanationInWords({ kind, id, title, lines, answers, sources }: Explanation, words: Words): readonly Line[] {
  const named = kind === 'date' ? title : kind === 'sentence' ? `« ${title} »` : `${title} (${id})`;
  return [
    { text: `${KINDS[kind]} : ${named}`, look: 'title' },
    ...lines.map(({ label, text }) => ({ text: `  ${label} : ${text}` })),
    ...listed(kind === 'answer' ? 'Ce que vous avez répondu' : 'Vos réponses', answers.map((answer) => answerInWords(answer, words))),
    ...listed('D’où cela vient', sources.map(sourceInWords)),
  ];
}

const listed = (title: string, items: readonly string[]): readonly Line[] =>
  (items.length === 0 ? [] : [{ text: `  ${title} :` }, ...items.map((text) => ({ text: `    ${text}` }))]);

function answerInWords({ id, label, value }: AnswerBehind, { kit, given, context }: Words): string {
  const question = kit.questions.find((asked) => asked.id === id);
  const said = value === undefined || !question ? 'pas de réponse' : showAnswer(question, value, context);
  return `${label} (${id}) : ${said}${value !== undefined && !Object.hasOwn(given, id) ? ' (proposé)' : ''}`;
}

const sourceInWords = ({ title, url, checkedOn, confidence }: SourceBehind): string =>
  `${title}${url === undefined ? '' : `, ${url}`} (vérifié le ${plainDate(checkedOn)}, ${confidenceOfFact[confidence]})`;
