import type { RunRecord } from '../io/run-record.ts';
import type { UndoPlan } from '../io/undo.ts';
import type { Line } from './report.ts';
import { runInWords } from './run-words.ts';

const KINDS = { create: 'revient', update: 'comme avant', remove: 'retiré' } as const;

/** What went back, what stays, and how to go on. Undoing « annuler » is doing the run again. */
export function undoInWords({ goBack, leftAlone }: UndoPlan, { command, since }: Pick<RunRecord, 'command' | 'since'>, dryRun: boolean): readonly Line[] {
  const isRedo = command === 'annuler';
  return [
    { text: titleOf(goBack.length > 0, isRedo, runInWords(command, since), dryRun), look: 'title' },
    ...goBack.map(({ path, kind }) => ({ text: `  ${(isRedo && kind === 'update' ? 'refait' : KINDS[kind]).padEnd(12)}${path}` })),
    ...leftAlone.map((path) => ({ text: `  ${'gardé'.padEnd(12)}${path} : il a changé depuis, par vous` })),
    ...(leftAlone.length === 0 || goBack.length === 0 ? [] : [
      { text: '' },
      { text: 'Les fichiers gardés portent encore les dates et les montants de cette commande. Pour les ramener avec les autres, sans perdre vos mots : nec-local generer' },
    ]),
    ...(goBack.length === 0 || dryRun ? [] : [
      { text: '' },
      { text: isRedo ? 'Pour revenir de nouveau en arrière : nec-local annuler' : 'Pour refaire ce qui vient d’être annulé : nec-local annuler' },
    ]),
  ];
}

function titleOf(goesBack: boolean, isRedo: boolean, run: string, dryRun: boolean): string {
  if (!goesBack) return `Rien à reprendre : tous les fichiers changés par ${run} ont changé depuis, par vous.`;
  if (isRedo) return dryRun ? `Rien n’a été écrit. Serait refait : ce que ${run} avait défait.` : `Refait : ce que ${run} avait défait.`;
  return `${dryRun ? 'Rien n’a été écrit. Serait annulé' : 'Annulé'} : ${run}.`;
}
