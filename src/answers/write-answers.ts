import type { Answers, AnswerValue, Chapter, Question } from '../model.ts';
import { printable } from '../shared/printable.ts';
import { cleanText } from '../shared/values.ts';
import { wrapWords } from '../shared/wrap-words.ts';
import { answerToYaml } from './answer-to-yaml.ts';
import type { Completed } from './complete-answers.ts';
import { recordForm } from './expected-form.ts';
import type { AnswersMeta } from './parse-answers.ts';

export interface AnswersFile {
  readonly chapters: readonly Chapter[];
  readonly questions: readonly Question[];
  /** What people said. */
  readonly given: Answers;
  /** The same, completed by {@link Completed} defaults. */
  readonly completed: Completed;
  readonly meta: AnswersMeta;
}

const HEADER = [
  'Les réponses sur votre événement. Ce fichier s’ouvre avec le Bloc-notes ou tout éditeur de texte.',
  'Pour changer une réponse, remplacez ce qui suit les deux-points, puis enregistrez.',
  'Une ligne qui commence par # ne compte pas. « proposé » : c’est ce que l’outil suppose tant que vous ne dites rien.',
  'Pour dire autre chose qu’une réponse proposée, enlevez le # devant son nom et changez la valeur.',
  'Ensuite, dans la fenêtre de commandes, placez-vous dans ce dossier et tapez :',
  'nec-local generer',
  'Les autres fichiers suivent. Ce que vous y avez écrit est gardé.',
];

/** At the end of our commented lines: they are told from a person's by it. */
export const PROPOSED_MARK = '    # proposé';
export const NO_ANSWER_MARK = '    # pas de réponse';

/** Width of comment lines, in characters. */
const WIDTH = 100;

/**
 * `nec-local.yaml`, for a person who opens it. Given answers are active lines. Defaults are commented lines, so that
 * they keep following the answers they depend on; only `debut` is fixed for good (and every date of it, and no clock).
 */
export function writeAnswers({ chapters, questions, given, completed, meta }: AnswersFile): string {
  const blocks = chapters.flatMap((chapter) => {
    const entries = questions
      .filter((question) => question.chapter === chapter.id)
      .map((question) => entry(question, given, completed))
      .filter((text) => text !== undefined);
    return entries.length > 0 ? [`# ───── ${plain(chapter.title)} ─────`, ...entries] : [];
  });
  const ours = Object.entries({ kit: meta.kit, evenement: meta.evenement }).flatMap(([key, value]) =>
    value === undefined ? [] : [answerToYaml(key, value)]);
  const footer = ours.length > 0 ? [['# Écrit par nec-local : ne pas changer.', ...ours].join('\n')] : [];
  return `${[comment(HEADER).join('\n'), ...blocks, ...footer].join('\n\n')}\n`;
}

function entry(question: Question, given: Answers, { answers, applicable }: Completed): string | undefined {
  const { id } = question;
  const applies = applicable.includes(question);
  const own = given[id] ?? (question.computed === 'today' ? answers[id] : undefined);
  if (!applies && own === undefined) return undefined;
  const about = comment([question.label, question.help, ...choices(question)]);
  if (own !== undefined) {
    return [...about, ...(applies ? [] : ['# Sans effet avec les autres réponses.']), answerToYaml(id, own)].join('\n');
  }
  return [...about, ...proposedLines(id, answers[id])].join('\n');
}

/** The commented lines of a question that nobody answered: what is proposed, or that there is nothing. */
export function proposedLines(id: string, proposed: AnswerValue | undefined): readonly string[] {
  if (proposed === undefined) return [`# ${id}:${NO_ANSWER_MARK}`];
  return answerToYaml(id, proposed).split('\n').map((text, index) => `# ${text}${index === 0 ? PROPOSED_MARK : ''}`);
}

/** Where {@link proposedLines} stand in a file, whatever they proposed when they were written. */
export const proposedPattern = (id: string): RegExp =>
  new RegExp(`^# ${id}:.*(?:${PROPOSED_MARK}|${NO_ANSWER_MARK})(?:\\r?\\n# {3}.*)*$`, 'm');

function choices(question: Question): readonly string[] {
  if (question.type === 'yes-no') return ['Choix : oui, non'];
  if (question.type === 'records') {
    return [`Sous la forme ${recordForm(question.fields ?? [])}, séparés par des points-virgules`];
  }
  if (!question.choices || question.choices.length === 0) return [];
  const words = question.choices.map(({ value, label }) => `${value} (${label})`).join(', ');
  return [`Choix : ${words}${question.open ? ', ou vos propres mots' : ''}`];
}

const plain = (text: string): string => cleanText(printable(text));

/** Comment lines: the words of a kit can never leave their comment. */
function comment(lines: readonly string[]): readonly string[] {
  return lines
    .map(plain)
    .filter((line) => line !== '')
    .flatMap((line) => wrapWords(line, WIDTH, '  '))
    .map((part) => `# ${part}`);
}
