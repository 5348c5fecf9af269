import { describe, expect, it } from 'vitest';
import type { FoundSheet, Plan, Sheet } from '../../src/model.ts';
import { plans } from '../documents/plans.ts';
import { after, asWritten, insertRow, lock, removeRow, rowIn, setCell, sortRows, type, writeBeside } from '../support/found-tables.ts';
import { samplePlan } from '../support/plan.ts';
import { budget, merge, merged, never, retroplanning } from '../support/table-merges.ts';

const tasks = retroplanning(samplePlan);
const money = budget(samplePlan);
const T = 'Rétroplanning';
const D = 'Dépenses';

const withTasks = (change: (tasks: Plan['schedule']['tasks']) => Plan['schedule']['tasks']): Plan =>
  ({ ...samplePlan, schedule: { ...samplePlan.schedule, tasks: change(samplePlan.schedule.tasks) } });
const model = samplePlan.schedule.tasks.find(({ task }) => task.id === 'T08') ?? never();
/** One more task of a phase. */
const newTask = (id: string, phase: string) => ({ ...model, task: { ...model.task, id, phase, title: `Tâche ${id}` } });
const more = (...added: readonly (readonly [string, string])[]): readonly Sheet[] =>
  retroplanning(withTasks((all) => [...all, ...added.map(([id, phase]) => newTask(id, phase))]));
const less = retroplanning(withTasks((all) => all.filter(({ task }) => task.id !== 'T19')));

const idsOf = (sheet: FoundSheet): readonly (string | null)[] => sheet.rows.map(({ id }) => id);

