import { describe, expect, it } from 'vitest';
import { buildBudget } from '../../../src/documents/tables/budget.ts';
import { cachedValue } from '../../../src/documents/tables/formulas.ts';
import type { Plan } from '../../../src/model.ts';
import { sampleSpecs } from '../../support/plan.ts';
import { planOf, plans } from '../plans.ts';

const build = (plan: Plan) => buildBudget(sampleSpecs.budget, '3-budget/budget.xlsx', plan);

function valuesOf(plan: Plan) {
  const { sheets } = build(plan);
  return (sheet: string, row: string, column: string) =>
    cachedValue(sheets.find(({ name }) => name === sheet)?.rows.find(({ id }) => id === row)?.cells[column]);
}

const [town, hosted, village] = [plans['ville dense'], plans['greffe outre-mer, date à définir'], plans['village sans argent']];

describe('the purchases by family', () => {
  it('add up to the whole of the expenses', () => {
    const at = valuesOf(town);
    const { expenses, lines, contingency } = town.budget;
    expect([at('Achats', '_total', 'prevu'), at('Achats', '_total', 'total'), at('Achats', '_autres', 'prevu')]).toEqual([expenses, expenses, 0]);
    const catering = lines.filter(({ line }) => line.family === 'Restauration').reduce((sum, { amount }) => sum + amount, 0);
    expect(at('Achats', 'restauration', 'prevu')).toBe(catering);
    expect(at('Achats', 'imprevus', 'prevu')).toBe(contingency.amount);
  });

  it('have an id each, even where two names differ in their accents alone', () => {
    const { budget } = town.kit;
    const family = budget.contingency.family.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
    const kit = { ...town.kit, budget: { ...budget, contingency: { ...budget.contingency, family } } };
    const lines = budget.lines.map((line, rank) => (rank === 0 ? { ...line, family: budget.contingency.family } : line));
    const sheet = build({ ...town, kit: { ...kit, budget: { ...kit.budget, lines } } }).sheets.find(({ name }) => name === 'Achats');
    const ids = sheet?.rows.flatMap(({ id }) => id ?? []) ?? [];
    expect(ids).toContain('imprevus--2');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([[0, 'Sous le seuil'], [30_000, 'Sous le seuil'], [44_000, 'Approche du seuil'], [58_000, 'Atteint ou passe le seuil']])(
    'with %i € of the year: %s', (achats_annee, words) => {
      const plan = planOf(town.territory, { ...town.answers, achats_annee, jauge: 50, niveau: 'courant' });
      const at = valuesOf(plan);
      expect(plan.budget.expenses).toBeGreaterThan(400_000);
      expect(plan.budget.expenses).toBeLessThan(1_600_000);
      expect(at('Achats', '_annee', 'total')).toBe(plan.budget.expenses + achats_annee * 100);
      expect(at('Achats', '_annee', 'lecture')).toBe(words);
    });

  it('says from where on it warns', () => {
    expect(valuesOf(town)('Achats', '_seuil', 'total')).toBe(6_000_000);
    expect(valuesOf(town)('Achats', '_seuil', 'lecture')).toMatch(/48.000.€ \(80.%\)/);
  });
});

describe('the scenarios', () => {
  it('are what a plan for so many people would say', () => {
    const at = valuesOf(town);
    for (const [size, jauge] of [['moins', 100], ['prevu', 200], ['plus', 300]] as const) {
      const { budget } = planOf(town.territory, { ...town.answers, jauge });
      expect(at('Scénarios', '_total', size), size).toBe(budget.expenses);
      expect(at('Scénarios', '_par-personne', size), size).toBe(Math.round(budget.expenses / jauge));
      for (const { line, amount, price } of budget.lines) {
        expect(at('Scénarios', line.id, size), `${size} ${line.id}`).toBe(price === null ? '' : amount);
      }
    }
  });

  it('know the three levels', () => {
    const at = valuesOf(town);
    const { budget } = planOf(town.territory, { ...town.answers, jauge: 300, niveau: 'confort' });
    expect(at('Scénarios', '_niveau-confort', 'plus')).toBe(budget.expenses);
    expect(Number(at('Scénarios', '_niveau-sobre', 'prevu'))).toBeLessThan(Number(at('Scénarios', '_niveau-courant', 'prevu')));
  });

  it('say what a village without money would pay', () => {
    const at = valuesOf(village);
    expect([at('Scénarios', '_total', 'moins'), at('Scénarios', '_total', 'plus'), at('Scénarios', '_places', 'nombre-prevu')]).toEqual([0, 0, '']);
    expect(at('Scénarios', '_niveau-courant', 'prevu')).toBeGreaterThan(0);
  });

  it('say for how many more people the announced money does', () => {
    const at = valuesOf(planOf(town.territory, { ...town.answers, budget: 40_000 }));
    const [left, now, more] = [at('Scénarios', '_reste', 'prevu'), at('Scénarios', '_total', 'prevu'), at('Scénarios', '_total', 'plus')].map(Number);
    expect(at('Scénarios', '_places', 'nombre-prevu')).toBe(Math.floor(((left ?? 0) * 100) / ((more ?? 0) - (now ?? 0))));
  });
});

describe('the budget shared with a host', () => {
  it('is there for a part of another event alone, and supposes no amount', () => {
    expect(build(town).sheets.map(({ name }) => name)).toEqual(['Dépenses', 'Recettes', 'Apports en nature', 'Équilibre', 'Achats', 'Scénarios']);
    const shared = build(hosted).sheets.find(({ name }) => name === 'Partage');
    expect(shared?.rows.filter(({ role }) => role === 'item').every(({ cells }) => cells['hote'] === undefined)).toBe(true);
    expect(valuesOf(hosted)('Partage', '_total', 'nous')).toBe(hosted.budget.expenses);
  });
});

describe('a price that nobody knows', () => {
  it('reads « devis », gives no amount, and is counted beside the total', () => {
    const at = valuesOf(plans['Creuse, plusieurs sites']);
    expect([at('Dépenses', 'navette', 'prix'), at('Dépenses', 'navette', 'prevu')]).toEqual(['devis', '']);
    expect([at('Dépenses', '_total', 'quantite'), at('Dépenses', '_total', 'unite')]).toEqual([3, 'devis']);
  });

  it('is told from what is free on purpose', () => {
    const at = valuesOf(village);
    expect([at('Dépenses', 'lieu', 'prix'), String(at('Dépenses', 'lieu', 'gratuit')).slice(0, 8)]).toEqual([0, 'Gratuit.']);
    expect([at('Dépenses', '_total', 'quantite'), at('Dépenses', '_total', 'gratuit')]).toEqual(['', '']);
  });
});

describe('the income', () => {
  it('says until when each funder can be asked, from the first day of the preparation', () => {
    const at = valuesOf(planOf(town.territory, { ...town.answers, financeurs: [{ type: 'prefecture' }, { type: 'europe' }, { type: 'commune' }, { type: 'region' }], debut: '2027-02-01' }));
    expect(['prefecture', 'europe', 'commune', 'region'].map((id) => String(at('Recettes', id, 'conseil')).split('. ')[0])).toEqual([
      'À demander tout de suite, le délai est court', 'Trop tard pour cette édition d’après le délai habituel, à demander pour l’an prochain',
      'Délai habituel inconnu, à demander au guichet', 'À demander au plus tard le 14 avril 2027',
    ]);
  });
});
