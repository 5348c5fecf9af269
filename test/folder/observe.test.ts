import { describe, expect, it } from 'vitest';
import { buildBudget } from '../../src/documents/tables/budget.ts';
import { buildRetroplanning } from '../../src/documents/tables/retroplanning.ts';
import { toXlsx } from '../../src/documents/tables/xlsx.ts';
import { observe } from '../../src/folder/observe.ts';
import type { FoundSheet, ObservedTask } from '../../src/model.ts';
import { readXlsx } from '../../src/office/xlsx/read-xlsx.ts';
import { after, asWritten, copyRow, insertRow, removeRow, setCell, sortRows, type, type SheetChange } from '../support/found-tables.ts';
import { samplePlan, sampleSpecs } from '../support/plan.ts';
import { plans } from '../documents/plans.ts';

const retroplanning = buildRetroplanning(sampleSpecs.retroplanning, 'r.xlsx', samplePlan);
const budget = buildBudget(sampleSpecs.budget, 'b.xlsx', samplePlan);

function tasksAfter(...changes: readonly SheetChange[]): readonly ObservedTask[] {
  const found = after(asWritten(retroplanning.sheets), 'Rétroplanning', ...changes);
  return observe({ retroplanning: { found, written: retroplanning.sheets } }).tasks ?? [];
}
const task = (id: string, ...changes: readonly SheetChange[]): ObservedTask | undefined => tasksAfter(...changes).find((one) => one.id === id);

function moneyAfter(sheet: string, ...changes: readonly SheetChange[]) {
  const found = after(asWritten(budget.sheets), sheet, ...changes);
  const seen = observe({ budget: { found, written: budget.sheets } }).budget;
  if (!seen) throw new Error('no budget');
  return { ...seen, line: (label: string) => seen.lines.find((line) => line.label === label) };
}

