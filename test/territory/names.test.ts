import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildTerritories } from '../../scripts/build-territories.mjs';
import { findAuthority } from '../../src/territory/find.ts';
import { openIndex } from '../../src/territory/index-file.ts';
import { fullName, ofName } from '../../src/territory/names.ts';
import type { Authority } from '../../src/model.ts';

const index = openIndex(buildTerritories());

function authority(id: string): Authority {
  const result = findAuthority(index, id);
  if (!result.ok) throw new Error(`${id} is not found`);
  return result.value;
}

describe('names inside a sentence', () => {
  it.each([
    ['departement:23', 'de la Creuse', 'le département de la Creuse'],
    ['departement:88', 'des Vosges', 'le département des Vosges'],
    ['departement:01', 'de l’Ain', 'le département de l’Ain'],
    ['departement:974', 'de La Réunion', 'le département de La Réunion'],
    ['departement:90', 'du Territoire de Belfort', 'le département du Territoire de Belfort'],
    ['departement:28', 'd’Eure-et-Loir', 'le département d’Eure-et-Loir'],
    ['region:76', 'd’Occitanie', 'la région Occitanie'],
    ['region:44', 'du Grand Est', 'la région Grand Est'],
    ['region:94', 'de Corse', 'la collectivité de Corse'],
    ['region:02', 'de la Martinique', 'la collectivité territoriale de Martinique'],
    ['com:987', 'de la Polynésie française', 'la Polynésie française'],
    ['com:975', 'de Saint-Pierre-et-Miquelon', 'la collectivité de Saint-Pierre-et-Miquelon'],
    ['commune:97411', 'de Saint-Denis', 'la commune de Saint-Denis'],
    ['commune:91228', 'd’Évry-Courcouronnes', 'la commune d’Évry-Courcouronnes'],
    ['commune:72181', 'du Mans', 'la commune du Mans'],
    ['commune:17300', 'de La Rochelle', 'la commune de La Rochelle'],
    ['commune:94038', 'de L’Haÿ-les-Roses', 'la commune de L’Haÿ-les-Roses'],
    ['commune:78440', 'des Mureaux', 'la commune des Mureaux'],
    ['commune:83069', 'd’Hyères', 'la commune d’Hyères'],
    ['commune:67180', 'de Haguenau', 'la commune de Haguenau'],
    ['epci:243100633', 'du Sicoval', 'la communauté d’agglomération du Sicoval'],
    ['epci:200035731', 'de Roannais Agglomération', 'la communauté d’agglomération Roannais Agglomération'],
    ['epci:200046977', 'de la Métropole de Lyon', 'la Métropole de Lyon'],
    ['epci:246700488', 'de l’Eurométropole de Strasbourg', 'l’Eurométropole de Strasbourg'],
    ['epci:243300316', 'de Bordeaux Métropole', 'Bordeaux Métropole'],
    ['epci:243900610', 'de La Grandvallière', 'la communauté de communes la Grandvallière'],
    ['epci:249740101', 'du Territoire de la Côte Ouest', 'la communauté d’agglomération Territoire de la Côte Ouest'],
    ['ept:200057867', 'de Plaine Commune', 'l’établissement public territorial Plaine Commune'],
  ])('%s: %s, %s', (id, of, full) => {
    expect(ofName(authority(id))).toBe(of);
    expect(fullName(authority(id))).toBe(full);
  });

  it.each([
    ['Golfe du Morbihan - Vannes Agglomération', 'du '], ['Haut Val de Sèvre', 'du '], ['Grand Lac', 'de '], ['Val Parisis', 'de '],
  ])('%s goes after « %s »', (name, link) => {
    expect(ofName(authority(name))).toBe(`${link}${name}`);
  });

  it('gives départements the article of INSEE, but for four that call themselves otherwise', () => {
    const data = readFileSync('node_modules/@etalab/decoupage-administratif/data/departements.json', 'utf8');
    const departements = JSON.parse(data) as { code: string; nom: string; typeLiaison: number; zone: string }[];
    const links = ['de ', 'd’', 'du ', 'de la ', 'des ', 'de l’'];
    const others = departements
      .filter((it) => it.zone !== 'com')
      .filter((it) => ofName(authority(`departement:${it.code}`)) !== `${links[it.typeLiaison] ?? ''}${it.nom.replaceAll("'", '’')}`);
    expect(others.map((it) => it.code)).toEqual(['41', '47', '82', '84']);
  });
});
