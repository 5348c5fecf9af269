import type { Command } from 'commander';
import { collect, common, isAccessible, type Called, type CommonFlags } from './common-flags.ts';

/** The commands of the open kit: which there are, what one holds, check one, tell two apart, take a newer one, and why something is in the folder. */
export function addKitCommands(program: Command, called: Called): void {
  common(program.command('expliquer').alias('explain')
    .argument('<sujet>', 'une tâche (T32), une ligne du budget, une réponse, une règle, un fichier, une date, ou quelques mots d’un texte')
    .description('dire d’où vient une chose du dossier : réponses, règle du kit, source'))
    .action((target: string, flags: CommonFlags) => {
      called({ flags, work: async (shell, today) => (await import('./work.ts')).work.explainTarget(target, today, shell) });
    });

  const kit = program.command('kit').description('le kit ouvert : voir, contrôler, comparer, mettre à jour');
  common(kit.command('liste').alias('list')
    .description('dire quels kits sont livrés, et à quoi sert chacun'))
    .action((flags: CommonFlags) => {
      called({ flags, work: async (shell) => (await import('./work.ts')).work.listKits(shell) });
    });

  common(kit.command('montrer').alias('show')
    .argument('[kit]', 'un kit livré ou le dossier d’un kit (par défaut : celui de ce dossier de préparation, sinon nec)')
    .option('--sources', 'chaque fait avec sa source, sa date de vérification, et s’il est sûr')
    .description('dire ce qu’un kit contient, et d’où viennent ses faits'))
    .action((named: string | undefined, flags: CommonFlags & { sources?: boolean }) => {
      called({ flags, work: async (shell) => (await import('./work.ts')).work.showKit(named, flags.sources ?? false, shell) });
    });

  common(kit.command('verifier').alias('check')
    .argument('<dossier>', 'le dossier du kit, ou le nom d’un kit livré')
    .description('contrôler un kit et dire ce qui ne va pas, avec la ligne et la colonne'))
    .action((folder: string, flags: CommonFlags) => {
      called({ flags, work: async (shell) => (await import('./work.ts')).work.checkKitFolder(folder, shell) });
    });

  common(kit.command('comparer').alias('compare')
    .argument('[kit]', 'un kit livré ou le dossier d’un kit (par défaut : celui de l’outil)')
    .description('dire ce qui sépare le kit de ce dossier de préparation d’un autre'))
    .action((folder: string | undefined, flags: CommonFlags) => {
      called({ flags, work: async (shell) => (await import('./work.ts')).work.compareKit(folder, shell) });
    });

  common(kit.command('mettre-a-jour').alias('update')
    .description('dire ce qu’un kit plus récent changerait dans ce dossier, et l’appliquer si vous le demandez')
    .option('--appliquer', 'le faire ; ce que vous avez écrit est gardé')
    .option('--kit <kit>', 'prendre ce kit livré, ou ce dossier (par défaut : celui de l’outil)')
    .option('--set <id=valeur>', 'répondre à une question du nouveau kit ; peut être répété', collect, [])
    .option('--dry-run', 'avec --appliquer : dire ce qui serait fait, sans rien écrire')
    .option('--yes', 'ne rien demander')
    .option('--force', 'accepter un kit plus ancien ou différent, ou une date limite qui ne peut plus être tenue'))
    .action((flags: CommonFlags & { appliquer?: boolean; kit?: string; set: readonly string[] }) => {
      called({
        flags,
        work: async (shell, today, colour) => {
          const { appliquer: apply = false, kit: from, set, dryRun = false, yes = false, force = false, json = false } = flags;
          return (await import('./work.ts')).work.updateKit({
            apply, set, dryRun, yes, force, json, today, colour, accessible: isAccessible(flags, shell), ...(from !== undefined && { kit: from }),
          }, shell);
        },
      });
    });
}
