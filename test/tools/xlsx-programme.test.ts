import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { buildKitTable } from '../../src/documents/tables/kit-table.ts';
import { buildTimetable } from '../../src/documents/tables/timetable.ts';
import { toXlsx } from '../../src/documents/tables/xlsx.ts';
import type { DocumentSpec, Plan, TableDocument } from '../../src/model.ts';
import { necKit, planOf, plans } from '../documents/plans.ts';
import { readWorkbook, recalculate, typeInto, wrongValues, type ReadSheet } from '../support/workbook.ts';
import { runBuilt, workspace } from '../support/workspace.ts';
import { inLibreOffice } from '../support/xlsx-office.ts';
import { describeWith } from './programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'nec-programme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GRID = '7-programme/grille-horaire.xlsx';
const ACTORS = '4-partenaires/cartographie.xlsx';
const SIGNATURES = '6-inscriptions/feuille-d-emargement.xlsx';

const specOf = (id: string): DocumentSpec => necKit.documents.find((spec) => spec.id === id) as DocumentSpec;
const grid = (plan: Plan): TableDocument => buildTimetable(specOf('grille-horaire'), GRID, plan);
const { 'Creuse, plusieurs sites': far, 'ville dense': dense, 'village sans argent': village } = plans;
const town = planOf(far.territory, { ...far.answers, milieu: 'urbain', forme: 'autonome', sites: [], jauge: 120 });
const several = planOf(far.territory, { ...far.answers, jours: 2, jauge: 60 });

const tables: Readonly<Record<string, TableDocument>> = {
  'grille, un jour': grid(town), 'grille, deux jours': grid(dense), 'grille, demi-journée': grid(village), 'grille, plusieurs lieux': grid(far),
  acteurs: buildKitTable(specOf('cartographie'), ACTORS, far), presences: buildKitTable(specOf('feuille-d-emargement'), SIGNATURES, several),
};

async function save(name: string): Promise<string> {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, await toXlsx(tables[name] as TableDocument, 'Titre'));
  return path;
}
const sheetIn = (sheets: readonly ReadSheet[], name: string): ReadSheet => sheets.find((sheet) => sheet.name === name) as ReadSheet;
const rowOf = (sheet: ReadSheet, id: string): string => (Object.entries(sheet.cells).find(([cell, { value }]) => cell.startsWith('A') && value === id)?.[0] ?? '').slice(1);

describeWith('soffice', 'values kept in the workbooks of the programme', () => {
  it.each(Object.keys(tables))('%s: are those that LibreOffice calculates', async (name) => {
    const path = await save(name);
    const kept = readWorkbook(path);
    expect(wrongValues(kept, recalculate(path, folder))).toEqual([]);
    const formulas = kept.flatMap(({ cells }) => Object.values(cells)).filter(({ formula }) => formula !== null);
    expect(formulas.length).toBeGreaterThan(name === 'acteurs' ? -1 : 40);
  }, 60_000);

  it('follow what people type: a room more, a workshop too large, an opening that lasts, two sessions for mediators, a time of their own', async () => {
    const path = await save('grille, un jour');
    const before = readWorkbook(path);
    const at = (id: string): string => rowOf(sheetIn(before, 'Grille'), id);
    const blank = Number(at('j1-demonstrations')) + 1;
    const times = Number(rowOf(sheetIn(before, 'Ateliers'), 'j1-ateliers-2')) + 1;
    const mediation = sheetIn(before, 'Grille').cells[`I${at('j1-ateliers-1')}`]?.value as string;
    typeInto(path, [
      ['Grille', `C${at('j1-ouverture')}`, 120], ['Grille', `J${at('j1-ateliers-1--2')}`, 40], ['Grille', `I${at('j1-ateliers-1--2')}`, mediation],
      ['Grille', `D${blank}`, 'Ateliers du matin'], ['Grille', `E${blank}`, 'Atelier'], ['Grille', `C${blank}`, 90], ['Grille', `J${blank}`, 12],
      ['Grille', `D${blank + 1}`, 'Veillée'], ['Grille', `E${blank + 1}`, 'Atelier'], ['Grille', `C${blank + 1}`, 60], ['Grille', `J${blank + 1}`, 20],
      ['Ateliers', `B${times}`, 'Veillée'],
    ]);
    const after = recalculate(path, folder);
    const said = (sheet: string, id: string, column: string): unknown => sheetIn(after, sheet).cells[`${column}${rowOf(sheetIn(after, sheet), id)}`]?.value;
    expect(['C', 'D', 'E', 'G', 'H', 'I'].map((column) => said('Ateliers', 'j1-ateliers-1', column))).toEqual([90, 4, 102, 30, 2, 'Deux séances à la fois pour ce public']);
    expect(['C', 'D', 'E', 'G'].map((column) => sheetIn(after, 'Ateliers').cells[`${column}${times}`]?.value)).toEqual([60, 1, 20, 120]);
    expect(said('Grille', 'j1-ateliers-1--2', 'K')).toBe('Plus de 25 places');
    expect(['C', 'D', 'F'].map((column) => said('Vérifications', 'ensemble', column))).toEqual([195, 35, 'Bon']);
    expect([said('Vérifications', 'ateliers', 'C'), said('Vérifications', 'tout', 'C')]).toEqual([240, 555]);
    expect(['grands', 'meme-public'].map((id) => [said('Vérifications', id, 'C'), said('Vérifications', id, 'F')])).toEqual([[1, 'À revoir'], [1, 'À revoir']]);
  }, 60_000);
});

