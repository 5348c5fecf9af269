import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cachedValue } from '../../../src/documents/tables/formulas.ts';
import { buildKitTable } from '../../../src/documents/tables/kit-table.ts';
import { toXlsx } from '../../../src/documents/tables/xlsx.ts';
import type { Answers, DocumentSpec, Kit, KitTable, Plan, Row, Sheet, TableDocument } from '../../../src/model.ts';
import { anyPlan, necKit, planOf, plans } from '../plans.ts';

const specOf = (id: string): DocumentSpec => necKit.documents.find((spec) => spec.id === id) as DocumentSpec;
const build = (id: string, plan: Plan): TableDocument => buildKitTable(specOf(id), specOf(id).path, plan);
const actors = (plan: Plan): Sheet => build('cartographie', plan).sheets[0] as Sheet;
const on = (plan: Plan, answers: Answers): Plan => planOf(plan.territory, { ...plan.answers, ...answers });
const idsOf = ({ rows }: Sheet): readonly string[] => rows.flatMap(({ id }) => id ?? []);
const rowOf = (sheet: Sheet, id: string): Row['cells'] => sheet.rows.find((row) => row.id === id)?.cells ?? {};
const town = plans['Creuse, un site'];
const plain = (text: unknown): string => String(text).replace(/\u00a0/g, ' ');

describe('the map of partners', () => {
  const partners = (...list: readonly (readonly [string, string])[]): Sheet => actors(on(town, { partenaires: list.map(([nom, type]) => ({ nom, type })) }));

  it('assumes that nobody is there: each kind of partner is to be checked', () => {
    const rows = partners().rows.filter(({ role }) => role === 'item');
    expect(rows.length).toBeGreaterThan(8);
    for (const { id, cells } of rows) expect(`${id} ${plain(cells['acteur'])}`).toMatch(/(: à (vérifier|trouver)|^anct .*)$/);
    expect(new Set(rows.map(({ cells }) => cells['etat']))).toEqual(new Set(['À vérifier']));
  });

  it('a partner of the answers takes the place of its kind, with what that kind can bring and no state', () => {
    const sheet = partners(['Hub du Centre', 'hub']);
    expect(idsOf(sheet)[0]).toBe('r.hub-du-centre');
    expect(idsOf(sheet)).not.toContain('hub');
    expect(rowOf(sheet, 'r.hub-du-centre')).toEqual({
      acteur: 'Hub du Centre', genre: 'Réseau régional d’inclusion numérique', apport: rowOf(partners(), 'hub')['apport'],
    });
  });

  it('rows of the answers are known by their names, whatever their order and their neighbours', () => {
    const long = ['Communauté de communes de la Petite Vallée', 'epci'] as const;
    const other = ['Communauté de communes du Grand Plateau', 'epci'] as const;
    const ids = idsOf(partners(long, other)).slice(0, 2);
    expect(idsOf(partners(other, long, ['Radio locale', 'media'])).slice(0, 3)).toEqual([ids[1], ids[0], 'r.radio-locale']);
    expect(ids.every((id) => id.length <= 16 && /^r\.communaut-[0-9a-f]{4}$/.test(id))).toBe(true);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('two of one name, and one without a name that letters write, have their own rows', () => {
    expect(idsOf(partners(['Le Lieu', 'tiers-lieu'], ['Le lieu', 'association'], ['???', 'autre'])).slice(0, 3)).toEqual(['r.le-lieu', 'r.le-lieu--2', 'r.sans-nom']);
  });

  it('does not look for what the organiser is', () => {
    expect(idsOf(actors(town))).not.toContain('departement');
    expect(idsOf(actors(plans['village sans argent']))).toContain('departement');
  });

  it('never mixes what people answered with an id of the kit', () => {
    fc.assert(fc.property(anyPlan, fc.array(fc.record({ nom: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), type: fc.constantFrom('hub', 'autre', 'commune') }), { maxLength: 6 }), (plan, partenaires) => {
      const ids = idsOf(actors(on(plan, { partenaires })));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => id.startsWith('r.'))).toHaveLength(partenaires.length);
    }), { numRuns: 100 });
  });

  it('has a column of ours that names the row, and the seven that people fill', () => {
    const { columns } = actors(town);
    expect(columns.find(({ label }) => label)?.key).toBe('acteur');
    expect(columns.filter(({ owner }) => owner === 'person').map(({ key }) => key)).toEqual(['attentes', 'convenu', 'connu-de', 'etat', 'suite', 'quand', 'notes']);
    expect(columns.find(({ key }) => key === 'quand')?.format).toBe('date');
  });
});

