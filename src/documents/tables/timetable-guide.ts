import { frenchSpaces } from '../../shared/french-spaces.ts';
import type { Timetable } from './timetable-layout.ts';

/** What to know before one changes the grid. */
export function guideLines({ programme }: Timetable): readonly string[] {
  const { togetherPercent, workshopPeople, longestRun, shortestBreak } = programme.limits;
  return [
    'À vous : Titre, Qui anime, Qui accueille, Besoins, État, Notes. Ces colonnes à fond jaune ne sont jamais effacées.',
    'Proposé pour vous : les heures, les salles, les formats, les thèmes, les publics. Vous pouvez tout changer : ce que vous changez reste.',
    'Une heure change ? Changez-la sur chaque ligne du créneau, dans le conducteur et dans les messages aux personnes inscrites.',
    `La règle du programme : au plus ${togetherPercent} % du temps tous ensemble. Une pause de ${shortestBreak} minutes toutes les ${longestRun} minutes. ${workshopPeople} personnes par atelier. Un temps vide à la fin de chaque jour.`,
    'Une salle de plus ? Recopiez une ligne d’atelier dans une ligne vide, sans son N°. Gardez le même créneau et le type « Atelier » : les autres feuilles la comptent.',
    'Un thème suit une salle : c’est un parcours, porté par deux personnes. Le public écrit est celui à qui l’on pense d’abord ; les autres sont bienvenus.',
    'Gardez la colonne N° : elle relie chaque ligne à son créneau, même après un tri.',
    ...programme.guide,
  ].map(frenchSpaces);
}
