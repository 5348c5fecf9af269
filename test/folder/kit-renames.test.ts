import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocuments } from '../support/render-documents.ts';
import { asBaseline, rememberDocument, type Baseline, type DocumentBase } from '../../src/folder/baseline.ts';
import { encodeContent, readTableContent, readTextContent } from '../../src/folder/content.ts';
import { blockRenamer } from '../../src/folder/kit-block-renames.ts';
import { renameBaseline, renameFoundRows, rowRenamer } from '../../src/folder/kit-renames.ts';
import type { RawAnswer } from '../../src/answers/raw-answer.ts';
import type { FoundSheet } from '../../src/model.ts';
import type { KitSources } from '../../src/kit/parse-kit.ts';
import { NOTHING_DONE } from '../../src/shared/nothing-done.ts';
import { sha256 } from '../../src/shared/sha256.ts';
import { loadSources, makeFolder } from '../support/folder.ts';
import { editSources, renameIds } from '../support/kit-edit.ts';
import { necSources } from '../support/kit.ts';

/** Every kind of id that a file of a folder can hold, called otherwise. */
const NEW_IDS = {
  'T32': 'J32', 'securiser': 'assurer', 'elus': 'conseil-elu', 'communs-souverainete': 'outils-communs',
  'entreprise-mecenat': 'mecenes', 'benevoles': 'temps-donne', 'accueil-cafe': 'petit-cafe', 'medialab': 'atelier-traces',
  'ateliers-2': 'seances-2', 'organismes': 'organismes-nationaux',
};
const RENAMED: KitSources = editSources(renameIds(necSources(), NEW_IDS),
  ['documents.yaml', '  - id: note-de-cadrage\n', '  - id: note\n    renamed_from: note-de-cadrage\n'],
  ['tasks.yaml', 'document: note-de-cadrage', 'document: note'],
  ['documents.yaml', '  - id: jalons\n', '  - id: etapes\n    renamed_from: [dates, jalons]\n'],
);
const COMMON: Readonly<Record<string, RawAnswer>> = {
  collectivite: 'departement:23', date: '2027-10-14', jauge: 300, budget: 30000, niveau: 'courant', besoins_acces: 'lsf', jours: 2,
};
const funders = (...types: readonly string[]): RawAnswer => types.map((type) => ({ type }));

async function written(sources: KitSources, answers: Readonly<Record<string, RawAnswer>>) {
  const loaded = loadSources(sources);
  const { plan } = await makeFolder(loaded, answers, '2026-11-23');
  const documents = await renderDocuments(plan, await loaded.templates(), NOTHING_DONE);
  const baseline = asBaseline(HEAD, documents.map((document) => rememberDocument(document, { furniture: { title: '', footer: '' } }, undefined)));
  return { kit: loaded.kit, baseline };
}

const HEAD = { format: 2, tool: '1.0.0', kit: 'nec@1+0', today: '2026-11-23' } as const;

const idsOf = ({ files, partOf }: Baseline) => (files as readonly DocumentBase[]).map((file) => ({
  document: file.document,
  ids: file.kind === 'text' ? readTextContent(partOf(file))?.blocks.map(({ id }) => id)
    : file.kind === 'table' ? readTableContent(partOf(file))?.sheets.map(({ name, rows }) => [name, rows.map(({ id }) => id)]) : [],
}));
const wholeOf = ({ files, partOf }: Baseline) => files.map((file) => ({ file, part: partOf(file) }));

describe('renameBaseline', () => {
  let before: Awaited<ReturnType<typeof written>>;
  let after: typeof before;
  beforeAll(async () => {
    before = await written(necSources(), {
      ...COMMON, publics: ['mediateurs', 'elus'], themes: ['communs-souverainete', 'un thème à nous'],
      financeurs: funders('entreprise-mecenat', 'region', 'entreprise-mecenat'), responsables: { medialab: 'Service des salles' },
    });
    after = await written(RENAMED, {
      ...COMMON, publics: ['mediateurs', 'conseil-elu'], themes: ['outils-communs', 'un thème à nous'],
      financeurs: funders('mecenes', 'region', 'mecenes'), responsables: { 'atelier-traces': 'Service des salles' },
    });
  });

  it('gives every document, row and block the id that it has in the renamed kit', () => {
    expect(idsOf(before.baseline)).not.toEqual(idsOf(after.baseline));
    expect(idsOf(renameBaseline(before.baseline, after.kit))).toEqual(idsOf(after.baseline));
  });

  it('is seen at work by each of these ids', () => {
    const text = JSON.stringify(idsOf(after.baseline));
    for (const id of ['"J32"', 'jalon-j32', '"_assurer"', 'public-conseil-elu', 'theme-outils-communs', '"mecenes"', '"mecenes--2"', 'financeur-mecenes-2',
      '"temps-donne"', '"petit-cafe"', '"j1-seances-2--2"', '"organismes-nationaux"', 'role-atelier-traces', '"note"', '"etapes"']) {
      expect(text).toContain(id);
    }
  });

  it('changes nothing else, nothing in a kit that renamed nothing, and nothing the second time', () => {
    const renamed = renameBaseline(before.baseline, after.kit);
    expect(renamed.files.map(({ path, sha256 }) => [path, sha256])).toEqual(before.baseline.files.map(({ path, sha256 }) => [path, sha256]));
    expect(wholeOf(renameBaseline(before.baseline, before.kit))).toEqual(wholeOf(before.baseline));
    expect(wholeOf(renameBaseline(renamed, after.kit))).toEqual(wholeOf(renamed));
  });

  it('leaves a section alone that happens to have such a name', () => {
    const part = encodeContent({
      kind: 'text',
      blocks: ['elus', 'a-elus', 'public-elus', 'public-elus-2', 'public-elus.p1', 'public-elus-x', 'jalon-T32', 'jalon-constructor']
        .map((id) => ({ id, kind: 'paragraph', cells: [], values: [], depth: 0 })),
    });
    const file: DocumentBase = { path: 'x.docx', sha256: '', kind: 'text', document: 'note-de-cadrage', content: sha256(part) };
    const renamed = renameBaseline(asBaseline(HEAD, [{ file, part }]), after.kit);
    expect(idsOf(renamed)[0]?.ids).toEqual([
      'elus', 'a-elus', 'public-conseil-elu', 'public-conseil-elu-2', 'public-elus.p1', 'public-elus-x', 'jalon-J32', 'jalon-constructor',
    ]);
  });
});

