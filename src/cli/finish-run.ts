import { encodeBaseline, type Baseline, type BaselineHead } from '../folder/baseline.ts';
import { BASELINE_FILE, KIT_FILE } from '../folder/paths.ts';
import type { FileToWrite } from '../io/write-folder.ts';
import type { Change } from '../model.ts';
import { problem } from '../problem.ts';
import { newlyBroken } from './anchors.ts';
import { changesInWords } from './change-words.ts';
import { askYesNo, canAsk, type Asking } from './consent.ts';
import { kitReference } from './load-kit.ts';
import type { Run, RunInput } from './prepare-run.ts';
import { linesForPeople, type Line, type Outcome } from './report.ts';
import type { Shell } from './shell.ts';
import { EXIT, Stop } from './stop.ts';
import type { Carry } from './undone-sequences.ts';
import { VERSION } from './version.ts';
import { writeRun } from './write-run.ts';
import { writesOf } from './writes-of.ts';

export interface FinishOptions extends Asking {
  /** The command, as `annuler` will name the run. */
  readonly command: string;
  readonly dryRun: boolean;
  /** Agree to a broken anchor, and to go on without the tool's memory. */
  readonly force: boolean;
  /** Ask before writing, where somebody can be asked. */
  readonly confirm: boolean;
  /** What is said before the files, for instance who is concerned. */
  readonly intro?: readonly Line[];
  /** The same for machines. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Says what a run does, asks where it must, writes it, or with `--dry-run` stops there. */
export async function finishRun(run: Run, input: RunInput, options: FinishOptions, shell: Shell): Promise<Outcome> {
  const writes = writesOf(run.changes, input.folder.files.find);
  const memory = memoryOf(run, input);
  const isNoRun = writes.files.length === 0 && writes.removed.length === 0;
  const outcome = outcomeOf(run, input, options, isNoRun);
  if (options.dryRun) return outcome;
  const told = await agree(run, input, options, shell, isNoRun, outcome);
  if (!told.agreed) return { exit: EXIT.done, lines: [{ text: 'Rien n’a été changé.' }], data: { folder: input.folder.root } };
  if (!isNoRun || memory.length > 0) {
    const changes = { writes: [...writes.files, ...memory], removes: writes.removed, seen: input.folder.files.seen };
    writeRun(input.folder.root, changes, { command: options.command, ...carryOf(run) }, shell);
  }
  return { ...outcome, lines: told.said ? doneLines(run, isNoRun) : outcome.lines ?? [] };
}

/** Everything that needs a person's word before a byte is written. */
async function agree(
  run: Run, { baseline }: RunInput, options: FinishOptions, shell: Shell, isNoRun: boolean, outcome: Outcome,
): Promise<{ readonly agreed: boolean; readonly said: boolean }> {
  const broken = newlyBroken(run.plan, run.before, run.observed);
  const asks = canAsk(options, shell);
  const mustAgree = !options.force && (broken.length > 0 || baseline === undefined);
  if (mustAgree && !asks) throw refusal(broken, baseline, outcome);
  if (isNoRun || !asks || !(options.confirm || mustAgree)) return { agreed: true, said: false };
  shell.err(`${linesForPeople(outcome.lines ?? [], options.colour, shell)}\n`);
  const proposed = broken.length > 0 || baseline === undefined ? 'non' : 'oui';
  const agreed = await askYesNo('Changer les fichiers comme indiqué ?', 'Ce que vous y avez écrit est gardé. La commande « annuler » revient en arrière.', proposed, options, shell);
  return { agreed, said: true };
}

function refusal(broken: ReturnType<typeof newlyBroken>, baseline: Baseline | undefined, { lines, data }: Outcome): Stop {
  if (baseline === undefined) return new Stop(EXIT.cannotAsk, [problem('memory-lost', {})]);
  const problems = broken.map(({ task, anchor }) => problem('anchor-broken', { task: task.title, date: anchor ?? '' }));
  return new Stop(EXIT.anchorBroken, problems, { ...(lines && { lines }), ...(data && { data }) });
}

function outcomeOf({ changes }: Run, { folder }: RunInput, { dryRun, intro = [], data }: FinishOptions, isNoRun: boolean): Outcome {
  const isOpen = changes.some(({ kind, reason }) => kind === 'conflict' || reason === 'open-conflict');
  const files = changesInWords(changes);
  const title = isNoRun ? 'Rien à faire : tout est à jour.' : dryRun ? 'Rien n’a été écrit. Voici ce qui serait fait :' : 'Ce qui change dans les fichiers :';
  return {
    exit: isOpen ? EXIT.conflicts : EXIT.done,
    changes: changes.map(changeToJson),
    data: { folder: folder.root, dryRun, ...data },
    lines: [...intro, ...(intro.length > 0 ? [{ text: '' }] : []), { text: title, look: 'title' }, ...files],
  };
}

function doneLines({ changes }: Run, isNoRun: boolean): readonly Line[] {
  const touched = changes.filter(({ bytes, kind }) => bytes || kind === 'remove').length;
  return isNoRun ? [] : [{ text: `C’est fait : ${touched} fichier${touched > 1 ? 's' : ''}. Pour revenir en arrière : nec-local annuler`, look: 'title' }];
}

/** What later runs have to know of this one and of those before it. */
function carryOf({ undone }: Run): { readonly carry?: Carry } {
  return Object.keys(undone).length === 0 ? {} : { carry: { undoneSequences: undone } };
}

/** A change as machines read it. */
function changeToJson({ path, kind, reason, from, beside, notes }: Change) {
  return { path, kind, ...(reason && { reason }), ...(from !== undefined && { from }), ...(beside && { beside: beside.path }), ...(notes && { notes }) };
}

/** The tool's memory after the run; nothing when it would say the same. */
function memoryOf({ remembered }: Run, { loaded, baseline, folder, today }: RunInput): readonly FileToWrite[] {
  const head: BaselineHead = { format: 1, tool: VERSION, kit: kitReference(loaded), today };
  const changesKit = !folder.hasItsKit || folder.loaded.hash !== loaded.hash;
  const isSame = !changesKit && baseline !== undefined && baseline.kit === head.kit
    && JSON.stringify(remembered.map(({ file }) => file)) === JSON.stringify(baseline.files);
  if (isSame) return [];
  return [
    ...(changesKit ? [{ path: KIT_FILE, bytes: loaded.archive }] : []),
    { path: BASELINE_FILE, bytes: encodeBaseline(head, remembered) },
  ];
}

