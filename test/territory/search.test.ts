import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTerritories } from '../../scripts/build-territories.mjs';
import { openIndex } from '../../src/territory/index-file.ts';
import { searchAuthorities } from '../../src/territory/search.ts';

const index = openIndex(buildTerritories());
const ids = (text: string, limit = 10): string[] => searchAuthorities(index, text, limit).map((it) => it.id);

describe('searchAuthorities', () => {
  it.each([
    ['creuse', ['departement:23']],
    ['CREUSE', ['departement:23']],
    ['sicoval', ['epci:243100633']],
    ['sico', ['epci:243100633']],
    ['evry', ['commune:91228', 'commune:89162']],
    ['Évry-C', ['commune:91228']],
    ['saint denis', ['commune:97411', 'commune:93066', 'commune:11339', 'commune:30247']],
    ['st denis', ['commune:97411', 'commune:93066']],
    ['saint-d', ['commune:97411', 'commune:93066']],
    ['saint denis 93', ['commune:93066']],
    ['saint-denis (gard', ['commune:30247']],
    ['lalouvesc', ['commune:07128']],
    ['la reunion', ['departement:974', 'region:04', 'commune:47222']],
    ['la réu', ['departement:974', 'region:04']],
    ['23000', ['commune:23096']],
    ['97411', ['commune:97411', 'commune:97415']],
    ['974', ['departement:974', 'commune:97411']],
    ['75', ['region:75', 'departement:75', 'commune:75056']],
    ['75116', ['commune:75056']],
    ['243100633', ['epci:243100633']],
    ['219740115', ['commune:97411']],
    ['21974011500010', ['commune:97411']],
    ['2a004', ['commune:2A004']],
    ['roannais', ['epci:200035731']],
    ['le mans', ['commune:72181', 'epci:247200132']],
    ['mans', ['commune:72181']],
    ['lyon', ['commune:69123', 'epci:200046977']],
    ['paris', ['commune:75056', 'departement:75']],
    ['aix', ['epci:200054807', 'commune:13001']],
    ['l’hay les roses', ['commune:94038']],
    ['oeuf', ['commune:62633']],
    ['ste genevieve des bois', ['commune:91549']],
    ['plaine commune', ['ept:200057867']],
    ['departement de la creuse', ['departement:23']],
    ['Conseil départemental de l’Ain', ['departement:01']],
    ['région bretagne', ['region:53']],
    ['ville de Guéret', ['commune:23096']],
    ['ville d’avray', ['commune:92077']],
    ['metropole de lyon', ['epci:200046977']],
    ['polynésie', ['com:987']],
    ['cinor', ['epci:249740119']],
    ['bresse revermont 71', ['epci:200042414']],
    ['bois genevieve', ['commune:91549']],
    ['y', ['commune:80829', 'departement:78']],
  ])('%s', (text, first) => {
    expect(ids(text).slice(0, first.length)).toEqual(first);
  });

  it('shows homonyms with what tells them apart', () => {
    expect(searchAuthorities(index, 'saint denis', 4).map((it) => it.label)).toEqual([
      'Saint-Denis (commune, La Réunion, 97400)',
      'Saint-Denis (commune, Seine-Saint-Denis, 93200)',
      'Saint-Denis (commune, Aude, 11310)',
      'Saint-Denis (commune, Gard, 30500)',
    ]);
  });

  it.each([
    '', ' ', '(', 'zzz (commune', 'communauté urbaine (zz', '|', '.*', '\\', '\n', 'zzzzzz', '99999999999',
  ])('%j finds nothing', (text) => {
    expect(ids(text)).toEqual([]);
  });

  it('lists a kind, to the end of the index', () => {
    expect(ids('région de', 100).filter((id) => id.startsWith('region:'))).toHaveLength(18);
  });

  it('takes any text, gives each authority once, at most as many as asked', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.integer({ min: 0, max: 12 }), (text, limit) => {
      const found = ids(text, limit);
      expect(found.length).toBeLessThanOrEqual(limit);
      expect(new Set(found).size).toBe(found.length);
    }), { numRuns: 50 });
  });
});