describeWith('python-openpyxl', 'the workbooks of the programme', () => {
  it.each(Object.keys(tables))('%s: every sheet prints on A4 in width, with its header on each page and frozen', async (name) => {
    for (const sheet of readWorkbook(await save(name))) {
      const table = tables[name]?.sheets.find((candidate) => candidate.name === sheet.name);
      if (!table) continue;
      const header = table.preface.length + 2;
      expect(sheet).toMatchObject({ paper: '9', landscape: true, titles: `$${header}:$${header}`, frozen: `A${header + 1}` });
    }
  });

  it('offer the kinds of times on every row, and the states of a contact', async () => {
    const { lists } = sheetIn(readWorkbook(await save('grille, un jour')), 'Grille');
    expect(lists.map(({ list }) => list)).toContain('"Tous ensemble,Atelier,Entre pairs,Pause,Repas,Déplacement,Temps vide,En continu"');
    expect(sheetIn(readWorkbook(await save('acteurs')), 'Acteurs').lists.map(({ list }) => list)).toEqual(['"À vérifier,À appeler,Appelé,Rencontré,D’accord,Pas cette fois"']);
  });

  it('have no dates but those that people write', async () => {
    const formats = new Set(Object.values(sheetIn(readWorkbook(await save('acteurs')), 'Acteurs').cells).map(({ format }) => format));
    expect(formats.has('dd/mm/yyyy')).toBe(false);
  });
});