describe('new rows of ours', () => {
  it('fill the blank rows of their section, in our order', () => {
    const { sheet } = merged(tasks, asWritten(tasks), more(['T90', 'cadrer'], ['T91', 'cadrer'], ['T92', 'apres']));
    expect(idsOf(sheet(T)).slice(0, 6)).toEqual(['_cadrer', 'T01', 'T08', 'T90', 'T91', '_securiser']);
    expect(idsOf(sheet(T)).slice(-4)).toEqual(['_apres', 'T84', 'T92', null]);
    expect(rowIn(sheet(T), 'T90').cells).toMatchObject({ tache: { value: 'Tâche T90' }, etat: { value: 'À faire' } });
  });

  it('leave the rows where a person wrote, and take blank ones elsewhere when their section is full', () => {
    const mine = after(asWritten(tasks), T, type(9, 'notes', 'à moi'), writeBeside(10));
    const { sheet } = merged(tasks, mine, more(['T90', 'cadrer'], ['T91', 'securiser']));
    expect(rowIn(sheet(T), 9)).toEqual(rowIn(mine[0] ?? never(), 9));
    expect(rowIn(sheet(T), 10).id).toBeNull();
    expect(rowIn(sheet(T), 'T91').number).toBe(14);
    expect(rowIn(sheet(T), 'T90').number).toBe(15);
  });

  it('do not take a row for blank in which a formula waits that is none of ours', () => {
    const mine = after(asWritten(tasks), T, setCell(9, 'notes', { value: null, formula: 'IF(D9="","",D9+3)' }));
    expect(rowIn(merged(tasks, mine, more(['T90', 'cadrer'])).sheet(T), 'T90').number).toBe(10);
  });

  it('come after the row that they follow, not into a blank one above it', () => {
    const { sheet } = merged(tasks, after(asWritten(tasks), T, insertRow('T01', {})), more(['T90', 'cadrer']));
    expect(idsOf(sheet(T)).slice(0, 5)).toEqual(['_cadrer', null, 'T01', 'T08', 'T90']);
  });

  it('are found room by what rows hold, after a sort', () => {
    const mine = after(asWritten(tasks), T, sortRows(0, 99, 'tache'));
    const { sheet } = merged(tasks, mine, more(['T90', 'cadrer']));
    const { number } = rowIn(sheet(T), 'T90');
    expect(rowIn(mine[0] ?? never(), number)).toMatchObject({ id: null });
    expect(Object.values(rowIn(mine[0] ?? never(), number).cells).every(({ value }) => value === null)).toBe(true);
  });

  it('T06, D12: bring their formulas, stay above the totals, and leave the figures of the person', () => {
    const lines = samplePlan.budget.lines;
    const last = lines.at(-1) ?? never();
    const next = budget({ ...samplePlan, budget: { ...samplePlan.budget, lines: [...lines, { ...last, line: { ...last.line, id: 'B99', label: 'Navette' } }] } });
    const mine = after(asWritten(money), D, type('B06', 'reel', 15_050), insertRow('_sous-total', { poste: { value: 'Fleurs' }, prevu: { value: 500 } }));
    const { sheet, edits, conflicts } = merged(money, mine, next);
    expect(conflicts).toEqual([]);
    expect(rowIn(sheet(D), 'B99').cells['prevu']?.formula).toBe('IF(OR(D{row}="",F{row}=""),"",ROUND(D{row}*F{row},2))');
    expect(rowIn(sheet(D), 'B99').number).toBeLessThan(rowIn(sheet(D), '_sous-total').number);
    expect(rowIn(sheet(D), 'B06').cells['reel']?.value).toBe(15_050);
    expect(new Set(edits.map(({ sheet: name }) => name))).toEqual(new Set([D]));
    expect(edits.every(({ at }) => 'row' in at && at.row === rowIn(sheet(D), 'B99').number)).toBe(true);
  });

  it('T11: leave the table alone when there are more of them than blank rows', () => {
    const many = Array.from({ length: 14 }, (_, index) => [`T9${index}`, 'cadrer'] as const);
    expect(merge(tasks, asWritten(tasks), more(...many))).toEqual({ kind: 'left-alone', why: 'no-spare-rows' });
    expect(merge(tasks, asWritten(tasks), more(...many.slice(0, 13))).kind).toBe('merged');
  });

  it('do not take a row under the totals', () => {
    const incomes = samplePlan.budget.income;
    const last = incomes.at(-1) ?? never();
    const next = budget({ ...samplePlan, budget: { ...samplePlan.budget, income: [...incomes, { ...last, id: 'region' }] } });
    const blank = asWritten(money).map((sheet) => ({ ...sheet, rows: [...sheet.rows, { number: 99, id: null, cells: {}, hasMore: false }] }));
    const full = [9, 10, 11, 12, 13].map((number) => type(number, 'notes', 'à moi'));
    expect(merge(money, after(blank, 'Recettes', ...full), next)).toEqual({ kind: 'left-alone', why: 'no-spare-rows' });
    expect(merge(money, after(blank, 'Recettes', ...full.slice(1)), next).kind).toBe('merged');
  });

  it('stand beside a row of the person that has their number already', () => {
    const mine = after(asWritten(tasks), T, insertRow('_securiser', { tache: { value: 'À moi' } }, 'T90'));
    const { sheet } = merged(tasks, mine, more(['T90', 'cadrer']));
    expect(sheet(T).rows.filter(({ id }) => id === 'T90').map(({ cells }) => cells['tache']?.value)).toEqual(['Tâche T90', 'À moi']);
  });
});