describe('blockRenamer', () => {
  const { kit } = loadSources(necSources());
  const template = [
    '{{#each journees}}{{#each temps}}', '- [#temps-{{../id}}-{{id}}] {{titre}}', '{{/each}}{{/each}}',
    '{{#each listes.publics}}{{#each ../listes.themes}}', '- [#f-{{../id}}-{{id}}] {{nom}}', '{{/each}}{{/each}}',
  ].join('\n');
  const present = blockRenamer('note-de-cadrage', {
    ...kit,
    templates: Object.fromEntries(Object.keys(kit.templates).map((path) => [path, template])),
    renames: { ...kit.renames, entries: { slots: { pause: 'repos' }, themes: { inclusion: 'inclure', 'inclusion-2': 'accueil' } } },
  });

  it.each([
    ['temps-1-pause', 'temps-1-repos'], ['temps-1-pause-1', 'temps-1-pause-1'],
    ['f-travailleurs-sociaux-inclusion', 'f-travailleurs-sociaux-inclure'], ['f-elus-inclusion-2', 'f-elus-accueil'], ['f-elus-inclusion-3', 'f-elus-inclure-3'], ['f-elus', 'f-elus'],
  ])('in a loop inside another, %s is now %s', (old, now) => expect(present(old)).toBe(now));
});

describe('rowRenamer', () => {
  const { kit } = loadSources(RENAMED);

  it.each([
    ['retroplanning', 'Rétroplanning', 'T32', 'J32'], ['retroplanning', 'Laissé de côté', 'T32', 'J32'],
    ['retroplanning', 'Rétroplanning', '_securiser', '_assurer'], ['retroplanning', 'Rétroplanning', 'entreprise-mecenat', 'entreprise-mecenat'],
    ['budget', 'Recettes', 'entreprise-mecenat--12', 'mecenes--12'], ['budget', 'Recettes', '_autofinancement', '_autofinancement'],
    ['budget', 'Dépenses', 'entreprise-mecenat', 'entreprise-mecenat'], ['budget', 'Dépenses', '_total', '_total'],
    ['budget', 'Apports en nature', 'benevoles', 'temps-donne'], ['budget', 'Équilibre', 'benevoles', 'benevoles'],
    ['grille-horaire', 'Grille', 'j1-ateliers-2', 'j1-seances-2'], ['grille-horaire', 'Ateliers', 'j12-ateliers-2--3', 'j12-seances-2--3'],
    ['grille-horaire', 'Vérifications', 'j1-ateliers-2', 'j1-ateliers-2'], ['grille-horaire', 'Grille', '_jour-1', '_jour-1'], ['grille-horaire', 'Grille', 'j1-', 'j1-'],
    ['cartographie', 'Acteurs', 'organismes', 'organismes-nationaux'], ['cartographie', 'Acteurs', 'r.organismes', 'r.organismes'],
    ['feuille-d-emargement', 'Présences', 'organismes', 'organismes'], ['retroplanning', 'Rétroplanning', 'j1-T32', 'j1-T32'],
    ['grille-de-selection', 'Notes', 'T32', 'T32'], ['inconnu', 'Notes', 'T32', 'T32'], ['retroplanning', 'Rétroplanning', '', ''],
    ['retroplanning', 'Rétroplanning', 'constructor', 'constructor'], ['retroplanning', 'Rétroplanning', 'à nous\n--2', 'à nous\n--2'],
  ])('%s, %s: %j → %j', (document, sheet, id, present) => {
    expect(rowRenamer(document, kit)(sheet, id)).toBe(present);
  });
});

describe('renameFoundRows', () => {
  const cell = (value: string | null) => ({ value });
  const sheet: FoundSheet = {
    name: 'Rétroplanning', preface: [], headers: {},
    rows: [
      { number: 4, id: 'T01', cells: { id: cell('T01') }, hasMore: false },
      { number: 7, id: 'T32', cells: { id: cell('T32'), notes: cell('à nous') }, hasMore: true },
      { number: 8, id: null, cells: { id: cell(null) }, hasMore: false },
      { number: 9, id: 'T32', cells: {}, hasMore: false },
    ],
  };

  it('says which cells of the column N° have to change, and gives the rows as they will be', () => {
    const { sheets, edits } = renameFoundRows([sheet], (_, id) => (id === 'T32' ? 'J32' : id));
    expect(edits).toEqual([7, 9].map((row) => ({ sheet: 'Rétroplanning', at: { row, key: 'id' }, content: 'J32' })));
    expect(sheets[0]?.rows.map(({ id }) => id)).toEqual(['T01', 'J32', null, 'J32']);
    expect(sheets[0]?.rows[1]).toEqual({ number: 7, id: 'J32', cells: { id: cell('J32'), notes: cell('à nous') }, hasMore: true });
    expect(sheets[0]?.rows[0]).toBe(sheet.rows[0]);
  });
});
