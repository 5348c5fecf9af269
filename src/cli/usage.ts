import type { Argument, Command, CommanderError } from 'commander';
import { problem, type Problem } from '../problem.ts';
import { frenchSpaces } from '../shared/french-spaces.ts';
import { nearest } from '../shared/words.ts';
import type { Shell } from './shell.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :', 'Arguments:': 'Arguments :', 'Options:': 'Options :', 'Commands:': 'Commandes :', 'Global Options:': 'Options communes :',
};

/** Makes commander speak French, print where the shell says, and throw instead of leaving the process. */
export function inFrench(command: Command, shell: Shell): void {
  command
    .exitOverride()
    .configureOutput({ writeOut: (text) => shell.out(frenchSpaces(text)), writeErr: () => undefined })
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      commandUsage: (shown) => `${parentNames(shown)}${shown.name()} ${shown.usage().replace('[command]', '[commande]')}`,
      optionDescription: (option) => option.description,
      subcommandTerm: (shown) => [shown.name(), ...shown.registeredArguments.map(argumentTerm)].join(' '),
    })
    .helpOption('-h, --help', 'montrer cette aide')
    .helpCommand(false);
  command.commands.forEach((child) => inFrench(child, shell));
}

const argumentTerm = (argument: Argument): string => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`);

function parentNames(command: Command): string {
  const { parent } = command;
  return parent ? `${parentNames(parent)}${parent.name()} ` : '';
}

/** What commander refused, in French, with the word that may have been meant. */
export function usageProblem(error: CommanderError, argv: readonly string[], program: Command): Problem {
  const found = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const commands = allCommands(program).map((command) => command.name());
  const flags = allCommands(program).flatMap(({ options }) => options.flatMap(({ long }) => long ?? []));
  switch (error.code) {
    case 'commander.unknownOption': return unknownOption(found, flags);
    case 'commander.unknownCommand': return usage(`La commande « ${found} » n’existe pas.`, nearest(found, commands));
    case 'commander.optionMissingArgument': return usage(`Il manque une valeur après « ${found.split(' ')[0]} ».`);
    case 'commander.missingArgument': return usage(`Il manque « ${found} »${found === 'date' ? DATE_EXAMPLE : ''}.`);
    case 'commander.excessArguments': return usage(`Il y a trop de mots dans la commande : ${argv.join(' ')}. Un nom qui contient des espaces s’écrit entre guillemets.`);
    case 'commander.help': return usage('Il manque une commande.');
    default: return usage(error.message.replace(/^error: /, ''));
  }
}

const DATE_EXAMPLE = ', par exemple : nec-local reporter 2027-11-18';

/** An option of another command is no spelling mistake. */
function unknownOption(typed: string, flags: readonly string[]): Problem {
  const name = typed.split('=')[0] ?? '';
  return flags.includes(name)
    ? usage(`L’option « ${name} » n’existe pas pour cette commande.`)
    : usage(`L’option « ${typed} » n’existe pas.`, nearest(name, flags));
}

const allCommands = (command: Command): readonly Command[] => [...command.commands, ...command.commands.flatMap(allCommands)];

/** What is wrong in the command line, the word that may have been meant, and where to find help. */
export function usage(what: string, near?: string): Problem {
  const meant = near === undefined ? '' : ` Vouliez-vous dire « ${near} » ?`;
  return problem('usage', { detail: `${what}${meant} Pour l’aide : nec-local --help` });
}
