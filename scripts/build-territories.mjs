/**
 * The slim index of French authorities, from the official list (COG, DGCL, INSEE, La Poste) republished by
 * `@etalab/decoupage-administratif`. `node scripts/build-territories.mjs dist/territories.txt` writes it.
 *
 * One line per authority, the most populated first, so that the first hits of a search are the best ones:
 *   folded name | kind letter and code | name | population | ,postcode,postcode | SIREN | setting and elision | place
 * - kind: c commune, e EPCI, t EPT, d département, r région, o overseas collectivity;
 * - SIREN: only for a commune whose SIREN does not follow from its code (see `src/territory/siren.ts`);
 * - setting: h hyper-rural, r rural, u urbain, d dense; then ’ when « d’ » stands before an H or a Y, - when « de »
 *   stands before a vowel;
 * - place: région of a département; main département of an EPCI or EPT (where most of its people live).
 * All populations are sums of the municipal populations of communes, so that they are of the same year.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const require = createRequire(import.meta.url);
const PACKAGE = '@etalab/decoupage-administratif';
const METROPOLE_DE_LYON = '200046977';
/** Terres australes et antarctiques françaises, Clipperton: nobody lives there. */
const UNINHABITED = ['984', '989'];

const { foldName, usualSiren, settingOfArea, settingOfCommune, officialName, encodeIndex } =
  await importSources('fold', 'siren', 'setting', 'official-name', 'index-letters');

/** The whole index as text, the same bytes for the same package. */
export function buildTerritories() {
  const communes = read('communes')
    .filter((it) => it.type === 'commune-actuelle' && !UNINHABITED.includes(it.departement));
  const byCode = new Map(communes.map((it) => [it.code, it]));
  const members = ({ membres }) => membres.map((member) => byCode.get(member.code));
  const epci = read('epci');
  // The Rhône département has no power inside the Métropole de Lyon (CGCT, art. L3611-1).
  const lyon = new Set(members(epci.find((it) => it.code === METROPOLE_DE_LYON)));
  const departements = read('departements').filter((it) => !UNINHABITED.includes(it.code));
  const regions = read('regions').filter((it) => it.zone !== 'com');
  const settingOf = new Map(departements.map(({ code }) =>
    [code, settingOfArea(populations(communes.filter((it) => it.departement === code)))]));

  const records = [
    ...communes.map((it) => record('c', it, [it], settingOfCommune(it.population, settingOf.get(it.departement)))),
    ...departements.map((it) => {
      const inside = communes.filter((commune) => commune.departement === it.code && !lyon.has(commune));
      const setting = settingOfArea(populations(inside));
      return it.zone === 'com' ? record('o', it, inside, setting) : record('d', it, inside, setting, it.region);
    }),
    ...regions.map((it) => {
      const inside = communes.filter((commune) => commune.region === it.code);
      return record('r', it, inside, settingOfArea(populations(inside)));
    }),
    ...epci.map((it) => group('e', it, members(it))),
    ...read('ept').map((it) => group('t', it, members(it))),
  ];
  const { version } = require(`${PACKAGE}/package.json`);
  const source = `${PACKAGE} ${version} (INSEE, DGCL, La Poste), Licence Ouverte`;
  const header = `# Collectivités françaises, millésime 2026 | ${source} | ${records.length}`;
  return `${[header, ...records.sort(byRank).map((it) => it.line)].join('\n')}\n`;
}

const group = (kind, listed, communes) =>
  record(kind, listed, communes, settingOfArea(populations(communes)), mainDepartement(communes));

function record(kind, { code, nom, siren, codesPostaux = [], typeLiaison }, inside, setting, place = '') {
  const name = typography(nom);
  const population = populations(inside).reduce((total, it) => total + it, 0);
  const key = foldName(kind === 'e' ? officialName(name).bare : name);
  const storedSiren = kind === 'c' && siren && siren !== usualSiren(code) ? siren : noUsualSiren(kind, siren);
  const fields = [key, `${kind}${code}`, name, population, codesPostaux.map((it) => `,${it}`).join(''), storedSiren,
    setting[0] + elision(name, typeLiaison), place];
  return { kind, code, population, line: fields.join('|') };
}

/** `-`: a commune that has no SIREN in the official list. */
const noUsualSiren = (kind, siren) => (kind === 'c' && !siren ? '-' : '');

/** INSEE's TNCC says 1 for « d’ » and 0 for « de »; only what the first letter does not tell is stored. */
function elision(name, typeLiaison) {
  if (typeLiaison === 1 && /^[HY]/.test(name)) return '’';
  return typeLiaison === 0 && /^[AEIOUÀÂÉÈÊÎÔÛŒ]/.test(name) ? '-' : '';
}

function mainDepartement(communes) {
  const people = new Map();
  for (const { departement, population } of communes) {
    people.set(departement, (people.get(departement) ?? 0) + population);
  }
  return [...people].sort(([a, x], [b, y]) => y - x || compare(a, b))[0][0];
}

/** Big ones first. A group of communes counts for a tenth: who types « Dijon » wants the town before its métropole. */
function byRank(a, b) {
  const kindRank = ({ kind }) => 'cdroet'.indexOf(kind);
  return weight(b) - weight(a) || kindRank(a) - kindRank(b) || compare(a.code, b.code);
}

const weight = ({ kind, population }) => ('et'.includes(kind) ? population / 10 : population);
const compare = (a, b) => (a < b ? -1 : Number(a > b));
const populations = (communes) => communes.map((it) => it.population);
const typography = (name) => name.replace(/(?:''|")(.+?)(?:''|")/g, '«\u00a0$1\u00a0»').replaceAll("'", '’');
const read = (name) => JSON.parse(readFileSync(require.resolve(`${PACKAGE}/data/${name}.json`), 'utf8'));

/** The rules shared with the program are TypeScript, which Node 20 does not read. */
async function importSources(...names) {
  const contents = names.map((name) => `export * from './${name}.ts';`).join('\n');
  const resolveDir = fileURLToPath(new URL('../src/territory', import.meta.url));
  const { outputFiles } = buildSync({ stdin: { contents, resolveDir }, bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Writes it as the program reads it: see `src/territory/index-letters.ts`. */
export function writeTerritories(path) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, encodeIndex(buildTerritories()));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeTerritories(process.argv[2] ?? 'dist/territories.txt');
