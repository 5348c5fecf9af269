import { exampleFlag } from '../answers/expected-form.ts';
import { showAnswer } from '../answers/show-answer.ts';
import type { KitDifference } from '../kit/kit-difference.ts';
import type { Kit } from '../model.ts';
import { answerNoteInWords } from './answer-note-words.ts';
import type { Standing } from './commands/kit-update.ts';
import { differencesInWords } from './kit-difference-words.ts';
import type { KitRun, NewQuestion } from './kit-run.ts';
import { versionInWords } from './kit-version.ts';
import type { Line } from './report.ts';

export interface KitUpdate {
  readonly differences: readonly KitDifference[];
  readonly kitRun: KitRun;
  readonly before: Kit;
  readonly after: Kit;
  readonly stands: Standing;
  /** The folder's copy of its kit cannot be read. */
  readonly isLost: boolean;
}

/** What another kit would change in a folder: its content, then the answers. */
export function kitUpdateInWords({ differences, kitRun, before, after, stands, isLost }: KitUpdate): readonly Line[] {
  const { notes, questions, context } = kitRun;
  const answers = [
    ...notes.map((note) => answerNoteInWords(note, { before, after }, context)),
    ...questions.map((asked) => newQuestionInWords(asked, kitRun)),
  ];
  return [
    { text: headline(before, after, stands, isLost), look: 'title' },
    ...(isLost || differences.length > 0 ? [] : [{ text: 'Rien de ce qui change ne se voit dans un dossier.' }]),
    ...differencesInWords(differences, { before, after }),
    ...(answers.length === 0 ? [] : [{ text: '' }, { text: `Vos réponses (${answers.length})`, look: 'title' as const }, ...answers.map((text) => ({ text: `  ${text}` }))]),
  ];
}

function headline(before: Kit, after: Kit, stands: Standing, isLost: boolean): string {
  const [was, is] = [versionInWords(before), versionInWords(after)];
  if (isLost) return `La copie du kit gardée dans ce dossier ne se lit plus : elle est remplacée par ${is}.`;
  switch (stands) {
    case 'same-version': return `Le kit ${is} a le même numéro que celui du dossier, mais un autre contenu.`;
    case 'older': return `Le kit ${is} est plus ancien que celui du dossier (${before.parents ? was : before.version}).`;
    case 'other': return `${is} est un autre kit que celui du dossier (${was}).`;
    default: return `Du kit ${was} au kit ${is} :`;
  }
}

function newQuestionInWords({ question, proposed }: NewQuestion, { context }: KitRun): string {
  const named = `Nouvelle question : « ${question.label} » (${question.id}).`;
  if (proposed !== undefined) return `${named} Réponse proposée : ${showAnswer(question, proposed, context)}.`;
  return question.required ? `${named} Il faut y répondre : ajoutez ${exampleFlag(question)}` : `${named} Vous pourrez y répondre dans nec-local.yaml.`;
}
