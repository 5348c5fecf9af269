import { Command } from 'commander';
import { collect, common, isAccessible, type Called, type CommonFlags } from './common-flags.ts';
import { addFolderCommands } from './folder-commands.ts';
import { addKitCommands } from './kit-commands.ts';
import { KIT_VERSION, VERSION } from './version.ts';

/**
 * Every command and flag, in one table. A command is imported only when it runs. `called` receives what was typed.
 */
export function buildProgram(called: Called): Command {
  const program = new Command('nec-local')
    .description('Préparer une édition locale de Numérique en Commun[s] : des questions au dossier prêt à travailler.')
    .version(`nec-local ${VERSION} (kit nec ${KIT_VERSION})`, '-V, --version', 'le numéro de version')
    .addHelpText('before', [
      'Exemples :',
      '  nec-local init                               des questions au dossier',
      '  nec-local init essai --profil creuse --yes   un dossier d’essai, sans question',
      '  nec-local etat                               où en est-on ?',
      '  nec-local reporter 2027-11-18                changer la date, sans rien perdre',
      '',
    ].join('\n'));

  common(program.command('init')
    .argument('[dossier]', 'le dossier à créer (par défaut : nec-<territoire>-<année>)')
    .description('poser les questions, puis faire le dossier de préparation')
    .option('--answers <fichier>', 'prendre les réponses dans un fichier YAML')
    .option('--set <id=valeur>', 'donner une réponse ; peut être répété', collect, [])
    .option('--profil <nom>', 'partir d’un territoire tout prêt : creuse, sicoval, charente-maritime, roannais, grand-barouf, evry')
    .option('--kit <kit>', 'prendre un autre kit : un nom de « kit liste », ou un dossier')
    .option('--yes', 'accepter toutes les valeurs proposées, ne rien demander')
    .option('--dry-run', 'dire ce qui serait fait, sans rien écrire'))
    .action((folder: string | undefined, flags: CommonFlags & { answers?: string; set: readonly string[]; profil?: string; kit?: string }) => {
      called({
        flags,
        work: async (shell, today, colour) => {
          const { work: { init } } = await import('./work.ts');
          const { answers, set, profil, kit, yes = false, dryRun = false, json = false } = flags;
          return init(folder, {
            set, yes, dryRun, json, today, colour,
            accessible: isAccessible(flags, shell),
            ...(answers !== undefined && { answers }), ...(profil !== undefined && { profil }), ...(kit !== undefined && { kit }),
          }, shell);
        },
      });
    });

  addFolderCommands(program, called);

  addKitCommands(program, called);

  program.command('help')
    .argument('[sujet]', 'une commande, ou « codes » pour les codes de sortie')
    .description('montrer l’aide d’une commande ; « help codes » : les codes de sortie')
    .action((topic: string | undefined) => {
      called({ flags: {}, work: async () => (await import('./commands/help.ts')).help(topic, program) });
    });
  return program;
}
