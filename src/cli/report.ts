import { Chalk } from 'chalk';
import type { Change } from '../model.ts';
import type { Problem } from '../problem.ts';
import { printable } from '../shared/printable.ts';
import { sentence, words } from './messages.ts';
import type { Shell } from './shell.ts';
import type { ExitCode } from './stop.ts';

/** How the results are said. */
export interface Voice {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly colour: boolean;
}

/** One line for people; the look never carries information of its own. */
export interface Line {
  readonly text: string;
  readonly look?: 'title' | 'faint';
}

/** What a command did. `lines` are for people, the rest for machines too. */
export interface Outcome {
  readonly exit: ExitCode;
  readonly problems?: readonly Problem[];
  readonly changes?: readonly Pick<Change, 'path' | 'kind' | 'reason'>[];
  /** More keys of the JSON document. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly lines?: readonly Line[];
}

/** Says what happened: results on stdout, problems on stderr; with `--json` one document on stdout, whatever happened. */
export function report(shell: Shell, outcome: Outcome, { json, quiet, colour }: Voice): void {
  const { exit, problems = [], changes, data, lines = [] } = outcome;
  if (json) {
    const said = problems.map((problem) => ({
      code: problem.code, message: words(problem), ...(problem.at && { at: problem.at }),
    }));
    shell.out(`${JSON.stringify({ exit, ...data, ...(changes && { changes }), problems: said }, null, 2)}\n`);
    return;
  }
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const paint = ({ text, look }: Line): string => {
    const shown = printable(text);
    return look === 'title' ? chalk.bold(shown) : look === 'faint' ? chalk.dim(shown) : shown;
  };
  if (lines.length > 0 && !quiet) shell.out(`${lines.map(paint).join('\n')}\n`);
  if (problems.length > 0) shell.err(`${problems.map((problem) => printable(sentence(problem))).join('\n')}\n`);
}
