import type { AnswerContext } from '../answers/answer-context.ts';
import type { Completed } from '../answers/complete-answers.ts';
import { writeAnswers } from '../answers/write-answers.ts';
import { encodeDocument } from '../documents/encode.ts';
import { renderDocuments } from '../documents/render-documents.ts';
import { encodeBaseline, type WrittenDocument } from '../folder/baseline.ts';
import { makeEventId } from '../folder/event-id.ts';
import { ANSWERS_FILE, BASELINE_FILE, KIT_FILE } from '../folder/paths.ts';
import type { FileToWrite } from '../io/write-folder.ts';
import type { Answers, IsoDate, Plan } from '../model.ts';
import { buildPlan } from '../plan/build-plan.ts';
import { holidaysOf } from '../territory/holidays.ts';
import type { AuthorityIndex } from '../territory/index-file.ts';
import { workingDays } from '../territory/working-days.ts';
import { territoryOf } from './answer-context.ts';
import { kitReference, type LoadedKit } from './load-kit.ts';
import { VERSION } from './version.ts';

export interface Prepared {
  readonly plan: Plan;
  /** In the order of writing: answers, documents, kit, baseline last. */
  readonly files: readonly FileToWrite[];
}

/** The pipe: kit + answers + today → plan → documents → files. Nothing is written here. */
export async function prepare(
  loaded: LoadedKit, index: AuthorityIndex, given: Answers, completed: Completed, context: AnswerContext, today: IsoDate,
): Promise<Prepared> {
  const plan = planFrom(loaded, index, completed.answers, context, today);
  const documents = renderDocuments(plan, loaded.templates);
  const written: WrittenDocument[] = [];
  for (const document of documents) written.push({ document, bytes: await encodeDocument(document, plan) });

  const kit = kitReference(loaded);
  const answers = writeAnswers({
    chapters: loaded.kit.chapters, questions: loaded.kit.questions, given, completed, meta: { kit, evenement: plan.eventId },
  });
  return {
    plan,
    files: [
      { path: ANSWERS_FILE, bytes: new TextEncoder().encode(answers) },
      ...written.map(({ document, bytes }) => ({ path: document.path, bytes })),
      { path: KIT_FILE, bytes: loaded.archive },
      { path: BASELINE_FILE, bytes: encodeBaseline({ format: 1, tool: VERSION, kit, today }, written) },
    ],
  };
}

function planFrom({ kit }: LoadedKit, index: AuthorityIndex, answers: Answers, context: AnswerContext, today: IsoDate): Plan {
  const territory = territoryOf(answers, index);
  const start = String(answers['debut'] ?? today);
  return buildPlan({
    kit,
    answers,
    facts: context.facts(answers),
    territory,
    today,
    eventId: makeEventId(territory.id, String(answers['nom'] ?? ''), start),
    workingDays: workingDays(territory),
    holidaysOf: (year) => holidaysOf(territory, year),
  });
}
