import { CommanderError } from 'commander';
import { problem, type Problem } from '../problem.ts';
import type { Call, CommonFlags } from './common-flags.ts';
import { buildProgram } from './program.ts';
import type { Outcome, Voice } from './report.ts';
import type { Shell } from './shell.ts';
import { EXIT, Stop, type ExitCode } from './stop.ts';
import { usageProblem, inFrench } from './usage.ts';

/**
 * The whole program: what was typed and the world in, an exit code out. Here alone an error ends the program: a
 * {@link Stop} is an end that was foreseen, anything else is a bug and says so. What help does not need is imported late.
 */
export async function run(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  let call: Call | undefined;
  try {
    call = parse(argv, shell);
    if (!call) return EXIT.done;
    const voice = voiceOf(call.flags, shell);
    const outcome = await call.work(await placeOf(call.flags, shell), await todayOf(call.flags, shell), voice.colour);
    await say(outcome, voice, shell);
    await outcome.afterwards?.();
    return outcome.exit;
  } catch (error) {
    const flags = call?.flags ?? { json: argv.includes('--json') };
    const outcome = endOf(error, flags.debug ?? false);
    await say(outcome, voiceOf(flags, shell), shell);
    return outcome.exit;
  }
}

async function say(outcome: Outcome, voice: Voice, shell: Shell): Promise<void> {
  const { work } = await import('./work.ts');
  work.report(shell, outcome, voice);
}

/** How the program ends after something was thrown; a bug, or `--debug`, shows where it came from. */
function endOf(error: unknown, debug: boolean): Outcome {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (!(error instanceof Stop)) return { exit: EXIT.failed, problems: [problem('bug', { detail })] };
  return { ...error.told, exit: error.exit, problems: error.problems, ...(debug && { detail }) };
}

/** What was typed, or undefined when help or the version was asked for and is now on the screen. */
function parse(argv: readonly string[], shell: Shell): Call | undefined {
  let call: Call | undefined;
  const program = buildProgram((made) => {
    call = made;
  });
  inFrench(program, shell);
  try {
    program.parse(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    throw new Stop(EXIT.usage, [usageProblem(error, argv, program)]);
  }
  return call;
}

/** The same world, seen from the folder of `-C`. */
async function placeOf({ C: folder }: CommonFlags, shell: Shell): Promise<Shell> {
  if (folder === undefined) return shell;
  const [{ resolve }, { work }] = await Promise.all([import('node:path'), import('./work.ts')]);
  return { ...shell, cwd: work.openFolder(resolve(shell.cwd, folder), folder, shell) };
}

async function todayOf({ today }: CommonFlags, shell: Shell): Promise<string> {
  if (today === undefined) return shell.today();
  const { work } = await import('./work.ts');
  if (work.isIsoDate(today)) return today;
  const wrong: Problem = problem('usage', { detail: `--today : « ${today} » n’est pas une date. Écrivez-la AAAA-MM-JJ, par exemple 2027-01-15.` });
  throw new Stop(EXIT.usage, [wrong]);
}

/** Colours only on a terminal that wants them; an empty variable says nothing (no-color.org, force-color.org). */
function voiceOf({ json = false, quiet = false, color }: CommonFlags, { env, stdoutIsTerminal }: Shell): Voice {
  const forced = Boolean(env['FORCE_COLOR']) && env['FORCE_COLOR'] !== '0';
  const refused = color === false || Boolean(env['NO_COLOR']) || env['TERM'] === 'dumb';
  return { json, quiet, colour: !json && !refused && (forced || stdoutIsTerminal) };
}
