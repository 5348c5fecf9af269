import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { inLibreOffice as inWriter } from '../support/docx-office.ts';
import { docxWords } from '../support/living.ts';
import { readWorkbook, recalculate, wrongValues } from '../support/workbook.ts';
import { snapshot, runBuilt, workspace } from '../support/workspace.ts';
import { inLibreOffice as inCalc, inOpenpyxl } from '../support/xlsx-office.ts';
import { describeWith } from './programs.ts';

const NOTE = '1-cadrage/note-de-cadrage.docx';
const CALL = '5-contributions/appel-a-contributions.docx';
const ROLES = '1-cadrage/comites-et-roles.docx';
const BUDGET = '3-budget/budget.xlsx';
const PLANNING = '2-calendrier/retroplanning.xlsx';
const CHARTER = '1-cadrage/charte.docx';
const LATER = '2027-11-04';

const run = (place: string, ...argv: readonly string[]) => runBuilt(place, [...argv, '-C', 'd', '--today', '2026-11-23']);
const people = (place: string) => Object.fromEntries(Object.entries(snapshot(join(place, 'd'))).filter(([path]) => !path.startsWith('.nec-local')));

function folder(): string {
  const place = workspace();
  const made = runBuilt(place, ['init', 'd', '--profil', 'creuse', '--yes', '--today', '2026-11-23']);
  expect(made.exit, made.err).toBe(0);
  return place;
}

