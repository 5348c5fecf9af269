import { describe, expect, it } from 'vitest';
import type { Plan, Sheet } from '../../src/model.ts';
import { addDays } from '../../src/shared/dates.ts';
import {
  after, asWritten, copyRow, insertRow, lock, removeRow, rowIn, setCell, setId, sortRows, sortWithoutIds, type, writeBeside,
} from '../support/found-tables.ts';
import { samplePlan } from '../support/plan.ts';
import { budget, merge, merged, never, retroplanning } from '../support/table-merges.ts';

const tasks = retroplanning(samplePlan);
const money = budget(samplePlan);

/** The same plan three weeks later. */
const later: Plan = {
  ...samplePlan,
  schedule: {
    ...samplePlan.schedule,
    firstDay: addDays(samplePlan.schedule.firstDay, 21),
    tasks: samplePlan.schedule.tasks.map((task) => ({ ...task, due: addDays(task.due, 21) })),
  },
};
const moved = retroplanning(later);

/** One cell of ours says something else. */
function rewrite(sheets: readonly Sheet[], name: string, id: string, key: string, content: string | number | null): readonly Sheet[] {
  return sheets.map((sheet) => (sheet.name !== name ? sheet : {
    ...sheet,
    rows: sheet.rows.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, [key]: content } } : row)),
  }));
}
const T = 'Rétroplanning';
const D = 'Dépenses';
const line = samplePlan.budget.lines[0]?.line ?? { id: '', label: '' };

describe('cells', () => {
  it('T01: keeps an amount of the person and takes our new label of the same line', () => {
    const mine = after(asWritten(money), D, type(line.id, 'prix', 999));
    const { at, conflicts, edits } = merged(money, mine, rewrite(money, D, line.id, 'poste', 'Nouveau nom'));
    expect(edits).toHaveLength(1);
    expect(conflicts).toEqual([]);
    expect([at(D, line.id, 'poste'), at(D, line.id, 'prix')]).toEqual(['Nouveau nom', 999]);
  });

  it('T04: keeps the person’s value where both changed one cell of ours, and says so in words', () => {
    const mine = after(asWritten(money), D, type(line.id, 'prix', 12_345));
    const { at, conflicts } = merged(money, mine, rewrite(money, D, line.id, 'prix', 500));
    expect(at(D, line.id, 'prix')).toBe(12_345);
    expect(conflicts).toEqual([{
      place: `feuille Dépenses, ligne «\u00a0${line.label}\u00a0» (N°\u00a0${line.id}), colonne Prix unitaire`,
      mine: '123,45\u00a0€', next: '5\u00a0€', base: '0\u00a0€',
    }]);
  });

  it('is content when both made the same change (U06)', () => {
    const next = rewrite(money, D, line.id, 'prix', 500);
    expect(merged(money, after(asWritten(money), D, type(line.id, 'prix', 500)), next)).toMatchObject({ edits: [], conflicts: [] });
  });

  it('does not take spaces for a change (U08)', () => {
    const mine = after(asWritten(tasks), T, type('T01', 'tache', ' Écrire  la finalité\nà partir d’un besoin de\u00a0terrain '));
    expect(merged(tasks, mine, rewrite(tasks, T, 'T01', 'tache', 'Autre')).at(T, 'T01', 'tache')).toBe('Autre');
  });

  it('lets the person win in a column of theirs', () => {
    const mine = after(asWritten(tasks), T, type('T21', 'responsable', 'Mon équipe'));
    const next = rewrite(tasks, T, 'T21', 'responsable', 'Service culture');
    expect(merged(tasks, mine, next)).toMatchObject({ edits: [], conflicts: [] });
    expect(merged(tasks, asWritten(tasks), next).at(T, 'T21', 'responsable')).toBe('Service culture');
  });

  it('writes nothing into a merged range, and says so', () => {
    const { edits, conflicts } = merged(tasks, after(asWritten(tasks), T, lock('T01', 'echeance')), rewrite(tasks, T, 'T01', 'echeance', '2027-03-01'));
    expect(edits).toEqual([]);
    expect(conflicts[0]).toMatchObject({ mine: '04/02/2027', next: '01/03/2027' });
  });

  it('T09, D05: keeps ticks, owners, notes and own deadlines through a date move and a new wording', () => {
    const mine = after(asWritten(tasks), T, type('T08', 'etat', 'Fait'), type('T08', 'responsable', 'Le maire'),
      type('T08', 'votre-echeance', '2027-02-20'), type('T08', 'notes', 'signée'));
    const { at, conflicts } = merged(tasks, mine, rewrite(moved, T, 'T08', 'tache', 'Faire signer la note'));
    expect(conflicts).toEqual([]);
    expect(['etat', 'responsable', 'votre-echeance', 'notes', 'echeance', 'tache'].map((key) => at(T, 'T08', key)))
      .toEqual(['Fait', 'Le maire', '2027-02-20', 'signée', '2027-03-18', 'Faire signer la note']);
  });
});

