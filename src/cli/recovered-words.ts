import type { Recovered } from '../io/recover.ts';
import type { Line } from './report.ts';
import { runInWords } from './run-words.ts';

/** What was done about a run that had been cut off. */
export function recoveredLines({ command, since, leftAlone }: Recovered): readonly Line[] {
  return [
    { text: `La commande ${runInWords(command, since)} avait été interrompue. Les fichiers ont d’abord été remis comme avant elle.` },
    ...leftAlone.flatMap(({ path, beside }) => [
      { text: `  ${path} : vous y aviez travaillé depuis, il reste tel quel.${beside === undefined ? '' : ` Sa version d’avant est à côté : ${beside}`}` },
    ]),
    { text: '' },
  ];
}
