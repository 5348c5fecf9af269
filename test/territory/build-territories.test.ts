import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildTerritories } from '../../scripts/build-territories.mjs';
import { authorityAt } from '../../src/territory/authority.ts';
import { findAuthority } from '../../src/territory/find.ts';
import { foldName } from '../../src/territory/fold.ts';
import { linesWith, openIndex } from '../../src/territory/index-file.ts';
import type { Authority, AuthorityKind } from '../../src/model.ts';

interface Listed {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly zone: string;
  readonly siren?: string;
  readonly departement: string;
  readonly population: number;
  readonly codesPostaux: readonly string[];
}

const official = (name: string): Listed[] =>
  JSON.parse(readFileSync(`node_modules/@etalab/decoupage-administratif/data/${name}.json`, 'utf8')) as Listed[];

const text = buildTerritories();
const index = openIndex(text);
const communes = official('communes')
  .filter((it) => it.type === 'commune-actuelle' && it.departement !== '984' && it.departement !== '989');
const all = [...linesWith(index, '\\n[^|]')].map((line) => authorityAt(index, line));
const byId = new Map(all.map((it) => [it.id, it]));
const ofKind = (kind: AuthorityKind): Authority[] => all.filter((it) => it.kind === kind);

function found(value: string): Authority {
  const result = findAuthority(index, value);
  if (!result.ok) throw new Error(`${value} is not found`);
  return result.value;
}

describe('the index', () => {
  it('is the same each time, with its year and source, under 2 MB and 800 kB compressed', () => {
    expect(buildTerritories()).toBe(text);
    expect(text.split('\n')[0]).toMatch(/millésime 2026 .*@etalab\/decoupage-administratif 6\..*Licence Ouverte/);
    expect(Buffer.byteLength(text)).toBeLessThan(2_000_000);
    expect(gzipSync(text).length).toBeLessThan(800_000);
  });

  it('holds every authority once', () => {
    expect(byId.size).toBe(all.length);
    expect(Number(text.slice(0, text.indexOf('\n')).split('|').at(-1))).toBe(all.length);
    expect(ofKind('commune')).toHaveLength(communes.length);
    expect(ofKind('epci')).toHaveLength(1255);
    expect(ofKind('ept')).toHaveLength(11);
    expect(ofKind('departement')).toHaveLength(101);
    expect(ofKind('region')).toHaveLength(18);
    expect(ofKind('com').map((it) => it.name).sort()).toEqual([
      'Nouvelle-Calédonie', 'Polynésie française', 'Saint-Barthélemy', 'Saint-Martin', 'Saint-Pierre-et-Miquelon', 'Wallis et Futuna',
    ]);
  });

  it('says of every commune what the official list says', () => {
    const ours = communes.map(({ code }) => {
      const { name, siren, population, postcodes, departement } = byId.get(`commune:${code}`) ?? {};
      return [code, name, siren, population, postcodes?.join(), departement?.code].join('|');
    });
    expect(ours).toEqual(communes.map(({ code, nom, siren, population, codesPostaux, departement }) =>
      [code, nom.replaceAll("'", '’'), siren, population, codesPostaux.join(), departement].join('|')));
  });

  it('says the région of all that lies in one', () => {
    const lost = all.filter((it) => it.kind !== 'region' && !it.region).map((it) => it.departement?.code ?? it.code);
    expect([...new Set(lost)].sort()).toEqual(['975', '977', '978', '986', '987', '988']);
  });

  it('folds names as the search does, and no name breaks a line', () => {
    const broken = text.split('\n').slice(1, -1).filter((line) => {
      const [key = '', , name = '', ...rest] = line.split('|');
      return rest.length !== 5 || foldName(key) !== key || !foldName(name).includes(key);
    });
    expect(broken).toEqual([]);
  });

  it('tells all homonyms apart', () => {
    const seen = new Set<string>();
    expect(all.filter(({ label }) => seen.size === seen.add(label).size).map((it) => it.label)).toEqual([]);
  });

  it.each([
    ['departement:23', 'hyper-rural'], ['departement:48', 'hyper-rural'], ['departement:15', 'hyper-rural'],
    ['departement:17', 'rural'], ['departement:59', 'urbain'], ['departement:93', 'dense'],
    ['epci:243100633', 'urbain'], ['epci:200035731', 'urbain'],
    ['commune:91228', 'dense'], ['commune:97411', 'dense'], ['commune:75056', 'dense'], ['departement:75', 'dense'],
    ['commune:07128', 'rural'], ['commune:23096', 'urbain'], ['commune:23001', 'hyper-rural'],
  ])('%s is %s', (id, setting) => {
    expect(found(id).setting).toBe(setting);
  });

  it('leaves the Métropole de Lyon out of the Rhône département', () => {
    expect(found('departement:69').population).toBeLessThan(500_000);
    expect(found('epci:200046977').population).toBeGreaterThan(1_300_000);
  });
});

describe('every authority', () => {
  it('is found by its id, its code (among others whose postcode it is) and its SIREN; one in ten by its label', () => {
    const lines = text.split('\n').slice(1, -1);
    const isArea = (line: string): boolean => /^[^|]*\|[dro]/.test(line);
    const areas = lines.filter(isArea);
    for (let start = 0; start < lines.length; start += 500) {
      // Finding reads the text from its beginning: a piece at a time, 36 000 times stay short.
      const chunk = lines.slice(start, start + 500).filter((line) => !isArea(line));
      const piece = openIndex(`${['#', ...areas, ...chunk].join('\n')}\n`);
      const ids = chunk.map((line) => {
        const [, letterAndCode = ''] = line.split('|');
        return `${{ c: 'commune', e: 'epci', t: 'ept' }[letterAndCode.charAt(0)]}:${letterAndCode.slice(1)}`;
      });
      const keys = ['id', 'code', 'siren', ...(start % 5000 === 0 ? ['label' as const] : [])] as const;
      for (const key of keys) {
        const values = ids.map((id) => byId.get(id)?.[key] ?? id);
        expect(values.map((value, rank) => {
          const result = findAuthority(piece, value);
          if (result.ok) return result.value.id;
          const [problem] = result.problems;
          const among = key === 'code' && problem?.code === 'authority-ambiguous' && problem.args.candidates.includes(`${ids[rank]} `);
          return among && ids[rank];
        })).toEqual(ids);
      }
    }
  }, 60_000);

  it('is found in the whole index, where no SIREN is that of two', () => {
    for (const listed of communes.filter((_, rank) => rank % 70 === 0)) {
      expect(found(`commune:${listed.code}`).siren).toBe(listed.siren);
      if (listed.siren) expect(found(listed.siren).code).toBe(listed.code);
    }
    const sirens = all.flatMap((it) => it.siren ?? []);
    expect(new Set(sirens).size).toBe(sirens.length);
  }, 30_000);
});
