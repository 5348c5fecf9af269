import { Command, Option } from 'commander';
import type { Outcome } from './report.ts';
import type { Shell } from './shell.ts';
import { KIT_VERSION, VERSION } from './version.ts';

/** What a command gives back to `run`, with the common flags it was called with. */
export interface Call {
  readonly flags: CommonFlags;
  /** `shell` stands in the folder of `-C`. */
  readonly work: (shell: Shell, today: string, colour: boolean) => Promise<Outcome>;
}

export interface CommonFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly debug?: boolean;
  readonly color?: boolean;
  readonly today?: string;
  readonly accessible?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly C?: string;
}

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

/**
 * Every command and flag, in one table. A command is imported only when it runs. `called` receives what was typed.
 */
export function buildProgram(called: (call: Call) => void): Command {
  const program = new Command('nec-local')
    .description('Préparer une édition locale de Numérique en Commun[s] : des questions au dossier prêt à travailler.')
    .version(`nec-local ${VERSION} (kit nec ${KIT_VERSION})`, '-V, --version', 'le numéro de version')
    .addHelpText('before', [
      'Exemples :',
      '  nec-local init                               des questions au dossier',
      '  nec-local init essai --profil creuse --yes   un dossier d’essai, sans question',
      '  nec-local init nec --answers reponses.yaml   les réponses sont dans un fichier',
      '',
    ].join('\n'));

  common(program.command('init')
    .argument('[dossier]', 'le dossier à créer (par défaut : nec-<territoire>-<année>)')
    .description('poser les questions, puis faire le dossier de préparation')
    .option('--answers <fichier>', 'prendre les réponses dans un fichier YAML')
    .option('--set <id=valeur>', 'donner une réponse ; peut être répété', collect, [])
    .option('--profil <nom>', 'partir d’un territoire tout prêt : creuse, sicoval, charente-maritime, roannais, grand-barouf, evry')
    .option('--kit <dossier>', 'prendre un autre kit')
    .option('--yes', 'accepter toutes les valeurs proposées, ne rien demander')
    .option('--dry-run', 'dire ce qui serait fait, sans rien écrire'))
    .action((folder: string | undefined, flags: CommonFlags & { answers?: string; set: readonly string[]; profil?: string; kit?: string }) => {
      called({
        flags,
        work: async (shell, today, colour) => {
          const { init } = await import('./commands/init.ts');
          const { answers, set, profil, kit, yes = false, dryRun = false, json = false, accessible = false } = flags;
          return init(folder, {
            set, yes, dryRun, json, today, colour,
            accessible: accessible || Boolean(shell.env['ACCESSIBLE']),
            ...(answers !== undefined && { answers }), ...(profil !== undefined && { profil }), ...(kit !== undefined && { kit }),
          }, shell);
        },
      });
    });

  const kit = program.command('kit').description('le kit ouvert : contrôler');
  common(kit.command('verifier').alias('check')
    .argument('<dossier>', 'le dossier du kit')
    .description('contrôler un kit et dire ce qui ne va pas, avec la ligne et la colonne'))
    .action((folder: string, flags: CommonFlags) => {
      called({ flags, work: async (shell) => (await import('./commands/check-kit.ts')).checkKitFolder(folder, shell) });
    });

  program.command('help')
    .argument('[sujet]', 'une commande, ou « codes » pour les codes de sortie')
    .description('montrer l’aide d’une commande ; « help codes » : les codes de sortie')
    .action((topic: string | undefined) => {
      called({ flags: {}, work: async () => (await import('./commands/help.ts')).help(topic, program) });
    });
  return program;
}

/** The flags that every command knows. */
function common(command: Command): Command {
  return command
    .option('-C <dossier>', 'se placer d’abord dans ce dossier')
    .option('--json', 'répondre par un document JSON')
    .option('--quiet', 'ne rien dire quand tout va bien')
    .option('--no-color', 'sans couleurs')
    .option('--accessible', 'une ligne après l’autre, sans écran redessiné (aussi : ACCESSIBLE=1)')
    .addOption(new Option('--today <AAAA-MM-JJ>', 'faire comme si l’on était ce jour-là (essais, formation)'))
    .option('--debug', 'montrer le détail technique d’une erreur');
}
