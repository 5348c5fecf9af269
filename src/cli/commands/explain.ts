import { readDate } from '../../answers/read-date.ts';
import { explain } from '../../folder/explain.ts';
import type { Explanation } from '../../folder/explanation.ts';
import type { IsoDate } from '../../model.ts';
import { workingDays } from '../../territory/working-days.ts';
import { answerContext } from '../answer-context.ts';
import { explanationsInWords } from '../explanation-words.ts';
import { readFolderAnswers } from '../folder-answers.ts';
import { openRun } from '../open-run.ts';
import { findPlanningFolder } from '../planning-folder.ts';
import { prepareRun } from '../prepare-run.ts';
import type { Outcome } from '../report.ts';
import type { Shell } from '../shell.ts';
import { EXIT, orStop } from '../stop.ts';
import { asRecovered } from '../with-lock.ts';

/** Says which answers, which rule of the kit, which source stand behind something of the folder. */
export async function explainTarget(target: string, today: IsoDate, shell: Shell): Promise<Outcome> {
  const root = findPlanningFolder(shell);
  const input = await openRun(root, today, () => ({}), asRecovered(root, shell));
  const context = answerContext(input.loaded.kit, input.index, today);
  const answers = readFolderAnswers(input.answersText, input.loaded.kit, context);
  const { plan } = await prepareRun(input);
  const explanations = orStop(explain(readDate(target) ?? withoutRoot(target, root), {
    plan, workingDays: workingDays(plan.territory), files: input.baseline?.files ?? [], partOf: (file) => input.baseline?.partOf(file),
  }), EXIT.usage);
  const withGiven = (explanation: Explanation) =>
    ({ ...explanation, answers: explanation.answers.map((answer) => ({ ...answer, given: Object.hasOwn(answers.given, answer.id) })) });
  return {
    exit: EXIT.done,
    data: { folder: root, explanations: explanations.map(withGiven) },
    lines: explanationsInWords(explanations, { kit: input.loaded.kit, given: answers.given, context }),
  };
}

/** A full path, as a file manager copies it, becomes a path of the folder. */
const withoutRoot = (target: string, root: string): string => (target.startsWith(root) ? target.slice(root.length).replace(/^[\\/]/, '') : target);
