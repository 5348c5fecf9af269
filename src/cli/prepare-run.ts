import type { AnswerContext } from '../answers/answer-context.ts';
import { refreshProposals } from '../answers/refresh-proposals.ts';
import { planCopies, plannedPaths, planWorkFiles, type PlannedDocument } from '../documents/render-documents.ts';
import { allotPaths, type Place } from '../folder/allot-paths.ts';
import { documentsOf, reconcileAll } from '../folder/reconcile-all.ts';
import { isCopy, lastAnswers, rememberAnswers, type Baseline, type Remembered } from '../folder/baseline.ts';
import { makeEventId } from '../folder/event-id.ts';
import { ANSWERS_FILE } from '../folder/paths.ts';
import type { FileTools, Reconciled, Wanted } from '../folder/reconcile.ts';
import type { Answers, Change, FolderState, IsoDate, Observed, Plan } from '../model.ts';
import { problem, type Problem } from '../problem.ts';
import { extensionOf } from '../shared/paths.ts';
import { sha256 } from '../shared/sha256.ts';
import type { AuthorityIndex } from '../territory/index-file.ts';
import { answerContext } from './answer-context.ts';
import { calendarItemsOf } from './calendar-memory.ts';
import { fileTools } from './file-tools.ts';
import { readEarlierAnswers, readFolderAnswers, type FolderAnswers } from './folder-answers.ts';
import { inKitOrder } from './kit-order.ts';
import { documentSource, type LoadedKit } from './load-kit.ts';
import { wanted } from './make.ts';
import { observeFolder } from './observe-folder.ts';
import { planFrom, planSeen } from './prepare.ts';
import type { PlanningFolder } from './planning-folder.ts';
import { documentOf, tellOwnDeadlines, tellTypedDates } from './tell-dates.ts';
import { undoneSequences } from './undone-sequences.ts';

export interface RunInput {
  readonly folder: PlanningFolder;
  /** The folder's kit, or the one that takes its place. */
  readonly loaded: LoadedKit;
  /** What was last written, in the words of `loaded`. */
  readonly baseline: Baseline | undefined;
  /** Where the calendars were written last, when `baseline` does not say it all. */
  readonly calendars?: Baseline;
  /** `nec-local.yaml` as it has to be after the run; its proposals are refreshed here. */
  readonly answersText: string;
  readonly index: AuthorityIndex;
  readonly today: IsoDate;
}

/** All that a run would do, known before anything is written. */
export interface Run {
  readonly plan: Plan;
  /** The plan of the answers of the last run, on the same day; undefined when they cannot be read any more. */
  readonly before: Plan | undefined;
  readonly observed: Observed;
  readonly undone: FolderState['undoneSequences'];
  /** Why this run must not be written. */
  readonly refusals: readonly Problem[];
  /** In the order of writing: answers, then documents in the order of the kit. */
  readonly changes: readonly Change[];
  readonly remembered: readonly Remembered[];
}

/** The pipe of a living folder: kit + answers + what people did → plan → documents → changes. Nothing is written here. */
export async function prepareRun(input: RunInput): Promise<Run> {
  const { folder: { files }, loaded, baseline, today } = input;
  const context = answerContext(loaded.kit, input.index, today);
  const earlierText = lastAnswers(baseline);
  const isAsBefore = earlierText !== undefined && new TextDecoder().decode(earlierText) === input.answersText;
  const earlier = earlierText && !isAsBefore ? readEarlierAnswers(new TextDecoder().decode(earlierText), loaded.kit, context) : undefined;
  const answers = readFolderAnswers(input.answersText, loaded.kit, context, startOf(earlier?.given));
  const planned = planOf(answers, input, context);
  const tools = fileTools(loaded.kit);

  const work = planWorkFiles(planned, documentSource(loaded)).map(wanted(planned));
  const places = allotPaths(documentsOf(baseline), plannedPaths(planned), files);
  const worked = await reconcileAll(baseline, places, ({ kind }) => !isCopy(kind), work, files, tools);
  const observed: Observed = { ...await observeFolder(work, worked, files, loaded.kit), missing: missingIn(worked) };
  const plan = planSeen(planned, observed);
  const before = isAsBefore ? plan : earlier && planSeen(planOf(earlier, input, context), observed);
  const told = await tellTypedDates(before, plan, tellOwnDeadlines(plan, observed, worked), files);
  const undone = await undoneSequences(files);
  const state: FolderState = { observed, calendarItems: await calendarItemsOf(input.calendars ?? baseline), undoneSequences: undone, conflicts: openConflicts(worked) };
  const copied = await reconcileCopies(plan, state, input, places, tools);

  const text = new TextEncoder().encode(refreshProposals(input.answersText, loaded.kit.questions, answers.completed.answers, answers.given));
  const results = [answersResult(text, input), ...inKitOrder([...told, ...copied], documentOf, plan.kit)];
  return {
    plan, before, observed, undone,
    refusals: changesOfFormat(work, baseline, input),
    changes: results.flatMap(({ change }) => change ?? []),
    remembered: results.flatMap(({ remembered }) => remembered ?? []),
  };
}

