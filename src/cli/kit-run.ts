import type { AnswerNote } from '../answers/adapt-answers.ts';
import type { AnswerContext } from '../answers/answer-context.ts';
import { completeAnswers } from '../answers/complete-answers.ts';
import { moveAnswers } from '../answers/move-answers.ts';
import { parseAnswers } from '../answers/parse-answers.ts';
import { updateAnswers } from '../answers/update-answers.ts';
import { lastAnswers, type Baseline } from '../folder/baseline.ts';
import { renameBaseline } from '../folder/kit-renames.ts';
import { ANSWERS_FILE } from '../folder/paths.ts';
import type { AnswerValue, IsoDate, Kit, Question } from '../model.ts';
import type { Result } from '../problem.ts';
import { renamed } from '../shared/rename.ts';
import type { AuthorityIndex } from '../territory/index-file.ts';
import { answerContext } from './answer-context.ts';
import { kitReference, type LoadedKit } from './load-kit.ts';
import { flagChanges } from './open-run.ts';
import type { PlanningFolder } from './planning-folder.ts';
import type { RunInput } from './prepare-run.ts';
import { EXIT, orStop, Stop } from './stop.ts';

/** A question that the folder's kit did not ask, with the answer that is proposed. */
export interface NewQuestion {
  readonly question: Question;
  readonly proposed: AnswerValue | undefined;
}

/** A run of a folder under another kit than its own. */
export interface KitRun {
  readonly input: RunInput;
  readonly context: AnswerContext;
  /** What became of answers that do not stay as they are. */
  readonly notes: readonly AnswerNote[];
  readonly questions: readonly NewQuestion[];
}

/**
 * The folder as the other kit sees it: answers adapted, everything that was written before under its present ids. Bad
 * answers end the command: whose fault they are cannot be told once the kit has changed.
 * @param flags `--set`, for what the new kit asks
 */
export function runUnderKit(folder: PlanningFolder, loaded: LoadedKit, flags: readonly string[], index: AuthorityIndex, today: IsoDate): KitRun {
  const [before, after] = [folder.loaded.kit, loaded.kit];
  const context = answerContext(after, index, today);
  const read = parseAnswers(folder.answersText, ANSWERS_FILE, before.questions, answerContext(before, index, today));
  if (read.problems.length > 0) throw new Stop(EXIT.badData, read.problems);
  const move = (text: string, given: typeof read.given) => moveAnswers(text, given, before, after, kitReference(loaded), context);
  const moved = orStop(move(folder.answersText, read.given), EXIT.badData);
  const answersText = orStop(updateAnswers(moved.text, flagChanges(flags, after, context)), EXIT.badData);
  const earlier = (text: string): Result<{ readonly text: string }> =>
    move(text, parseAnswers(text, ANSWERS_FILE, before.questions, answerContext(before, index, today)).given);
  return {
    input: { folder, loaded, index, today, answersText, baseline: folder.baseline && underKit(folder.baseline, after, earlier) },
    context,
    notes: moved.notes,
    questions: newQuestions(before, after, parseAnswers(answersText, ANSWERS_FILE, after.questions, context).given, context),
  };
}

/** What was last written, in the words of another kit; answers that cannot be brought along stay as they were. */
function underKit(baseline: Baseline, kit: Kit, move: (text: string) => Result<{ readonly text: string }>): Baseline {
  const bytes = lastAnswers(baseline);
  const moved = bytes && move(new TextDecoder().decode(bytes));
  const answers = moved?.ok ? new TextEncoder().encode(moved.value.text) : bytes;
  const renamed = renameBaseline(baseline, kit);
  return { ...renamed, partOf: (file) => (file.kind === 'answers' ? answers : renamed.partOf(file)) };
}

function newQuestions(before: Kit, after: Kit, given: Parameters<typeof completeAnswers>[1], context: AnswerContext): readonly NewQuestion[] {
  const known = before.questions.map(({ id }) => renamed(after.renames.entries.questions, id));
  const { applicable, answers } = completeAnswers(after.questions, given, context);
  return applicable
    .filter(({ id }) => !known.includes(id) && given[id] === undefined)
    .map((question) => ({ question, proposed: answers[question.id] }));
}
