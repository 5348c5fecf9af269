import type { Change } from '../model.ts';
import { changesInWords } from './change-words.ts';
import type { Line, Outcome } from './report.ts';
import { EXIT } from './stop.ts';

/** `foretold`: nothing has been written yet, and perhaps never will be. */
export interface RunTold {
  readonly changes: readonly Change[];
  readonly folder: string;
  readonly dryRun: boolean;
  readonly foretold: boolean;
  /** No file changes. */
  readonly isNoRun: boolean;
  /** What is said before the files, for instance who is concerned. */
  readonly intro: readonly Line[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a run does to the files, for people and for machines. */
export function runOutcome({ changes, folder, dryRun, foretold, isNoRun, intro, data }: RunTold): Outcome {
  const isOpen = changes.some(({ kind, reason }) => kind === 'conflict' || reason === 'open-conflict');
  const files = changesInWords(changes);
  return {
    exit: isOpen ? EXIT.conflicts : EXIT.done,
    changes: changes.map(changeToJson),
    data: { folder, dryRun, ...data },
    lines: [
      ...intro, ...(intro.length > 0 ? [{ text: '' }] : []),
      { text: titleOf(isNoRun, files.length > 0, dryRun, foretold), look: 'title' },
      ...files,
      ...(isNoRun || foretold ? [] : [{ text: '' }, ...doneLines(changes)]),
    ],
  };
}

function titleOf(isNoRun: boolean, hasWords: boolean, dryRun: boolean, foretold: boolean): string {
  if (isNoRun) return hasWords ? 'Aucun fichier à changer.' : 'Rien à faire : tout est à jour.';
  if (dryRun) return 'Rien n’a été écrit. Voici ce qui serait fait :';
  return foretold ? 'Voici ce qui changerait dans les fichiers :' : 'Ce qui a changé dans les fichiers :';
}

/** How to go back, once it is done. */
export function doneLines(changes: readonly Change[]): readonly Line[] {
  const touched = changes.filter(({ bytes, kind }) => bytes || kind === 'remove').length;
  return [{ text: `C’est fait : ${touched} fichier${touched > 1 ? 's' : ''}. Pour revenir en arrière : nec-local annuler`, look: 'title' }];
}

/** A change as machines read it. */
function changeToJson({ path, kind, reason, from, beside, notes }: Change) {
  return { path, kind, ...(reason && { reason }), ...(from !== undefined && { from }), ...(beside && { beside: beside.path }), ...(notes && { notes }) };
}