describe('tasks', () => {
  it('are those of the plan while nobody did anything', () => {
    expect(tasksAfter().map(({ id }) => id).toSorted()).toEqual(samplePlan.schedule.tasks.map(({ task: { id } }) => id).toSorted());
    expect(task('T21')).toEqual({
      id: 'T21', title: 'Déposer la demande de soutien', phase: 'Sécuriser', due: '2027-05-13', ownDue: null,
      state: 'todo', owner: 'Direction du numérique',
    });
  });

  it('have the owner, the state and the deadline that people gave them', () => {
    const seen = task('T21', type('T21', 'responsable', ' Le maire '), type('T21', 'etat', 'En cours'), type('T21', 'votre-echeance', '2027-05-01'));
    expect(seen).toMatchObject({ owner: 'Le maire', state: 'doing', ownDue: '2027-05-01', due: '2027-05-13' });
    expect(task('T21', type('T21', 'responsable', null))?.owner).toBeNull();
  });

  it('take a date typed over « Échéance » for an own deadline, unless there is one', () => {
    expect(task('T21', type('T21', 'echeance', '2027-04-01'))).toMatchObject({ due: '2027-05-13', ownDue: '2027-04-01' });
    expect(task('T21', type('T21', 'echeance', '2027-04-01'), type('T21', 'votre-echeance', '2027-04-02'))?.ownDue).toBe('2027-04-02');
    expect(task('T21', type('T21', 'echeance', null))).toMatchObject({ due: '2027-05-13', ownDue: null });
    expect(task('T21', type('T21', 'echeance', 'bientôt'))).toMatchObject({ due: '2027-05-13', ownDue: null });
  });

  it.each([
    ['À faire', 'todo'], ['En cours', 'doing'], ['Fait', 'done'], ['Abandonné', 'dropped'],
    ['fait', 'done'], ['FAIT !', 'done'], ['ok', 'done'], ['x', 'done'], ['Terminé', 'done'], ['terminée le 3', 'done'], ['✓', 'done'], [true, 'done'],
    ['commencé', 'doing'], ['fait en partie', 'doing'], ['annulé', 'dropped'], ['ne pas faire', 'dropped'], ['Abandonnée', 'dropped'],
    ['', 'todo'], [null, 'todo'], ['à refaire', 'todo'], ['faite à moitié', 'doing'], ['pas fait', 'todo'], ['non', 'todo'], ['presque fini', 'doing'], [false, 'todo'], ['?', 'todo'],
  ] as const)('whose state reads %j are %s', (word, state) => {
    expect(task('T21', type('T21', 'etat', word))?.state).toBe(state);
  });

  it('of the person have no number, and the phase where they stand', () => {
    const seen = tasksAfter(insertRow('T21', { tache: { value: 'Appeler la mairie' }, echeance: { value: '2027-05-02' }, etat: { value: 'Fait' } }));
    expect(seen.filter(({ id }) => id === null)).toEqual([{
      id: null, title: 'Appeler la mairie', phase: 'Sécuriser', due: '2027-05-02', ownDue: null, state: 'done', owner: null,
    }]);
    expect(tasksAfter(type(9, 'notes', 'penser au pain')).find(({ id }) => id === null)?.title).toBe('penser au pain');
    expect(tasksAfter(insertRow('T21', { tache: { value: 'X' } }, 'T99')).find(({ title }) => title === 'X')?.id).toBeNull();
  });

  it('are told from their copies, and found after a sort', () => {
    const seen = tasksAfter(copyRow('T08', 'T08'), type(8, 'tache', 'La mienne'));
    expect(seen.filter(({ id }) => id === 'T08').map(({ title }) => title)).toEqual(['Faire valider la note de cadrage']);
    expect(seen.find(({ title }) => title === 'La mienne')?.id).toBeNull();
    expect(tasksAfter(sortRows(0, 99, 'tache')).map(({ id }) => id).toSorted()).toEqual(tasksAfter().map(({ id }) => id).toSorted());
  });

  it('are given up when their line was taken out, unless most of them are gone', () => {
    expect(task('T08', removeRow('T08'))).toMatchObject({ id: 'T08', title: 'Faire valider la note de cadrage', state: 'dropped' });
    const ids = samplePlan.schedule.tasks.map(({ task: { id } }) => id);
    expect(tasksAfter(...ids.slice(0, 4).map(removeRow)).filter(({ state }) => state === 'dropped')).toHaveLength(4);
    expect(tasksAfter(...ids.slice(0, 5).map(removeRow)).filter(({ state }) => state === 'dropped')).toEqual([]);
  });
});

