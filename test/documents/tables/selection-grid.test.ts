import { describe, expect, it } from 'vitest';
import { buildSelectionGrid } from '../../../src/documents/tables/selection-grid.ts';
import { samplePlan, sampleSpecs } from '../../support/plan.ts';

const [marks, criteria, guide] = buildSelectionGrid(sampleSpecs.grid, 'grille.xlsx', samplePlan).sheets;

describe('buildSelectionGrid', () => {
  it('has thirty blank rows that add up by themselves', () => {
    expect(marks?.rows).toHaveLength(30);
    expect(marks?.rows.every(({ role, id }) => role === 'spare' && id === null)).toBe(true);
    expect(marks?.rows[0]?.cells['total']).toMatchObject({ value: '' });
  });

  it('takes every weight from the sheet of criteria', () => {
    const formula = JSON.stringify(marks?.rows[0]?.cells['total']);
    for (const { id } of criteria?.rows ?? []) expect(formula).toContain(`{ref:Critères|${id}|poids}`);
  });

  it('lets people mark from 0 to 3, and change the weights', () => {
    const lists = marks?.columns.filter(({ choices }) => choices?.join() === '0,1,2,3');
    expect(lists).toHaveLength(criteria?.rows.length ?? -1);
    expect(criteria?.columns.find(({ key }) => key === 'poids')?.owner).toBe('person');
    expect(criteria?.rows.map(({ cells }) => cells['poids'])).toEqual([3, 2, 2, 2, 2, 1, 1, 1]);
  });

  it('asks for the number of a proposal, never for who made it', () => {
    expect(marks?.columns.map(({ title }) => title)).toContain('N° de la proposition');
    expect(marks?.columns.map(({ title }) => title).join()).not.toMatch(/Proposé|Nom/);
  });

  it('has nothing to mark where every wish is welcome', () => {
    const wishes = buildSelectionGrid(sampleSpecs.grid, 'grille.xlsx', { ...samplePlan, answers: { ...samplePlan.answers, appel: 'envies' } }).sheets;
    expect(wishes.map(({ name }) => name)).toEqual(['Notes', 'Mode d’emploi']);
    expect(wishes[0]?.columns.map(({ key }) => key)).toEqual(['id', 'numero', 'titre', 'verbe', 'groupe', 'eliminatoire', 'decision', 'motif']);
    expect(wishes[0]?.rows).toHaveLength(30);
  });

  it('asks to mark alone before talking', () => {
    expect(guide?.rows[0]?.cells['texte']).toContain('seule');
  });
});
