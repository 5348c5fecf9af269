import { describe, expect, it } from 'vitest';
import { statusInWords } from '../../src/cli/status-words.ts';
import type { Cents, Observed } from '../../src/model.ts';
import { standing } from '../../src/shared/standing.ts';
import { samplePlan } from '../support/plan.ts';

/** The workbook of the budget: these expenses, these own funds, and a grant. */
function seen(expenses: Cents, own: Cents, grant: Cents): Observed {
  return {
    budget: {
      lines: [
        { id: 'lieu', label: 'Lieu', kind: 'expense', planned: expenses, actual: null },
        { id: '_autofinancement', label: 'Autofinancement', kind: 'income', planned: own, actual: null },
        { id: 'prefecture', label: 'Préfecture', kind: 'income', planned: grant, actual: null },
      ],
      planned: { expenses, income: own + grant }, actual: { expenses: 0, income: 0 },
    },
  };
}

function saidOf(observed: Observed): string {
  const plan = { ...samplePlan, budget: { ...samplePlan.budget, envelope: 1_200_00 } };
  const run = { plan, before: undefined, observed, undone: {}, refusals: [], changes: [], remembered: [] };
  return statusInWords(run, standing(plan, observed), []).map(({ text }) => text).join('\n').replace(/[\u00a0\u202f]/g, ' ');
}

describe('the money in « etat »', () => {
  it('compares the envelope with the own funds, not with all the income', () => {
    const said = saidOf(seen(2_500_00, 500_00, 2_000_00));
    expect(said).toContain('L’enveloppe annoncée est de 1 200 €');
    expect(said).toContain('le budget n’en emploie qu’une part');
    expect(saidOf(seen(2_500_00, 1_200_00, 1_300_00))).not.toContain('L’enveloppe annoncée');
  });

  it('says nothing of an envelope that is left while money is missing', () => {
    const said = saidOf(seen(2_500_00, 500_00, 500_00));
    expect(said).toContain('il manque 1 500 €');
    expect(said).not.toContain('L’enveloppe annoncée');
  });
});
