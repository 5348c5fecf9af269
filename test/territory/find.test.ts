import { describe, expect, it } from 'vitest';
import { buildTerritories } from '../../scripts/build-territories.mjs';
import { findAuthority } from '../../src/territory/find.ts';
import { openIndex } from '../../src/territory/index-file.ts';

const index = openIndex(buildTerritories());

function idOf(value: string): string | undefined {
  const result = findAuthority(index, value);
  return result.ok ? result.value.id : undefined;
}

describe('findAuthority', () => {
  it.each([
    ['commune:97411', 'commune:97411'], ['epci:247900798', 'epci:247900798'], ['ept:200057867', 'ept:200057867'],
    ['departement:23', 'departement:23'], ['departement:2a', 'departement:2A'], ['region:75', 'region:75'], ['com:987', 'com:987'],
    ['Commune:97411', 'commune:97411'], ['  commune:97411 ', 'commune:97411'],
    ['23067', 'commune:23067'], ['75056', 'commune:75056'], ['87000', 'commune:87085'], ['23', 'departement:23'], ['974', 'departement:974'], ['987', 'com:987'], ['2a004', 'commune:2A004'],
    ['243100633', 'epci:243100633'], ['243 100 633', 'epci:243100633'], ['219740115', 'commune:97411'],
    ['lalouvesc', 'commune:07128'], ['Sicoval', 'epci:243100633'], ['CA du Sicoval', 'epci:243100633'],
    ['Communauté d’agglomération du Sicoval', 'epci:243100633'], ['Département de la Creuse', 'departement:23'],
    ['région Occitanie', 'region:76'], ['Occitanie', 'region:76'], ['métropole de Lyon', 'epci:200046977'],
    ['Creuse (département)', 'departement:23'], ['Saint-Denis (commune, La Réunion, 97400)', 'commune:97411'],
    ['Saint-Denis (commune, Gard, 30500)', 'commune:30247'],
    ['Territoire de la Côte Ouest', 'epci:249740101'], ['CA Territoire de la Côte Ouest', 'epci:249740101'], ['Territoire de la Côte Ouest TCO', 'epci:249740101'],
    ['commune:13001', 'commune:13001'], ['commune:97420', 'commune:97420'],
  ])('%s is %s', (value, id) => {
    expect(idOf(value)).toBe(id);
  });

  it.each([
    ['75', ['region:75', 'departement:75']],
    ['07520', ['commune:07128', 'commune:07285', 'commune:07124']],
    ['23000', ['commune:23096']],
    ['93', ['region:93', 'departement:93']],
    ['13001', ['commune:13001', 'commune:13055']],
    ['97420', ['commune:97420', 'commune:97407']],
    ['97411', ['commune:97411', 'commune:97415']],
    ['saint denis', ['commune:97411', 'commune:93066', 'commune:11339', 'commune:30247']],
    ['creuse', ['departement:23', 'commune:80225', 'commune:70186']],
    ['la réunion', ['departement:974', 'region:04', 'commune:47222']],
  ])('%s is several, all told', (value, ids) => {
    const result = findAuthority(index, value);
    const [problem] = result.ok ? [] : result.problems;
    expect(problem?.code).toBe('authority-ambiguous');
    const candidates = problem?.code === 'authority-ambiguous' ? problem.args.candidates : '';
    for (const id of ids) expect(candidates).toContain(`${id} `);
  });

  it.each([
    ['Lalouvecs', 'Lalouvesc (commune, Ardèche, 07520)'],
    ['commune:Lalouvesc', 'Lalouvesc (commune, Ardèche, 07520)'],
    ['Guérett', 'Guéret (commune, Creuse, 23000)'],
    ['Saint-Denis (commune, Gard, 97400)', 'Saint-Denis (commune, Gard, 30500)'],
  ])('%s is unknown, but near %s', (value, nearest) => {
    expect(findAuthority(index, value)).toEqual({ ok: false, problems: [{ code: 'authority-unknown', args: { value, nearest } }] });
  });

  it.each(['', '  ', 'commune:', 'epci:97411000', '|', '\n', '.*', 'c97411|', 'qqqqq', 'commune:98411', 'com:984'])(
    '%j is unknown',
    (value) => {
      const result = findAuthority(index, value);
      expect(!result.ok && result.problems.map((it) => it.code)).toEqual(['authority-unknown']);
    },
  );

  it.each(['x', 'é ', '9', '('])('a very long value of %j is unknown, at once', (part) => {
    const start = performance.now();
    const result = findAuthority(index, part.repeat(100_000));
    expect(!result.ok && result.problems.map((it) => it.code)).toEqual(['authority-unknown']);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
