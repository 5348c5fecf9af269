import type { Change, ConflictPiece, ConflictReason, KeepReason, Note } from '../model.ts';
import { CONFLICT_WORDS } from '../shared/conflict-words.ts';
import type { Line } from './report.ts';

/** What will happen, or happened, to the files of a folder, as people read it. */

const VERBS: Readonly<Record<Change['kind'], string>> = {
  create: 'nouveau', update: 'mis à jour', merge: 'complété', conflict: 'à régler', remove: 'retiré', keep: 'gardé',
};
const VERB_WIDTH = 12;

const KEPT: Readonly<Record<KeepReason, string>> = {
  'same': 'rien de nouveau',
  'edited': 'votre version est gardée',
  'deleted': 'vous l’aviez supprimé',
  'orphan': 'il n’est plus prévu, mais vous y avez travaillé',
  'open-conflict': 'il attend votre choix, et garde son ancien contenu jusque-là',
};

/** One remark about a file, as a sentence. */
export function noteWords(note: Note, path: string): string {
  switch (note.code) {
    case 'old-value': return `dit encore « ${note.value} » : ${note.place}`;
    case 'merged-words': return `vos mots et les nouveaux sont réunis, à relire : ${note.place}`;
    case 'typed-date': return `« ${note.value} », que vous avez écrit, n’est peut-être plus juste : ${note.place}`;
    case 'deleted-piece': return `vous aviez supprimé ce passage ; le kit en a une nouvelle version : ${note.place}`;
    case 'removed-piece': return `ce passage n’est plus prévu ; vous y aviez travaillé, il reste : ${note.place}`;
    case 'deadline-moved': return `votre date « ${note.value} » est passée dans « Votre échéance » : ${note.place}`;
    case 'own-deadline': return `votre échéance « ${note.value} » ne convient plus : ${note.place}`;
    case 'formula-changed': return `cette formule n’est plus celle de l’outil, vérifiez-la : ${note.place}`;
    case 'other-format': return `le même document existe aussi sous le nom « ${note.path} » : l’outil ne lit et ne met à jour que « ${path} »`;
    case 'renamed-by-person': return `vous l’avez peut-être renommé « ${note.path} » ; pour que l’outil le suive, redonnez-lui le nom « ${path} »`;
    case 'name-taken': return `le kit l’appelle maintenant « ${note.path} », mais un de vos fichiers porte déjà ce nom : il garde l’ancien`;
    case 'only-new-version': return `votre version n’est plus là ; pour prendre la nouvelle, renommez « ${note.path} » en « ${path} »`;
    case 'deleted-file': return `il reste supprimé ; pour avoir sa nouvelle version : nec-local restaurer ${quoted(path)}`;
    case 'look-not-merged': return `la mise en forme prévue a changé ; la vôtre est gardée : ${note.place}`;
  }
}

/** A path as it has to be typed in a command. */
export const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `"${path}"`);

/** The lines of one file; nothing for a file that stays as it is and of which there is nothing to say. */
export function changeLines(change: Change): readonly Line[] {
  const { path, kind, reason, from, beside, pieces = [], notes = [] } = change;
  const isQuiet = kind === 'keep' && notes.length === 0 && reason !== 'open-conflict';
  if (isQuiet) return [];
  const moved = from === undefined ? '' : ` (avant : ${from})`;
  const verb = reason === 'deleted' ? 'absent' : VERBS[kind];
  return [
    { text: `  ${verb.padEnd(VERB_WIDTH)}${path}${moved}${because(change)}` },
    ...(beside ? [{ text: `      la nouvelle version est à côté : ${beside.path}` }] : []),
    ...pieces.flatMap(pieceLines),
    ...notes.map((note) => ({ text: `      ${noteWords(note, path)}`, look: 'faint' as const })),
  ];
}

function because({ kind, reason }: Change): string {
  if (reason === undefined || reason === 'renamed') return '';
  if (kind === 'conflict') return ` : ${CONFLICT_WORDS[reason as ConflictReason]}`;
  return kind === 'keep' && reason !== 'same' ? ` : ${KEPT[reason as KeepReason]}` : '';
}

const pieceLines = ({ place, mine, next, base }: ConflictPiece): readonly Line[] => [
  { text: `      ${place}` },
  { text: `        votre texte :      ${shown(mine)}` },
  { text: `        le nouveau texte : ${shown(next)}` },
  { text: `        avant :            ${shown(base)}` },
];

const shown = (text: string): string => (text === '' ? '(rien)' : `« ${text.replaceAll('\n', ' ')} »`);

/** More files than this of which there is nothing else to say are counted, not named: what matters stays on one screen. */
const FILES_SHOWN = 20;

/** All that happens to the files, what has to be settled last: it is what stays on the screen. */
export function changesInWords(changes: readonly Change[]): readonly Line[] {
  const isOpen = ({ kind, reason }: Change): boolean => kind === 'conflict' || reason === 'open-conflict';
  const [settled, open] = [changes.filter((change) => !isOpen(change)), changes.filter(isOpen)];
  const told = settled.map(changeLines).filter((lines) => lines.length > 0);
  const named = told.filter((lines, rank) => lines.length > 1 || rank < FILES_SHOWN);
  const more = told.length - named.length;
  return [
    ...named.flat(),
    ...(more > 0 ? [{ text: more === 1 ? '  et un autre fichier' : `  et ${more} autres fichiers` }] : []),
    ...(open.length === 0 ? [] : [{ text: '' }, { text: 'À régler :', look: 'title' as const }, ...open.flatMap(changeLines), ...howToSettle]),
  ];
}

const howToSettle: readonly Line[] = [
  { text: '' },
  { text: '  Pour chaque fichier : ouvrez les deux versions, reprenez ce que vous voulez, puis supprimez celle dont le nom contient « nouveau ».' },
];