describe('T12: a date typed over « Échéance »', () => {
  const typed = type('T08', 'echeance', '2027-02-20');

  it('moves to an empty « Votre échéance », and is named', () => {
    const { at, notes, conflicts } = merged(tasks, after(asWritten(tasks), T, typed), moved);
    expect([at(T, 'T08', 'echeance'), at(T, 'T08', 'votre-echeance')]).toEqual(['2027-03-18', '2027-02-20']);
    expect(conflicts).toEqual([]);
    expect(notes).toEqual([{ code: 'deadline-moved', value: '20/02/2027', place: expect.stringContaining('(N°\u00a0T08), colonne Échéance') as string }]);
  });

  it('stays while ours does not move', () => {
    expect(merged(tasks, after(asWritten(tasks), T, typed), tasks)).toMatchObject({ edits: [], notes: [], conflicts: [] });
  });

  it('is dropped when « Votre échéance » says the same', () => {
    const { at, conflicts } = merged(tasks, after(asWritten(tasks), T, typed, type('T08', 'votre-echeance', '2027-02-20')), moved);
    expect([at(T, 'T08', 'echeance'), conflicts]).toEqual(['2027-03-18', []]);
  });

  it('is a conflict when we have a word for « Votre échéance » ourselves', () => {
    const mine = after(asWritten(tasks), T, typed);
    const { conflicts, at } = merged(tasks, mine, rewrite(moved, T, 'T08', 'votre-echeance', '2027-03-10'));
    expect([conflicts.length, at(T, 'T08', 'echeance'), at(T, 'T08', 'votre-echeance')]).toEqual([1, '2027-02-20', '2027-03-10']);
  });

  it.each([
    ['« Votre échéance » says something else', type('T08', 'votre-echeance', '2027-02-01')],
    ['it is no date', type('T08', 'echeance', 'dès que possible')],
    ['it is a formula', setCell('T08', 'echeance', { value: '2027-02-20', formula: 'D6+3' })],
    ['« Votre échéance » is part of a merged range', lock('T08', 'votre-echeance')],
  ])('is a conflict when %s', (_, change) => {
    const mine = after(asWritten(tasks), T, typed, change);
    const { conflicts, file } = merged(tasks, mine, moved);
    expect(conflicts).toHaveLength(1);
    expect(rowIn(file[0] ?? never(), 'T08').cells).toEqual(rowIn(mine[0] ?? never(), 'T08').cells);
  });
});

