import type { ConflictReason } from '../model.ts';

/** Why a file has two versions, as the end of a sentence: for the terminal and for the dashboard. */
export const CONFLICT_WORDS: Readonly<Record<ConflictReason, string>> = {
  'both-changed': 'vous avez changé les mêmes mots ou les mêmes cases que l’outil',
  'copy-edited': 'vous avez travaillé dans cette copie',
  'path-taken': 'un autre fichier, ou un dossier, porte déjà ce nom',
  'unreadable': 'l’outil ne sait pas modifier ce fichier sans risque (mot de passe, macros, signature, ou autre format)',
  'rows-displaced': 'les numéros de la colonne N° ne correspondent plus à leurs lignes',
  'layout-changed': 'une feuille ou une colonne de l’outil a disparu',
  'no-spare-rows': 'il n’y a plus assez de lignes vides pour les nouvelles lignes',
  'too-different': 'une trop grande part du texte a changé des deux côtés',
  'no-memory': 'l’outil ne sait plus ce qu’il avait écrit',
};
