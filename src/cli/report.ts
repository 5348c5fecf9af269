import { Chalk } from 'chalk';
import type { Change } from '../model.ts';
import type { Problem } from '../problem.ts';
import { printable, spoken } from '../shared/printable.ts';
import { wrapWords } from '../shared/wrap-words.ts';
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

/** A change as machines read it. */
export interface ToldChange extends Pick<Change, 'path' | 'kind' | 'reason' | 'from' | 'notes'> {
  /** The new version that stands beside a file in conflict. */
  readonly beside?: string;
}

/** What a command did. `lines` are for people, the rest for machines too. */
export interface Outcome {
  readonly exit: ExitCode;
  readonly problems?: readonly Problem[];
  readonly changes?: readonly ToldChange[];
  /** More keys of the JSON document. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly lines?: readonly Line[];
  /** Where an expected end came from, for `--debug`. */
  readonly detail?: string;
  /** What is left to do once all this has been said. */
  readonly afterwards?: () => Promise<void> | void;
}

/** What JSON lets through and a terminal may obey: DEL, C1, direction overrides. C0 is escaped already. */
const NOT_FOR_TERMINALS = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

const escapeJson = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Lines as a terminal shows them: safe, wrapped between words, with their looks. */
export function linesForPeople(lines: readonly Line[], colour: boolean, shell: Pick<Shell, 'columns' | 'stdoutIsTerminal'>): string {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const width = shell.stdoutIsTerminal ? (shell.columns ?? Infinity) : Infinity;
  const paint = ({ text, look }: Line): string => {
    const indent = ' '.repeat(text.search(/[^ ]|$/) + 2);
    const shown = wrapWords(spoken(text), width, indent).join('\n');
    return look === 'title' ? chalk.bold(shown) : look === 'faint' ? chalk.dim(shown) : shown;
  };
  return `${lines.map(paint).join('\n')}\n`;
}

/** Says what happened: results on stdout, problems on stderr; with `--json` one document on stdout, whatever happened. */
export function report(shell: Shell, outcome: Outcome, { json, quiet, colour }: Voice): void {
  const { exit, problems = [], changes, data, lines = [], detail } = outcome;
  if (detail !== undefined) shell.err(`${printable(detail)}\n`);
  if (json) {
    const said = problems.map((problem) => ({
      code: problem.code, message: words(problem), ...(problem.at && { at: problem.at }),
    }));
    const document = JSON.stringify({ exit, ...data, ...(changes && { changes }), problems: said }, null, 2);
    shell.out(`${document.replace(NOT_FOR_TERMINALS, escapeJson)}\n`);
    return;
  }
  if (lines.length > 0 && !quiet) shell.out(linesForPeople(lines, colour, shell));
  if (problems.length > 0) shell.err(`${problems.map((problem) => spoken(sentence(problem))).join('\n')}\n`);
}