describe('rows that people moved', () => {
  it('T02: finds ours between theirs, and leaves theirs where they are', () => {
    const mine = after(asWritten(tasks), T, insertRow('T08', { tache: { value: 'Appeler la mairie' } }), writeBeside('T21'),
      insertRow('_securiser', { tache: { value: 'Une idée' }, etat: { value: 'Fait' } }));
    const { file, edits } = merged(tasks, mine, moved);
    const numbers = new Set(mine[0]?.rows.filter(({ id }) => id === null).map(({ number }) => number));
    expect(edits.filter(({ at }) => 'row' in at && numbers.has(at.row))).toEqual([]);
    expect(file[0]?.rows.map(({ id }) => id)).toEqual(mine[0]?.rows.map(({ id }) => id));
    const lines = edits.filter(({ at }) => 'row' in at);
    expect(lines).toHaveLength(samplePlan.schedule.tasks.length);
  });

  it('T02: follows rows that were sorted as a whole', () => {
    const mine = after(asWritten(tasks), T, sortRows(0, 99, 'tache'));
    const { at, file } = merged(tasks, mine, moved);
    expect(at(T, 'T84', 'echeance')).toBe('2027-12-06');
    expect(file[0]?.rows.map(({ id }) => id)).toEqual(mine[0]?.rows.map(({ id }) => id));
  });

  it('T03: a row that a person took out stays out, and is named only for a new wording', () => {
    const mine = after(asWritten(tasks), T, removeRow('T21'));
    const { file, notes } = merged(tasks, mine, moved);
    expect(file[0]?.rows.some(({ id }) => id === 'T21')).toBe(false);
    expect(notes).toEqual([]);
    const anchored = rewrite(moved, T, 'T21', 'pourquoi', [
      'La demande part au moins quatre mois avant.', 'C’est fait quand\u00a0: Un accusé de réception.', 'Au plus tard le 1er juillet 2027.',
    ].join('\n'));
    expect(merged(tasks, mine, anchored).notes).toEqual([]);
    expect(merged(tasks, mine, rewrite(moved, T, 'T21', 'tache', 'Envoyer la demande')).notes)
      .toEqual([{ code: 'deleted-piece', place: 'feuille Rétroplanning, ligne «\u00a0Envoyer la demande\u00a0» (N°\u00a0T21)' }]);
  });

  it.each([['above', 'T08', 'T08'], ['below', 'T08', '_securiser']])(
    'T10: of a row copied %s its model and reworded, the model stays ours', (_, row, above) => {
      const copied = after(asWritten(tasks), T, copyRow(row, above));
      const [first, second] = copied[0]?.rows.filter(({ id }) => id === row) ?? [];
      const copy = (above === row ? first : second)?.number ?? 0;
      const model = (above === row ? second : first)?.number ?? 0;
      const { at } = merged(tasks, after(copied, T, type(copy, 'tache', 'La mienne')), moved);
      expect([at(T, model, 'echeance'), at(T, copy, 'echeance'), at(T, copy, 'tache')]).toEqual(['2027-03-18', '2027-02-25', 'La mienne']);
    });
});

describe('T10: numbers that lie', () => {
  it.each([
    ['rows sorted without the column of numbers', after(asWritten(money), D, sortWithoutIds(0, 8, 'poste'))],
    ['two numbers swapped', after(asWritten(tasks), T, setId('T01', 'x'), setId('T08', 'T01'), setId('x', 'T08'))],
    ['a number edited', after(asWritten(tasks), T, setId('T08', 'T08 bis'))],
    ['a number taken away', after(asWritten(tasks), T, setId('T08', null))],
    ['a number given to another row', after(asWritten(tasks), T, removeRow('T01'), setId('T08', 'T01'))],
    ['labels sorted alone', after(asWritten(tasks), T, type('T01', 'tache', 'Faire valider la note de cadrage'),
      type('T08', 'tache', 'Écrire la finalité à partir d’un besoin de terrain'))],
  ])('leaves alone a table with %s', (_, mine) => {
    const [base, next] = mine[0]?.name === D ? [money, rewrite(money, D, line.id, 'prix', 1)] : [tasks, moved];
    expect(merge(base, mine, next)).toEqual({ kind: 'left-alone', why: 'rows-displaced' });
  });

  it('does not mind while we have nothing to write there', () => {
    const mine = after(asWritten(money), D, sortWithoutIds(0, 8, 'poste'));
    expect(merge(money, mine, rewrite(money, 'Recettes', '_autofinancement', 'prevu', 1)).kind).toBe('merged');
  });

  it('does not mind a row named like another, nor a deleted row that a person wrote anew in their own way', () => {
    const title = 'Faire valider la note de cadrage';
    expect(merge(tasks, after(asWritten(tasks), T, type('T01', 'tache', title)), moved).kind).toBe('merged');
    const mine = after(asWritten(tasks), T, removeRow('T08'), insertRow('_securiser', { tache: { value: title }, etat: { value: 'Fait' } }));
    expect(merge(tasks, mine, moved).kind).toBe('merged');
  });
});