describeWith('uno', 'a folder that people worked in with LibreOffice', () => {
  it('X03, T05 opened and saved, nothing else: a move of the date is no conflict, and every date follows', () => {
    const place = folder();
    const texts = [NOTE, CALL, ROLES, CHARTER];
    const saved = inWriter(texts.map((path) => ({ bytes: readFileSync(join(place, 'd', path)), to: 'docx' as const })));
    texts.forEach((path, rank) => writeFileSync(join(place, 'd', path), saved[rank] ?? ''));
    mkdirSync(join(place, 'out'));
    inCalc(place, [BUDGET, PLANNING].map((path) => ({ from: join(place, 'd', path), to: join(place, 'out', path.replaceAll('/', '_')) })));
    for (const path of [BUDGET, PLANNING]) renameSync(join(place, 'out', path.replaceAll('/', '_')), join(place, 'd', path));
    expect(run(place, 'generer').out).toContain('Rien à faire');
    const { exit, out } = run(place, 'reporter', LATER, '--yes');
    expect(exit, out).toBe(0);
    const left = docxWords(readFileSync(join(place, 'd', NOTE))).join('\n');
    expect(left).toContain('4 novembre 2027');
    expect(left).not.toContain('14 octobre 2027');
    expect(wrongValues(readWorkbook(join(place, 'd', BUDGET)), recalculate(join(place, 'd', BUDGET), place))).toEqual([]);
  }, 240_000);

  it('T13 a budget saved by LibreOffice, with a row of its own at the top: the sheet that an answer brings stands in it, and LibreOffice agrees with every value', () => {
    const place = folder();
    const at = join(place, 'd', BUDGET);
    inCalc(place, [{
      from: at, to: join(place, 'budget.xlsx'), deeds: [
        { do: 'insert-rows', sheet: 'Dépenses', at: 8, count: 1 }, { do: 'type', sheet: 'Dépenses', cell: 'B8', value: 'Car scolaire' },
        { do: 'type', sheet: 'Dépenses', cell: 'C8', value: 'Déplacements' }, { do: 'type', sheet: 'Dépenses', cell: 'G8', value: 200 },
      ],
    }]);
    renameSync(join(place, 'budget.xlsx'), at);
    const { exit, out } = run(place, 'generer', '--set', 'forme=greffe', '--set', 'evenement_hote=La foire', '--yes');
    expect(exit, out).toBe(0);
    const kept = readWorkbook(at);
    expect(kept.map(({ name }) => name)).toEqual(['Dépenses', 'Recettes', 'Apports en nature', 'Équilibre', 'Achats', 'Scénarios', 'Partage']);
    const calculated = recalculate(at, place);
    expect(wrongValues(kept, calculated)).toEqual([]);
    const total = (sheet: string, words: string, column: string) => {
      const cells = calculated.find(({ name }) => name === sheet)?.cells ?? {};
      const row = Object.keys(cells).find((cell) => cells[cell]?.value === words)?.slice(1);
      return cells[`${column}${row}`]?.value;
    };
    const spent = total('Dépenses', 'Total des dépenses', 'G');
    expect([total('Achats', 'Tout l’événement', 'C'), total('Scénarios', 'Total des dépenses', 'H'), total('Partage', 'Total des dépenses', 'C')]).toEqual([spent, spent, spent]);
    expect(Number(total('Achats', 'Déplacements', 'C'))).toBeGreaterThanOrEqual(200);
    expect(total('Partage', 'Vos lignes ajoutées', 'C')).toBe(200);
  }, 240_000);

  it('T13 a budget saved by openpyxl, which writes its lists in a form of its own: the new sheet stands in it all the same', () => {
    const place = folder();
    const at = join(place, 'd', BUDGET);
    inOpenpyxl(place, [{ from: at, to: join(place, 'budget.xlsx'), deeds: [{ do: 'type', sheet: 'Dépenses', cell: 'F7', value: 99 }] }]);
    renameSync(join(place, 'budget.xlsx'), at);
    const { exit, out } = run(place, 'generer', '--set', 'forme=greffe', '--set', 'evenement_hote=La foire', '--yes');
    expect(exit, out).toBe(0);
    const kept = readWorkbook(at);
    expect(kept.map(({ name }) => name).at(-1)).toBe('Partage');
    expect(kept.find(({ name }) => name === 'Partage')?.cells['C8']?.format).toBe('#,##0.00\\ "€"');
    expect(wrongValues(kept, recalculate(at, place))).toEqual([]);
  }, 240_000);

  it('X01, X02, T01, T02, T06, T08 three texts, six cells, two rows, a sheet with a chart; the date moves by three weeks; all of it is there, and goes back', () => {
    const place = folder();
    const at = (path: string): string => join(place, 'd', path);
    const [note, call, roles] = inWriter([
      { bytes: readFileSync(at(NOTE)), to: 'docx', steps: [['rewrite', 'jeudi 14 octobre 2027', 'jeudi 14 octobre 2027 (jour de foire)'], ['bold', 'jour de foire']] },
      { bytes: readFileSync(at(CALL)), to: 'docx', steps: [['add_after', 'Numérique en Commun', 'La mairie prête la salle.']] },
      { bytes: readFileSync(at(ROLES)), to: 'docx', steps: [['comment', 'pilotage', 'à revoir avec le bureau'], ['add_after', 'pilotage', 'Le bureau se réunit le mardi.']] },
    ]);
    [[NOTE, note], [CALL, call], [ROLES, roles]].forEach(([path, bytes]) => writeFileSync(at(String(path)), bytes ?? ''));
    const cells = readWorkbook(at(BUDGET))[0]?.cells ?? {};
    const spare = Number(Object.keys(cells).find((cell) => cells[cell]?.value === 'Total avant imprévus')?.slice(1)) - 5;
    inCalc(place, [
      {
        from: at(BUDGET), to: join(place, 'budget.xlsx'), deeds: [
          { do: 'type', sheet: 'Dépenses', cell: 'F7', value: 123.5 }, { do: 'type', sheet: 'Dépenses', cell: 'H7', value: 80 },
          { do: 'type', sheet: 'Dépenses', cell: 'M7', value: 'devis reçu' }, { do: 'type', sheet: 'Recettes', cell: 'E7', value: 50 },
          { do: 'type', sheet: 'Dépenses', cell: `B${spare}`, value: 'Fleurs' }, { do: 'type', sheet: 'Dépenses', cell: `D${spare}`, value: 3 },
          { do: 'type', sheet: 'Dépenses', cell: `F${spare}`, value: 12.25 },
          { do: 'insert-rows', sheet: 'Dépenses', at: 9, count: 1 }, { do: 'type', sheet: 'Dépenses', cell: 'B9', value: 'Car scolaire' },
          { do: 'type', sheet: 'Dépenses', cell: 'G9', value: 200 }, { do: 'colour', sheet: 'Dépenses', range: 'B7:C8' },
          { do: 'add-sheet', sheet: 'Nos calculs' }, { do: 'type', sheet: 'Nos calculs', cell: 'A1', value: 'Total' },
          { do: 'type', sheet: 'Nos calculs', cell: 'B1', value: "=$'Dépenses'.G7*2" }, { do: 'type', sheet: 'Nos calculs', cell: 'B2', value: 7 },
          { do: 'chart', sheet: 'Nos calculs', range: 'A1:B2' },
        ],
      },
      { from: at(PLANNING), to: join(place, 'retroplanning.xlsx'), deeds: [{ do: 'type', sheet: 'Rétroplanning', cell: 'H7', value: 'Fait' }, { do: 'type', sheet: 'Rétroplanning', cell: 'G8', value: 'Le service culture' }] },
    ]);
    renameSync(join(place, 'budget.xlsx'), at(BUDGET));
    renameSync(join(place, 'retroplanning.xlsx'), at(PLANNING));
    rmSync(at(CHARTER));
    writeFileSync(at('notes de réunion.docx'), 'à nous');
    const before = people(place);
    const drawings = Object.entries(unzipSync(readFileSync(at(BUDGET)))).filter(([name]) => /chart|drawing/.test(name));
    expect(drawings.length).toBeGreaterThan(1);

    const moved = run(place, 'reporter', LATER, '--yes');
    expect(moved.exit, moved.out + moved.err).toBe(0);
    const words = (path: string): string => docxWords(readFileSync(at(path))).join('\n');
    expect(words(NOTE)).toContain('jeudi 4 novembre 2027 (jour de foire)');
    expect(words(CALL)).toContain('La mairie prête la salle.');
    expect(words(ROLES)).toContain('Le bureau se réunit le mardi.');
    expect(strFromU8(unzipSync(readFileSync(at(ROLES)))['word/comments.xml'] ?? new Uint8Array())).toContain('à revoir avec le bureau');
    const book = readWorkbook(at(BUDGET));
    const expenses = book.find(({ name }) => name === 'Dépenses')?.cells ?? {};
    expect([expenses['F7']?.value, expenses['H7']?.value, expenses['M7']?.value, expenses['B9']?.value, expenses['G9']?.value])
      .toEqual([123.5, 80, 'devis reçu', 'Car scolaire', 200]);
    expect(expenses['A2']?.value).toContain('4 novembre 2027');
    expect(expenses[`B${spare + 1}`]?.value).toBe('Fleurs');
    expect(book.map(({ name }) => name)).toContain('Nos calculs');
    const after = unzipSync(readFileSync(at(BUDGET)));
    for (const [name, bytes] of drawings) expect(after[name], name).toEqual(bytes);
    // What a program that calculates finds is what ours say; people's own formulas lost their old value rather than keep a wrong one.
    const wrong = wrongValues(book, recalculate(at(BUDGET), place));
    expect(wrong.filter((line) => !line.startsWith('Nos calculs') || !line.includes(': null,'))).toEqual([]);
    expect(existsSync(at(CHARTER))).toBe(false);
    expect(readFileSync(at('notes de réunion.docx'), 'utf8')).toBe('à nous');

    const status = JSON.parse(run(place, 'etat', '--json').out) as { tasks: { id: string; state: string; owner: string | null }[]; budget: { actual: { expenses: number } } };
    expect(status.tasks.filter(({ state }) => state === 'done')).toHaveLength(1);
    expect(status.tasks.some(({ owner }) => owner === 'Le service culture')).toBe(true);
    expect(status.budget.actual.expenses).toBe(8_000);

    expect(run(place, 'annuler').exit).toBe(0);
    expect(people(place)).toEqual(before);
  }, 300_000);

  it('X03, T05 through .odt and .ods and back: no false change', () => {
    const place = folder();
    const [note] = inWriter([{ bytes: readFileSync(join(place, 'd', NOTE)), through: 'odt', to: 'docx' }]);
    writeFileSync(join(place, 'd', NOTE), note ?? '');
    inCalc(place, [{ from: join(place, 'd', BUDGET), to: join(place, 'b.ods') }, { from: join(place, 'b.ods'), to: join(place, 'b.xlsx') }]);
    copyFileSync(join(place, 'b.xlsx'), join(place, 'd', BUDGET));
    expect(run(place, 'generer').out).toContain('Rien à faire');
    const { exit, out } = run(place, 'reporter', LATER, '--yes');
    expect(exit, out).toBe(0);
  }, 240_000);
});