/** The documents whose file is gone; one that only seems to have another name now is not. */
function missingIn(results: readonly Reconciled[]): readonly string[] {
  return results.flatMap((result) => {
    const isGone = result.change?.reason === 'deleted' && !result.change.notes?.some(({ code }) => code === 'renamed-by-person');
    return isGone ? documentOf(result) ?? [] : [];
  });
}

/** `debut` says when the planning began: without it every date would follow today. A file that lost it gets it from the last run. */
const startOf = (earlier: Answers | undefined): Answers => (earlier?.['debut'] === undefined ? {} : { debut: earlier['debut'] });

/** The plan of these answers, under the kit of the run. */
export function planOf({ given, completed, meta }: FolderAnswers, { loaded, index, today }: RunInput, context: AnswerContext): Plan {
  return planFrom({ loaded, index, context, given, completed, today, eventId: meta.evenement ?? makeEventId(completed.answers) });
}

/** The dashboard comes last: it also tells of the conflicts of the other copies, and is made again where there are some. */
async function reconcileCopies(
  plan: Plan, state: FolderState, { folder, loaded, baseline }: RunInput, places: ReadonlyMap<string, Place>, tools: FileTools,
): Promise<readonly Reconciled[]> {
  const isDashboard = (id: string): boolean => plan.kit.documents.some((spec) => spec.id === id && spec.builder === 'dashboard');
  const source = documentSource(loaded);
  const planned = planCopies(plan, state, source);
  const wave = (copies: readonly PlannedDocument[], dashboard: boolean): Promise<readonly Reconciled[]> => {
    const made = copies.filter(({ spec }) => isDashboard(spec.id) === dashboard).map(wanted(plan));
    return reconcileAll(baseline, places, ({ kind, document }) => isCopy(kind) && isDashboard(document) === dashboard, made, folder.files, tools);
  };
  const others = await wave(planned, false);
  const conflicts = openConflicts(others);
  const last = conflicts.length === 0 ? planned : planCopies(plan, { ...state, conflicts: [...state.conflicts, ...conflicts] }, source);
  return [...others, ...await wave(last, true)];
}

function openConflicts(results: readonly Reconciled[]): FolderState['conflicts'] {
  return results.flatMap(({ remembered }) => {
    const file = remembered?.file;
    return file && file.kind !== 'answers' && file.conflict ? [{ path: file.path, ...file.conflict }] : [];
  });
}

function answersResult(bytes: Uint8Array, { folder: { files } }: RunInput): Reconciled {
  const isSame = files.hash(ANSWERS_FILE) === sha256(bytes);
  const change: Change = isSame ? { path: ANSWERS_FILE, kind: 'keep', reason: 'same' } : { path: ANSWERS_FILE, kind: 'update', bytes };
  return { change, remembered: rememberAnswers(bytes) };
}

/** Word and Markdown cannot be merged into each other: a text that somebody worked in does not change format. */
function changesOfFormat(work: readonly Wanted[], baseline: Baseline | undefined, { folder: { files } }: RunInput): readonly Problem[] {
  return documentsOf(baseline).filter((base) => {
    const next = work.find(({ spec }) => spec.id === base.document);
    const changesFormat = base.kind === 'text' && next !== undefined && extensionOf(next.path) !== extensionOf(base.path);
    return changesFormat && files.kindOf(base.path) === 'file' && files.hash(base.path) !== base.sha256;
  }).map(({ path }) => problem('format-edited', { path }));
}
