import type { AnswerContext } from '../answers/answer-context.ts';
import { parseFlags } from '../answers/parse-flags.ts';
import { updateAnswers } from '../answers/update-answers.ts';
import type { Answers, AnswerValue, IsoDate, Kit } from '../model.ts';
import { answerContext } from './answer-context.ts';
import { openPlanningFolder } from './planning-folder.ts';
import type { RunInput } from './prepare-run.ts';
import { readAuthorities } from './read-authorities.ts';
import type { Shell } from './shell.ts';
import { EXIT, orStop, Stop } from './stop.ts';

/** Answers to set, or with undefined to take away. */
export type AnswerChanges = Readonly<Record<string, AnswerValue | undefined>>;

/**
 * Reads a planning folder, with its answers changed as a command asks.
 * @param wanted what to change, once the kit of the folder says what the questions are
 */
export async function openRun(root: string, today: IsoDate, wanted: (kit: Kit, context: AnswerContext) => AnswerChanges, shell: Shell): Promise<RunInput> {
  const folder = await openPlanningFolder(root, shell);
  const { loaded, baseline, answersText } = folder;
  const index = readAuthorities(shell);
  const changes = wanted(loaded.kit, answerContext(loaded.kit, index, today));
  const text = Object.keys(changes).length === 0 ? answersText : orStop(updateAnswers(answersText, changes), EXIT.badData);
  return { folder, loaded, baseline, answersText: text, index, today };
}

/** The changes of every `--set`. */
export function flagChanges(flags: readonly string[], kit: Kit, context: AnswerContext): AnswerChanges {
  const { given, unset, problems } = parseFlags(flags, kit.questions, context);
  if (problems.length > 0) throw new Stop(problems.every(({ code }) => code === 'usage') ? EXIT.usage : EXIT.badData, problems);
  const gone: AnswerChanges = Object.fromEntries(unset.map((id) => [id, undefined]));
  return { ...(given satisfies Answers), ...gone };
}
