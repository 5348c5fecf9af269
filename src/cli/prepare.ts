import type { AnswerContext } from '../answers/answer-context.ts';
import type { Completed } from '../answers/complete-answers.ts';
import { writeAnswers } from '../answers/write-answers.ts';
import { renderCopies, renderWorkFiles } from '../documents/render-documents.ts';
import { describeDocument, encodeBaseline, rememberAnswers, type Remembered } from '../folder/baseline.ts';
import { ANSWERS_FILE, BASELINE_FILE, KIT_FILE } from '../folder/paths.ts';
import type { FileToWrite } from '../io/write-folder.ts';
import type { Answers, IsoDate, Plan } from '../model.ts';
import { buildPlan } from '../plan/build-plan.ts';
import { NOTHING_DONE } from '../shared/nothing-done.ts';
import { holidaysOf } from '../territory/holidays.ts';
import type { AuthorityIndex } from '../territory/index-file.ts';
import { workingDays } from '../territory/working-days.ts';
import { territoryOf } from './answer-context.ts';
import { inKitOrder } from './kit-order.ts';
import { kitReference, type LoadedKit } from './load-kit.ts';
import { make } from './make.ts';
import { observeNew } from './observe-folder.ts';
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
  const { loaded, today } = input;
  const answers = { path: ANSWERS_FILE, bytes: answersText(input) };
  const documents = await rememberAll(plan, loaded);
  const baseline = encodeBaseline(
    { format: 1, tool: VERSION, kit: kitReference(loaded), today },
    [rememberAnswers(answers.bytes), ...documents],
  );
  return {
    plan,
    files: [answers, ...documents.map(({ path, bytes }) => ({ path, bytes })),
      { path: KIT_FILE, bytes: loaded.archive }, { path: BASELINE_FILE, bytes: baseline }],
  };
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

/** The answers as a first run writes them. */
function answersText({ loaded, given, completed, eventId }: PrepareInput): Uint8Array {
  const { chapters, questions } = loaded.kit;
  const meta = { kit: kitReference(loaded), evenement: eventId };
  return new TextEncoder().encode(writeAnswers({ chapters, questions, given, completed, meta }));
}

/** Every document of the plan and its bytes: what people work in, then the copies that tell of it. */
async function rememberAll(plan: Plan, { templates }: LoadedKit): Promise<readonly (Remembered & FileToWrite)[]> {
  const written: (Remembered & FileToWrite)[] = [];
  const work = renderWorkFiles(plan, templates);
  const copies = renderCopies(plan, { ...NOTHING_DONE, observed: observeNew(work) });
  for (const document of inKitOrder([...work, ...copies], ({ spec }) => spec.id, plan.kit)) {
    const { furniture, encode } = make(document, plan);
    const bytes = await encode();
    written.push({ path: document.path, bytes, file: describeDocument(document, furniture, bytes) });
  }
  return written;
}
