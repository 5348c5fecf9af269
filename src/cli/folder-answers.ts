import type { AnswerContext } from '../answers/answer-context.ts';
import { completeAnswers, type Completed } from '../answers/complete-answers.ts';
import { missingAnswers } from '../answers/missing-answers.ts';
import { parseAnswers, type AnswersMeta } from '../answers/parse-answers.ts';
import { ANSWERS_FILE } from '../folder/paths.ts';
import type { Answers, Kit } from '../model.ts';
import type { Problem } from '../problem.ts';
import { EXIT, Stop } from './stop.ts';

/** The answers of a planning folder, as people left them and completed by what follows from them. */
export interface FolderAnswers {
  readonly given: Answers;
  readonly completed: Completed;
  readonly meta: AnswersMeta;
}

/** Reads the text of a `nec-local.yaml`. Every problem is told with its line, and ends the command. */
export function readFolderAnswers(text: string, kit: Kit, context: AnswerContext, fallback: Answers = {}): FolderAnswers {
  const { given: said, meta, at, problems } = parseAnswers(text, ANSWERS_FILE, kit.questions, context);
  stopOn(problems);
  const given = { ...fallback, ...said };
  stopOn(missingAnswers(kit.questions, given, context, { yes: true }));
  const completed = completeAnswers(kit.questions, given, context, at);
  stopOn(completed.problems);
  return { given, completed, meta };
}

/** The same where nothing can be done about a problem: the answers of an earlier run. */
export function readEarlierAnswers(text: string, kit: Kit, context: AnswerContext): FolderAnswers | undefined {
  try {
    return readFolderAnswers(text, kit, context);
  } catch (error) {
    if (error instanceof Stop) return undefined;
    throw error;
  }
}

function stopOn(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Stop(EXIT.badData, problems);
}