describe('rows that are no more', () => {
  it('become blank rows while nobody wrote in them', () => {
    const { sheet } = merged(tasks, asWritten(tasks), less);
    expect(idsOf(sheet(T))).not.toContain('T19');
    const next = budget({ ...samplePlan, budget: { ...samplePlan.budget, lines: samplePlan.budget.lines.slice(1) } });
    const { id, cells } = rowIn(merged(money, asWritten(money), next).sheet(D), 7);
    expect([id, cells['poste']?.value, cells['prix']?.value]).toEqual([null, null, null]);
    expect(cells['prevu']?.formula).toBe('IF(OR(D{row}="",F{row}=""),"",ROUND(D{row}*F{row},2))');
  });

  it.each([
    ['ticked it', type('T19', 'etat', 'Fait')],
    ['wrote a note', type('T19', 'notes', 'déjà réservé')],
    ['changed a word of ours', type('T19', 'role', 'Moi')],
    ['wrote beside it', writeBeside('T19')],
  ])('stay when somebody %s', (_, change) => {
    const mine = after(asWritten(tasks), T, change);
    const { sheet, conflicts } = merged(tasks, mine, less);
    expect(rowIn(sheet(T), 'T19')).toEqual(rowIn(mine[0] ?? never(), 'T19'));
    expect(conflicts).toEqual([]);
  });

  it('stay when a part of them may not be written, and are named', () => {
    const { edits, conflicts } = merged(tasks, after(asWritten(tasks), T, lock('T19', 'tache')), less);
    expect(edits.filter(({ at }) => 'row' in at && at.row === 12)).toEqual([]);
    expect(conflicts).toMatchObject([{ place: expect.stringContaining('T19') as string, next: '' }]);
  });

  it('give their place to new ones', () => {
    const next = retroplanning(withTasks((all) => all.map((task) => (task.task.id === 'T19' ? newTask('T99', 'securiser') : task))));
    const full = after(asWritten(tasks), T, ...[9, 10, 14, 15, 16, 19, 20, 23, 24, 27, 28, 31, 32].map((number) => type(number, 'notes', 'x')));
    const { sheet } = merged(tasks, full, next);
    expect(rowIn(sheet(T), 'T99').number).toBe(rowIn(full[0] ?? never(), 'T19').number);
    expect(idsOf(sheet(T))).not.toContain('T19');
  });
});

describe('formulas', () => {
  const next = budget({ ...samplePlan, budget: { ...samplePlan.budget, contingency: { ...samplePlan.budget.contingency, percent: 12 } } });
  const id = samplePlan.budget.lines[0]?.line.id ?? never();
  const other = (formula: string): readonly Sheet[] => money.map((sheet) => (sheet.name !== D ? sheet : {
    ...sheet, rows: sheet.rows.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, prevu: { formula, value: 1 } } } : row)),
  }));

  it('are not compared by what they give', () => {
    const mine = after(asWritten(money), D, type(id, 'quantite', 7), setCell('_total', 'prevu', { value: 9, formula: '{ref:Dépenses|_sous-total|prevu}+{ref:Dépenses|_imprevus|prevu}' }));
    const { edits, conflicts, notes } = merged(money, mine, next);
    expect(edits).toEqual([{ sheet: D, at: { row: rowIn(mine[0] ?? never(), '_imprevus').number, key: 'quantite' }, content: 12 }]);
    expect([conflicts, notes]).toEqual([[], []]);
  });

  it('are the person’s where a figure replaced one, and named when ours changes', () => {
    const mine = after(asWritten(money), D, type(id, 'prevu', 5000));
    expect(merged(money, mine, next).notes).toEqual([]);
    const { sheet, notes, conflicts } = merged(money, mine, other('D{row}*2'));
    expect(rowIn(sheet(D), id).cells['prevu']).toEqual({ value: 5000 });
    expect([notes.map(({ code }) => code), conflicts]).toEqual([['formula-changed'], []]);
  });

  it('of the person stay, and are named when ours changes', () => {
    const mine = after(asWritten(money), D, setCell(id, 'prevu', { value: 5000, formula: 'D{row}*F{row}*1.2' }));
    expect(merged(money, mine, next).notes).toEqual([]);
    expect(merged(money, mine, other('D{row}*2')).notes).toMatchObject([{ code: 'formula-changed', place: expect.stringMatching(/colonne Prévu$/) as string }]);
  });

  it('that a program left behind when it moved rows are named, even when there is nothing to do', () => {
    const strayed = setCell('B06', 'prevu', { value: 0, formula: 'IF(OR(D8="",F8=""),"",ROUND(D8*F8,2))' });
    const total = setCell('_total', 'prevu', { value: 0, formula: 'G18+{ref:Dépenses|_sous-total|prevu}' });
    const mine = after(asWritten(money), D, strayed, total);
    for (const now of [money, next]) {
      expect(merged(money, mine, now).notes.map(({ code }) => code)).toEqual(['formula-changed', 'formula-changed']);
    }
  });

  it('that wait in blank rows follow ours', () => {
    const renewed = money.map((sheet) => (sheet.name !== D ? sheet : {
      ...sheet, rows: sheet.rows.map((row) => (row.role === 'spare' ? { ...row, cells: { ...row.cells, prevu: { formula: 'D{row}', value: '' } } } : row)),
    }));
    const mine = after(asWritten(money), D, type(13, 'poste', 'Fleurs'), type(14, 'prevu', 300));
    const { sheet } = merged(money, mine, renewed);
    const formulas = sheet(D).rows.filter((row) => row.id === null).map(({ cells }) => cells['prevu']?.formula);
    expect(formulas).toEqual(['D{row}', undefined, 'D{row}', 'D{row}', 'D{row}']);
  });

  it('are not written when they name a row that a person took out', () => {
    const { edits, notes } = merged(money, after(asWritten(money), 'Recettes', removeRow('_total')), other('{ref:Recettes|_total|prevu}'));
    expect(edits).toEqual([]);
    expect(notes).toMatchObject([{ code: 'formula-changed' }]);
    expect(merged(money, asWritten(money), other('{ref:Recettes|_total|prevu}')).edits).toHaveLength(1);
  });
});

