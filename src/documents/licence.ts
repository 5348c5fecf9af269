import type { Kit } from '../model.ts';

/** The licence of the words that come from the kit, as people read it: known identifiers by their name. */
export function licenceName({ licence }: Pick<Kit, 'licence'>): string {
  return licence === 'etalab-2.0' ? 'Licence Ouverte 2.0' : licence;
}
