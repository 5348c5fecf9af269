import { expect, it } from 'vitest';
import { inUnits } from '../../src/documents/units.ts';

it.each([
  [0, 'personne', 'personne'],
  [1.5, 'heure', 'heure'],
  [2, 'salle', 'salles'],
  [48, 'heure', 'heures'],
  [10, 'médiateur aidé', 'médiateurs aidés'],
  [3, 'demi-journée', 'demi-journées'],
  [3, 'repas', 'repas'],
  [3, 'panneau', 'panneaux'],
  [3, 'heure de salle', 'heures de salle'],
  [3, 'boîte d’outils', 'boîtes d’outils'],
  [3, '% du total', '% du total'],
  [12, '', ''],
])('%d %s → %s', (quantity, unit, words) => expect(inUnits(quantity, unit)).toBe(words));
