import type { Answers, Question } from '../model.ts';
import { proposedLines, proposedPattern } from './write-answers.ts';

/**
 * The text of a `nec-local.yaml` whose proposals follow the answers they depend on. Only commented lines that still bear
 * our mark are written again; every other byte stays, line ends included.
 * @param answers complete: given and proposed
 */
export function refreshProposals(text: string, questions: readonly Question[], answers: Answers, given: Answers): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return questions
    .filter(({ id }) => given[id] === undefined)
    .reduce((current, { id }) => current.replace(proposedPattern(id), () => proposedLines(id, answers[id]).join(lineEnd)), text);
}
