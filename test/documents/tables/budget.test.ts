import { describe, expect, it } from 'vitest';
import { buildBudget } from '../../../src/documents/tables/budget.ts';
import { cachedValue } from '../../../src/documents/tables/formulas.ts';
import type { Plan } from '../../../src/model.ts';
import { samplePlan, sampleSpecs } from '../../support/plan.ts';

const build = (plan: Plan) => buildBudget(sampleSpecs.budget, '3-budget/budget.xlsx', plan);
const table = build(samplePlan);

function valueAt(sheet: string, row: string, column: string, from = table): string | number | null {
  const found = from.sheets.find(({ name }) => name === sheet)?.rows.find(({ id }) => id === row);
  return cachedValue(found?.cells[column]);
}

describe('buildBudget', () => {
  it('comes to the totals of the plan, to the cent', () => {
    expect(valueAt('Dépenses', '_imprevus', 'prevu')).toBe(samplePlan.budget.contingency.amount);
    expect(valueAt('Dépenses', '_total', 'prevu')).toBe(samplePlan.budget.expenses);
    expect(valueAt('Recettes', '_total', 'prevu')).toBe(samplePlan.budget.incomeTotal);
    expect(valueAt('Équilibre', 'solde', 'prevu')).toBe(-samplePlan.budget.gap);
  });

  it('keeps apart its own rows and lines of a kit that have the same names', () => {
    const names = ['total', 'sous-total', 'imprevus', 'autofinancement', 'depenses'];
    const lines = samplePlan.budget.lines.map((planned, index) =>
      ({ ...planned, line: { ...planned.line, id: names[index] ?? planned.line.id } }));
    const income = samplePlan.budget.income.map((planned, index) =>
      (index === 0 ? planned : { ...planned, id: names[index - 1] ?? planned.id }));
    const named = build({ ...samplePlan, budget: { ...samplePlan.budget, lines, income } });
    for (const { name, rows } of named.sheets) {
      const ids = rows.flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
    expect(valueAt('Équilibre', 'solde', 'prevu', named)).toBe(-samplePlan.budget.gap);
  });

  it('says how to do without money beside every free line', () => {
    for (const { line } of samplePlan.budget.lines.filter(({ free }) => free)) {
      expect(valueAt('Dépenses', line.id, 'prix')).toBe(0);
      expect(valueAt('Dépenses', line.id, 'gratuit')).toBe(line.free);
    }
  });

  it('leaves empty the amount of a funder that named none', () => {
    expect(valueAt('Recettes', 'mecenat', 'prevu')).toBeNull();
    expect(valueAt('Recettes', 'mecenat', 'etat')).toBe('À demander');
  });

  it('starts with a vote for the own funds, and asks others', () => {
    expect(valueAt('Recettes', '_autofinancement', 'etat')).toBe('À voter');
  });

  it('says what is left of the envelope, even when nothing is: rows do not come and go with amounts', () => {
    const envelope = (amount: number) => build({ ...samplePlan, budget: { ...samplePlan.budget, envelope: amount } });
    expect(valueAt('Équilibre', 'enveloppe', 'prevu', envelope(150_000))).toBe(150_000);
    expect(valueAt('Équilibre', 'non-affecte', 'prevu', envelope(150_000))).toBe(30_000);
    expect(valueAt('Équilibre', 'non-affecte', 'prevu', envelope(120_000))).toBe(0);
  });

  it('counts in the plural', () => {
    const units = table.sheets[0]?.rows.filter(({ role }) => role === 'item').map(({ cells }) => [cells['quantite'], cells['unite']]);
    for (const [quantity, unit] of units ?? []) expect(/s$/.test(String(unit)), String(unit)).toBe(Number(quantity) >= 2);
  });

  it('keeps help in kind out of the balance', () => {
    expect(valueAt('Apports en nature', '_total', 'valeur')).toBe(306000);
    expect(valueAt('Apports en nature', 'N02', 'valeur')).toBe('');
    expect(JSON.stringify(table.sheets.find(({ name }) => name === 'Équilibre')?.rows)).not.toContain('Apports');
  });

  it('compares the shares of the income with the event of 2018', () => {
    expect(valueAt('Équilibre', 'repere-2018', 'prevu')).toBe(17_000_000);
    const shares = ['prive', 'public-local', 'national'];
    expect(shares.map((share) => valueAt('Équilibre', `part-${share}`, 'nombre'))).toEqual([0, 70.6, 29.4]);
  });

  it('divides by the people expected', () => {
    expect(valueAt('Équilibre', 'par-personne', 'prevu')).toBe(3003);
  });

  it('divides by nothing when there is no income and nobody is expected', () => {
    const { jauge: _, ...answers } = samplePlan.answers;
    const budget = { ...samplePlan.budget, lines: [], income: [], inKind: [] };
    const empty = build({ ...samplePlan, answers, budget });
    expect(valueAt('Équilibre', 'par-personne', 'prevu', empty)).toBe('');
    expect(valueAt('Équilibre', 'part-prive', 'nombre', empty)).toBe('');
    expect(valueAt('Dépenses', '_total', 'prevu', empty)).toBe(0);
  });

  it('has spare rows above the totals, with formulas that wait', () => {
    for (const name of ['Dépenses', 'Recettes', 'Apports en nature']) {
      const rows = table.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
      const spare = rows.flatMap(({ role }, index) => (role === 'spare' ? [index] : []));
      expect(spare).toHaveLength(5);
      expect(rows[(spare.at(-1) ?? 0) + 1]?.role).toBe('total');
    }
  });

  it('gives every row of one sheet its own id', () => {
    for (const { rows } of table.sheets) {
      const ids = rows.flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