describeWith('uno', 'a programme that people worked in with LibreOffice', () => {
  it('D05, T01, T06 cells, rows, colours and sheets of people stay while the date moves; what is counted is right', () => {
    const place = workspace();
    const run = (...argv: readonly string[]) => runBuilt(place, [...argv, '-C', 'd', '--today', '2026-11-23']);
    expect(runBuilt(place, ['init', 'd', '--profil', 'sicoval', '--yes', '--today', '2026-11-23']).exit).toBe(0);
    const at = (path: string): string => join(place, 'd', path);
    const before = readWorkbook(at(GRID));
    const row = (id: string): number => Number(rowOf(sheetIn(before, 'Grille'), id));
    const actor = Number(rowOf(sheetIn(readWorkbook(at(ACTORS)), 'Acteurs'), 'association'));
    mkdirSync(join(place, 'out'));
    inLibreOffice(place, [
      {
        from: at(GRID), to: join(place, 'out', 'grille.xlsx'), deeds: [
          { do: 'type', sheet: 'Grille', cell: `L${row('j1-ateliers-1')}`, value: 'Aider sans faire à la place' }, { do: 'type', sheet: 'Grille', cell: `C${row('j1-ouverture')}`, value: 30 },
          { do: 'insert-rows', sheet: 'Grille', at: row('j1-ateliers-1--3') + 1, count: 1 },
          { do: 'type', sheet: 'Grille', cell: `D${row('j1-ateliers-1--3') + 1}`, value: 'Ateliers du matin' },
          { do: 'type', sheet: 'Grille', cell: `E${row('j1-ateliers-1--3') + 1}`, value: 'Atelier' }, { do: 'type', sheet: 'Grille', cell: `J${row('j1-ateliers-1--3') + 1}`, value: 10 },
          { do: 'type', sheet: 'Grille', cell: `C${row('j1-ateliers-1--3') + 1}`, value: 90 },
          { do: 'colour', sheet: 'Grille', range: `L${row('j1-ateliers-1')}:M${row('j1-ateliers-1')}` }, { do: 'add-sheet', sheet: 'Nos salles' },
        ],
      },
      { from: at(ACTORS), to: join(place, 'out', 'acteurs.xlsx'), deeds: [{ do: 'type', sheet: 'Acteurs', cell: `H${actor}`, value: 'Appelé' }, { do: 'insert-rows', sheet: 'Acteurs', at: actor, count: 1 }, { do: 'type', sheet: 'Acteurs', cell: `B${actor}`, value: 'La ressourcerie' }] },
      { from: at(SIGNATURES), to: join(place, 'out', 'presences.xlsx'), deeds: [{ do: 'type', sheet: 'Présences', cell: 'B9', value: 'Martin' }, { do: 'type', sheet: 'Présences', cell: 'C9', value: 'Claude' }] },
    ]);
    ([['grille', GRID], ['acteurs', ACTORS], ['presences', SIGNATURES]] as const).forEach(([name, path]) => renameSync(join(place, 'out', `${name}.xlsx`), at(path)));

    const moved = run('reporter', '2027-12-02', '--yes');
    expect(moved.exit, moved.out + moved.err).toBe(0);
    const after = readWorkbook(at(GRID));
    const sessions = sheetIn(after, 'Grille').cells;
    expect([sessions[`L${row('j1-ateliers-1')}`]?.value, sessions[`C${row('j1-ouverture')}`]?.value, sessions[`J${row('j1-ateliers-1--3') + 1}`]?.value]).toEqual(['Aider sans faire à la place', 30, 10]);
    expect([sessions['A2']?.value, sessions[`B${row('_jour-1')}`]?.value].every((words) => String(words).includes('2 décembre 2027'))).toBe(true);
    expect(after.map(({ name }) => name)).toContain('Nos salles');
    expect(sheetIn(after, 'Ateliers').cells[`D${rowOf(sheetIn(after, 'Ateliers'), 'j1-ateliers-1')}`]?.value).toBe(4);
    expect(wrongValues(after, recalculate(at(GRID), place))).toEqual([]);
    const actors = sheetIn(readWorkbook(at(ACTORS)), 'Acteurs').cells;
    expect([actors[`B${actor}`]?.value, actors[`H${actor + 1}`]?.value, actors[`A${actor + 1}`]?.value]).toEqual(['La ressourcerie', 'Appelé', 'association']);
    expect(String(actors['A2']?.value)).toContain('2 décembre 2027');
    const signed = sheetIn(readWorkbook(at(SIGNATURES)), 'Présences').cells;
    expect([signed['B9']?.value, signed['C9']?.value, String(signed['A2']?.value).includes('2 décembre 2027')]).toEqual(['Martin', 'Claude', true]);
    expect(wrongValues(readWorkbook(at(SIGNATURES)), recalculate(at(SIGNATURES), place))).toEqual([]);
    expect(run('generer').out).toContain('Rien à faire');
  }, 240_000);
});
