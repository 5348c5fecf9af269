import type { Problem, Result } from '../problem.ts';
import type { Outcome } from './report.ts';

/** What the program answers to its caller; `nec-local help codes` lists them. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  conflicts: 3,
  cannotAsk: 4,
  anchorBroken: 5,
  badData: 65,
  cannotCreate: 73,
  diskError: 74,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The one exception that leaves `cli/`: the command stops here, for these reasons. Anything else thrown is a bug. */
export class Stop extends Error {
  readonly exit: ExitCode;
  readonly problems: readonly Problem[];
  /** What was found out before the end. */
  readonly told: Pick<Outcome, 'lines' | 'data'>;

  constructor(exit: ExitCode, problems: readonly Problem[], told: Pick<Outcome, 'lines' | 'data'> = {}) {
    super(problems.map(({ code }) => code).join(', '));
    this.exit = exit;
    this.problems = problems;
    this.told = told;
  }
}

/** The value, or the end of the command. */
export function orStop<T>(result: Result<T>, exit: ExitCode): T {
  if (result.ok) return result.value;
  throw new Stop(exit, result.problems);
}
