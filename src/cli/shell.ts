import type { IsoDate } from '../model.ts';
import type { Disk } from '../io/disk.ts';
import type { Machine } from '../io/machine.ts';
import type { Prompter } from '../io/prompter.ts';

/** How a person is asked. */
export interface PromptStyle {
  readonly accessible: boolean;
  readonly colour: boolean;
}

/** The world, as one argument of `run`. Tests hand in their own. */
export interface Shell {
  /** The folder the command was typed in, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  readonly disk: Disk;
  /** This computer, to tell our own traces from those of others. */
  readonly machine: Machine;
  /** Where the build put the data that goes with the program, absolute. */
  readonly assets: string;
  today(): IsoDate;
  /** Results. */
  out(text: string): void;
  /** Everything else. */
  err(text: string): void;
  /** Columns of the terminal, if there is one. */
  readonly columns: number | undefined;
  /** Asks a person: on the terminal, or line by line. One at a time: it owns stdin until it is closed. */
  prompter(style: PromptStyle): Promise<Prompter>;
  /** Opens a page with the person's own program. */
  open(path: string): Promise<void> | void;
  /** While `work` runs, Ctrl-C waits for its end. */
  uninterrupted<T>(work: () => T): T;
}
