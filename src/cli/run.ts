import { CommanderError } from 'commander';
import { problem, type Problem } from '../problem.ts';
import { isIsoDate } from '../shared/dates.ts';
import { printable } from '../shared/printable.ts';
import { buildProgram, type Call, type CommonFlags } from './program.ts';
import { report, type Voice } from './report.ts';
import type { Shell } from './shell.ts';
import { EXIT, Stop, type ExitCode } from './stop.ts';
import { usageProblem, inFrench } from './usage.ts';

/**
 * The whole program: what was typed and the world in, an exit code out. The only `try` of the command line: a
 * {@link Stop} is an end that was foreseen, anything else is a bug and says so.
 */
export async function run(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  let call: Call | undefined;
  try {
    call = parse(argv, shell);
    if (!call) return EXIT.done;
    const voice = voiceOf(call.flags, shell);
    const outcome = await call.work(todayOf(call.flags, shell), voice.colour);
    report(shell, outcome, voice);
    await outcome.afterwards?.();
    return outcome.exit;
  } catch (error) {
    const flags = call?.flags ?? { json: argv.includes('--json') };
    if (flags.debug && error instanceof Error) shell.err(`${printable(error.stack ?? error.message)}\n`);
    if (error instanceof Stop) {
      report(shell, { exit: error.exit, problems: error.problems }, voiceOf(flags, shell));
      return error.exit;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    report(shell, { exit: EXIT.failed, problems: [problem('bug', { detail })] }, voiceOf(flags, shell));
    return EXIT.failed;
  }
}

/** What was typed, or undefined when help or the version was asked for and is now on the screen. */
function parse(argv: readonly string[], shell: Shell): Call | undefined {
  let call: Call | undefined;
  const program = buildProgram(shell, (made) => {
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

function todayOf({ today }: CommonFlags, shell: Shell): string {
  if (today === undefined) return shell.today();
  if (isIsoDate(today)) return today;
  const wrong: Problem = problem('usage', { detail: `--today : « ${today} » n’est pas une date. Écrivez-la AAAA-MM-JJ, par exemple 2027-01-15.` });
  throw new Stop(EXIT.usage, [wrong]);
}

/** Colours only on a terminal that wants them (no-color.org, force-color.org). */
function voiceOf({ json = false, quiet = false, color }: CommonFlags, { env, stdoutIsTerminal }: Shell): Voice {
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const refused = color === false || env['NO_COLOR'] !== undefined || env['TERM'] === 'dumb';
  return { json, quiet, colour: !json && !refused && (forced || stdoutIsTerminal) };
}