describe('the sign-in sheet', () => {
  const sheets = (plan: Plan): readonly Sheet[] => build('feuille-d-emargement', plan).sheets.filter(({ name }) => name !== 'Mode d’emploi');
  const sites = (...names: readonly string[]): Answers => ({ forme: 'multi-sites', sites: names.map((nom) => ({ nom })) });

  it('asks for nothing but who was there', () => {
    expect(sheets(town).map(({ columns }) => columns.map(({ title }) => title)))
      .toEqual([['Ligne', 'Nom', 'Prénom', 'Structure (facultatif)', 'Signature, matin', 'Signature, après-midi']]);
    expect(sheets(on(town, { jours: 0.5 }))[0]?.columns.map(({ title }) => title)).toEqual(['Ligne', 'Nom', 'Prénom', 'Structure (facultatif)', 'Signature']);
  });

  it('has one sheet a day and a place, each with its day and its place at the head', () => {
    const head = (plan: Plan) => sheets(plan).map(({ name, preface }) => [name, plain(preface[1]), plain(preface[2])]);
    expect(head(on(town, { lieu: 'Salle des fêtes' }))).toEqual([['Présences', 'NEC Creuse 2027, jeudi 14 octobre 2027', 'Lieu : Salle des fêtes']]);
    expect(head(on(town, { jours: 1.5, ...sites('Nord', 'Sud') }))).toEqual([
      ['Présences, jour 1, lieu 1', 'NEC Creuse 2027, jeudi 14 octobre 2027', 'Lieu : Nord'], ['Présences, jour 1, lieu 2', 'NEC Creuse 2027, jeudi 14 octobre 2027', 'Lieu : Sud'],
      ['Présences, jour 2, lieu 1', 'NEC Creuse 2027, vendredi 15 octobre 2027', 'Lieu : Nord'], ['Présences, jour 2, lieu 2', 'NEC Creuse 2027, vendredi 15 octobre 2027', 'Lieu : Sud'],
    ]);
    expect(head(on(town, { date: 'a-definir', periode: '2027-10/2027-11' }))[0]?.[1]).toContain('date à fixer');
  });

  it('has a line for each person expected, shared out between places, and never a handful', () => {
    const lines = (answers: Answers) => sheets(on(town, answers)).map(({ rows }) => rows.length);
    expect(lines({ jauge: 137 })).toEqual([137]);
    expect(lines({ jauge: 100, ...sites('Nord', 'Sud', 'Est') })).toEqual([34, 34, 34]);
    expect(lines({ jauge: 8 })).toEqual([20]);
  });

  it('numbers its lines by a formula: nobody is a row of ours', () => {
    const [sheet] = sheets(on(town, { jauge: 30 }));
    expect(sheet?.rows.every(({ id, role }) => id === null && role === 'spare')).toBe(true);
    expect(sheet?.rows.map(({ cells }) => cachedValue(cells['ligne']))).toEqual(Array.from({ length: 30 }, (_, rank) => rank + 1));
  });

  it('says who asks, why, and where to turn to', () => {
    const said = (answers: Answers) => plain(sheets(on(town, answers))[0]?.preface.slice(3).join('\n'));
    expect(said({ dpo: 'dpo@creuse.example' })).toMatch(/^Recueilli par le département de la Creuse pour .*faire effacer : dpo@creuse\.example\./s);
    expect(said({ structure: 'Les Ateliers du lac' })).toMatch(/Recueilli par Les Ateliers du lac .*faire effacer : à compléter\./s);
  });

  it('keeps its lines high enough for a signature, and other workbooks let their rows grow', async () => {
    const xml = async (id: string) => strFromU8(unzipSync(await toXlsx(build(id, town), 'Titre'))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const heights = [...(await xml('feuille-d-emargement')).matchAll(/<row r="(\d+)"[^>]* ht="([\d.]+)" customHeight="1"/g)].filter(([, row]) => Number(row) > 7);
    expect(heights).toHaveLength(200);
    expect(heights.every(([, , height]) => Number(height) >= 30)).toBe(true);
    expect(await xml('cartographie')).not.toContain('customHeight');
  });
});

describe('a table of a kit', () => {
  const table: KitTable = {
    id: 'x', sheet: 'X', each: [], intro: [], label: 'nom', guide: [], sources: ['jugement'], checkedOn: '2026-11-23', confidence: 'low',
    columns: [{ id: 'nom', title: 'Nom', width: 10, owner: 'kit', format: 'text' }, { id: 'rang', title: 'Rang', width: 6, owner: 'kit', format: 'rank' }],
    rows: [{ id: 'a', cells: { nom: 'A\u00a0: un' }, when: { op: 'is', fact: 'forme', values: ['greffe'] }, sources: ['jugement'], checkedOn: '2026-11-23', confidence: 'low' }],
    blank: { of: 'participants', times: 0.1, min: 0 },
  };
  const kitWith = (changes: Partial<KitTable>): Kit => ({ ...necKit, tables: [{ ...table, ...changes }] });
  const built = (changes: Partial<KitTable>, plan = town) =>
    buildKitTable({ ...specOf('cartographie'), table: 'x' }, 'x.xlsx', { ...plan, kit: kitWith(changes) });

  it('keeps its columns when an answer takes all its rows away', () => {
    expect(built({}).sheets[0]?.columns.map(({ key }) => key)).toEqual(['id', 'nom', 'rang']);
    expect(built({ rows: [] }).sheets[0]?.columns.map(({ key }) => key)).toEqual(['nom', 'rang']);
  });

  it('goes on counting after its own rows, and keeps their words as the kit has them', () => {
    const greffe = on(town, { forme: 'greffe', jauge: 30 });
    expect(built({}, greffe).sheets[0]?.rows.map(({ id, cells }) => [id, cells['nom'] ?? null, cachedValue(cells['rang'])])).toEqual([
      ['a', 'A\u00a0: un', null], [null, null, 2], [null, null, 3], [null, null, 4],
    ]);
  });

  it('has no sheet of instructions where there are none', () => {
    expect([built({}), built({ guide: ['Lire.'] })].map(({ sheets }) => sheets.length)).toEqual([1, 2]);
  });

  it('that is not in the kit is a fault of the kit, which its check refuses', () => {
    expect(() => buildKitTable({ ...specOf('cartographie'), table: 'y' }, 'x.xlsx', town)).toThrow('cartographie');
  });
});
