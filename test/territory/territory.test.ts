import { describe, expect, it } from 'vitest';
import { buildTerritories } from '../../scripts/build-territories.mjs';
import { findAuthority } from '../../src/territory/find.ts';
import { openIndex } from '../../src/territory/index-file.ts';
import { locate } from '../../src/territory/territory.ts';
import type { Territory } from '../../src/model.ts';

const index = openIndex(buildTerritories());

function territory(id: string): Territory {
  const result = findAuthority(index, id);
  if (!result.ok) throw new Error(`${id} is not found`);
  return locate(result.value);
}

describe('locate', () => {
  it.each([
    ['departement:23', 'Europe/Paris', 'A', 'metropole'],
    ['epci:243100633', 'Europe/Paris', 'C', 'metropole'],
    ['commune:44109', 'Europe/Paris', 'B', 'metropole'],
    ['region:76', 'Europe/Paris', 'C', 'metropole'],
    ['region:44', 'Europe/Paris', 'B', 'metropole'],
    ['commune:67482', 'Europe/Paris', 'B', 'alsace-moselle'],
    ['departement:57', 'Europe/Paris', 'B', 'alsace-moselle'],
    ['departement:68', 'Europe/Paris', 'B', 'alsace-moselle'],
    ['commune:2A004', 'Europe/Paris', 'propre', 'metropole'],
    ['departement:971', 'America/Guadeloupe', 'propre', 'guadeloupe'],
    ['region:01', 'America/Guadeloupe', 'propre', 'guadeloupe'],
    ['region:02', 'America/Martinique', 'propre', 'martinique'],
    ['region:03', 'America/Cayenne', 'propre', 'guyane'],
    ['commune:97411', 'Indian/Reunion', 'propre', 'reunion'],
    ['region:04', 'Indian/Reunion', 'propre', 'reunion'],
    ['epci:249740119', 'Indian/Reunion', 'propre', 'reunion'],
    ['region:06', 'Indian/Mayotte', 'propre', 'mayotte'],
    ['com:975', 'America/Miquelon', 'propre', 'saint-pierre-et-miquelon'],
    ['com:977', 'America/St_Barthelemy', 'propre', 'saint-barthelemy'],
    ['com:978', 'America/Marigot', 'propre', 'saint-martin'],
    ['com:986', 'Pacific/Wallis', 'propre', 'wallis-et-futuna'],
    ['com:987', 'Pacific/Tahiti', 'propre', 'polynesie'],
    ['commune:98735', 'Pacific/Tahiti', 'propre', 'polynesie'],
    ['commune:98731', 'Pacific/Marquesas', 'propre', 'polynesie'],
    ['commune:98719', 'Pacific/Gambier', 'propre', 'polynesie'],
    ['commune:98818', 'Pacific/Noumea', 'propre', 'nouvelle-caledonie'],
  ])('%s: %s, school zone %s, holidays of %s', (id, timeZone, schoolZone, holidayZone) => {
    expect(territory(id)).toMatchObject({ id, timeZone, schoolZone, holidayZone });
  });
});
