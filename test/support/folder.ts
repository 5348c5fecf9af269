import Handlebars from 'handlebars';
import { buildTerritories } from '../../scripts/build-territories.mjs';
import { completeAnswers } from '../../src/answers/complete-answers.ts';
import { checkAnswer } from '../../src/answers/check-answer.ts';
import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import { answerContext } from '../../src/cli/answer-context.ts';
import type { LoadedKit } from '../../src/cli/load-kit.ts';
import { sentence } from '../../src/cli/messages.ts';
import { prepare, type Prepared } from '../../src/cli/prepare.ts';
import { makeEventId } from '../../src/folder/event-id.ts';
import { archiveKit, hashKit } from '../../src/folder/kit-archive.ts';
import { compileTemplates } from '../../src/documents/render-text.ts';
import { parseKit, type KitSources } from '../../src/kit/parse-kit.ts';
import type { AnswerValue, IsoDate } from '../../src/model.ts';
import type { Problem } from '../../src/problem.ts';
import { once } from '../../src/shared/once.ts';
import { openIndex, type AuthorityIndex } from '../../src/territory/index-file.ts';

let index: AuthorityIndex | undefined;

/** The official list, built once for a test file. */
export const authorities = (): AuthorityIndex => (index ??= openIndex(buildTerritories()));

/** A kit ready to work, straight from its files, as the build or `--kit` makes it. */
export function loadSources(sources: KitSources): LoadedKit {
  const parsed = parseKit(sources);
  if (!parsed.ok) throw asError(parsed.problems);
  return {
    kit: parsed.value, hash: hashKit(sources), archive: archiveKit(sources), templates: once(async () => compileTemplates(parsed.value.templates, Handlebars)),
  };
}

/** The whole pipe, from answers as people write them to the bytes of every file. Any problem throws. */
export async function makeFolder(
  loaded: LoadedKit, written: Readonly<Record<string, RawAnswer>>, today: IsoDate,
): Promise<Prepared> {
  const { kit } = loaded;
  const context = answerContext(kit, authorities(), today);
  const given: Record<string, AnswerValue> = {};
  for (const [id, raw] of Object.entries(written)) {
    const question = kit.questions.find((candidate) => candidate.id === id);
    if (!question) throw new Error(`No question ${id}`);
    const checked = checkAnswer(question, raw, context);
    if (!checked.ok) throw asError(checked.problems);
    given[id] = checked.value;
  }
  const completed = completeAnswers(kit.questions, given, context);
  if (completed.problems.length > 0) throw asError(completed.problems);
  return prepare({
    loaded, index: authorities(), context, given, completed, today, eventId: makeEventId(completed.answers),
  });
}

const asError = (problems: readonly Problem[]): Error => new Error(problems.map(sentence).join('\n'));
