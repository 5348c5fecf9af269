import type { Authority, AuthorityKind, NamedCode, Setting } from '../model.ts';
import { fieldsAt, KIND_LETTERS, KINDS, lineOf, type AuthorityIndex, type LineStart } from './index-file.ts';
import { officialName } from './official-name.ts';
import { usualSiren } from './siren.ts';

const SETTINGS: Readonly<Record<string, Setting>> = { h: 'hyper-rural', r: 'rural', u: 'urbain', d: 'dense' };

const KIND_NAMES: Readonly<Record<AuthorityKind, string>> = {
  commune: 'commune',
  epci: 'métropole',
  ept: 'établissement public territorial',
  departement: 'département',
  region: 'région',
  com: 'collectivité d’outre-mer',
};

/** Neither a département nor a collectivité d’outre-mer (Constitution, titre XIII). */
const NOUVELLE_CALEDONIE = '988';

/** Reads one line of the index. */
export function authorityAt(index: AuthorityIndex, line: LineStart): Authority {
  const [, letterAndCode = '', name = '', population = '', postcodes = '', siren = '', marks = '', place = ''] =
    fieldsAt(index, line);
  const code = letterAndCode.slice(1);
  const kind = KINDS.find((it) => letterAndCode.startsWith(KIND_LETTERS[it])) ?? 'commune';
  const departement = departementOf(index, departementCode(kind, code, place));
  const official = kind === 'epci' ? officialName(name) : undefined;
  const shown = official?.short ?? name;
  const region = kind === 'departement' ? named(index, 'region', place) : departement?.region;
  const firstPostcode = postcodes.slice(1, 6);
  const type = official?.type ?? (code === NOUVELLE_CALEDONIE ? 'collectivité à statut particulier' : KIND_NAMES[kind]);
  const details = [type, departement?.name, firstPostcode].filter(Boolean).join(', ');
  return {
    id: `${kind}:${code}`,
    kind,
    code,
    name: shown,
    ...((kind === 'epci' || kind === 'ept') && { officialName: official?.full ?? name }),
    ...(marks.length > 1 && { elided: marks.endsWith('’') }),
    label: `${shown} (${details})`,
    ...sirenOf(kind, code, siren),
    population: Number(population),
    postcodes: postcodes.split(',').slice(1),
    ...(departement && { departement: { code: departement.code, name: departement.name } }),
    ...(region && { region }),
    setting: SETTINGS[marks.charAt(0)] ?? 'rural',
  };
}

function sirenOf(kind: AuthorityKind, code: string, stored: string): { readonly siren?: string } {
  if (kind === 'epci' || kind === 'ept') return { siren: code };
  if (kind !== 'commune' || stored === '-') return {};
  return { siren: stored || usualSiren(code) };
}

/** For a commune, from its code: `97411` → `974`, `2A004` → `2A` (overseas codes have three characters). */
function departementCode(kind: AuthorityKind, code: string, place: string): string {
  if (kind === 'commune') return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
  return kind === 'epci' || kind === 'ept' ? place : '';
}

/** A département with its région, or an overseas collectivity, which has none. */
function departementOf(index: AuthorityIndex, code: string): (NamedCode & { readonly region?: NamedCode }) | undefined {
  if (code === '') return undefined;
  const line = lineOf(index, 'departement', code);
  if (line === undefined) return named(index, 'com', code);
  const [, , name = '', , , , , place = ''] = fieldsAt(index, line);
  const region = named(index, 'region', place);
  return { code, name, ...(region && { region }) };
}

function named(index: AuthorityIndex, kind: AuthorityKind, code: string): NamedCode | undefined {
  const line = lineOf(index, kind, code);
  return line === undefined ? undefined : { code, name: fieldsAt(index, line)[2] ?? '' };
}
