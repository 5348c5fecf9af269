import { encodeBaseline, type BaselineHead } from '../folder/baseline.ts';
import { BASELINE_FILE, KIT_FILE } from '../folder/paths.ts';
import type { FileToWrite } from '../io/write-folder.ts';
import { problem, type Problem } from '../problem.ts';
import { plainDate } from '../shared/dates.ts';
import { newlyBroken } from './anchors.ts';
import { askYesNo, canAsk, type Asking } from './consent.ts';
import { kitReference } from './load-kit.ts';
import { words } from './messages.ts';
import type { Run, RunInput } from './prepare-run.ts';
import { linesForPeople, type Line, type Outcome } from './report.ts';
import { doneLines, runOutcome } from './run-outcome.ts';
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
  if (run.refusals.length > 0) throw new Stop(EXIT.badData, run.refusals);
  const { dryRun, intro = [], data = {} } = options;
  const writes = writesOf(run.changes, input.folder.files.find);
  const isNoRun = writes.files.length === 0 && writes.removed.length === 0;
  const tell = (foretold: boolean): Outcome =>
    runOutcome({ changes: run.changes, folder: input.folder.root, dryRun, foretold, isNoRun, intro, data });

  const obstacle = options.force ? undefined : consentNeeded(run, input);
  const asks = canAsk(options, shell);
  if (dryRun) return { ...tell(true), ...obstacle };
  if (obstacle && !asks) throw new Stop(obstacle.exit, obstacle.problems, told(tell(true)));
  const isAsked = asks && !isNoRun && (options.confirm || obstacle !== undefined);
  if (isAsked) {
    shell.err(`${linesForPeople([...tell(true).lines ?? [], ...(obstacle?.problems ?? []).flatMap(concern)], options.colour, shell)}\n`);
    const help = 'Ce que vous y avez écrit est gardé. La commande « annuler » revient en arrière.';
    const agreed = await askYesNo('Changer les fichiers comme indiqué ?', help, obstacle ? 'non' : 'oui', options, shell);
    if (!agreed) return { exit: EXIT.done, lines: [{ text: 'Rien n’a été changé.' }], data: { folder: input.folder.root } };
  }
  const memory = memoryOf(run, input);
  if (!isNoRun || memory.length > 0) {
    const changes = { writes: [...writes.files, ...memory], removes: writes.removed, seen: input.folder.files.seen };
    writeRun(input.folder.root, changes, { command: options.command, ...carryOf(run) }, shell);
  }
  return { ...tell(false), ...(isAsked && { lines: doneLines(run.changes) }) };
}

/** What a person must agree to before a byte is written. */
type Obstacle = Required<Pick<Outcome, 'exit' | 'problems'>>;

function consentNeeded(run: Run, { baseline }: RunInput): Obstacle | undefined {
  if (baseline === undefined) return { exit: EXIT.cannotAsk, problems: [problem('memory-lost', {})] };
  const broken = newlyBroken(run.plan, run.before, run.observed);
  if (broken.length === 0) return undefined;
  return { exit: EXIT.anchorBroken, problems: broken.map(({ task, anchor }) => problem('anchor-broken', { task: task.title, date: anchor ?? '' })) };
}

/** The same before a question: what would be broken, without « nothing was written ». */
const concern = (obstacle: Problem): readonly Line[] => (obstacle.code === 'anchor-broken'
  ? [{ text: '' }, { text: `Attention : « ${obstacle.args.task} » devait être faite avant le ${plainDate(obstacle.args.date)}. Cette date limite ne serait pas tenue.` }]
  : [{ text: '' }, { text: words(obstacle) }]);

const told = ({ lines, data }: Outcome): Pick<Outcome, 'lines' | 'data'> => ({ ...(lines && { lines }), ...(data && { data }) });

/** What later runs have to know of this one and of those before it. */
function carryOf({ undone }: Run): { readonly carry?: Carry } {
  return Object.keys(undone).length === 0 ? {} : { carry: { undoneSequences: undone } };
}

/** The tool's memory after the run; nothing when it would say the same. */
function memoryOf({ remembered }: Run, { loaded, baseline, folder, today }: RunInput): readonly FileToWrite[] {
  const head: BaselineHead = { format: 2, tool: VERSION, kit: kitReference(loaded), today };
  const changesKit = !folder.hasItsKit || folder.loaded.hash !== loaded.hash;
  const isSame = !changesKit && baseline !== undefined && baseline.kit === head.kit
    && JSON.stringify(remembered.map(({ file }) => file)) === JSON.stringify(baseline.files);
  if (isSame) return [];
  return [
    ...(changesKit ? [{ path: KIT_FILE, bytes: loaded.archive }] : []),
    { path: BASELINE_FILE, bytes: encodeBaseline(head, remembered) },
  ];
}
