import type { Command } from 'commander';
import type { Outcome } from '../report.ts';
import { nearest } from '../../shared/words.ts';
import { EXIT, Stop } from '../stop.ts';
import { usage } from '../usage.ts';

const CODES: readonly (readonly [number, string])[] = [
  [EXIT.done, 'fait'],
  [EXIT.failed, 'échec, ou règle bloquante rencontrée'],
  [EXIT.usage, 'commande mal écrite'],
  [EXIT.conflicts, 'fait, avec des conflits à régler'],
  [EXIT.cannotAsk, 'rien n’est écrit : une question n’a pas pu être posée'],
  [EXIT.anchorBroken, 'attention : une date limite serait dépassée, sans votre accord'],
  [EXIT.badData, 'réponses ou kit incorrects'],
  [EXIT.cannotCreate, 'impossible de créer le dossier ou un fichier'],
  [EXIT.diskError, 'erreur du disque'],
  [EXIT.interrupted, 'interrompu (Ctrl-C)'],
];

/** `help`, `help init`, `help codes`. */
export function help(topic: string | undefined, program: Command): Outcome {
  if (topic === 'codes') {
    return {
      exit: EXIT.done,
      lines: [{ text: 'Codes de sortie', look: 'title' }, ...CODES.map(([code, words]) => ({ text: `${String(code).padStart(5)}  ${words}` }))],
    };
  }
  const command = topic === undefined ? program : program.commands.find((candidate) => [candidate.name(), ...candidate.aliases()].includes(topic));
  if (command) {
    command.outputHelp();
    return { exit: EXIT.done };
  }
  const near = nearest(topic ?? '', [...program.commands.map((candidate) => candidate.name()), 'codes']);
  throw new Stop(EXIT.usage, [usage(`Il n’y a pas d’aide sur « ${topic} ».`, near)]);
}