describe('money', () => {
  const { budget: plan } = samplePlan;

  it('is what was planned while nobody did anything, to the cent', () => {
    expect(moneyAfter('Dépenses')).toMatchObject({
      planned: { expenses: plan.expenses, income: plan.incomeTotal }, actual: { expenses: 0, income: 0 },
    });
  });

  it('is in the same lines as the workbook: ours, those of the person, and the share for the unexpected', () => {
    const { lines } = moneyAfter('Dépenses');
    expect(lines.map(({ id }) => id)).toEqual([
      ...plan.lines.map(({ line: { id } }) => id), '_imprevus', ...plan.income.map(({ id }) => id),
    ]);
    expect(lines.filter(({ kind }) => kind === 'expense').reduce((sum, { planned }) => sum + (planned ?? 0), 0)).toBe(plan.expenses);
  });

  it('follows what people write, whatever values the formulas had', () => {
    const added = insertRow('_sous-total', { poste: { value: 'Fleurs' }, quantite: { value: 3 }, prix: { value: 1225 }, prevu: { value: null, formula: 'IF(OR(D{row}="",F{row}=""),"",ROUND(D{row}*F{row},2))' }, reel: { value: 4000 } });
    const paid = plan.lines.reduce((sum, { amount }) => sum + amount, 0) + 3675;
    const seen = moneyAfter('Dépenses', added);
    expect(seen.line('Fleurs')).toEqual({ id: null, label: 'Fleurs', kind: 'expense', planned: 3675, actual: 4000 });
    expect(seen.planned.expenses).toBe(paid + Math.round((paid * plan.contingency.percent) / 100));
    expect(seen.actual).toEqual({ expenses: 4000, income: 0 });
    expect(moneyAfter('Recettes', type('_autofinancement', 'reel', 50_000)).actual.income).toBe(50_000);
  });

  it.each([['À demander', undefined], ['', undefined], ['Demandé', true], ['Obtenu', true], ['dossier parti', true]] as const)('a funder whose state reads %j was asked: %s', (state, asked) => {
    const seen = moneyAfter('Recettes', type('prefecture', 'etat', state)).lines.find(({ id }) => id === 'prefecture');
    expect(seen?.asked).toBe(asked);
    expect(seen?.granted).toBe(state === 'Obtenu' ? true : undefined);
  });

  it.each([['145,20', 14_520], ['80 €', 8_000], ['1\u202f234,50\u00a0€', 123_450], ['environ 40', null], ['', null]])('reads %j typed as a text as %j cents', (typed, cents) => {
    const id = plan.lines[0]?.line.id ?? '';
    expect(moneyAfter('Dépenses', type(id, 'reel', typed)).lines.find((line) => line.id === id)?.actual).toBe(cents);
  });

  it('says how many lines hang on formulas of people that wait to be calculated', () => {
    const id = plan.lines[0]?.line.id ?? '';
    expect(moneyAfter('Dépenses').uncalculated).toBeUndefined();
    expect(moneyAfter('Dépenses', setCell(id, 'reel', { value: null, formula: '50+25' })).uncalculated).toBe(1);
    expect(moneyAfter('Dépenses', setCell(id, 'reel', { value: 7_500, formula: '50+25' })).uncalculated).toBeUndefined();
  });

  it('believes figures and formulas that replaced ours', () => {
    const id = plan.lines[0]?.line.id ?? '';
    const planned = (change: SheetChange) => moneyAfter('Dépenses', change).lines.find((line) => line.id === id)?.planned;
    expect(planned(type(id, 'prevu', 777))).toBe(777);
    expect(planned(setCell(id, 'prevu', { value: 888, formula: 'D{row}*1.2' }))).toBe(888);
    expect(planned(type(id, 'prix', null))).toBeNull();
    expect(moneyAfter('Dépenses', type('_imprevus', 'prevu', 100)).lines.find((line) => line.id === '_imprevus')?.planned).toBe(100);
  });

  it('does not count what stands under the totals, nor blank lines', () => {
    const before = moneyAfter('Dépenses');
    const under: SheetChange = (sheet) => ({
      ...sheet, rows: [...sheet.rows, { number: 99, id: null, hasMore: false, cells: { poste: { value: 'Pour mémoire' }, reel: { value: 999 } } }],
    });
    expect(moneyAfter('Dépenses', under)).toMatchObject({ lines: before.lines, actual: before.actual });
  });
});

describe('observe', () => {
  it('says nothing of a workbook that is gone, nor of one whose sheets are', () => {
    expect(observe({})).toEqual({});
    const found = asWritten(budget.sheets).filter(({ name }) => name !== 'Recettes');
    expect(observe({ budget: { found, written: budget.sheets } })).toEqual({});
  });

  it.each(Object.entries(plans))('sees the same in our own values and in the file: %s', async (_, plan) => {
    const books = [buildRetroplanning(sampleSpecs.retroplanning, 'r.xlsx', plan), buildBudget(sampleSpecs.budget, 'b.xlsx', plan)];
    const seen = async (read: (index: number) => Promise<readonly FoundSheet[]>) => observe({
      retroplanning: { found: await read(0), written: books[0]?.sheets ?? [] }, budget: { found: await read(1), written: books[1]?.sheets ?? [] },
    });
    const file = await seen(async (index) => {
      const book = books[index] ?? retroplanning;
      const found = readXlsx(await toXlsx(book, 'Titre'), book.sheets);
      if (!found.ok) throw new Error(found.why);
      return found.sheets;
    });
    const ours = await seen((index) => Promise.resolve(asWritten(books[index]?.sheets ?? [])));
    expect(file).toEqual(ours);
    expect(ours.budget?.planned).toEqual({ expenses: plan.budget.expenses, income: plan.budget.incomeTotal });
  });
});