describe('the frame of a sheet', () => {
  const retitled = money.map((sheet) => (sheet.name !== D ? sheet : {
    ...sheet, preface: sheet.preface.with(0, 'Les dépenses'), columns: sheet.columns.map((column) => (column.key === 'poste' ? { ...column, title: 'Ligne' } : column)),
  }));
  const wording = (preface: string, header: string) => (sheet: FoundSheet): FoundSheet =>
    ({ ...sheet, preface: sheet.preface.with(0, { value: preface }), headers: { ...sheet.headers, poste: header } });

  it('follows ours while nobody worded it otherwise', () => {
    const { sheet } = merged(money, asWritten(money), retitled);
    expect([sheet(D).preface[0]?.value, sheet(D).headers['poste']]).toEqual(['Les dépenses', 'Ligne']);
  });

  it('keeps the words of the person, which are a conflict only when both changed', () => {
    const mine = after(asWritten(money), D, wording('Nos sous', 'Quoi'));
    const { conflicts, sheet } = merged(money, mine, retitled);
    expect([sheet(D).preface[0]?.value, sheet(D).headers['poste']]).toEqual(['Nos sous', 'Quoi']);
    expect(conflicts.map(({ place }) => place)).toEqual(['feuille Dépenses, ligne 1 au-dessus du tableau', 'feuille Dépenses, titre de la colonne Ligne']);
    expect(merged(money, mine, money)).toMatchObject({ edits: [], conflicts: [] });
  });

  it('leaves away what a person took away', () => {
    expect(merged(money, after(asWritten(money), D, wording('', ' ')), retitled)).toMatchObject({ edits: [], conflicts: [] });
  });

  const gone = (name: string) => asWritten(money).filter((sheet) => sheet.name !== name);
  const withoutColumn = (key: string) => asWritten(money).map((sheet) => {
    const { [key]: _, ...headers } = sheet.headers;
    return { ...sheet, headers };
  });
  it.each([
    ['a sheet that we change is gone', money, gone(D), retitled],
    ['a column is gone', money, withoutColumn('famille'), retitled],
    ['we have one column less', money, asWritten(money), money.map((sheet) => ({ ...sheet, columns: sheet.columns.slice(0, -1) }))],
    ['we have one line more above a table', money, asWritten(money), money.map((sheet) => ({ ...sheet, preface: [...sheet.preface, ''] }))],
    ['we have one section more', tasks, asWritten(tasks), tasks.map((sheet) => (sheet.name === T ? { ...sheet, rows: [...sheet.rows, { id: '_bis', role: 'section' as const, cells: {} }] } : sheet))],
  ])('leaves the table alone when %s', (_, base, mine, next) => {
    expect(merge(base, mine, next)).toEqual({ kind: 'left-alone', why: 'layout-changed' });
  });

  const [, other] = tasks;
  if (!other) throw new Error('the retro-planning has two sheets');

  it('T13: gives a new sheet to the file, and only its formulas are still to be written', () => {
    const live = { ...other, rows: other.rows.map((row, index) => (index === 0 ? { ...row, cells: { ...row.cells, tache: { formula: `{ref:${D}|_total|prevu}`, value: 0 } } } : row)) };
    const done = merged(money, asWritten(money), [...money, live]);
    expect(done).toMatchObject({ sheets: [live.name], conflicts: [], notes: [] });
    expect(done.edits).toEqual([{ sheet: live.name, at: { row: live.preface.length + 3, key: 'tache' }, content: live.rows[0]?.cells['tache'] }]);
  });

  it('T13: a formula of a new sheet whose row a person took out is left empty, and said', () => {
    const live = { ...other, rows: other.rows.map((row, index) => (index === 0 ? { ...row, cells: { tache: { formula: `{ref:${D}|lieu|prevu}`, value: 0 } } } : row)) };
    const mine = asWritten(money).map((sheet) => ({ ...sheet, rows: sheet.rows.filter(({ id }) => id !== 'lieu') }));
    const done = merged(money, mine, [...money, live]);
    expect(done.edits.map(({ content }) => content)).toEqual([null]);
    expect(done.notes).toEqual([{ code: 'formula-changed', place: `feuille ${live.name}` }]);
  });

  it('T13: a sheet that comes back is found, one that goes stays and is named', () => {
    expect(merged(money, asWritten([...money, other]), [...money, other])).toMatchObject({ sheets: [], edits: [], conflicts: [] });
    expect(merged([...money, other], asWritten([...money, other]), money))
      .toMatchObject({ sheets: [], edits: [], conflicts: [], notes: [{ code: 'removed-piece', place: `feuille ${other.name}` }] });
  });

  it.each(['Achats', 'Partage'])('T13: « %s » stays deleted, and that is said; what other sheets read is still merged', (name) => {
    const hosted = plans['greffe outre-mer, date à définir'];
    const [base, next] = [budget(hosted), budget({ ...hosted, budget: { ...hosted.budget, lines: hosted.budget.lines.slice(1) } })
      .map((sheet) => (sheet.name === name ? { ...sheet, preface: sheet.preface.with(0, 'Autrement') } : sheet))];
    const left = (...names: readonly string[]): readonly FoundSheet[] => asWritten(base).filter((sheet) => !names.includes(sheet.name));
    const { edits, notes, conflicts } = merged(base, left(name), next);
    expect(edits.some(({ sheet }) => sheet === D)).toBe(true);
    expect(edits.some(({ sheet }) => sheet === name)).toBe(false);
    expect([notes, conflicts]).toEqual([[{ code: 'deleted-piece', place: `feuille ${name}` }], []]);
    expect(merge(base, left(name, D), next)).toEqual({ kind: 'left-alone', why: 'layout-changed' });
  });

  it('lets a sheet be gone that we do not change', () => {
    expect(merged(money, gone('Apports en nature'), retitled).edits).toHaveLength(2);
  });
});

