import type { AnswerContext } from '../answers/answer-context.ts';
import type { Completed } from '../answers/complete-answers.ts';
import { writeAnswers } from '../answers/write-answers.ts';
import { planCopies, planWorkFiles } from '../documents/render-documents.ts';
import { encodeBaseline, rememberAnswers, rememberDocument, type Remembered } from '../folder/baseline.ts';
import { ANSWERS_FILE, BASELINE_FILE, KIT_FILE } from '../folder/paths.ts';
import type { FileToWrite } from '../io/write-folder.ts';
import type { Answers, IsoDate, Observed, Plan, Territory, WeighedDay } from '../model.ts';
import { buildPlan, seenPlan, type PlanInput } from '../plan/build-plan.ts';
import { betterDays } from '../plan/choose-days.ts';
import { NOTHING_DONE } from '../shared/nothing-done.ts';
import { holidaysOf } from '../territory/holidays.ts';
import type { AuthorityIndex } from '../territory/index-file.ts';
import { workingDays } from '../territory/working-days.ts';
import { territoryOf } from './answer-context.ts';
import { inKitOrder } from './kit-order.ts';
import { kitReference, documentSource, type LoadedKit } from './load-kit.ts';
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
    { format: 2, tool: VERSION, kit: kitReference(loaded), today },
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
    ...calendarOf(territory),
  });
}

/** The same plan once the workbooks were read: its alerts see what people did. */
export const planSeen = (plan: Plan, observed: Observed): Plan => seenPlan(plan, observed, (year) => holidaysOf(plan.territory, year));

/** The nearest days that are better than the one of this plan; none while the date is not set, or when nothing serious speaks against it. */
export function betterDates(plan: Plan): readonly WeighedDay[] {
  const [chosen] = plan.dates;
  return chosen && !plan.schedule.provisional ? betterDays(chosen, { ...plan, ...calendarOf(plan.territory) }) : [];
}

/** The working days and the public holidays of a territory. */
const calendarOf = (territory: Territory): Pick<PlanInput, 'workingDays' | 'holidaysOf'> =>
  ({ workingDays: workingDays(territory), holidaysOf: (year) => holidaysOf(territory, year) });

/** The answers as a first run writes them. */
function answersText({ loaded, given, completed, eventId }: PrepareInput): Uint8Array {
  const { chapters, questions } = loaded.kit;
  const meta = { kit: kitReference(loaded), evenement: eventId };
  return new TextEncoder().encode(writeAnswers({ chapters, questions, given, completed, meta }));
}

/** Every document of the plan and its bytes: what people work in, then the copies that tell of it. */
async function rememberAll(plan: Plan, loaded: LoadedKit): Promise<readonly (Remembered & FileToWrite)[]> {
  const written: (Remembered & FileToWrite)[] = [];
  const source = documentSource(loaded);
  const work = planWorkFiles(plan, source);
  const copies = planCopies(plan, { ...NOTHING_DONE, observed: await observeNew(work) }, source);
  for (const planned of inKitOrder([...work, ...copies], ({ spec }) => spec.id, plan.kit)) {
    const made = make(planned, planned.path, plan);
    const bytes = await made.encode();
    written.push({ path: planned.path, bytes, ...rememberDocument(await made.document(), made, bytes) });
  }
  return written;
}
