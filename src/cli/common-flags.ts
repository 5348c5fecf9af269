import { Option, type Command } from 'commander';
import type { Outcome } from './report.ts';
import type { Shell } from './shell.ts';

/** What a command gives back to `run`, with the common flags it was called with. */
export interface Call {
  readonly flags: CommonFlags;
  /** `shell` stands in the folder of `-C`. */
  readonly work: (shell: Shell, today: string, colour: boolean) => Promise<Outcome>;
}

/** Receives what was typed. */
export type Called = (call: Call) => void;

export interface CommonFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly debug?: boolean;
  readonly color?: boolean;
  readonly today?: string;
  readonly accessible?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly C?: string;
}

/** For options that may be repeated. */
export const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

export const isAccessible = ({ accessible = false }: CommonFlags, { env }: Shell): boolean => accessible || Boolean(env['ACCESSIBLE']);

/** The flags that every command knows. */
export function common(command: Command): Command {
  return command
    .option('-C <dossier>', 'se placer d’abord dans ce dossier')
    .option('--json', 'répondre par un document JSON')
    .option('--quiet', 'ne rien dire quand tout va bien')
    .option('--no-color', 'sans couleurs')
    .option('--accessible', 'une ligne après l’autre, sans écran redessiné (aussi : ACCESSIBLE=1)')
    .addOption(new Option('--today <AAAA-MM-JJ>', 'faire comme si l’on était ce jour-là (essais, formation)'))
    .option('--debug', 'montrer le détail technique d’une erreur');
}