describe('a run that is run again', () => {
  it('finds the rows that the first one wrote, and what people did to them since', () => {
    const next = more(['T90', 'cadrer'], ['T92', 'apres']);
    const mine = after(asWritten(tasks), T, type('T08', 'echeance', '2027-01-01'), type('T01', 'tache', 'À moi'));
    const { file } = merged(tasks, mine, next);
    expect(merged(tasks, file, next).edits).toEqual([]);
    expect(merged(next, file, next).edits).toEqual([]);
    const since = after(file, T, type('T90', 'tache', 'Autrement'), type('T90', 'etat', 'Fait'));
    expect(merged(tasks, since, next).edits).toEqual([]);
  });
});

describe('a row that is not planned any more', () => {
  it('goes without a word while nobody wrote in it', () => {
    expect(merged(tasks, asWritten(tasks), less).notes).toEqual([]);
  });

  it('stays where a person wrote, and that is said once', () => {
    const mine = after(asWritten(tasks), T, type('T19', 'notes', 'Clés chez Anne'));
    const { sheet, notes } = merged(tasks, mine, less);
    expect(rowIn(sheet(T), 'T19').cells['notes']).toMatchObject({ value: 'Clés chez Anne' });
    expect(notes).toEqual([{ code: 'removed-piece', place: expect.stringContaining('T19') as string }]);
    expect(merge(less, [sheet(T), ...mine.slice(1)], less)).toMatchObject({ kind: 'merged', notes: [] });
  });
});
