import type { AnswerContext } from '../answers/answer-context.ts';
import type { Completed } from '../answers/complete-answers.ts';
import { writeAnswers } from '../answers/write-answers.ts';
import { encodeDocument } from '../documents/encode.ts';
import { renderDocuments } from '../documents/render-documents.ts';
import { encodeBaseline, type WrittenFile } from '../folder/baseline.ts';
import { ANSWERS_FILE, BASELINE_FILE, KIT_FILE } from '../folder/paths.ts';
import type { FileToWrite } from '../io/write-folder.ts';
import type { Answers, IsoDate, Plan } from '../model.ts';
import { buildPlan } from '../plan/build-plan.ts';
import { NOTHING_DONE } from '../shared/nothing-done.ts';
import { holidaysOf } from '../territory/holidays.ts';
import type { AuthorityIndex } from '../territory/index-file.ts';
import { workingDays } from '../territory/working-days.ts';
import { territoryOf } from './answer-context.ts';
import { kitReference, type LoadedKit } from './load-kit.ts';
import { VERSION } from './version.ts';

export interface PrepareInput {
  readonly loaded: LoadedKit;
  readonly index: AuthorityIndex;
  readonly context: AnswerContext;
  /** What people said. */
  readonly given: Answers;
  /** The same, with the defaults that follow. */
  readonly completed: Completed;
  readonly today: IsoDate;
  /** Made at `init`, then kept for good: see `folder/event-id.ts`. */
  readonly eventId: string;
}

export interface Prepared {
  readonly plan: Plan;
  /** In the order of writing: answers, documents, kit, baseline last. */
  readonly files: readonly FileToWrite[];
}

/** The pipe: kit + answers + today → plan → documents → files. Nothing is written here. */
export async function prepare(input: PrepareInput): Promise<Prepared> {
  const plan = planFrom(input);
  const written = [answersFile(input), ...await renderAll(plan, input.loaded)];
  return { plan, files: filesOf(written, input) };
}

/** The kit of these answers, where and when they are. */
export function planFrom({ loaded, index, context, completed: { answers }, today, eventId }: PrepareInput): Plan {
  const territory = territoryOf(answers, index);
  return buildPlan({
    kit: loaded.kit,
    answers,
    facts: context.facts(answers),
    territory,
    today,
    eventId,
    workingDays: workingDays(territory),
    holidaysOf: (year) => holidaysOf(territory, year),
  });
}

function answersFile({ loaded, given, completed, eventId }: PrepareInput): WrittenFile {
  const { chapters, questions } = loaded.kit;
  const meta = { kit: kitReference(loaded), evenement: eventId };
  const text = writeAnswers({ chapters, questions, given, completed, meta });
  return { made: { kind: 'answers', path: ANSWERS_FILE }, bytes: new TextEncoder().encode(text) };
}

/** Every document of the plan and its bytes; one after the other, so that the order of the work is that of the kit. */
async function renderAll(plan: Plan, { templates }: LoadedKit): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const document of renderDocuments(plan, templates, NOTHING_DONE)) {
    written.push({ made: document, bytes: await encodeDocument(document, plan) });
  }
  return written;
}

/** What people work in, then the memory of the tool. */
function filesOf(written: readonly WrittenFile[], { loaded, today }: PrepareInput): readonly FileToWrite[] {
  const baseline = encodeBaseline({ format: 1, tool: VERSION, kit: kitReference(loaded), today }, written);
  return [
    ...written.map(({ made, bytes }) => ({ path: made.path, bytes })),
    { path: KIT_FILE, bytes: loaded.archive },
    { path: BASELINE_FILE, bytes: baseline },
  ];
}
