import type { Setting } from '../model.ts';

/**
 * From population figures to a {@link Setting}. The rule is our own judgement: INSEE's density grid is not in the
 * official package. It only sets a default, which the answer `milieu` replaces. Used when the index is built.
 */

/**
 * An EPCI, an EPT, a département, a région, an overseas collectivity, from the populations of its communes:
 * - `hyper-rural`: at least 55 % of the people live in communes under 2 000 inhabitants, and a commune has fewer than
 *   600 inhabitants on average;
 * - `rural`: at least 30 % live in communes under 2 000 inhabitants, or no commune reaches 5 000;
 * - `dense`: at least 80 % live in communes of 20 000 inhabitants or more;
 * - `urbain`: all others.
 */
export function settingOfArea(populations: readonly number[]): Setting {
  const total = sum(populations);
  const inVillages = sum(populations.filter((population) => population < 2000)) / total;
  const inCities = sum(populations.filter((population) => population >= 20_000)) / total;
  if (inVillages >= 0.55 && total / populations.length < 600) return 'hyper-rural';
  if (inVillages >= 0.3 || populations.every((population) => population < 5000)) return 'rural';
  return inCities >= 0.8 ? 'dense' : 'urbain';
}

/**
 * A commune, from its population and the setting of its département:
 * - under 2 000 inhabitants: `hyper-rural` in a hyper-rural département, else `rural`; under 5 000: `rural`;
 * - from 50 000 inhabitants, or 20 000 in a dense département: `dense`;
 * - `urbain`: all others.
 */
export function settingOfCommune(population: number, departement: Setting): Setting {
  if (population < 2000) return departement === 'hyper-rural' ? 'hyper-rural' : 'rural';
  if (population < 5000) return 'rural';
  return population >= (departement === 'dense' ? 20_000 : 50_000) ? 'dense' : 'urbain';
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
