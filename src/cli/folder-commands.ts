import type { Command } from 'commander';
import type { RunOptions } from './commands/generate.ts';
import { collect, common, isAccessible, type Called, type CommonFlags } from './common-flags.ts';
import type { Shell } from './shell.ts';

/** The commands of a folder that is there: bring it up to date, move the event, know where it stands, go back. */
export function addFolderCommands(program: Command, called: Called): void {
  writing(program.command('generer').alias('generate')
    .description('mettre le dossier à jour après un changement de réponse ; ce que vous avez écrit est gardé')
    .option('--set <id=valeur>', 'changer une réponse ; peut être répété', collect, []))
    .action((flags: CommonFlags & { set: readonly string[] }) => called({
      flags,
      work: async (shell, today, colour) =>
        (await import('./work.ts')).work.generate(flags.set, runOptions(flags, today, colour, shell), shell),
    }));

  writing(program.command('reporter').alias('reschedule')
    .argument('<date>', 'le nouveau premier jour : 2027-11-18, 18/11/2027, ou a-definir')
    .description('changer la date de l’événement : dire d’abord qui est concerné, puis le faire'))
    .action((date: string, flags: CommonFlags) => called({
      flags,
      work: async (shell, today, colour) =>
        (await import('./work.ts')).work.reschedule(date, runOptions(flags, today, colour, shell), shell),
    }));

  common(program.command('etat').alias('status')
    .description('dire sur un écran ce qui est en retard, ce qui vient, ce qui bloque, et le budget'))
    .action((flags: CommonFlags) => called({
      flags,
      work: async (shell, today) => (await import('./work.ts')).work.status(today, shell),
    }));

  common(program.command('verifier').alias('check')
    .description('comparer le dossier à toutes les règles de la méthode : quoi faire, d’où vient la règle, de quand elle date'))
    .action((flags: CommonFlags) => called({
      flags,
      work: async (shell, today) => (await import('./work.ts')).work.verify(today, shell),
    }));

  writing(program.command('annuler').alias('undo')
    .description('revenir en arrière d’une commande ; une seconde fois : refaire'))
    .action((flags: CommonFlags) => called({
      flags,
      work: async (shell, today, colour) =>
        (await import('./work.ts')).work.undo(runOptions(flags, today, colour, shell), shell),
    }));

  writing(program.command('restaurer').alias('restore')
    .argument('<fichier>', 'un fichier du dossier que vous avez supprimé')
    .description('faire revenir un fichier supprimé'))
    .action((file: string, flags: CommonFlags) => called({
      flags,
      work: async (shell, today, colour) =>
        (await import('./work.ts')).work.restore(file, runOptions(flags, today, colour, shell), shell),
    }));
}

/** The flags of every command that writes. */
function writing(command: Command): Command {
  return common(command
    .option('--dry-run', 'dire ce qui serait fait, sans rien écrire')
    .option('--yes', 'ne rien demander')
    .option('--force', 'accepter qu’une date limite ne puisse plus être tenue'));
}

function runOptions({ dryRun = false, yes = false, force = false, json = false, ...flags }: CommonFlags, today: string, colour: boolean, shell: Shell): RunOptions {
  return { dryRun, yes, force, json, today, colour, accessible: isAccessible(flags, shell) };
}
